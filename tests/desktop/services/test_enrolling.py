"""One press writes enrolment, consent, contribution and receipt, all of them or nothing."""

from dataclasses import replace
from datetime import date

import pytest

from perisai_desktop.domain.draft import Source, Stroke
from perisai_desktop.domain.failure import Failure, FailureCode
from perisai_desktop.services.desk import AgentDesk
from perisai_desktop.services.enrolment_versions import decoded
from perisai_desktop.storage import journal, outbox
from perisai_desktop.storage.database import Session
from sync.protocol.bodies.consent import Consent, ConsentPersonal
from sync.protocol.bodies.contribution import Contribution
from sync.protocol.bodies.enrolment import Enrolment, EnrolmentPersonal
from sync.protocol.bodies.receipt import Receipt
from sync.protocol.chain import check_chain, genesis_hash
from sync.protocol.entry import DecodedEntry
from sync.protocol.receipt_proof import parse_link
from sync.protocol.signatures import SigningKey
from sync.rules.reactions import Reaction
from sync.rules.receipt_number import ReceiptNumber
from tests.support.desks import SIGNATURE, HandClock, filled_draft


def entries_of(session: Session) -> list[DecodedEntry]:
    found = [decoded(stored) for stored in journal.replay(session)]
    return [entry for entry in found if entry is not None]


def test_an_enrolment_is_four_entries_of_one_action(desk: AgentDesk, key: SigningKey) -> None:
    receipt = desk.enrolling.enrol(filled_draft(desk))
    with desk.enrolling.database.reading() as session:
        entries = entries_of(session)
        assert outbox.waiting(session) == 4
    bodies = [entry.body for entry in entries]
    assert [type(body) for body in bodies] == [Enrolment, Consent, Contribution, Receipt]
    assert {entry.envelope.action_id for entry in entries} == {receipt.action_id}
    assert {entry.envelope.worker_id for entry in entries} == {receipt.worker_id}
    assert all(entry.envelope.practice and entry.envelope.utc_offset == 420 for entry in entries)
    breaks = check_chain(entries, device="0Q2FK", epoch=1, after_seq=0, head=genesis_hash(key.public))
    assert breaks == ()


def test_what_was_typed_and_signed_is_written(desk: AgentDesk) -> None:
    desk.enrolling.enrol(filled_draft(desk, nik=" 320208-140890-0004 ", name="  Ma'rifah   Wijaya "))
    with desk.enrolling.database.reading() as session:
        enrolment, consent, contribution, _ = entries_of(session)
    assert isinstance(enrolment.personal, EnrolmentPersonal)
    assert enrolment.personal.nik == "3202081408900004"
    assert enrolment.personal.name == "Ma'rifah Wijaya"
    assert enrolment.personal.birth_date == date(1990, 8, 14)
    assert isinstance(enrolment.body, Enrolment)
    assert [finding.code for finding in enrolment.body.findings] == ["spaces_and_dots"]
    assert isinstance(consent.personal, ConsentPersonal)
    assert consent.personal.signature == SIGNATURE
    assert isinstance(consent.body, Consent)
    assert consent.body.purposes == ("enrolment", "branch_check")
    assert consent.body.text.sha256 == desk.reference.consent.sha256
    assert isinstance(contribution.body, Contribution)
    assert contribution.body.price == 33_600
    assert len(contribution.body.lines) == 6


@pytest.mark.parametrize("signature", [(), ((), ()), (((250, 250),),), (((9, 9), (9, 9)),)])
def test_a_consent_that_nobody_signed_is_none(desk: AgentDesk, signature: tuple[Stroke, ...]) -> None:
    with pytest.raises(Failure) as refused:
        desk.enrolling.enrol(replace(filled_draft(desk), signature=signature))
    assert refused.value == Failure(
        FailureCode.FORM_HAS_ERRORS, codes=("consent_missing",), fields=("signature",)
    )
    with desk.enrolling.database.reading() as session:
        assert entries_of(session) == []


def test_the_receipt_is_signed_and_numbered_without_gaps(desk: AgentDesk, key: SigningKey) -> None:
    first = desk.enrolling.enrol(filled_draft(desk))
    second = desk.enrolling.enrol(
        filled_draft(desk, nik="3202081508900004", phone="081234567891", birth_date="1990-08-15")
    )
    numbers = [ReceiptNumber.parse(receipt.number) for receipt in (first, second)]
    assert [number.counter for number in numbers] == [1, 2]
    link = parse_link(first.link)
    assert link.genuine(key.public)
    assert (link.on, link.amount, link.host) == (date(2026, 11, 22), 33_600, "latihan.invalid")
    assert (first.total, first.price, first.credit) == (33_600, 33_600, 0)
    assert [line.total for line in first.lines] == [8_400, 8_400, 16_800]
    assert [line.relief for line in first.lines] == ["Keringanan 50% PP 50/2025"] * 2 + [None]
    assert [line.full for line in first.lines] == [16_800] * 3
    assert first.nik_tail == "0004"
    assert first.place.startswith(("Desa ", "Kel. "))


def test_a_refused_form_uses_no_number_and_leaves_the_draft(desk: AgentDesk) -> None:
    draft = desk.drafting.save(filled_draft(desk, village="", phone="12"))
    with pytest.raises(Failure) as refused:
        desk.enrolling.enrol(draft)
    assert refused.value.code is FailureCode.FORM_HAS_ERRORS
    assert refused.value.data == {"codes": ("phone_invalid", "place_missing"), "fields": ("phone", "village")}
    with desk.enrolling.database.reading() as session:
        assert journal.length(session) == 0
    assert desk.drafting.open() == draft
    good = replace(draft, form=filled_draft(desk).form)
    assert ReceiptNumber.parse(desk.enrolling.enrol(good).number).counter == 1
    assert desk.drafting.drafts() == ()


def test_a_warning_needs_its_reason(desk: AgentDesk) -> None:
    draft = filled_draft(desk, birth_date="1990-08-15")
    with pytest.raises(Failure) as refused:
        desk.enrolling.enrol(draft)
    assert refused.value == Failure(FailureCode.REASON_MISSING, field="birth_date", code="birth_date_differs")
    desk.enrolling.enrol(replace(draft, reasons={"birth_date_differs": "  Sesuai akta lahir\n"}))
    with desk.enrolling.database.reading() as session:
        body = entries_of(session)[0].body
    assert isinstance(body, Enrolment)
    assert [(found.code, found.reason) for found in body.findings] == [
        ("birth_date_differs", "Sesuai akta lahir")
    ]


def test_a_text_that_no_entry_can_hold_is_named(desk: AgentDesk) -> None:
    with pytest.raises(Failure) as refused:
        desk.enrolling.enrol(filled_draft(desk, mother_name="A" * 201))
    assert refused.value == Failure(FailureCode.FIELD_UNFIT, field="mother_name")


def test_another_price_than_the_one_shown_is_not_written(desk: AgentDesk) -> None:
    with pytest.raises(Failure) as refused:
        desk.enrolling.enrol(filled_draft(desk), shown=25_200)
    assert refused.value == Failure(FailureCode.PRICE_CHANGED, shown=25_200, price=33_600)
    assert desk.enrolling.enrol(filled_draft(desk), shown=33_600).total == 33_600


def test_a_nik_that_is_here_stops_and_names_the_worker(desk: AgentDesk) -> None:
    receipt = desk.enrolling.enrol(filled_draft(desk))
    again = filled_draft(desk)
    found = desk.enrolling.assess(again.form)
    assert Reaction.NIK_ALREADY_HERE in [finding.reaction for finding in found.errors]
    assert desk.enrolling.holder("320208 140890 0004") == receipt.worker_id
    assert not desk.enrolling.ended(again.form.nik)
    assert desk.enrolling.holder("3202081408900005") is None


def test_a_shared_phone_and_a_likely_duplicate_are_warnings(desk: AgentDesk) -> None:
    desk.enrolling.enrol(filled_draft(desk))
    other = filled_draft(desk, nik="3202081408900005", name="MARIFAH  wijaya", phone="+62 812-3456-7890")
    found = {finding.reaction for finding in desk.enrolling.assess(other.form).warnings}
    assert found == {Reaction.PHONE_SHARED, Reaction.LIKELY_DUPLICATE}


def test_an_ended_membership_is_enrolled_again_on_the_same_worker(desk: AgentDesk, clock: HandClock) -> None:
    first = desk.enrolling.enrol(filled_draft(desk, months="1"))
    clock.move(days=145)
    assert desk.clock.today() == date(2027, 4, 16)
    again = filled_draft(desk, first_month="2027-04")
    assert desk.enrolling.ended(again.form.nik)
    assert desk.enrolling.assess(again.form).errors == ()
    second = desk.enrolling.enrol(again)
    assert second.worker_id == first.worker_id
    with desk.enrolling.database.reading() as session:
        entries = [entry for entry in entries_of(session) if isinstance(entry.body, Enrolment)]
    assert isinstance(entries[1].body, Enrolment)
    assert entries[1].body.reenrolment_of == entries[0].envelope.entry_id


@pytest.mark.parametrize("days", [0, 144])
def test_a_membership_in_arrears_that_can_be_paid_is_no_enrolment(
    desk: AgentDesk, clock: HandClock, days: int
) -> None:
    desk.enrolling.enrol(filled_draft(desk, months="1"))
    clock.move(days=days)
    assert not desk.enrolling.ended("3202081408900004")


def test_an_action_remembers_the_line_it_came_from(desk: AgentDesk) -> None:
    source = Source("ab" * 32, 7)
    assert desk.enrolling.already(source) is None
    receipt = desk.enrolling.enrol(filled_draft(desk), source)
    found = desk.enrolling.already(source)
    assert found is not None
    assert (found.receipt_number, found.total, found.worker_id) == (receipt.number, 33_600, receipt.worker_id)
    assert desk.enrolling.already(replace(source, row=8)) is None


def test_the_price_is_there_before_the_form_is_complete(desk: AgentDesk) -> None:
    found = desk.enrolling.assess(replace(filled_draft(desk).form, name="", nik=""))
    assert found.quote is not None
    assert found.quote.total == 33_600
    assert found.errors


def test_the_region_of_birth_is_a_suggestion(desk: AgentDesk) -> None:
    assert desk.enrolling.birth_region("3202081408900004") == "Kab. Sukabumi"
    assert desk.enrolling.birth_region("32") is None
    assert desk.enrolling.places("35.14.06.2008")[0] == desk.enrolling.place("35.14.06.2008")


def test_the_place_of_capture_is_written_and_offered_again(desk: AgentDesk) -> None:
    desk.enrolling.enrol(replace(filled_draft(desk), captured_in="35.14.06.2008"))
    with desk.enrolling.database.reading() as session:
        written = entries_of(session)[0]
    assert isinstance(written.body, Enrolment)
    assert written.body.captured_in == "35.14.06.2008"
    again = desk.drafting.new()
    assert again.captured_in == "35.14.06.2008"
    assert desk.drafting.save(again) == desk.drafting.drafts()[0]


def test_a_place_of_capture_that_is_nowhere_is_not_written(desk: AgentDesk) -> None:
    desk.enrolling.enrol(replace(filled_draft(desk), captured_in="99.99.99.9999"))
    with desk.enrolling.database.reading() as session:
        written = entries_of(session)[0]
    assert isinstance(written.body, Enrolment)
    assert written.body.captured_in is None

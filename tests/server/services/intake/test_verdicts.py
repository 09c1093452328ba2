"""What the server says of each entry on arrival, and what it books for it."""

import json
from dataclasses import replace

import pytest

from sync.protocol.bodies.contribution import ContributionPersonal, UnknownWorker
from sync.protocol.entry import SealedEntry
from sync.rules.iuran_month import IuranMonth
from sync.rules.states import VerdictKind
from tests.support.field_laptop import entry_id_of, farmer_lines, fresh_id, person, salt
from tests.support.intake_house import IntakeHouse

ENROLMENT, CONSENT, CONTRIBUTION, RECEIPT = range(4)


def buckets(house: IntakeHouse) -> dict[str, int]:
    """Rupiah by bucket, after checking that they sum up to what was issued."""
    with house.store.reading() as tx:
        totals = tx.money.totals()
    assert totals.rupiah == totals.receipts_rupiah
    return dict(totals.buckets)


def test_a_market_day_is_accepted_and_booked(field_house: IntakeHouse) -> None:
    laptop = field_house.laptop()
    enrolled = [laptop.enrol(person(number)) for number in range(1, 4)]
    verdicts = field_house.verdicts(laptop)
    assert [verdict.kind for verdict in verdicts] == [VerdictKind.ACCEPTED] * 12
    assert [verdict.feed_position for verdict in verdicts] == list(range(1, 13))
    assert [verdict.hash for verdict in verdicts[:4]] == [entry.hash for entry in enrolled[0].entries]
    assert buckets(field_house) == {"accepted": 3 * 33_600}
    with field_house.store.reading() as tx:
        review = tx.reviews.reviews([enrolled[0].entry_id])[enrolled[0].entry_id]
        epoch = tx.devices.epochs(laptop.device)[0]
        stored = tx.entries.of_actions([enrolled[0].action_id])
    assert (review.state, review.rupiah, review.receipt_number) == (
        "received",
        33_600,
        f"{laptop.device}-01-000001-{review.receipt_number[-1] if review.receipt_number else ''}",
    )
    assert (epoch.contiguous_seq, epoch.high_seq, epoch.head_hash) == (12, 12, laptop.head)
    assert [(one.raw, one.personal) for one in stored] == [
        (one.raw, one.personal) for one in enrolled[0].entries
    ]


def test_a_consent_that_nobody_signed_is_none(field_house: IntakeHouse) -> None:
    laptop = field_house.laptop()
    laptop.enrol(person(1), signed=())
    verdicts = field_house.verdicts(laptop)
    assert verdicts[ENROLMENT].kind is VerdictKind.NEEDS_FIX
    assert verdicts[ENROLMENT].code == "consent_missing"
    assert buckets(field_house) == {"under_review": 33_600}


@pytest.mark.parametrize(
    ("fields", "code", "field"),
    [
        ({"mother_name": ""}, "mother_name_missing", "mother_name"),
        ({"nik": "3202083108900000"}, "nik_serial_zero", "nik"),
        ({"birth_date": "1961-11-22"}, "turns_65_today", "birth_date"),
        ({"village": "99.99.99.9999"}, "village_unknown", "village"),
        ({"phone": "12"}, "phone_invalid", "phone"),
    ],
)
def test_an_enrolment_that_breaks_a_rule_comes_back(
    field_house: IntakeHouse, fields: dict[str, str], code: str, field: str
) -> None:
    laptop = field_house.laptop()
    enrolled = laptop.enrol(replace(person(7), **fields))  # type: ignore[arg-type]
    verdict = field_house.verdicts(laptop)[ENROLMENT]
    assert (verdict.kind, verdict.code, verdict.field) == (VerdictKind.NEEDS_FIX, code, field)
    assert buckets(field_house) == {"under_review": 33_600}
    with field_house.store.reading() as tx:
        assert tx.reviews.reviews([enrolled.entry_id])[enrolled.entry_id].state == "returned"


def test_consent_and_declaration_are_looked_for(field_house: IntakeHouse) -> None:
    laptop = field_house.laptop()
    laptop.enrol(replace(person(1), consents=frozenset()))
    laptop.enrol(replace(person(2), declaration=False))
    verdicts = [verdict for verdict in field_house.verdicts(laptop) if verdict.kind is VerdictKind.NEEDS_FIX]
    assert [verdict.code for verdict in verdicts] == ["consent_missing", "declaration_missing"]


def test_warnings_are_flagged_with_and_without_the_agents_reason(field_house: IntakeHouse) -> None:
    laptop = field_house.laptop()
    reasoned = laptop.enrol(person(1, sex="P"), reasons=["sex_differs"])
    bare = laptop.enrol(person(2, sex="P"))
    shared = laptop.enrol(person(3), reasons=["phone_shared"])
    verdicts = {verdict.entry_id: verdict for verdict in field_house.verdicts(laptop)}
    with field_house.store.reading() as tx:
        reviews = tx.reviews.reviews([reasoned.entry_id, bare.entry_id, shared.entry_id])
    assert {verdicts[one.entry_id].kind for one in (reasoned, bare, shared)} == {VerdictKind.ACCEPTED_REVIEW}
    assert reviews[reasoned.entry_id].flags == '["sex_differs"]'
    assert reviews[bare.entry_id].flags == '["sex_differs", "reason_missing"]'
    assert verdicts[shared.entry_id].code == "phone_shared"
    assert buckets(field_house) == {"under_review": 3 * 33_600}


def test_the_same_nik_is_a_duplicate_and_its_money_is_kept(field_house: IntakeHouse) -> None:
    first, second = field_house.laptop("agent-1"), field_house.laptop("agent-2")
    first.enrol(person(1))
    first.enrol(person(1))
    assert [verdict.kind for verdict in field_house.verdicts(first)][::4] == [
        VerdictKind.ACCEPTED,
        VerdictKind.DUPLICATE,
    ]
    second.enrol(person(1))
    assert field_house.verdicts(second)[ENROLMENT].kind is VerdictKind.DUPLICATE
    assert buckets(field_house) == {"accepted": 33_600, "under_review": 67_200}


def test_a_wrong_price_needs_fixing(field_house: IntakeHouse) -> None:
    laptop = field_house.laptop()
    worker_id = fresh_id()
    laptop.enrol(person(1), worker_id=worker_id, lines=farmer_lines(worker_id, 3, amount=1))
    verdict = field_house.verdicts(laptop)[CONTRIBUTION]
    assert (verdict.kind, verdict.code) == (VerdictKind.NEEDS_FIX, "amount_differs")
    other = fresh_id()
    laptop.enrol(person(2), worker_id=other, lines=farmer_lines(other, 3, tariff_version="1999.1"))
    verdict = field_house.verdicts(laptop)[CONTRIBUTION]
    assert (verdict.kind, verdict.code) == (VerdictKind.ACCEPTED_REVIEW, "tariff_unknown")
    assert set(buckets(field_house)) == {"under_review"}


def test_a_receipt_is_held_against_its_sum_date_and_signature(field_house: IntakeHouse) -> None:
    laptop = field_house.laptop()
    forged = laptop.enrol(person(1), signature="A" * 86)
    laptop.enrol(person(2), total=50_000)
    laptop.enrol(person(3), on=IuranMonth(2026, 12).due_on)
    laptop.enrol(person(4), counter=2)
    receipts = field_house.verdicts(laptop)[RECEIPT::4]
    assert [(verdict.kind, verdict.code) for verdict in receipts] == [
        (VerdictKind.NEEDS_FIX, "receipt_signature"),
        (VerdictKind.NEEDS_FIX, "amount_differs"),
        (VerdictKind.NEEDS_FIX, "receipt_date"),
        (VerdictKind.NEEDS_FIX, "receipt_number_taken"),
    ]
    with field_house.store.reading() as tx:
        issued = tx.money.receipt(_number_of(forged.entries[RECEIPT]))
        totals = tx.money.totals()
    assert [one.genuine for one in issued] == [False]
    assert totals.rupiah == totals.receipts_rupiah == 3 * 33_600 + 50_000


def test_a_counter_that_jumps_is_flagged(field_house: IntakeHouse) -> None:
    laptop = field_house.laptop()
    laptop.enrol(person(1))
    laptop.enrol(person(2), counter=3)
    first = field_house.verdicts(laptop)[RECEIPT::4]
    laptop.enrol(person(3), counter=5)
    second = field_house.verdicts(laptop)[RECEIPT::4]
    assert [(one.kind, one.code) for one in (*first, *second)] == [
        (VerdictKind.ACCEPTED, None),
        (VerdictKind.ACCEPTED_REVIEW, "receipt_gap"),
        (VerdictKind.ACCEPTED_REVIEW, "receipt_gap"),
    ]


def test_a_month_paid_twice_is_taken_and_flagged(field_house: IntakeHouse) -> None:
    laptop = field_house.laptop()
    enrolled = laptop.enrol(person(1))
    field_house.verdicts(laptop)
    laptop.pay(fresh_id(), farmer_lines(enrolled.worker_id, 1))
    again = field_house.verdicts(laptop)[0]
    laptop.pay(fresh_id(), farmer_lines(enrolled.worker_id, 1, IuranMonth(2027, 2)))
    renewal = field_house.verdicts(laptop)
    assert (again.kind, again.code) == (VerdictKind.ACCEPTED_REVIEW, "month_already_paid")
    assert [verdict.kind for verdict in renewal] == [VerdictKind.ACCEPTED] * 2
    assert buckets(field_house) == {"accepted": 33_600 + 16_800, "under_review": 8_400}


def test_a_payment_for_an_unknown_worker_waits(field_house: IntakeHouse) -> None:
    laptop = field_house.laptop()
    stranger, named = fresh_id(), fresh_id()
    laptop.pay(fresh_id(), farmer_lines(stranger, 1))
    who = ContributionPersonal(
        salt=salt(),
        blobs=(),
        workers=(UnknownWorker(worker_id=named, nik=person(9).nik, name="Contoh"),),
    )
    laptop.pay(fresh_id(), farmer_lines(named, 1), personal=who)
    verdicts = field_house.verdicts(laptop)
    assert (verdicts[0].kind, verdicts[0].missing) == (VerdictKind.PARKED, stranger)
    assert (verdicts[2].kind, verdicts[2].code) == (VerdictKind.ACCEPTED_REVIEW, "worker_unknown")
    assert buckets(field_house) == {"held": 8_400, "under_review": 8_400}


def test_a_payment_for_somebody_whom_only_the_branch_knows_is_judged_by_the_nik(
    field_house: IntakeHouse,
) -> None:
    enrolling, laptop = field_house.laptop(), field_house.laptop("agent-2")
    enrolling.enrol(person(1))
    field_house.verdicts(enrolling)
    dearer = {"amount": 9_000}
    for first, changes in ((2, {}), (2, {}), (1, {}), (3, dearer)):
        named = fresh_id()
        who = ContributionPersonal(
            salt=salt(),
            blobs=(),
            workers=(UnknownWorker(worker_id=named, nik=person(1).nik, name="Contoh"),),
        )
        lines = farmer_lines(named, 1, IuranMonth(2027, first), **changes)
        laptop.pay(fresh_id(), lines, personal=who)
    verdicts = field_house.verdicts(laptop)[::2]
    assert {verdict.kind for verdict in verdicts} == {VerdictKind.ACCEPTED_REVIEW}
    with field_house.store.reading() as tx:
        reviews = tx.reviews.reviews([verdict.entry_id for verdict in verdicts])
    assert [json.loads(reviews[verdict.entry_id].flags) for verdict in verdicts] == [
        ["worker_by_nik"],
        ["worker_by_nik", "month_already_paid"],
        ["worker_by_nik", "month_already_paid"],
        ["worker_by_nik", "amount_differs"],
    ]


def test_from_a_revoked_device_everything_is_held_and_counted(field_house: IntakeHouse) -> None:
    laptop = field_house.laptop(state="revoked_drain")
    laptop.enrol(person(1))
    verdicts = field_house.verdicts(laptop)
    assert {(verdict.kind, verdict.code) for verdict in verdicts} == {(VerdictKind.HELD, "device_revoked")}
    assert buckets(field_house) == {"held": 33_600}


def _number_of(sealed: SealedEntry) -> str:
    assert entry_id_of(sealed)
    return sealed.raw.decode().split('"number":"')[1][:17]

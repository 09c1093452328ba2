"""A correction that brings another picture: what was found of the old one is judged anew, and both are kept."""

from __future__ import annotations

import json
from datetime import timedelta

import pytest

from sync.protocol.bodies.parts import BlobMeaning
from sync.protocol.digests import sha256_hex
from sync.protocol.forms import correction_parts
from sync.protocol.kinds import EntryKind
from sync.protocol.review import PhotoView
from sync.rules.states import Move, VerdictKind
from sync.server.domain.checks.finding import Check, Finding
from sync.server.domain.decisions import Request
from sync.server.services.finding import BranchFindings
from sync.server.services.review_reading import ReviewReading
from sync.server.storage.blob_records import BlobRecord
from tests.support.deciding import REVIEWER
from tests.support.field_laptop import NINE, Enrolled, FieldLaptop, fresh_id, person, salt
from tests.support.intake_house import IntakeHouse
from tests.support.memory_store.blobs import MemoryBlobFiles
from tests.support.named_pictures import named_pictures
from tests.support.purging import YEAR, PurgeHouse
from tests.support.reference_data import gazetteer, reference
from tests.support.void_counter import Counter, receipt_of

OLD, NEW, NEWER, PAPER = b"a blurred card", b"the same card, sharp", b"and once more", b"a signed paper"
FOUND = Check.PHOTO_USED_BEFORE.value


def flags(house: IntakeHouse, enrolled: Enrolled) -> list[str]:
    with house.store.reading() as tx:
        return list(json.loads(tx.reviews.reviews([enrolled.entry_id])[enrolled.entry_id].flags))


def found_about(house: IntakeHouse, enrolled: Enrolled) -> list[str]:
    with house.store.reading() as tx:
        return [one.check_code for one in tx.checks.about([enrolled.entry_id])]


def photos(house: IntakeHouse, enrolled: Enrolled) -> tuple[PhotoView, ...]:
    """The record's pictures, as a reviewer reads them."""
    return ReviewReading(house.store, gazetteer()).record(REVIEWER, enrolled.entry_id).photos


def two_with_one_card(house: IntakeHouse) -> tuple[FieldLaptop, Enrolled]:
    """Two workers under one picture; the second is shown to a person."""
    laptop = house.laptop()
    laptop.enrol(person(1), card=OLD)
    second = laptop.enrol(person(2), card=OLD)
    return laptop, second


def test_another_picture_lifts_what_was_found_of_the_old_one(field_house: IntakeHouse) -> None:
    laptop, second = two_with_one_card(field_house)
    field_house.verdicts(laptop)
    assert (flags(field_house, second), found_about(field_house, second)) == ([FOUND], [FOUND])
    first = laptop.correct(second, person(2), person(2, street="Jl. Mawar 9"))
    field_house.verdicts(laptop)
    assert (flags(field_house, second), found_about(field_house, second)) == ([FOUND], [FOUND])
    laptop.correct(second, person(2), person(2), base=first.hash, card=NEW)
    (verdict,) = field_house.verdicts(laptop)
    assert verdict.kind is VerdictKind.ACCEPTED
    assert (flags(field_house, second), found_about(field_house, second)) == ([], [])


def test_it_is_judged_the_same_where_all_of_it_arrives_at_once(field_house: IntakeHouse) -> None:
    laptop, second = two_with_one_card(field_house)
    first = laptop.correct(second, person(2), person(2, street="Jl. Mawar 9"))
    field_house.verdicts(laptop)
    assert (flags(field_house, second), found_about(field_house, second)) == ([FOUND], [FOUND])
    third = laptop.enrol(person(3), card=OLD)
    laptop.correct(third, person(3), person(3), card=NEWER)
    laptop.correct(second, person(2), person(2), base=first.hash, card=NEW)
    field_house.verdicts(laptop)
    for enrolled in (second, third):
        assert (flags(field_house, enrolled), found_about(field_house, enrolled)) == ([], [])


def test_a_correction_with_errors_leaves_what_was_found_of_the_picture(field_house: IntakeHouse) -> None:
    laptop, second = two_with_one_card(field_house)
    field_house.verdicts(laptop)
    laptop.correct(second, person(2), person(2, phone="123"))
    assert field_house.verdicts(laptop)[0].kind is VerdictKind.NEEDS_FIX
    assert found_about(field_house, second) == [FOUND]


def test_a_new_picture_that_somebody_else_has_is_found_at_the_enrolment(field_house: IntakeHouse) -> None:
    laptop, other = field_house.laptop(), field_house.laptop("agent-2")
    other.enrol(person(1), card=NEW)
    enrolled = laptop.enrol(person(2), card=OLD)
    field_house.verdicts(other)
    field_house.verdicts(laptop)
    laptop.correct(enrolled, person(2), person(2), card=NEW)
    assert field_house.verdicts(laptop)[0].kind is VerdictKind.ACCEPTED_REVIEW
    assert (flags(field_house, enrolled), found_about(field_house, enrolled)) == ([FOUND], [FOUND])


def test_what_proves_a_consent_is_compared_with_nothing(field_house: IntakeHouse) -> None:
    laptop = field_house.laptop()
    first, second = laptop.enrol(person(1), card=OLD), laptop.enrol(person(2), card=OLD)
    field_house.verdicts(laptop)
    for number, enrolled in enumerate((first, second), start=1):
        laptop.correct(enrolled, person(number), person(number), paper=PAPER)
    kinds = [one.kind for one in field_house.verdicts(laptop)]
    assert kinds == [VerdictKind.ACCEPTED, VerdictKind.ACCEPTED_REVIEW]
    assert (found_about(field_house, first), found_about(field_house, second)) == ([], [FOUND])


def test_a_reviewer_sees_the_new_picture_first_and_the_old_one_as_previous(field_house: IntakeHouse) -> None:
    laptop = field_house.laptop()
    enrolled = laptop.enrol(person(1), card=OLD)
    field_house.verdicts(laptop)
    first = laptop.correct(enrolled, person(1), person(1), card=NEW, paper=PAPER)
    second = laptop.correct(enrolled, person(1), person(1), base=first.hash, card=NEWER)
    field_house.verdicts(laptop)
    told = [(one.sha256, one.shows, one.previous) for one in photos(field_house, enrolled)]
    assert told == [
        (sha256_hex(PAPER), "signed_paper", False),
        (sha256_hex(NEWER), "ktp", False),
        (sha256_hex(OLD), "ktp", True),
        (sha256_hex(NEW), "ktp", True),
    ]
    laptop.correct(enrolled, person(1), person(1), base=second.hash, card=OLD)
    field_house.verdicts(laptop)
    assert [one.sha256 for one in photos(field_house, enrolled) if not one.previous] == [
        sha256_hex(OLD),
        sha256_hex(PAPER),
    ]


def test_of_two_new_pictures_on_one_version_a_person_decides(field_house: IntakeHouse) -> None:
    laptop = field_house.laptop()
    enrolled = laptop.enrol(person(1), card=OLD)
    field_house.verdicts(laptop)
    laptop.correct(enrolled, person(1), person(1), card=NEW, paper=PAPER)
    laptop.correct(enrolled, person(1), person(1), card=NEWER)
    laptop.correct(enrolled, person(1), person(1), paper=NEWER)
    verdicts = field_house.verdicts(laptop)
    assert [(one.kind, one.field) for one in verdicts[1:]] == [
        (VerdictKind.CONFLICT, "ktp_photo"),
        (VerdictKind.CONFLICT, "consents"),
    ]
    standing = [one.sha256 for one in photos(field_house, enrolled) if not one.previous]
    assert standing == [sha256_hex(NEW), sha256_hex(PAPER)]


@pytest.mark.parametrize(
    ("enrolled_with", "shown_anew", "known", "found"),
    [
        (OLD, NEW, OLD, []),
        (NEW, OLD, OLD, [FOUND]),
        (OLD, b"", OLD, [FOUND]),
        (OLD, NEW, NEWER, []),
    ],
)
def test_a_correction_that_comes_before_its_enrolment_is_looked_at_with_it(
    field_house: IntakeHouse, enrolled_with: bytes, shown_anew: bytes, known: bytes, found: list[str]
) -> None:
    other, laptop = field_house.laptop("agent-2"), field_house.laptop()
    other.enrol(person(1), card=known)
    field_house.verdicts(other)
    own = laptop.enrol(person(2), card=enrolled_with)
    correction = laptop.correct(own, person(2), person(2, street="Jl. Mawar 9"), card=shown_anew)
    (early,) = field_house.verdicts(laptop, laptop.packed(entries=[correction]))
    assert early.kind is VerdictKind.PARKED
    field_house.verdicts(laptop, laptop.packed(entries=own.entries))
    assert (flags(field_house, own), found_about(field_house, own)) == (found, found)
    with field_house.store.reading() as tx:
        assert tx.checks.about([early.entry_id]) == ()


def test_one_with_errors_that_came_first_leaves_its_finding_and_no_flag(field_house: IntakeHouse) -> None:
    other, laptop = field_house.laptop("agent-2"), field_house.laptop()
    other.enrol(person(1), card=OLD)
    field_house.verdicts(other)
    own = laptop.enrol(person(2))
    correction = laptop.correct(own, person(2), person(2, phone="123"), card=OLD)
    field_house.verdicts(laptop, laptop.packed(entries=[correction]))
    field_house.verdicts(laptop, laptop.packed(entries=own.entries))
    assert (flags(field_house, own), found_about(field_house, own)) == (["phone_invalid"], [FOUND])


@pytest.mark.parametrize(
    ("meanings", "named"),
    [((("f" * 64, "ktp"),), b""), (((sha256_hex(OLD), "ktp"), (sha256_hex(OLD), "thumb")), OLD)],
    ids=["not_named", "two_words"],
)
def test_a_word_on_a_picture_hides_nothing_that_was_found(
    field_house: IntakeHouse, meanings: tuple[tuple[str, str], ...], named: bytes
) -> None:
    laptop, second = two_with_one_card(field_house)
    field_house.verdicts(laptop)
    shows = [BlobMeaning.model_validate({"sha256": digest, "shows": word}) for digest, word in meanings]
    body, personal = correction_parts(
        person(2), person(2), corrects=second.entry_id, salt=salt(), blobs=shows
    )
    blobs, _ = named_pictures(ktp=named)
    base = second.entries[0].hash
    laptop.seal(EntryKind.CORRECTION, fresh_id(), body, personal, second.worker_id, base=base, blobs=blobs)
    (verdict,) = field_house.verdicts(laptop)
    assert (verdict.kind, verdict.code) == (VerdictKind.NEEDS_FIX, "pictures_differ")
    assert found_about(field_house, second) == [FOUND]
    assert [(one.sha256, one.previous) for one in photos(field_house, second)] == [(sha256_hex(OLD), False)]


def missing(house: IntakeHouse) -> list[Finding]:
    """Pictures that never came, a week on."""
    house.clock.at = NINE + timedelta(days=7)
    found = BranchFindings(house.store, house.clock, reference).found(REVIEWER).findings
    return [one for one in found if one.check is Check.PHOTO_MISSING]


def arrive(house: IntakeHouse, laptop: FieldLaptop, picture: bytes) -> None:
    """A picture is whole at the branch."""
    row = BlobRecord(laptop.device, sha256_hex(picture), len(picture), NINE)
    with house.store.transaction() as tx:
        tx.blobs.put(BlobRecord(row.device, row.sha256, row.length, NINE, len(picture), NINE))


def test_a_picture_that_never_came_is_missed_until_another_stands_in_its_place(
    field_house: IntakeHouse,
) -> None:
    laptop = field_house.laptop()
    enrolled, other = laptop.enrol(person(1), card=OLD), laptop.enrol(person(2), card=NEWER)
    field_house.verdicts(laptop)
    assert {one.subject for one in missing(field_house)} == {enrolled.entry_id, other.entry_id}
    correction = laptop.correct(enrolled, person(1), person(1), card=NEW)
    field_house.verdicts(laptop)
    entry_id = str(json.loads(correction.raw)["entry_id"])
    assert {one.subject for one in missing(field_house)} == {other.entry_id}
    field_house.clock.at = NINE + timedelta(days=30)
    late = BranchFindings(field_house.store, field_house.clock, reference).found(REVIEWER).findings
    assert {one.subject for one in late if one.check is Check.PHOTO_MISSING} == {other.entry_id, entry_id}
    arrive(field_house, laptop, NEW)
    assert {one.subject for one in missing(field_house)} == {other.entry_id}


def test_both_pictures_go_with_the_person(field_house: IntakeHouse) -> None:
    counter, here = Counter(field_house), PurgeHouse(field_house, MemoryBlobFiles())
    laptop = counter.laptop
    gone, kept = laptop.enrol(person(1), card=OLD), laptop.enrol(person(2), card=NEWER)
    counter.push()
    correction = laptop.correct(gone, person(1), person(1), card=NEW)
    counter.push()
    for picture in (OLD, NEW, NEWER):
        here.bring(laptop, picture)
    counter.decide(kept.entries[0], Move.APPROVE)
    asked = Request(Move.REFUSE, correction.hash, "not_working", None)
    granted = counter.reviewing.decide(REVIEWER, gone.entry_id, asked)
    laptop.refund(receipt_of(gone), str(granted.decision_id), gone.total)
    counter.push()
    field_house.clock.at = NINE + YEAR
    purged = here.purging().run("terminal")
    assert sum(purged.photos.values()) == 2
    assert list(here.files.content.values()) == [NEWER]


def test_a_card_that_was_named_for_somebody_else_by_mistake_goes_with_its_person(
    field_house: IntakeHouse,
) -> None:
    counter, here = Counter(field_house), PurgeHouse(field_house, MemoryBlobFiles())
    laptop = counter.laptop
    mistaken, gone = laptop.enrol(person(1), card=OLD), laptop.enrol(person(2), card=OLD)
    counter.push()
    correction = laptop.correct(mistaken, person(1), person(1), card=NEW)
    counter.push()
    for picture in (OLD, NEW):
        here.bring(laptop, picture)
    approved = Request(Move.APPROVE, correction.hash, None, None)
    counter.reviewing.decide(REVIEWER, mistaken.entry_id, approved)
    granted = counter.decide(gone.entries[0], Move.REFUSE, "not_working")
    laptop.refund(receipt_of(gone), str(granted.decision_id), gone.total)
    counter.push()
    field_house.clock.at = NINE + YEAR
    purged = here.purging().run("terminal")
    assert sum(purged.photos.values()) == 1
    assert list(here.files.content.values()) == [NEW]
    assert [(one.lost, one.previous) for one in photos(field_house, mistaken)] == [
        (None, False),
        ("erased", True),
    ]

"""Consents by their proof, corrections of somebody else, and what an enrolment that cannot be read holds up."""

from __future__ import annotations

import json
from dataclasses import replace

import pytest

from sync.protocol.bodies.change import Change
from sync.protocol.bodies.consent import Consent, ConsentPersonal
from sync.protocol.canonical import canonical_bytes
from sync.protocol.digests import sha256_hex
from sync.protocol.entry import Blob, DecodedEntry, SealedEntry, decode
from sync.protocol.kinds import EntryKind
from sync.rules.states import Move, VerdictKind
from sync.server.domain.decisions import Request
from tests.support.deciding import REVIEWER
from tests.support.field_laptop import FieldLaptop, farmer_lines, fresh_id, person, salt
from tests.support.intake_house import IntakeHouse, field_house
from tests.support.void_counter import Counter

__all__ = ["field_house"]

PICTURE = Blob(sha256=sha256_hex(b"thumb"), length=5)


def by_photo(laptop: FieldLaptop, blobs: tuple[Blob, ...], *, purged: bool) -> None:
    """An enrolment whose consent is a picture of the thumb print."""
    donor = FieldLaptop(laptop.device, laptop.key)
    for sealed in donor.enrol(person(1)).entries:
        entry = decode(sealed.raw, sealed.personal)
        assert isinstance(entry, DecodedEntry)
        body, personal, kind = entry.body, entry.personal, EntryKind(entry.envelope.kind)
        if isinstance(body, Consent):
            body = body.model_copy(update={"way": "thumb_photo"})
            personal = ConsentPersonal(salt=salt(), blobs=(), signature=())
        named, worker_id = entry.envelope.entry_id, entry.envelope.worker_id
        pictures = blobs if kind is EntryKind.CONSENT else ()
        written = laptop.seal(
            kind, entry.envelope.action_id, body, personal, worker_id, entry_id=named, blobs=pictures
        )
        if purged and kind is EntryKind.CONSENT:
            laptop.outbox[-1] = SealedEntry.of(written.raw, None)


@pytest.mark.parametrize(
    ("blobs", "purged", "code"),
    [((PICTURE,), False, None), ((), False, "consent_missing"), ((PICTURE,), True, "consent_missing")],
)
def test_a_consent_by_photo_counts_with_its_picture(
    field_house: IntakeHouse, blobs: tuple[Blob, ...], purged: bool, code: str | None
) -> None:
    laptop = field_house.laptop()
    by_photo(laptop, blobs, purged=purged)
    assert field_house.verdicts(laptop)[0].code == code


def test_a_correction_that_names_another_worker_is_refused(field_house: IntakeHouse) -> None:
    counter = Counter(field_house)
    enrolled = counter.laptop.enrol(person(1))
    counter.push()
    other = replace(enrolled, worker_id=fresh_id())
    counter.laptop.correct(other, person(1), person(1, street="Kp. Lama"))
    assert counter.push() == [(VerdictKind.REFUSED, "worker_differs")]


def broken(laptop: FieldLaptop) -> tuple[list[SealedEntry], str, str]:
    """An enrolment action whose first entry cannot be read; its entries, its worker and its entry id."""
    enrolled = laptop.enrol(person(2))
    value = json.loads(enrolled.entries[0].raw)
    value["body"]["surprise"] = 1
    spoiled = SealedEntry.of(canonical_bytes(value), enrolled.entries[0].personal)
    laptop.outbox.clear()
    return [spoiled, *enrolled.entries[1:]], enrolled.worker_id, enrolled.entry_id


def test_an_enrolment_that_cannot_be_read_is_nobodys_history(field_house: IntakeHouse) -> None:
    counter = Counter(field_house)
    entries, worker_id, _ = broken(counter.laptop)
    counter.laptop.outbox = entries[:1]
    assert counter.push() == [(VerdictKind.NEEDS_FIX, "unknown_field")]
    other = field_house.laptop()
    other.pay(fresh_id(), farmer_lines(worker_id, 1))
    assert counter.push(other)[0][0] is VerdictKind.PARKED


def test_keeping_what_cannot_be_read_leaves_what_waits_for_it_waiting(field_house: IntakeHouse) -> None:
    counter = Counter(field_house)
    counter.laptop.enrol(person(1))
    counter.push()
    twin, other = FieldLaptop(counter.laptop.device, counter.laptop.key), field_house.laptop()
    entries, worker_id, entry_id = broken(twin)
    twin.outbox = entries[:1]
    assert counter.push(twin) == [(VerdictKind.HELD, "fork")]
    enrolled = other.enrol(person(3))
    counter.push(other)
    lost = replace(enrolled, entry_id=entry_id, worker_id=worker_id)
    other.correct(lost, person(3), person(3, street="Kp. Lama"))
    other.pay(fresh_id(), farmer_lines(worker_id, 1))
    assert [kind for kind, _ in counter.push(other)][:2] == [VerdictKind.PARKED] * 2
    counter.reviewing.decide(REVIEWER, entry_id, Request(Move.APPROVE, entries[0].hash))
    with field_house.store.reading() as tx:
        parked = {one.kind: one.worker_id for one in tx.reviews.parked([worker_id], [entry_id])}
    assert parked == {"contribution": worker_id, "correction": worker_id}


def test_a_correction_of_what_was_purged_is_for_a_person_to_see(field_house: IntakeHouse) -> None:
    counter = Counter(field_house)
    enrolled = counter.laptop.enrol(person(1))
    counter.laptop.outbox[0] = SealedEntry.of(enrolled.entries[0].raw, None)
    counter.push()
    counter.laptop.correct(enrolled, person(1), person(1, street="Kp. Lama"))
    assert counter.push() == [(VerdictKind.ACCEPTED_REVIEW, "personal_purged")]


def test_a_correction_in_conflict_is_no_part_of_the_next_ones_history(field_house: IntakeHouse) -> None:
    counter = Counter(field_house)
    laptop = counter.laptop
    enrolled = laptop.enrol(person(1))
    first = laptop.correct(enrolled, person(1), person(1, street="Kp. Lama"))
    laptop.correct(enrolled, person(1), person(1, street="Kp. Baru"))
    assert counter.push()[-1][0] is VerdictKind.CONFLICT
    last = laptop.correct(enrolled, person(1), person(1, rt="007"), base=first.hash)
    assert counter.push() == [(VerdictKind.ACCEPTED, None)]
    with field_house.store.reading() as tx:
        assert tx.reviews.reviews([enrolled.entry_id])[enrolled.entry_id].hash == last.hash


def test_a_kept_change_of_somebody_unknown_changes_nobody(field_house: IntakeHouse) -> None:
    counter, worker_id = Counter(field_house), fresh_id()
    counter.laptop.enrol(person(1))
    counter.push()
    twin = FieldLaptop(counter.laptop.device, counter.laptop.key)
    body = Change(from_month="2027-02", bracket=2, income=1_200_000, findings=())
    change = twin.seal(EntryKind.CHANGE, fresh_id(), body, None, worker_id)
    assert counter.push(twin) == [(VerdictKind.HELD, "fork")]
    counter.decide(change, Move.APPROVE)
    other = field_house.laptop()
    other.pay(fresh_id(), farmer_lines(worker_id, 1))
    assert counter.push(other)[0][0] is VerdictKind.PARKED

"""What a store of a device lacks comes back through the feed: each entry once, as it was received, to that device."""

from __future__ import annotations

import pytest

from sync.protocol.entry import SealedEntry
from sync.protocol.feed import RecordPayload, read_payload
from sync.protocol.messages import EpochWanted
from sync.server.services import feed, recalling
from sync.server.services.feed import Changes
from tests.support.field_laptop import FieldLaptop, person
from tests.support.greetings import greeted, own_mark
from tests.support.intake_house import IntakeHouse, field_house
from tests.support.stored_rows import fresh_id

__all__ = ["field_house"]


def sent(house: IntakeHouse, laptop: FieldLaptop, people: int = 1) -> list[SealedEntry]:
    """Enrol people and push; the entries, in order."""
    for _ in range(people):
        laptop.enrol(person(laptop.seq // 4 + 1))
    entries = list(laptop.outbox)
    house.verdicts(laptop)
    return entries


def copied(laptop: FieldLaptop) -> FieldLaptop:
    """The same identity on another disk."""
    return FieldLaptop(laptop.device, laptop.key, laptop.epoch, laptop.seq, laptop.head, laptop.receipts)


def back(house: IntakeHouse, laptop: FieldLaptop, cursor: int = 0) -> list[RecordPayload]:
    """The entries that come back after a position."""
    page = Changes(house.store).page(house.device(laptop), cursor)
    found = [read_payload(row)[1] for row in page.rows]
    return [one for one in found if isinstance(one, RecordPayload)]


def asking(leaving: int = 1) -> EpochWanted:
    return EpochWanted(ask=fresh_id(), leaving=leaving)


def test_what_a_store_lacks_comes_back_as_it_was_sent(field_house: IntakeHouse) -> None:
    laptop = field_house.laptop()
    first = sent(field_house, laptop)
    old = copied(laptop)
    later = sent(field_house, laptop, 2)
    assert greeted(field_house, laptop).feed_head == 12
    assert greeted(field_house, old).feed_head == 20
    came = back(field_house, laptop, 12)
    assert [one.raw.encode() for one in came] == [entry.raw for entry in later]
    assert [one.personal and one.personal.encode() for one in came] == [entry.personal for entry in later]
    assert [one.verdict.feed_position for one in came] == list(range(5, 13))
    assert [entry.hash for entry in first if entry.hash in {one.hash for one in came}] == []


def test_an_entry_comes_back_once_for_every_store(field_house: IntakeHouse) -> None:
    laptop = field_house.laptop()
    old = copied(laptop)
    sent(field_house, laptop)
    older = own_mark(old)
    assert [greeted(field_house, old).feed_head for _ in range(3)] == [8, 8, 8]
    sent(field_house, laptop)
    assert greeted(field_house, laptop, marks=(older,)).feed_head == 16
    assert len(back(field_house, laptop)) == 8


def test_a_store_that_has_not_sent_its_work_lacks_nothing(field_house: IntakeHouse) -> None:
    laptop = field_house.laptop()
    sent(field_house, laptop)
    laptop.enrol(person(2))
    assert greeted(field_house, laptop).feed_head == 4


def test_what_follows_a_store_that_nothing_arrived_of_comes_back(field_house: IntakeHouse) -> None:
    """The server was set back and has only what was sent since; another copy of the laptop, which lacks that, asks."""
    laptop = field_house.laptop()
    laptop.enrol(person(1))
    laptop.outbox.clear()
    old = copied(laptop)
    later = sent(field_house, laptop)
    greeted(field_house, old)
    assert [one.hash for one in back(field_house, laptop, 4)] == [entry.hash for entry in later]


def test_another_device_of_the_agent_gets_none_of_it(field_house: IntakeHouse) -> None:
    laptop, other = field_house.laptop(), field_house.laptop()
    old = copied(laptop)
    sent(field_house, laptop)
    greeted(field_house, old)
    page = Changes(field_house.store).page(field_house.device(other), 4)
    assert (page.rows, page.cursor, page.more) == ((), 8, False)
    assert len(back(field_house, laptop)) == 4


@pytest.mark.parametrize("stride", [1, 3, 100])
def test_a_store_that_forked_gets_what_stands_beside_its_own(
    field_house: IntakeHouse, monkeypatch: pytest.MonkeyPatch, stride: int
) -> None:
    monkeypatch.setattr(recalling, "_STRIDE", stride)
    laptop = field_house.laptop()
    sent(field_house, laptop)
    twin = copied(laptop)
    standing = sent(field_house, laptop)
    twin.enrol(person(3))
    twin.enrol(person(4))
    forked = [entry.hash for entry in twin.outbox]
    assert greeted(field_house, twin, epoch_wanted=asking()).feed_head == 8
    field_house.verdicts(twin)
    assert greeted(field_house, twin).feed_head == 8 + 8 + 8 + 4
    assert [one.hash for one in back(field_house, twin)] == forked + [entry.hash for entry in standing]


def test_a_chain_that_forked_from_its_start_comes_back_whole(field_house: IntakeHouse) -> None:
    laptop = field_house.laptop()
    twin = copied(laptop)
    standing = sent(field_house, laptop)
    forked = sent(field_house, twin)
    greeted(field_house, twin)
    assert {one.hash for one in back(field_house, twin)} == {entry.hash for entry in standing + forked}


def test_what_is_kept_aside_goes_back_with_a_granted_epoch_and_once(field_house: IntakeHouse) -> None:
    """And so does what stands in its place: a mark of the newest entry does not tell who has it."""
    laptop = field_house.laptop()
    twin = copied(laptop)
    laptop.enrol(person(1))
    standing = [entry.hash for entry in laptop.outbox]
    field_house.verdicts(laptop)
    laptop.enrol(person(2))
    field_house.verdicts(laptop)
    twin.enrol(person(3))
    forked = [entry.hash for entry in twin.outbox]
    field_house.verdicts(twin)
    for _ in range(2):
        greeted(field_house, laptop, epoch_wanted=asking())
        assert {one.hash for one in back(field_house, laptop)} == {*forked, *standing}


def test_a_new_epoch_brings_back_every_one_before_it(field_house: IntakeHouse) -> None:
    laptop = field_house.laptop()
    old = copied(laptop)
    sent(field_house, laptop)
    grant = greeted(field_house, laptop, epoch_wanted=asking()).epoch_grant
    assert grant is not None
    laptop.epoch, laptop.seq, laptop.head, laptop.receipts = 2, 0, grant.start_hash, 0
    laptop.enrol(person(2))
    field_house.verdicts(laptop)
    granted = greeted(field_house, old, epoch_wanted=asking()).epoch_grant
    assert granted is not None
    assert granted.epoch == 3
    assert len(back(field_house, old)) == 8


def test_what_arrives_late_in_an_epoch_that_is_over_goes_to_every_store(field_house: IntakeHouse) -> None:
    laptop = field_house.laptop()
    old = copied(laptop)
    laptop.enrol(person(1))
    first = laptop.packed()
    laptop.outbox.clear()
    later = sent(field_house, laptop)
    greeted(field_house, old)
    assert [one.hash for one in back(field_house, old)] == [entry.hash for entry in later]
    greeted(field_house, old, epoch_wanted=asking())
    early = field_house.verdicts(laptop, first)
    hashes = {one.hash for one in back(field_house, old)}
    assert hashes == {entry.hash for entry in later} | {verdict.hash for verdict in early}


def test_what_arrived_between_comes_back_with_the_grant(field_house: IntakeHouse) -> None:
    laptop = field_house.laptop()
    old = copied(laptop)
    laptop.enrol(person(1))
    first = laptop.packed()
    laptop.outbox.clear()
    sent(field_house, laptop)
    greeted(field_house, old)
    field_house.verdicts(laptop, first)
    sent(field_house, laptop)
    greeted(field_house, laptop, epoch_wanted=asking())
    assert len(back(field_house, old)) == 4 + 4 + 4


def test_a_page_holds_only_so_many_bytes(field_house: IntakeHouse, monkeypatch: pytest.MonkeyPatch) -> None:
    laptop = field_house.laptop()
    old = copied(laptop)
    sent(field_house, laptop)
    greeted(field_house, old)
    monkeypatch.setattr(feed, "MOST_RAW", 1)
    changes, device = Changes(field_house.store), field_house.device(old)
    cursor, pages = 4, []
    while (page := changes.page(device, cursor)).rows:
        cursor = page.cursor
        pages.append((len(page.rows), page.more))
    assert pages == [(1, True), (1, True), (1, True), (1, False)]

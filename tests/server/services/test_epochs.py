"""A store that lacks what it had written gets an epoch of its own: once for each ask, and never the same for two."""

from __future__ import annotations

import json

import pytest

from sync.protocol.messages import EpochGrant, EpochWanted, Mark, SequenceRange
from sync.rules.states import VerdictKind
from sync.server.services.auditing import trail
from sync.server.services.gaps import chain_gaps
from tests.support.field_laptop import NINE, FieldLaptop, person
from tests.support.greetings import greeted, own_mark
from tests.support.intake_house import IntakeHouse, field_house
from tests.support.stored_rows import fresh_id

__all__ = ["field_house"]


def wanted(leaving: int = 1, reached: Mark | None = None) -> EpochWanted:
    """A fresh ask."""
    return EpochWanted(ask=fresh_id(), leaving=leaving, reached=reached)


def granted(house: IntakeHouse, laptop: FieldLaptop, ask: EpochWanted) -> EpochGrant:
    """The grant for an ask."""
    found = greeted(house, laptop, epoch_wanted=ask).epoch_grant
    assert found is not None
    return found


def sent(house: IntakeHouse, people: int = 1) -> FieldLaptop:
    """A laptop whose enrolments have arrived."""
    laptop = house.laptop()
    for number in range(1, people + 1):
        laptop.enrol(person(number))
    house.verdicts(laptop)
    return laptop


def test_an_epoch_begins_from_the_head_that_the_grant_names(field_house: IntakeHouse) -> None:
    laptop = sent(field_house)
    found = granted(field_house, laptop, wanted())
    assert (found.epoch, found.start_hash) == (2, laptop.head)
    laptop.epoch, laptop.seq, laptop.head, laptop.receipts = 2, 0, found.start_hash, 0
    laptop.enrol(person(2))
    assert {verdict.kind for verdict in field_house.verdicts(laptop)} == {VerdictKind.ACCEPTED}
    known = greeted(field_house, laptop)
    assert [(mark.epoch, mark.seq) for mark in known.known] == [(1, 4), (2, 4)]
    assert known.epochs_over == (1,)
    assert known.epoch_grant is None


def test_a_lost_answer_costs_no_epoch(field_house: IntakeHouse) -> None:
    laptop = sent(field_house)
    ask = wanted()
    first = granted(field_house, laptop, ask)
    assert granted(field_house, laptop, ask) == first
    acts = [row for row in trail(field_house.store, 0, 100) if row.act == "epoch_granted"]
    assert [(row.subject, json.loads(row.detail)) for row in acts] == [
        (laptop.device, {"epoch": 2, "leaving": 1})
    ]


def test_two_stores_with_one_identity_get_an_epoch_each(field_house: IntakeHouse) -> None:
    laptop = sent(field_house)
    assert greeted(field_house, laptop).epochs_over == ()
    one, two = wanted(), wanted()
    assert [granted(field_house, laptop, ask).epoch for ask in (one, two, one)] == [2, 3, 2]
    over = greeted(field_house, laptop).epochs_over
    assert over == (1,)


def test_a_fork_is_kept_and_held(field_house: IntakeHouse) -> None:
    laptop = sent(field_house)
    twin = FieldLaptop(laptop.device, laptop.key, 1, laptop.seq, laptop.head, laptop.receipts)
    laptop.enrol(person(2))
    twin.enrol(person(3))
    field_house.verdicts(laptop)
    told = field_house.verdicts(twin)
    assert {(verdict.kind, verdict.code) for verdict in told} == {(VerdictKind.HELD, "fork")}
    with field_house.store.reading() as tx:
        totals = tx.money.totals()
    assert totals.receipts_rupiah == totals.rupiah == 3 * 33_600


def test_no_number_of_an_epoch_that_a_store_ever_named_is_given(field_house: IntakeHouse) -> None:
    """A server that was set back to a backup has forgotten grants that stores still know of."""
    laptop = sent(field_house)
    kept = own_mark(laptop, epoch=4, seq=7)
    ask = wanted(leaving=3, reached=kept)
    assert granted(field_house, laptop, ask).epoch == 5
    stranger = own_mark(laptop, device="0ZZZZ", epoch=9)
    answer = greeted(field_house, laptop, marks=(stranger,), epoch_wanted=wanted(leaving=5))
    assert answer.epoch_grant is not None
    assert answer.epoch_grant.epoch == 6


def test_what_one_store_named_is_given_to_none_other(field_house: IntakeHouse) -> None:
    """The server was set back: another store asks, which never heard of the epochs that it gave before."""
    laptop = sent(field_house)
    greeted(field_house, laptop, marks=(own_mark(laptop, epoch=2, seq=0),))
    assert gaps_of(field_house, laptop) == []
    assert granted(field_house, laptop, wanted()).epoch == 3


def test_nor_is_one_in_which_something_came_that_nobody_told_of(field_house: IntakeHouse) -> None:
    laptop = sent(field_house)
    laptop.epoch, laptop.seq, laptop.receipts = 4, 0, 0
    laptop.enrol(person(2))
    assert {verdict.kind for verdict in field_house.verdicts(laptop)} == {VerdictKind.HELD}
    assert gaps_of(field_house, laptop) == []
    assert granted(field_house, laptop, wanted()).epoch == 5


def test_a_store_is_told_how_far_another_wrote(field_house: IntakeHouse) -> None:
    laptop = sent(field_house)
    assert greeted(field_house, laptop, marks=(own_mark(laptop, epoch=1, seq=7),)).reported == (
        SequenceRange(epoch=1, first_seq=5, last_seq=7),
    )
    assert [one.last_seq for one in greeted(field_house, laptop).reported] == [7]


def test_the_mark_kept_outside_ends_its_epoch_too(field_house: IntakeHouse) -> None:
    laptop = sent(field_house)
    assert granted(field_house, laptop, wanted()).epoch == 2
    beyond = own_mark(laptop, epoch=2, seq=3)
    assert granted(field_house, laptop, wanted(1, beyond)).epoch == 3
    assert greeted(field_house, laptop).epochs_over == (1, 2)


def test_numbers_of_epochs_end_at_ninety_nine(field_house: IntakeHouse) -> None:
    laptop = sent(field_house)
    assert granted(field_house, laptop, wanted(leaving=98)).epoch == 99
    assert greeted(field_house, laptop, epoch_wanted=wanted(leaving=99)).epoch_grant is None


def test_a_revoked_device_gets_none(field_house: IntakeHouse) -> None:
    laptop = field_house.laptop(state="revoked_drain")
    assert greeted(field_house, laptop, epoch_wanted=wanted()).epoch_grant is None


def test_the_highest_mark_that_a_store_reported_is_kept(field_house: IntakeHouse) -> None:
    laptop = sent(field_house)

    def reported() -> tuple[int, bool]:
        with field_house.store.reading() as tx:
            row = tx.devices.epochs(laptop.device)[0]
        return row.reported_seq, row.reported_at is not None

    greeted(field_house, laptop)
    assert reported() == (0, False)
    greeted(field_house, laptop, marks=(own_mark(laptop, seq=9), own_mark(laptop, epoch=7, seq=2)))
    assert reported() == (9, True)
    greeted(field_house, laptop, marks=(own_mark(laptop, seq=6),))
    assert reported() == (9, True)
    greeted(field_house, laptop, epoch_wanted=wanted(reached=own_mark(laptop, seq=12)))
    assert reported() == (12, True)


def gaps_of(house: IntakeHouse, laptop: FieldLaptop) -> list[tuple[int, int, int, bool]]:
    """Epoch, first and last seq, and whether the epoch is over."""
    with house.store.reading() as tx:
        found = chain_gaps(tx, laptop.device)
    assert all(gap.device == laptop.device and gap.since == NINE for gap in found)
    return [(gap.epoch, gap.first_seq, gap.last_seq, gap.left) for gap in found]


def test_what_only_a_newer_copy_had_is_named_as_a_gap(field_house: IntakeHouse) -> None:
    laptop = sent(field_house)
    assert gaps_of(field_house, laptop) == []
    reached = own_mark(laptop, seq=12, head_hash="e" * 64)
    granted(field_house, laptop, wanted(reached=reached))
    assert gaps_of(field_house, laptop) == [(1, 5, 12, True)]


def test_what_is_told_of_a_forgotten_chain_is_a_gap_until_it_comes(field_house: IntakeHouse) -> None:
    """The server was set back: it knows nothing of the epoch that a lost copy of the store wrote in."""
    laptop = sent(field_house)
    beyond = own_mark(laptop, epoch=2, seq=17)
    nothing = own_mark(laptop, epoch=4, seq=0)
    answer = greeted(field_house, laptop, marks=(nothing,), epoch_wanted=wanted(reached=beyond))
    assert answer.epoch_grant is not None
    assert answer.epoch_grant.epoch == 5
    assert gaps_of(field_house, laptop) == [(2, 1, 17, True)]
    assert [(one.code, one.data["count"]) for one in answer.notices] == [("entries_missing", 17)]
    greeted(field_house, laptop, marks=(own_mark(laptop, epoch=2, seq=15),))
    assert gaps_of(field_house, laptop) == [(2, 1, 17, True)]
    holder = greeted(field_house, laptop, marks=(own_mark(laptop, epoch=2, seq=15),))
    assert [one.data["count"] for one in holder.notices] == [2]


def test_holes_and_what_waits_on_a_laptop_are_named(field_house: IntakeHouse) -> None:
    laptop = field_house.laptop()
    laptop.enrol(person(1))
    first = laptop.packed()
    laptop.outbox.clear()
    laptop.enrol(person(2))
    field_house.verdicts(laptop)
    laptop.enrol(person(3))
    greeted(field_house, laptop)
    assert gaps_of(field_house, laptop) == [(1, 1, 4, False), (1, 9, 12, False)]
    field_house.verdicts(laptop, first)
    field_house.verdicts(laptop)
    assert gaps_of(field_house, laptop) == []


def test_a_server_that_was_set_back_gives_no_position_again(
    field_house: IntakeHouse, caplog: pytest.LogCaptureFixture
) -> None:
    laptop = sent(field_house)
    assert greeted(field_house, laptop, cursor=4).feed_head == 4
    assert caplog.messages == []
    assert greeted(field_house, laptop, cursor=70).feed_head == 70
    assert caplog.messages == ["feed_moved_on"]
    laptop.enrol(person(2))
    assert [verdict.feed_position for verdict in field_house.verdicts(laptop)] == [71, 72, 73, 74]
    assert greeted(field_house, laptop, cursor=10**12).feed_head == 1_000_074

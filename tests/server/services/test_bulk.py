"""Many records are approved at once: a sample is opened first, ten minutes pass, and what changed falls out."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import timedelta

import pytest

from sync.rules.states import Move
from sync.server.domain.bulk import drawn
from sync.server.refusals import Refusal
from sync.server.services.auditing import trail
from sync.server.services.bulk import BulkApproving, BulkStanding
from tests.server.services.test_two_people import SECOND, Branch, branch, refusal
from tests.support.deciding import REVIEWER
from tests.support.field_laptop import person

__all__ = ["branch"]
LATER = timedelta(minutes=10)


def first_ones(_count: int, size: int) -> Sequence[int]:
    """No chance: the first of them."""
    return range(size)


@pytest.fixture
def bulks(branch: Branch) -> BulkApproving:
    return BulkApproving(branch.house.store, branch.house.clock, branch.reviewing, first_ones)


@pytest.fixture
def entries(branch: Branch) -> list[str]:
    """Five clean records at the branch."""
    made = [branch.laptop.enrol(person(number)).entry_id for number in range(1, 6)]
    branch.house.push(branch.laptop)
    return made


def outcomes(bulks: BulkApproving) -> dict[str, str | None]:
    """What became of each record of the newest bulk."""
    return {row.entry_id: row.outcome for row in bulks.standing(REVIEWER)[0].rows}


def scheduled(branch: Branch, bulks: BulkApproving, entries: list[str]) -> BulkStanding:
    """A bulk whose sample was opened."""
    bulk = bulks.draw(REVIEWER, entries)
    for row in bulk.rows:
        if row.sampled:
            branch.reviewing.open(REVIEWER, row.entry_id)
    return bulks.schedule(REVIEWER, bulk.bulk.bulk_id)


def test_a_bulk_stands_after_ten_minutes_and_over_a_restart(
    branch: Branch, bulks: BulkApproving, entries: list[str]
) -> None:
    branch.reviewing.open(REVIEWER, entries[4])
    branch.reviewing.release(REVIEWER, entries[4])
    bulk = bulks.draw(REVIEWER, entries)
    bulk_id = bulk.bulk.bulk_id
    assert [row.sampled for row in bulk.rows] == [True, True, True, False, False]
    with pytest.raises(Refusal) as refused:
        bulks.schedule(REVIEWER, bulk_id)
    assert (refused.value.code, refused.value.data) == ("sample_unseen", {"missing": 3})
    for entry_id in entries[:3]:
        branch.reviewing.open(REVIEWER, entry_id)
    branch.reviewing.release(REVIEWER, entries[0])
    assert bulks.schedule(REVIEWER, bulk_id).bulk.due_at == branch.house.clock.at + LATER
    assert refusal(lambda: bulks.schedule(REVIEWER, bulk_id)) == "bulk_over"
    assert bulks.apply() == 0
    branch.house.clock.at += LATER
    assert refusal(lambda: bulks.undo(REVIEWER, bulk_id)) == "bulk_over"
    restarted = BulkApproving(branch.house.store, branch.house.clock, branch.reviewing)
    assert restarted.apply() == 1
    assert set(outcomes(restarted).values()) == {"approved"}
    assert restarted.apply() == 0
    assert branch.history(entries[3]) == [("open", "in_review"), ("approve", "approved")]
    assert [row.act for row in trail(branch.house.store, 0, 100)][-1] == "bulk_applied"


def test_what_changed_meanwhile_falls_out_and_is_named(
    branch: Branch, bulks: BulkApproving, entries: list[str]
) -> None:
    scheduled(branch, bulks, entries)
    branch.reviewing.open(SECOND, entries[3])
    branch.decide(entries[0], Move.DUPLICATE)
    branch.decide(entries[1], Move.APPROVE)
    with branch.house.store.transaction() as tx:
        found = tx.reviews.reviews(entries)
        tx.reviews.put(replace(found[entries[2]], flags='["phone_shared"]'))
        tx.reviews.put(replace(found[entries[4]], hash="f" * 64))
    branch.house.clock.at += LATER
    assert outcomes(bulks) == {
        entries[0]: "move_refused",
        entries[1]: "approved",
        entries[2]: "record_flagged",
        entries[3]: "claimed_by_other",
        entries[4]: "content_changed",
    }


def test_a_bulk_is_taken_back_by_who_made_it(
    branch: Branch, bulks: BulkApproving, entries: list[str]
) -> None:
    bulk_id = scheduled(branch, bulks, entries).bulk.bulk_id
    assert refusal(lambda: bulks.undo(SECOND, bulk_id)) == "bulk_unknown"
    assert refusal(lambda: bulks.undo(REVIEWER, "nothing")) == "bulk_unknown"
    assert bulks.undo(REVIEWER, bulk_id).bulk.state == "undone"
    assert refusal(lambda: bulks.undo(REVIEWER, bulk_id)) == "bulk_over"
    branch.house.clock.at += LATER
    assert bulks.apply() == 0
    (seen,) = bulks.standing(SECOND)
    assert (seen.by, seen.mine, seen.bulk.state) == ("Penyelia", False, "undone")


def test_only_clean_records_of_ones_own_branch_are_taken_together(
    branch: Branch, bulks: BulkApproving, entries: list[str]
) -> None:
    def unfit() -> object:
        with pytest.raises(Refusal) as refused:
            bulks.draw(REVIEWER, entries)
        return refused.value.code, refused.value.data.get("reason")

    assert refusal(lambda: bulks.draw(REVIEWER, [*entries, "nothing"])) == "record_unknown"
    far = replace(REVIEWER, branch_id="far")
    assert refusal(lambda: bulks.draw(far, entries)) == "record_unknown"
    maker = replace(REVIEWER, agent_id="agent-1")
    assert refusal(lambda: bulks.draw(maker, entries)) == "maker_is_checker"
    with branch.house.store.transaction() as tx:
        review = tx.reviews.reviews(entries)[entries[2]]
        tx.reviews.put(replace(review, flags='["phone_shared"]'))
    assert unfit() == ("record_unfit", "record_flagged")
    with branch.house.store.transaction() as tx:
        tx.reviews.put(replace(review, rupiah=100_001))
    assert unfit() == ("record_unfit", "second_person_needed")
    with branch.house.store.transaction() as tx:
        tx.reviews.put(review)
    branch.reviewing.open(SECOND, entries[0])
    assert unfit() == ("record_unfit", "move_refused")


def test_amounts_that_take_two_by_then_and_people_who_left_approve_nothing(
    branch: Branch, bulks: BulkApproving, entries: list[str]
) -> None:
    scheduled(branch, bulks, entries)
    with branch.house.store.transaction() as tx:
        (row,) = tx.organisation.branches()
        tx.organisation.put_branch(replace(row, second_above=1))
    branch.house.clock.at += LATER
    assert set(outcomes(bulks).values()) == {"second_person_needed"}
    with branch.house.store.transaction() as tx:
        tx.organisation.put_branch(row)
        (bulk,) = tx.bulks.of_branch("branch", branch.house.clock.at - timedelta(days=1))
        tx.bulks.put(replace(bulk, state="scheduled", due_at=branch.house.clock.at))
    with branch.house.store.transaction():
        branch.house.store.tables.accounts.drop("account")  # type: ignore[attr-defined]
    assert set(outcomes(bulks).values()) == {"account_unknown"}


def test_five_percent_are_looked_at_and_three_at_least(branch: Branch, entries: list[str]) -> None:
    with branch.house.store.reading() as tx:
        reviews = list(tx.reviews.reviews(entries).values())
    for count, size in ((1, 1), (2, 2), (5, 3), (60, 3), (61, 4), (200, 10)):
        rows = drawn((reviews * 40)[:count], first_ones)
        assert sum(row.sampled for row in rows) == size


def test_whoever_was_suspended_or_given_a_password_meanwhile_approves_nothing(
    branch: Branch, bulks: BulkApproving, entries: list[str]
) -> None:
    for place, still in enumerate((True, False)):
        scheduled(branch, bulks, entries[:2] if place else entries[2:])
        with branch.house.store.transaction() as tx:
            if still:
                tx.accounts.set_disabled(REVIEWER.account_id, branch.house.clock.at)
            else:
                tx.accounts.set_disabled(REVIEWER.account_id, None)
                tx.accounts.give_password(
                    REVIEWER.account_id, "x", "head", branch.house.clock.at, must_change=True
                )
        branch.house.clock.at += LATER
        assert set(outcomes(bulks).values()) == {"account_unknown"}

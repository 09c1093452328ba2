"""Money is undone, and large amounts approved, by two people; claims lapse and can be taken over."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest

from sync.protocol.entry import SealedEntry
from sync.protocol.feed import DecisionPayload
from sync.rules.states import Move, ReviewState
from sync.server.domain.decisions import Request
from sync.server.refusals import Refusal
from sync.server.services.review_reading import ReviewReading
from sync.server.services.reviewing import Reviewing
from sync.server.services.seconding import note_same_hand
from sync.server.storage.access_records import Account
from sync.server.storage.check_records import StoredFinding
from tests.support.deciding import REVIEWER, reviewing
from tests.support.field_laptop import NINE, Enrolled, FieldLaptop, entry_id_of, person
from tests.support.intake_house import IntakeHouse, open_house
from tests.support.memory_store.store import MemoryStore
from tests.support.reference_data import gazetteer
from tests.support.void_counter import receipt_of

SECOND = replace(REVIEWER, account_id="second", login="rina", name="Rina")


class Branch:
    """A branch of two reviewers that asks for a second person above Rp100.000."""

    def __init__(self, folder: Path) -> None:
        self.house: IntakeHouse = open_house(MemoryStore(), folder)
        self.reviewing: Reviewing = reviewing(self.house)
        self.reading = ReviewReading(self.house.store, gazetteer())
        with self.house.store.transaction() as tx:
            tx.accounts.add(Account("second", "rina", "Rina", "reviewer", "x", NINE, "branch"))
            (branch,) = tx.organisation.branches()
            tx.organisation.put_branch(replace(branch, two_person=True, second_above=100_000))
        self.laptop: FieldLaptop = self.house.laptop()

    def enrolled(self) -> Enrolled:
        """One enrolment that was paid for, at the branch."""
        made = self.laptop.enrol(person(1))
        self.house.push(self.laptop)
        return made

    def voided(self) -> SealedEntry:
        """A void request about an enrolment's receipt, at the branch."""
        asked = self.laptop.void(receipt_of(self.enrolled()))
        self.house.push(self.laptop)
        return asked

    def decide(self, entry_id: str, move: Move, by: object = REVIEWER) -> DecisionPayload:
        """Decide on what the record holds."""
        reason = "other" if move is Move.REFUSE else None
        digest = self.reading.record(REVIEWER, entry_id).hash
        asked = Request(move, digest, reason, "Sudah ditelepon")
        return self.reviewing.decide(by, entry_id, asked)  # type: ignore[arg-type]

    def told(self) -> list[str]:
        """The states that the agent's feed was told."""
        with self.house.store.reading() as tx:
            rows = tx.feed.of_kind("agent-1", "decision")
        return [DecisionPayload.model_validate_json(row.payload).state.value for row in rows]

    def history(self, entry_id: str) -> list[tuple[str, str]]:
        """The deeds on a record, each with the state after it."""
        with self.house.store.reading() as tx:
            return [(one.move, one.to_state) for one in tx.reviews.moves(entry_id)]


@pytest.fixture
def branch(tmp_path: Path) -> Branch:
    return Branch(tmp_path)


def refusal(act: Callable[[], object]) -> str:
    """The code with which an act is refused."""
    with pytest.raises(Refusal) as refused:
        act()
    return refused.value.code


def test_a_void_stands_once_a_second_person_agrees(branch: Branch) -> None:
    entry_id = entry_id_of(branch.voided())
    assert branch.decide(entry_id, Move.APPROVE).state is ReviewState.RECEIVED
    assert branch.told() == []
    assert refusal(lambda: branch.decide(entry_id, Move.APPROVE)) == "second_person_needed"
    (row,) = [
        one
        for group in branch.reading.queue(SECOND).groups
        for one in group.records
        if one.entry_id == entry_id
    ]
    assert (row.proposed_by, row.proposed_mine) == ("Penyelia", False)
    seen = branch.reading.record(SECOND, entry_id).proposal
    assert seen is not None
    assert (seen.move, seen.by, seen.mine, seen.note) == ("approve", "Penyelia", False, "Sudah ditelepon")
    mine = branch.reading.record(REVIEWER, entry_id).proposal
    assert mine is not None
    assert mine.mine
    assert branch.decide(entry_id, Move.APPROVE, SECOND).state is ReviewState.APPROVED
    assert branch.told() == ["approved"]
    assert branch.history(entry_id) == [
        ("propose_approve", "received"),
        ("open", "in_review"),
        ("approve", "approved"),
    ]
    assert branch.reading.record(SECOND, entry_id).proposal is None


def test_whoever_had_the_record_open_gives_it_to_the_second_person(branch: Branch) -> None:
    entry_id = entry_id_of(branch.voided())
    branch.reviewing.open(REVIEWER, entry_id)
    branch.decide(entry_id, Move.APPROVE)
    assert branch.told() == ["in_review", "received"]
    branch.reviewing.open(SECOND, entry_id)
    assert branch.decide(entry_id, Move.APPROVE, SECOND).state is ReviewState.APPROVED


def test_refusing_money_takes_two_and_another_decision_takes_its_place(branch: Branch) -> None:
    entry_id = branch.enrolled().entry_id
    assert branch.decide(entry_id, Move.REFUSE).state is ReviewState.RECEIVED
    assert branch.decide(entry_id, Move.APPROVE, SECOND).state is ReviewState.APPROVED
    with branch.house.store.reading() as tx:
        assert tx.reviews.proposals([entry_id]) == {}


def test_a_refund_is_named_by_the_second_person(branch: Branch) -> None:
    entry_id = branch.enrolled().entry_id
    assert branch.decide(entry_id, Move.REFUSE).decision_id is None
    told = branch.decide(entry_id, Move.REFUSE, SECOND)
    assert (told.state, told.decision_id is None) == (ReviewState.REFUSED, False)


def test_small_amounts_are_approved_by_one_and_large_ones_by_two(branch: Branch) -> None:
    small = branch.enrolled().entry_id
    assert branch.decide(small, Move.APPROVE).state is ReviewState.APPROVED
    with branch.house.store.transaction() as tx:
        (row,) = tx.organisation.branches()
        tx.organisation.put_branch(replace(row, second_above=33_599))
    large = branch.laptop.enrol(person(2)).entry_id
    branch.house.push(branch.laptop)
    assert branch.decide(large, Move.APPROVE).state is ReviewState.RECEIVED
    with branch.house.store.transaction() as tx:
        tx.organisation.put_branch(replace(row, two_person=False))
    assert branch.decide(large, Move.APPROVE).state is ReviewState.APPROVED


def test_a_proposal_is_taken_back_or_declined_and_is_bound_to_its_content(branch: Branch) -> None:
    entry_id = entry_id_of(branch.voided())
    decline = branch.reviewing.decline
    assert refusal(lambda: decline(REVIEWER, entry_id, "?")) == "proposal_unknown"
    branch.decide(entry_id, Move.APPROVE)
    decline(SECOND, entry_id, "Kuitansinya belum dilihat")
    branch.decide(entry_id, Move.APPROVE)
    decline(REVIEWER, entry_id, "Salah tekan")
    assert [deed for deed, _ in branch.history(entry_id)] == [
        "propose_approve",
        "decline",
        "propose_approve",
        "withdraw",
    ]
    branch.decide(entry_id, Move.APPROVE)
    with branch.house.store.transaction() as tx:
        review = tx.reviews.reviews([entry_id])[entry_id]
        tx.reviews.put(replace(review, hash="f" * 64))
    assert branch.reading.record(SECOND, entry_id).proposal is None
    assert branch.decide(entry_id, Move.APPROVE, SECOND).state is ReviewState.RECEIVED
    assert branch.told() == []


def test_a_record_that_a_colleague_left_open_is_taken_over_for_a_reason(branch: Branch) -> None:
    entry_id = branch.enrolled().entry_id
    take_over = branch.reviewing.take_over
    assert refusal(lambda: take_over(SECOND, entry_id, "Cuti")) == "move_refused"
    branch.reviewing.open(REVIEWER, entry_id)
    assert refusal(lambda: branch.reviewing.open(SECOND, entry_id)) == "claimed_by_other"
    take_over(SECOND, entry_id, "Cuti")
    assert branch.reading.record(SECOND, entry_id).claimed_by == "Rina"
    assert branch.decide(entry_id, Move.APPROVE, SECOND).state is ReviewState.APPROVED
    assert branch.history(entry_id)[1] == ("take_over", "in_review")


def test_a_claim_lapses_and_the_agent_is_told(branch: Branch) -> None:
    entry_id = branch.enrolled().entry_id
    branch.reviewing.open(REVIEWER, entry_id)
    assert branch.reviewing.lapse() == 0
    branch.house.clock.at += timedelta(minutes=31)
    assert branch.reviewing.lapse() == 1
    assert branch.told() == ["in_review", "received"]
    assert branch.history(entry_id)[-1] == ("release", "received")
    assert branch.reading.record(REVIEWER, entry_id).claimed_by is None


def in_one_hand(branch: Branch, ago: timedelta = timedelta(days=3)) -> None:
    """Let an administrator give both reviewers their passwords."""
    at = branch.house.clock.now() - ago
    with branch.house.store.transaction() as tx:
        tx.accounts.add(Account("head", "kepala", "Kepala", "branch_admin", "x", NINE, "branch"))
        for account_id in (REVIEWER.account_id, SECOND.account_id):
            tx.accounts.give_password(account_id, "x", "head", at, must_change=True)
            tx.accounts.set_password(account_id, "y")


def found(branch: Branch, entry_id: str) -> list[tuple[str, str, int]]:
    """What was found about a record: check, agent and measure."""
    with branch.house.store.reading() as tx:
        about = tx.checks.about([entry_id])
    return [(one.check_code, one.agent_id, one.measure) for one in about]


@pytest.mark.parametrize("move", [Move.APPROVE, Move.REFUSE])
def test_a_decision_of_two_accounts_in_one_hand_is_shown_and_stands(branch: Branch, move: Move) -> None:
    in_one_hand(branch)
    made = branch.enrolled()
    flag = StoredFinding(made.entry_id, "age_near_limit", "branch", "agent-1", NINE.date(), "[]", 9)
    with branch.house.store.transaction() as tx:
        tx.checks.replace([made.entry_id], [flag])
        (home,) = tx.organisation.branches()
        tx.organisation.put_branch(replace(home, second_above=0))
    branch.decide(made.entry_id, Move.APPROVE)
    assert found(branch, made.entry_id) == [("age_near_limit", "agent-1", 9)]
    branch.decide(made.entry_id, move, SECOND)
    shown = [("same_hand", "agent-1", 3)] if move is Move.APPROVE else []
    assert found(branch, made.entry_id) == [("age_near_limit", "agent-1", 9), *shown]


def test_a_finding_of_one_hand_stays_when_the_record_is_looked_at_again(branch: Branch) -> None:
    in_one_hand(branch)
    made = branch.enrolled()
    with branch.house.store.transaction() as tx:
        (home,) = tx.organisation.branches()
        tx.organisation.put_branch(replace(home, second_above=0))
    for person_at_work in (REVIEWER, SECOND):
        branch.decide(made.entry_id, Move.APPROVE, person_at_work)
    branch.laptop.correct(made, replace(person(1), phone="081299999999"), person(1))
    branch.house.push(branch.laptop)
    assert found(branch, made.entry_id) == [("same_hand", "agent-1", 3)]


@pytest.mark.parametrize("suspends", [True, False])
def test_nothing_is_proposed_by_whoever_was_stopped_at_that_moment(branch: Branch, suspends: bool) -> None:
    entry_id = entry_id_of(branch.voided())
    at = branch.house.clock.now()
    with branch.house.store.transaction() as tx:
        if suspends:
            tx.accounts.set_disabled(REVIEWER.account_id, at)
        else:
            tx.accounts.give_password(REVIEWER.account_id, "x", "head", at, must_change=True)
    with pytest.raises(Refusal) as refused:
        branch.decide(entry_id, Move.APPROVE)
    assert refused.value.code == "session_lapsed"
    with branch.house.store.reading() as tx:
        assert tx.reviews.proposals([entry_id]) == {}


def test_two_people_who_are_two_are_not_shown(branch: Branch) -> None:
    entry_id = entry_id_of(branch.voided())
    for person_at_work in (REVIEWER, SECOND):
        branch.decide(entry_id, Move.APPROVE, person_at_work)
    assert found(branch, entry_id) == []


def test_hands_that_long_let_go_are_not_shown(branch: Branch) -> None:
    in_one_hand(branch, timedelta(days=31))
    entry_id = entry_id_of(branch.voided())
    for person_at_work in (REVIEWER, SECOND):
        branch.decide(entry_id, Move.APPROVE, person_at_work)
    assert found(branch, entry_id) == []


def test_an_account_that_is_gone_is_not_looked_at(branch: Branch) -> None:
    made = branch.enrolled()
    with branch.house.store.transaction() as tx:
        review = tx.reviews.reviews([made.entry_id])[made.entry_id]
        note_same_hand(tx, review, "account", "nobody", NINE)
        note_same_hand(tx, review, "nobody", "account", NINE)
    assert found(branch, made.entry_id) == []

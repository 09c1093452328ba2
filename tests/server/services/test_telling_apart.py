"""Two records that may be of one person: side by side, told apart for good, called one, or handed to a second person."""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import replace
from datetime import timedelta

import pytest

from sync.protocol.comparison import Comparison
from sync.protocol.feed import DecisionPayload
from sync.rules.pairs import Saying
from sync.rules.states import Move, ReviewState
from sync.server.domain.bulk import why_not
from sync.server.domain.decisions import Request
from sync.server.permissions import Role
from sync.server.refusals import Refusal
from sync.server.services.accounts import SignedIn
from sync.server.services.auditing import trail
from sync.server.services.comparing import Comparing
from sync.server.services.review_reading import ReviewReading
from sync.server.services.telling_apart import Said, TellingApart
from sync.server.services.viewing import Viewing
from sync.server.storage.access_records import Account
from sync.server.storage.records import Agent, Office
from tests.support.deciding import REVIEWER, reviewing
from tests.support.field_laptop import NINE, Enrolled, FieldLaptop, person
from tests.support.intake_house import IntakeHouse, field_house, open_house
from tests.support.memory_store.store import MemoryStore
from tests.support.reference_data import gazetteer

__all__ = ["field_house"]

SECOND = replace(REVIEWER, account_id="second", login="rina", name="Rina")
ADMIN = replace(REVIEWER, account_id="admin", login="kepala", name="Kepala", role=Role.BRANCH_ADMIN)
AUDITOR = replace(REVIEWER, account_id="auditor", role=Role.AUDITOR, branch_id=None)
REASON = {Saying.APART: "relatives", Saying.SAME: "documents_agree", Saying.ESCALATE: "cannot_reach"}


class Desk:
    """A branch whose agents both enrolled somebody of one name, birth date and phone, under two NIKs."""

    def __init__(self, house: IntakeHouse) -> None:
        self.house = house
        self.reviewing = reviewing(house)
        self.reading = ReviewReading(house.store, gazetteer())
        self.comparing = Comparing(house.store, Viewing(house.store, house.clock), self.reading)
        self.telling = TellingApart(house.store, house.clock, self.reviewing, timedelta(minutes=30))
        with house.store.transaction() as tx:
            for one in (SECOND, ADMIN):
                tx.accounts.add(Account(one.account_id, one.login, one.name, one.role, "x", NINE, "branch"))
        self.here, self.there = house.laptop(), house.laptop("agent-2")
        self.first = self.enrolled(self.here)
        self.later = self.enrolled(self.there, person(2, name=person(1).name.upper(), phone=person(1).phone))

    def enrolled(self, laptop: FieldLaptop, form: object = None) -> Enrolled:
        made = laptop.enrol(form or person(1))  # type: ignore[arg-type]
        assert self.house.push(laptop).status == 200
        return made

    def seen(self, mine: Enrolled, by: SignedIn = REVIEWER, other: Enrolled | None = None) -> Comparison:
        return self.comparing.compared(by, mine.entry_id, None if other is None else other.entry_id)

    def say(
        self, saying: Saying, by: SignedIn = REVIEWER, mine: Enrolled | None = None, **changes: str
    ) -> Comparison:
        """Say it of the later record and the first one as they stand."""
        mine = mine or self.later
        read = self.reading.record
        said = Said(
            saying,
            read(REVIEWER, mine.entry_id).hash,
            read(REVIEWER, self.first.entry_id).hash,
            REASON[saying],
            "KTP dilihat",
        )
        self.telling.say(by, mine.entry_id, self.first.entry_id, replace(said, **changes))  # type: ignore[arg-type]
        return self.comparing.compared(by, mine.entry_id, self.first.entry_id)

    def state(self, one: Enrolled) -> tuple[str, list[str]]:
        with self.house.store.reading() as tx:
            review = tx.reviews.reviews([one.entry_id])[one.entry_id]
        return review.state, json.loads(review.flags)

    def history(self, one: Enrolled) -> list[tuple[str, str, str | None]]:
        with self.house.store.reading() as tx:
            return [(step.move, step.to_state, step.reason) for step in tx.reviews.moves(one.entry_id)]


@pytest.fixture
def desk(field_house: IntakeHouse) -> Desk:
    return Desk(field_house)


@pytest.fixture
def small(tmp_path_factory: pytest.TempPathFactory) -> Desk:
    """In memory alone, for what is not a matter of the store."""
    return Desk(open_house(MemoryStore(), tmp_path_factory.mktemp("desk")))


def code(act: Callable[[], object]) -> str:
    with pytest.raises(Refusal) as refused:
        act()
    return refused.value.code


def test_both_are_shown_with_what_they_share_and_who_saw_them_is_written_down(small: Desk) -> None:
    seen = small.seen(small.later)
    assert seen.other is not None
    assert [(one.entry_id, one.found) for one in seen.matches] == [
        (small.first.entry_id, ("same_person_likely",))
    ]
    assert set(seen.alike) == {"same_name", "same_birth_date", "same_mother", "same_phone", "same_village"}
    assert seen.may == (Saying.APART, Saying.SAME, Saying.ESCALATE)
    (receipt,) = seen.other.ledger
    assert (receipt.rupiah, receipt.bucket, receipt.deposit) == (small.first.total, "accepted", "in_hand")
    assert seen.other.paid_until == receipt.months[-1]
    rows = [(row.actor, row.subject) for row in trail(small.house.store, 0, 99) if row.act == "record_seen"]
    assert rows == [("account", small.later.entry_id), ("account", small.first.entry_id)]


def test_told_apart_lifts_the_flag_and_the_pair_is_not_flagged_again(desk: Desk) -> None:
    assert desk.state(desk.later) == ("flagged", ["same_person_likely"])
    told = desk.say(Saying.APART)
    assert desk.state(desk.later) == ("received", [])
    assert [(one.saying.saying, one.saying.by, one.saying.current) for one in told.matches if one.saying] == [
        (Saying.APART, "Penyelia", True)
    ]
    assert Saying.APART not in told.may
    for one in (desk.later, desk.first):
        assert desk.history(one) == [("told_apart", "received", "relatives")]
    with desk.house.store.reading() as tx:
        (row,) = tx.feed.of_kind("agent-2", "decision")
        lines = tx.money.lines_of(desk.later.worker_id, 99)
        assert not tx.feed.of_kind("agent-1", "decision")
    heard = DecisionPayload.model_validate_json(row.payload)
    assert (heard.state, heard.reason, heard.note) == (ReviewState.RECEIVED, None, None)
    assert {line.bucket for line in lines} == {"accepted"}
    before, after = person(2, name=person(1).name.upper(), phone=person(1).phone), person(1)
    desk.there.correct(desk.later, before, replace(after, nik=before.nik))
    desk.house.push(desk.there)
    assert "same_person_likely" not in desk.state(desk.later)[1]
    again = desk.seen(desk.later)
    assert [one.saying.current for one in again.matches if one.saying] == [False]


def test_an_open_record_without_its_last_flag_is_given_back_as_received_with_its_corrections(
    small: Desk,
) -> None:
    before = person(2, name=person(1).name.upper(), phone=person(1).phone)
    small.there.correct(small.later, before, replace(before, street="Kp. Lama"))
    small.house.push(small.there)
    small.reviewing.open(REVIEWER, small.later.entry_id)
    small.say(Saying.APART)
    assert small.state(small.later) == ("in_review", [])
    small.reviewing.release(REVIEWER, small.later.entry_id)
    with small.house.store.reading() as tx:
        (part,) = tx.reviews.corrections(small.later.entry_id)
        review = tx.reviews.reviews([small.later.entry_id])[small.later.entry_id]
        heard = [
            DecisionPayload.model_validate_json(row.payload) for row in tx.feed.of_kind("agent-2", "decision")
        ]
        assert why_not(review, tx.organisation.branch(review.branch_id)) is None
    assert (review.state, part.state, part.flags) == ("received", "received", "[]")
    assert [one.state.value for one in heard] == ["in_review", "received", "received"]
    assert [one.entry_id for one in heard] == [small.later.entry_id, part.entry_id, small.later.entry_id]


def test_of_three_alike_one_told_apart_leaves_the_others_evidence(small: Desk) -> None:
    third = small.enrolled(small.there, person(3, name=person(1).name, phone=person(1).phone))
    small.say(Saying.APART, mine=third)
    assert small.state(third) == ("flagged", ["same_person_likely"])
    with small.house.store.reading() as tx:
        (found,) = tx.checks.about([third.entry_id])
    assert (json.loads(found.evidence), found.measure) == ([small.later.entry_id], 1)
    assert len(small.seen(third).matches) == 2


def test_one_nik_told_apart_goes_back_into_review_and_stays_there(small: Desk) -> None:
    twice = small.enrolled(small.there)
    assert small.state(twice) == ("duplicate", ["duplicate"])
    assert "same_nik" in small.seen(twice, other=small.first).alike
    small.say(Saying.APART, mine=twice)
    state, flags = small.state(twice)
    assert (state, "duplicate" in flags) == ("in_review", False)
    small.reviewing.release(REVIEWER, twice.entry_id)
    assert small.state(twice)[0] == "received"
    small.there.correct(twice, person(1), person(1, street="Kp. Lama"))
    small.house.push(small.there)
    assert "duplicate" not in small.state(twice)[1]


def test_one_person_is_a_duplicate_whose_agent_hears_no_reason(small: Desk) -> None:
    told = small.say(Saying.SAME)
    assert told.mine.record.state is ReviewState.DUPLICATE
    assert [step[:2] for step in small.history(small.later)] == [
        ("open", "in_review"),
        ("duplicate", "duplicate"),
        ("same_person", "duplicate"),
    ]
    with small.house.store.reading() as tx:
        (row,) = tx.feed.of_kind("agent-2", "decision")
        lines = tx.money.lines_of(small.later.worker_id, 99)
    heard = DecisionPayload.model_validate_json(row.payload)
    assert (heard.state, heard.reason, heard.note) == (ReviewState.DUPLICATE, None, None)
    assert {line.bucket for line in lines} == {"under_review"}
    small.say(Saying.APART)
    assert small.state(small.later)[0] == "in_review"


def test_what_was_escalated_is_for_somebody_else(small: Desk) -> None:
    small.reviewing.open(REVIEWER, small.later.entry_id)
    small.say(Saying.ESCALATE)
    assert small.state(small.later)[0] == "flagged"
    rows = {
        one.entry_id: (one.escalated_by, one.escalated_mine)
        for group in small.reading.queue(REVIEWER).groups
        for one in group.records
    }
    assert rows[small.later.entry_id] == ("Penyelia", True)
    assert small.seen(small.later).may == ()
    digest = small.reading.record(REVIEWER, small.later.entry_id).hash
    approval = Request(Move.APPROVE, digest)
    acts = [
        lambda: small.say(Saying.SAME),
        lambda: small.reviewing.decide(REVIEWER, small.later.entry_id, approval),
    ]
    assert [code(act) for act in acts] == ["second_person_needed"] * 2
    assert code(lambda: small.say(Saying.ESCALATE, SECOND)) == "move_refused"
    assert small.seen(small.later, ADMIN).may == (Saying.APART, Saying.SAME)
    small.say(Saying.APART, ADMIN)
    assert small.state(small.later) == ("received", [])
    assert small.reviewing.decide(REVIEWER, small.later.entry_id, approval).state is ReviewState.APPROVED


def test_an_administrator_answers_of_one_nik_and_holds_nothing(small: Desk) -> None:
    twice = small.enrolled(small.there)
    small.say(Saying.ESCALATE, mine=twice)
    small.say(Saying.APART, ADMIN, mine=twice)
    assert small.state(twice)[0] == "received"
    small.say(Saying.SAME, mine=twice)
    assert small.state(twice)[0] == "duplicate"
    small.say(Saying.ESCALATE, mine=twice)
    small.say(Saying.SAME, SECOND, mine=twice)
    assert [step[0] for step in small.history(twice)][-2:] == ["escalate", "same_person"]


def test_what_cannot_be_said_is_refused_with_a_code(small: Desk) -> None:
    assert code(lambda: small.say(Saying.APART, other_hash="0" * 64)) == "content_changed"
    assert code(lambda: small.say(Saying.APART, reason="documents_agree")) == "reason_unknown"
    assert code(lambda: small.say(Saying.APART, ADMIN)) == "move_refused"
    assert code(lambda: small.say(Saying.APART, replace(SECOND, agent_id="agent-1"))) == "maker_is_checker"
    assert code(lambda: small.say(Saying.APART, replace(SECOND, branch_id="other"))) == "record_unknown"
    assert code(lambda: small.say(Saying.APART, mine=small.first)) == "record_unknown"
    small.reviewing.open(SECOND, small.later.entry_id)
    assert code(lambda: small.say(Saying.APART)) == "claimed_by_other"
    digest = small.reading.record(SECOND, small.later.entry_id).hash
    small.reviewing.decide(SECOND, small.later.entry_id, Request(Move.APPROVE, digest))
    assert code(lambda: small.say(Saying.APART)) == "move_refused"
    assert small.seen(small.later, AUDITOR).may == ()


def test_a_record_of_another_branch_is_named_and_not_shown(small: Desk) -> None:
    with small.house.store.transaction() as tx:
        (branch,) = tx.organisation.branches()
        tx.organisation.add_branch(replace(branch, branch_id="far", code="002", name="Cabang Jauh"))
        tx.organisation.add_office(Office("far-office", "far", "Kantor", NINE))
        tx.organisation.add_agent(Agent("agent-3", "far", "far-office", "A-3", "Agen Jauh", NINE))
    far = small.enrolled(small.house.laptop("agent-3"), person(3, name=person(1).name, phone=person(1).phone))
    distant = replace(REVIEWER, branch_id="far")
    seen = small.comparing.compared(distant, far.entry_id)
    assert seen.other is None
    assert {one.branch for one in seen.matches} == {"Cabang"}
    assert code(lambda: small.seen(far, distant, small.first)) == "record_unknown"
    assert small.seen(far, AUDITOR).other is not None

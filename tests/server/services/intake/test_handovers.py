"""Workers pass from one agent to another: the branch decides, both agents follow, and the serving agent moves."""

from __future__ import annotations

import json
from datetime import timedelta
from typing import Literal

import pytest

from sync.protocol.bodies.handover import Handover
from sync.protocol.change_forms import change_parts
from sync.protocol.entry import SealedEntry
from sync.protocol.kinds import EntryKind
from sync.rules.iuran_month import IuranMonth
from sync.rules.states import VerdictKind
from sync.server.refusals import Refusal
from sync.server.services.handovers import HandoverDesk, Handovers
from sync.server.services.intake_reading import read_histories
from sync.server.services.record_forms import counting_corrections
from sync.server.storage.records import Agent, Branch, Office
from tests.support.field_laptop import NINE, Enrolled, FieldLaptop, entry_id_of, fresh_id, person, salt
from tests.support.intake_house import IntakeHouse
from tests.support.void_counter import Counter

ACCEPTED = (VerdictKind.ACCEPTED, None)
FIRST, SECOND = "A-agent-1", "A-agent-2"


@pytest.fixture
def counter(field_house: IntakeHouse) -> Counter:
    return Counter(field_house)


@pytest.fixture
def other(counter: Counter) -> FieldLaptop:
    return counter.house.laptop("agent-2")


@pytest.fixture
def handovers(counter: Counter) -> Handovers:
    return Handovers(counter.house.store, counter.house.clock)


def followed(
    laptop: FieldLaptop, decided: HandoverDesk, side: Literal["gives", "takes"], **changes: object
) -> SealedEntry:
    """One agent's side of a decision."""
    body = Handover(
        workers=tuple(json.loads(decided.handover.workers)),
        side=side,
        from_agent=decided.giving.number,
        to_agent=decided.taking.number,
        decision_id=decided.handover.decision_id,
    )
    return laptop.seal(EntryKind.HANDOVER, fresh_id(), body.model_copy(update=changes))


def changed(laptop: FieldLaptop, enrolled: Enrolled) -> SealedEntry:
    """A new phone of the worker."""
    month = IuranMonth(2026, 11)
    body, personal = change_parts(person(1), person(1, phone="081311112222"), month, salt=salt())
    base = enrolled.entries[0].hash
    return laptop.seal(EntryKind.CHANGE, fresh_id(), body, personal, enrolled.worker_id, base=base)


def rows(counter: Counter, agent_id: str, kind: str) -> list[dict[str, object]]:
    with counter.house.store.reading() as tx:
        return [json.loads(row.payload) for row in tx.feed.of_kind(agent_id, kind)]


def test_both_agents_are_told_and_the_taking_one_serves(
    counter: Counter, other: FieldLaptop, handovers: Handovers
) -> None:
    laptop = counter.laptop
    enrolled = laptop.enrol(person(1))
    changed(laptop, enrolled)
    counter.push()
    decided = handovers.decide(FIRST, SECOND, None, "terminal", "branch")
    assert decided.workers == 1
    told = rows(counter, "agent-1", "handover")
    assert told == rows(counter, "agent-2", "handover")
    assert (told[0]["to_agent"], told[0]["workers"]) == (SECOND, [enrolled.worker_id])
    assert rows(counter, "agent-1", "worker") == []
    (card,) = rows(counter, "agent-2", "worker")
    assert card == {
        "worker_id": enrolled.worker_id,
        "nik": person(1).nik,
        "name": person(1).name,
        "birth_date": "1990-08-14",
        "phone": "081311112222",
        "village": person(1).village,
        "paid_until": "2027-01",
    }
    followed(laptop, decided, "gives")
    assert counter.push() == [ACCEPTED]
    changed(other, enrolled)
    assert counter.push(other) == [(VerdictKind.REFUSED, "subject_of_other_agent")]
    followed(other, decided, "takes")
    assert counter.push(other) == [ACCEPTED]
    changed(laptop, enrolled)
    assert counter.push() == [(VerdictKind.REFUSED, "subject_of_other_agent")]
    fixed = other.correct(enrolled, person(1), person(1, nik="3202081408900077"))
    assert counter.push(other)[0][0] is not VerdictKind.REFUSED
    (line,) = handovers.decided("branch")
    assert (line.handover.given_at, line.handover.taken_at) == (NINE, NINE)
    assert handovers.decided(None) == (line,)
    with counter.house.store.reading() as tx:
        assert tx.workers.holders(["3202081408900077"])["3202081408900077"].worker_id == enrolled.worker_id
    assert entry_id_of(fixed)


def test_what_does_not_fit_the_decision_has_to_be_put_right(
    counter: Counter, other: FieldLaptop, handovers: Handovers
) -> None:
    laptop = counter.laptop
    first = laptop.enrol(person(1))
    laptop.enrol(person(2))
    counter.push()
    decided = handovers.decide(FIRST, SECOND, [first.worker_id], "terminal", None)
    followed(laptop, decided, "takes")
    followed(laptop, decided, "gives", decision_id=fresh_id())
    followed(laptop, decided, "gives", workers=(fresh_id(),))
    followed(laptop, decided, "gives", to_agent="A-nobody")
    followed(laptop, decided, "gives")
    followed(laptop, decided, "gives")
    assert counter.push() == [
        (VerdictKind.NEEDS_FIX, "decision_unknown"),
        (VerdictKind.NEEDS_FIX, "decision_unknown"),
        (VerdictKind.NEEDS_FIX, "workers_differ"),
        (VerdictKind.NEEDS_FIX, "workers_differ"),
        ACCEPTED,
        (VerdictKind.NEEDS_FIX, "handed_over_before"),
    ]
    followed(laptop, decided, "gives")
    assert counter.push() == [(VerdictKind.NEEDS_FIX, "handed_over_before")]


def test_who_passed_on_passes_back_and_who_is_enrolled_again_stays(
    counter: Counter, other: FieldLaptop, handovers: Handovers
) -> None:
    laptop = counter.laptop
    enrolled = laptop.enrol(person(1))
    counter.push()
    followed(other, handovers.decide(FIRST, SECOND, None, "terminal", None), "takes")
    counter.push(other)
    followed(laptop, handovers.decide(SECOND, FIRST, None, "terminal", None), "takes")
    counter.push()
    changed(laptop, enrolled)
    assert counter.push() == [ACCEPTED]
    with pytest.raises(Refusal) as nobody:
        handovers.decide(SECOND, FIRST, None, "terminal", None)
    assert nobody.value.code == "worker_unknown"


def test_only_workers_of_the_giving_agent_and_agents_of_one_branch(
    counter: Counter, other: FieldLaptop, handovers: Handovers
) -> None:
    enrolled = counter.laptop.enrol(person(1))
    counter.push()
    with counter.house.store.transaction() as tx:
        tx.organisation.add_branch(Branch("far", "002", "Jauh", "175", "x.invalid", b"r" * 32, NINE))
        tx.organisation.add_office(Office("far-office", "far", "Jauh", NINE))
        tx.organisation.add_agent(Agent("agent-9", "far", "far-office", "A-9", "Jauh", NINE))
    for giving, taking, branch_id, code in (
        (FIRST, FIRST, None, "agent_unknown"),
        (FIRST, "A-9", None, "agent_unknown"),
        (FIRST, "A-0", None, "agent_unknown"),
        (FIRST, SECOND, "far", "agent_unknown"),
        (SECOND, FIRST, "branch", "worker_unknown"),
    ):
        with pytest.raises(Refusal) as refused:
            handovers.decide(giving, taking, [enrolled.worker_id], "terminal", branch_id)
        assert refused.value.code == code
    assert handovers.decided(None) == ()


def test_a_purged_worker_passes_without_a_card(
    counter: Counter, other: FieldLaptop, handovers: Handovers
) -> None:
    enrolled = counter.laptop.enrol(person(1))
    counter.laptop.outbox[0] = SealedEntry(enrolled.entries[0].raw, enrolled.entries[0].hash, None)
    counter.push()
    assert handovers.decide(FIRST, SECOND, None, "terminal", None).workers == 1
    assert rows(counter, "agent-2", "worker") == []


@pytest.mark.parametrize(("giving", "taking"), [("agent-1", "agent-2"), ("agent-2", "agent-1")])
def test_what_the_taking_agent_corrects_counts_after_what_was_corrected_before(
    counter: Counter, handovers: Handovers, giving: str, taking: str
) -> None:
    house = counter.house
    before, after = house.laptop(giving), house.laptop(taking)
    enrolled = before.enrol(person(1))
    counter.push(before)
    first = before.correct(enrolled, person(1), person(1, phone="081311110001"))
    counter.push(before)
    decided = handovers.decide(f"A-{giving}", f"A-{taking}", None, "terminal", "branch")
    followed(before, decided, "gives")
    counter.push(before)
    house.clock.at += timedelta(hours=1)
    followed(after, decided, "takes")
    second = person(1, phone="081311110002")
    after.correct(enrolled, person(1, phone="081311110001"), second, base=first.hash)
    assert counter.push(after) == [ACCEPTED, ACCEPTED]
    with house.store.reading() as tx:
        (history,) = read_histories(tx, [enrolled.worker_id]).values()
        corrections = counting_corrections(tx, enrolled.entry_id)
    assert history.form.phone == second.phone
    assert [one.envelope.device for one in corrections] == [before.device, after.device]

"""A hand-over that the branch decided is followed once: given workers are the other agent's, taken ones one's own."""

from __future__ import annotations

import pytest

from perisai_desktop.domain.failure import Failure, FailureCode
from perisai_desktop.services.desk import AgentDesk
from perisai_desktop.storage import feed
from sync.protocol.canonical import JsonValue
from tests.support.desk_money import MoneyHand
from tests.support.desks import filled_draft
from tests.support.sample_bodies import AT, identifier
from tests.support.stores import card, item

DECISION, BACK = identifier(901), identifier(902)


@pytest.fixture
def worker(desk: AgentDesk) -> str:
    receipt = desk.enrolling.enrol(filled_draft(desk))
    return MoneyHand(desk).written(receipt.action_id)[0].worker_id or ""


def decide(desk: AgentDesk, position: int, decision_id: str, workers: list[str], *, gives: bool) -> None:
    """The branch decides that workers pass to agent A-9, or from that agent."""
    own, other = (desk.identity.number, desk.identity.name), ("A-9", "Agen Sembilan")
    giving, taking = (own, other) if gives else (other, own)
    payload: dict[str, JsonValue] = {
        "decision_id": decision_id,
        "from_agent": giving[0],
        "from_name": giving[1],
        "to_agent": taking[0],
        "to_name": taking[1],
        "workers": list(workers),
        "decided_at": "2026-11-22T05:00:00.000Z",
    }
    feed.apply_page(desk.enrolling.database, [item(position, "handover", payload)], position, AT)


def test_given_workers_are_shown_as_handed_over_until_they_come_back(desk: AgentDesk, worker: str) -> None:
    assert desk.handing_over.waiting() == ()
    decide(desk, 1, DECISION, [worker, identifier(77)], gives=True)
    (task,) = desk.handing_over.waiting()
    assert (task.giving, task.other, task.other_number, task.workers) == (True, "Agen Sembilan", "A-9", 2)
    assert (task.names, task.in_hand) == ((desk.finding.card(worker).row.name,), 33_600)
    assert desk.finding.card(worker).row.handed_to is None
    written = MoneyHand(desk).entry(desk.handing_over.follow(DECISION))
    assert written.value["body"] == {
        "workers": [worker, identifier(77)],
        "side": "gives",
        "from_agent": desk.identity.number,
        "to_agent": "A-9",
        "decision_id": DECISION,
    }
    assert desk.handing_over.waiting() == ()
    assert desk.finding.card(worker).row.handed_to == "A-9"
    MoneyHand(desk).prove_rebuild()
    decide(desk, 2, BACK, [worker], gives=False)
    (task,) = desk.handing_over.waiting()
    assert (task.decision_id, task.giving, task.other_number) == (BACK, False, "A-9")
    assert task.in_hand == 0
    desk.handing_over.follow(BACK)
    assert desk.finding.card(worker).row.handed_to is None
    MoneyHand(desk).prove_rebuild()


def test_taken_workers_come_with_their_cards(desk: AgentDesk) -> None:
    decide(desk, 1, DECISION, [identifier(9)], gives=False)
    feed.apply_page(desk.enrolling.database, [card(2, 9, paid_until="2026-11")], 2, AT)
    desk.handing_over.follow(DECISION)
    row = desk.finding.card(identifier(9)).row
    assert (row.name, str(row.paid_until), row.handed_to) == ("Ma'rifah Nasution", "2026-11", None)


def test_what_the_branch_did_not_decide_or_was_followed_is_refused(desk: AgentDesk, worker: str) -> None:
    decide(desk, 1, DECISION, [worker], gives=True)
    desk.handing_over.follow(DECISION)
    for decision_id in (DECISION, BACK):
        with pytest.raises(Failure) as refused:
            desk.handing_over.follow(decision_id)
        assert refused.value == Failure(FailureCode.HANDOVER_UNKNOWN)

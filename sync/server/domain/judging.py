"""Judges a placed batch: action by action, people before their money, each entry with its own verdict."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from sync.protocol.bodies.cash import Closing
from sync.protocol.bodies.change import Change
from sync.protocol.bodies.consent import Consent, ConsentPersonal, ConsentWithdrawal
from sync.protocol.bodies.contribution import Contribution
from sync.protocol.bodies.deposit import Deposit
from sync.protocol.bodies.handover import Handover
from sync.protocol.bodies.receipt import Receipt
from sync.protocol.bodies.refund import Refund
from sync.protocol.bodies.void_request import VoidRequest
from sync.protocol.kinds import EntryKind
from sync.rules.receipt_number import ReceiptNumber
from sync.rules.states import VerdictKind
from sync.server.domain.arrivals import Arrival
from sync.server.domain.facts import Desk
from sync.server.domain.histories import EnrolmentHistory, history_of
from sync.server.domain.judging_cash import judge_closing, judge_deposit, movement_of
from sync.server.domain.judging_changes import judge_change
from sync.server.domain.judging_handovers import judge_handover
from sync.server.domain.judging_money import (
    ReceiptJudgement,
    judge_contribution,
    judge_receipt,
    paid_by_worker,
)
from sync.server.domain.judging_people import (
    judge_correction,
    judge_enrolment,
    judge_withdrawal,
    unreadable,
)
from sync.server.domain.judging_undoing import Subject, judge_refund, judge_void_request
from sync.server.domain.paid_receipts import arriving_receipt
from sync.server.domain.placing import Placement, Standing
from sync.server.domain.verdicts import ACCEPTED, Verdict, held

_ORDER = {
    kind.value: place
    for place, kind in enumerate(
        (EntryKind.ENROLMENT, EntryKind.CORRECTION, EntryKind.CHANGE, EntryKind.CONTRIBUTION)
    )
}
_LATER = len(_ORDER)


@dataclass(frozen=True, slots=True)
class Judgement:
    """A verdict on a new entry. `receipt` where it is a readable receipt; `corrected` the enrolment after it;
    `subject` what a void request is about."""

    arrival: Arrival
    aside: bool
    verdict: Verdict
    receipt: ReceiptJudgement | None = None
    corrected: EnrolmentHistory | None = None
    subject: Subject | None = None


@dataclass(frozen=True, slots=True)
class _Action:
    """The readable entries of one action, by kind; `paid` is what a contribution pays for each worker."""

    consents: Mapping[str | None, Consent]
    contributions: Mapping[str, Contribution]
    paid: Mapping[str, Contribution]
    receipted: frozenset[str]
    enrolled: frozenset[str]


def judge(placements: Sequence[Placement], desk: Desk) -> tuple[Judgement, ...]:
    """Verdicts on everything that is not a replay, in the order of the batch.

    From a device that is revoked everything is held: the cash was really collected (sync/README.md, "Devices").
    So is the later part of an action that was sent in parts: an action is stored whole or not at all.
    """
    fresh = [placed for placed in placements if placed.standing is not Standing.SAME]
    expected = _expected_counters(fresh, desk)
    actions: dict[str, list[Placement]] = {}
    for placed in fresh:
        actions.setdefault(placed.arrival.action_id, []).append(placed)
    judged: dict[str, Judgement] = {}
    for placed_together in actions.values():
        action = _read_action([placed.arrival for placed in placed_together])
        for placed in sorted(placed_together, key=lambda one: _ORDER.get(one.arrival.kind, _LATER)):
            judged[placed.arrival.hash] = _judge(placed, action, desk, expected)
    return tuple(judged[placed.arrival.hash] for placed in fresh)


def _judge(placed: Placement, action: _Action, desk: Desk, expected: Mapping[str, int | None]) -> Judgement:
    arrival = placed.arrival
    if placed.standing is Standing.ID_CONFLICT:
        verdict = Verdict(VerdictKind.ID_CONFLICT, placed.code, flags=("id_conflict",))
        return Judgement(arrival, True, verdict, _unproved(arrival))
    if placed.standing is Standing.ASIDE:
        return Judgement(arrival, True, held(placed.code or "aside"), _unproved(arrival))
    judgement = _judge_standing(arrival, action, desk, expected)
    movement = movement_of(arrival, arrival.device, desk.stored.device.agent_id, aside=False)
    if movement is not None:
        desk.movements.append(movement)
    if desk.stored.device.state == "revoked_drain":
        return replace(judgement, verdict=held("device_revoked"), corrected=None)
    if arrival.action_id in desk.stored.actions:
        return replace(judgement, verdict=held("action_split"), corrected=None)
    return judgement


def _judge_standing(
    arrival: Arrival, action: _Action, desk: Desk, expected: Mapping[str, int | None]
) -> Judgement:
    if arrival.decoded is None:
        return Judgement(arrival, False, unreadable(arrival))
    body = arrival.decoded.body
    if arrival.is_of(EntryKind.ENROLMENT):
        history = _history(arrival, action, desk)
        verdict = judge_enrolment(arrival, history, desk)
        desk.keep(history)
        return Judgement(arrival, False, verdict)
    if arrival.is_of(EntryKind.CORRECTION):
        verdict, after = judge_correction(arrival, desk.stored.device.agent_id, desk)
        if after is not None:
            desk.keep(after)
        return Judgement(arrival, False, verdict, corrected=after)
    if isinstance(body, Change):
        verdict, after = judge_change(arrival, desk.stored.device.agent_id, desk)
        if after is not None:
            desk.keep(after)
        return Judgement(arrival, False, verdict)
    if isinstance(body, ConsentWithdrawal):
        return Judgement(arrival, False, judge_withdrawal(arrival))
    if isinstance(body, Contribution):
        receipted = arrival.entry_id in action.receipted
        return Judgement(arrival, False, judge_contribution(arrival, desk, action.enrolled, receipted))
    if isinstance(body, Receipt):
        receipt = judge_receipt(arrival, desk, action.contributions, expected.get(arrival.hash))
        desk.receipts[arrival.entry_id] = arriving_receipt(
            arrival.entry_id, desk.stored.device.agent_id, body, action.contributions
        )
        return Judgement(arrival, False, receipt.verdict, receipt)
    if isinstance(body, VoidRequest):
        verdict, subject = judge_void_request(arrival, desk, desk.stored.device.agent_id)
        return Judgement(arrival, False, verdict, subject=subject)
    if isinstance(body, Refund):
        return Judgement(arrival, False, judge_refund(arrival, desk, desk.stored.device.agent_id))
    if isinstance(body, Handover):
        verdict = judge_handover(arrival, desk.stored.device.agent_id, desk.handover(body.decision_id))
        if verdict is ACCEPTED:
            sides = desk.followed.get(body.decision_id, frozenset())
            desk.followed[body.decision_id] = sides | {body.side}
            if body.side == "takes":
                desk.serve(body.workers, desk.stored.device.agent_id)
        return Judgement(arrival, False, verdict)
    if isinstance(body, Deposit):
        return Judgement(arrival, False, judge_deposit(arrival, desk, desk.stored.device.agent_id))
    if isinstance(body, Closing):
        return Judgement(arrival, False, judge_closing(arrival, desk))
    return Judgement(arrival, False, ACCEPTED)


def _unproved(arrival: Arrival) -> ReceiptJudgement | None:
    """A receipt off the chain keeps its number and is not genuine."""
    body = None if arrival.decoded is None else arrival.decoded.body
    if not isinstance(body, Receipt):
        return None
    return ReceiptJudgement(held("aside"), ReceiptNumber.parse(body.number), genuine=False)


def _history(arrival: Arrival, action: _Action, desk: Desk) -> EnrolmentHistory:
    assert arrival.decoded is not None
    worker_id = arrival.worker_id or arrival.entry_id
    return history_of(
        arrival.decoded,
        desk.stored.device.agent_id,
        arrival.recorded_on,
        action.consents.get(worker_id),
        action.paid.get(worker_id),
    )


def _read_action(arrivals: Iterable[Arrival]) -> _Action:
    consents: dict[str | None, Consent] = {}
    contributions: dict[str, Contribution] = {}
    receipted: set[str] = set()
    enrolled: set[str] = set()
    for arrival in arrivals:
        body = None if arrival.decoded is None else arrival.decoded.body
        if isinstance(body, Consent) and _signed(arrival):
            consents[arrival.worker_id] = body
        elif isinstance(body, Contribution):
            contributions[arrival.entry_id] = body
        elif isinstance(body, Receipt):
            receipted.update(body.contributions)
        elif arrival.kind == EntryKind.ENROLMENT.value:
            enrolled.add(arrival.worker_id or arrival.entry_id)
    paid = paid_by_worker(contributions.values())
    return _Action(consents, contributions, paid, frozenset(receipted), frozenset(enrolled))


def _signed(arrival: Arrival) -> bool:
    """Whether a consent carries its proof: strokes from the pad, or a picture (UU 27/2022, art. 24)."""
    assert arrival.decoded is not None
    body, personal = arrival.decoded.body, arrival.decoded.personal
    if not isinstance(personal, ConsentPersonal):
        return False
    if isinstance(body, Consent) and body.way == "pad":
        return any(personal.signature)
    return bool(arrival.blobs)


def _expected_counters(fresh: Sequence[Placement], desk: Desk) -> dict[str, int | None]:
    """The counter each receipt should have: one more than the receipt before it, where no hole lies between."""
    expected: dict[str, int | None] = {}
    last: dict[int, int | None] = dict(desk.stored.last_counters)
    reached: dict[int, int] = {epoch: row.contiguous_seq for epoch, row in desk.stored.epochs.items()}
    standing = [placed.arrival for placed in fresh if placed.standing is Standing.NEW]
    for arrival in sorted(standing, key=lambda one: (one.epoch, one.seq)):
        if arrival.seq != reached.get(arrival.epoch, 0) + 1:
            last[arrival.epoch] = None
        reached[arrival.epoch] = arrival.seq
        body = None if arrival.decoded is None else arrival.decoded.body
        if not isinstance(body, Receipt):
            continue
        before = last.get(arrival.epoch)
        expected[arrival.hash] = None if before is None else before + 1
        last[arrival.epoch] = ReceiptNumber.parse(body.number).counter
    return expected

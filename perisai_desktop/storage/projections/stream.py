"""Carries one entry or one feed row into the projections; replaying all of them in order gives them again."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Any

from sqlmodel import Session

from perisai_desktop.storage.journal import StoredEntry
from perisai_desktop.storage.projections import cash, dues, enrolments, grants, ledger, lives, tills, workers
from sync.rules.states import ReviewState

Personal = Mapping[str, Any] | None


@dataclass(frozen=True, slots=True)
class Told:
    """An entry as the projections read it."""

    entry: StoredEntry
    body: Mapping[str, Any]
    personal: Personal


def apply_entry(session: Session, entry: StoredEntry) -> None:
    """Carry an entry into the projections; a kind or version this program does not know leaves no trace."""
    teller = _TELLERS.get((entry.kind, entry.version))
    if teller is not None:
        teller(session, Told(entry, entry.value["body"], entry.personal_value))


def apply_card(session: Session, step: int, card: Mapping[str, Any]) -> None:
    """Carry the branch's card of a worker into the projections."""
    workers.take_card(session, step, card)
    dues.refresh(session, (card["worker_id"],))


def apply_told(session: Session, step: int, card: Mapping[str, Any]) -> None:
    """Carry a card from the agent's own list into the projections."""
    workers.take_told(session, step, card)
    dues.refresh(session, (card["worker_id"],))


def apply_kept(session: Session, card: Mapping[str, Any]) -> None:
    """Carry the card that a worker is known by after a purge into the projections."""
    workers.keep(session, card)


def apply_decision(session: Session, entry: StoredEntry, payload: Mapping[str, Any]) -> None:
    """Carry a decision on an own entry into the projections: a participant number, the end of a void, a refund."""
    state = ReviewState(payload["state"])
    if entry.kind == "enrolment" and payload.get("kpj") is not None:
        workers.register(session, entry.worker_id or entry.entry_id, payload["kpj"])
    if entry.kind == "void_request" and state in (ReviewState.APPROVED, ReviewState.REFUSED):
        _decide_void(session, entry, state is ReviewState.APPROVED, payload["decided_at"])
    if entry.kind == "change" and entry.worker_id is not None:
        lives.decide(session, entry.entry_id, refused=state is ReviewState.REFUSED)
        dues.refresh(session, (entry.worker_id,))
    grants.withdraw(session, entry.entry_id)
    if payload.get("decision_id") is not None:
        grants.grant(session, payload["decision_id"], entry.entry_id, entry.kind, entry.value)


def apply_attribution(session: Session, entry: StoredEntry, payload: Mapping[str, Any]) -> frozenset[str]:
    """Carry the branch's word for whom an own payment was; returns whose months it moved, nobody's where that worker has
    no card here: the branch tells whoever serves the worker."""
    payer, worker_id = payload["payer"], payload["worker_id"]
    if not workers.is_here(session, worker_id):
        return frozenset()
    ledger.attribute(session, entry.entry_id, payer, worker_id)
    workers.be_another(session, payer)
    dues.refresh(session, (payer, worker_id))
    return frozenset({payer, worker_id})


def _decide_void(session: Session, entry: StoredEntry, approved: bool, decided_at: str) -> None:
    body = entry.value["body"]
    touched = ledger.decide_void(session, entry.entry_id, approved, body["cash"])
    cash.take_back(session, entry.entry_id)
    if approved and body["cash"] == "no_cash":
        on = _local_on(datetime.fromisoformat(decided_at), entry)
        cash.void_without_cash(session, entry.entry_id, on, whole=body.get("lines") is None)
    dues.refresh(session, touched)


def _local_on(at: datetime, entry: StoredEntry) -> date:
    """The local date of an instant at the place where an entry was written."""
    return (at + timedelta(minutes=entry.value["utc_offset"])).date()


def _move_cash(session: Session, entry: StoredEntry, sort: str, amount: int) -> None:
    cash.move(session, entry.entry_id, sort, amount, _local_on(entry.recorded_at, entry))


def _enrolment(session: Session, told: Told) -> None:
    entry = told.entry
    workers.enrol(
        session,
        entry.worker_id or entry.entry_id,
        entry_id=entry.entry_id,
        step=entry.step,
        at=entry.recorded_at,
        body=told.body,
        personal=told.personal,
    )
    enrolments.begin(
        session,
        entry.entry_id,
        entry.worker_id or entry.entry_id,
        _local_on(entry.recorded_at, entry),
        told.body,
    )


def _correction(session: Session, told: Told) -> None:
    enrolments.correct(session, told.body["corrects"], told.body["changes"])
    if told.entry.worker_id is not None:
        workers.correct(session, told.entry.worker_id, told.body["corrects"], told.body, told.personal)


def _change(session: Session, told: Told) -> None:
    entry = told.entry
    if entry.worker_id is not None:
        workers.change(session, entry.worker_id, told.personal)
        lives.change(session, entry.entry_id, entry.worker_id, entry.step, told.body)
        dues.refresh(session, (entry.worker_id,))


def _contribution(session: Session, told: Told) -> None:
    entry, personal = told.entry, told.personal or {}
    strangers = {who["worker_id"]: who for who in personal.get("workers", ())}
    paying = tuple(dict.fromkeys(line["worker_id"] for line in told.body["lines"]))
    for worker_id in paying:
        workers.meet(session, worker_id, strangers.get(worker_id, {}))
    if personal.get("payer_name") is not None:
        workers.be_paid_for(session, paying, entry.step)
    touched = ledger.pay(session, entry.entry_id, entry.action_id, entry.step, told.body)
    dues.refresh(session, touched)


def _receipt(session: Session, told: Told) -> None:
    entry = told.entry
    ledger.issue(
        session,
        entry.step,
        entry_id=entry.entry_id,
        action_id=entry.action_id,
        worker_id=entry.worker_id,
        at=entry.recorded_at,
        body=told.body,
    )
    _move_cash(session, entry, "receipt", told.body["total"])


def _reprint(session: Session, told: Told) -> None:
    ledger.reprint(session, told.body)


def _void_request(session: Session, told: Told) -> None:
    dues.refresh(session, ledger.undo(session, told.entry.entry_id, told.body))


def _refund(session: Session, told: Told) -> None:
    touched = ledger.give_back(session, told.entry.entry_id, told.body)
    grants.use(session, told.body["decision_id"], told.entry.entry_id)
    _move_cash(session, told.entry, "refund", told.body["amount"])
    dues.refresh(session, touched)


def _deposit(session: Session, told: Told) -> None:
    ledger.deposit(session, told.entry.entry_id, told.body["receipts"])
    _move_cash(session, told.entry, "deposit", told.body["amount"])


def _cash_adjustment(session: Session, told: Told) -> None:
    _move_cash(session, told.entry, told.body["what"], told.body["amount"])


def _closing(session: Session, told: Told) -> None:
    tills.close(session, told.entry.entry_id, date.fromisoformat(told.body["on"]))


def _handover(session: Session, told: Told) -> None:
    to_agent = told.body["to_agent"] if told.body["side"] == "gives" else None
    dues.refresh(session, workers.hand_over(session, told.body["workers"], to_agent))


_TELLERS: Mapping[tuple[str, int], Callable[[Session, Told], None]] = {
    ("enrolment", 1): _enrolment,
    ("correction", 1): _correction,
    ("change", 1): _change,
    ("contribution", 1): _contribution,
    ("receipt", 1): _receipt,
    ("reprint", 1): _reprint,
    ("void_request", 1): _void_request,
    ("refund", 1): _refund,
    ("deposit", 1): _deposit,
    ("cash_adjustment", 1): _cash_adjustment,
    ("closing", 1): _closing,
    ("handover", 1): _handover,
}

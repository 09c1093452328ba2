"""What a simulated laptop knows of its money: worked out anew from its journal, from what came back, and from the feed."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date, timedelta

from sync.protocol.bodies.cash import CashAdjustment
from sync.protocol.bodies.deposit import Deposit
from sync.protocol.bodies.receipt import Receipt
from sync.protocol.bodies.refund import Refund
from sync.protocol.bodies.void_request import VoidRequest
from sync.protocol.entry import DecodedEntry
from sync.protocol.feed import DecisionPayload, RecordPayload
from sync.protocol.messages import EntryVerdict
from sync.protocol.wire import StrictModel
from sync.rules.cash import cash_facts, cash_in_hand
from sync.rules.states import ReviewState, VerdictKind
from tests.simulation.decoding import remembered
from tests.simulation.disk import Content, Told

DECIDED = (ReviewState.APPROVED, ReviewState.REFUSED)
TAKEN = (VerdictKind.ACCEPTED, VerdictKind.ACCEPTED_REVIEW)
VOIDED, REFUNDED = "voided", "refunded"


@dataclass(frozen=True, slots=True)
class Paid:
    """A receipt of one worker, in rupiah; `own`: it stands in the store's own journal."""

    entry_id: str
    action_id: str
    worker_id: str
    total: int
    own: bool


@dataclass(frozen=True, slots=True)
class Due:
    """A refund that a decision names, and of which receipt."""

    decision_id: str
    receipt: Paid


@dataclass(slots=True)
class Till:
    """Receipts by entry id. `asked`: a void is open, or its cash is not given back yet; `gone`: how it was undone.

    `movements` are sort, rupiah and local date of everything that moved cash, `known` the hashes of all entries,
    `beside` receipts about which a request stands beside the chain or waits for what stands there, where nobody decides it.
    """

    receipts: dict[str, Paid] = field(default_factory=dict)
    asked: set[str] = field(default_factory=set)
    gone: dict[str, str] = field(default_factory=dict)
    deposited: set[str] = field(default_factory=set)
    due: list[Due] = field(default_factory=list)
    movements: list[tuple[str, int, date]] = field(default_factory=list)
    known: set[str] = field(default_factory=set)
    beside: set[str] = field(default_factory=set)

    def cash(self, until: date | None = None) -> int:
        """Cash in hand in rupiah, at the end of a local date where one is named."""
        counting = [(sort, amount) for sort, amount, on in self.movements if until is None or on <= until]
        return int(cash_in_hand(cash_facts(counting)))

    def state_of(self, receipt: str) -> str:
        """How a receipt stands, in the branch's words."""
        return self.gone.get(receipt) or ("void_requested" if receipt in self.asked else "issued")

    @property
    def free(self) -> list[Paid]:
        """Receipts of the store's own journal that a void or a deposit may be about."""
        taken = self.asked | self.deposited | self.gone.keys()
        return [one for entry_id, one in self.receipts.items() if one.own and entry_id not in taken]


def till_of(content: Content) -> Till:
    """The money of a store, in the order in which the branch heard of it; what it has not heard of comes last."""
    reading = _Reading(Till())
    for entry, own in _entries(content):
        reading.keep(entry, own)
    for _, told in sorted(content.feed.items()):
        reading.hear(told)
    return reading.done()


def _entries(content: Content) -> Iterator[tuple[DecodedEntry, bool]]:
    """Every entry of the device that a store knows; whether it stands in its own journal."""
    own = {line.hash for line in content.journal}
    for line in content.journal:
        yield _decoded(line.sealed.raw, line.sealed.personal), True
    for _, told in sorted(content.feed.items()):
        record = told.payload
        if isinstance(record, RecordPayload) and record.hash not in own:
            own.add(record.hash)
            yield (
                _decoded(record.raw.encode(), None if record.personal is None else record.personal.encode()),
                False,
            )


def _decoded(raw: bytes, personal: bytes | None) -> DecodedEntry:
    entry = remembered(raw, personal)
    assert isinstance(entry, DecodedEntry)
    return entry


class _Reading:
    """Entries first, then what the branch said of them, row by row."""

    def __init__(self, till: Till) -> None:
        self._till = till
        self._actions: dict[str, str] = {}
        self._of_action: dict[str, Paid] = {}
        self._requests: dict[str, DecodedEntry] = {}
        self._given: list[Refund] = []
        self._refunds: dict[str, Refund] = {}
        self._held: dict[str, Refund] = {}
        self._open: dict[str, str] = {}
        self._turned_down: dict[str, str] = {}
        self._granted: dict[str, str] = {}
        self._verdicts: dict[str, VerdictKind] = {}

    def keep(self, entry: DecodedEntry, own: bool) -> None:
        """Take an entry into account."""
        envelope, body = entry.envelope, entry.body
        self._till.known.add(entry.hash)
        self._actions[envelope.entry_id] = envelope.action_id
        if isinstance(body, Receipt):
            paid = Paid(envelope.entry_id, envelope.action_id, envelope.worker_id or "", body.total, own)
            self._till.receipts[envelope.entry_id] = self._of_action[envelope.action_id] = paid
        elif isinstance(body, VoidRequest):
            self._requests[envelope.entry_id] = entry
            self._open[envelope.entry_id] = body.receipt
        elif isinstance(body, Refund):
            self._given.append(body)
            self._refunds[entry.hash] = body
        elif isinstance(body, Deposit):
            self._till.deposited.update(body.receipts)
        moved = movement(body)
        if moved is not None:
            self._till.movements.append((*moved, envelope.local_on))

    def hear(self, told: Told) -> None:
        """Take a row of the feed into account."""
        payload = told.payload.verdict if isinstance(told.payload, RecordPayload) else told.payload
        if isinstance(payload, EntryVerdict):
            refund = self._refunds.pop(payload.hash, None)
            if refund is not None and payload.kind is VerdictKind.ACCEPTED:
                self._till.gone.setdefault(refund.receipt, REFUNDED)
            elif refund is not None and payload.kind is VerdictKind.HELD:
                self._held[payload.entry_id] = refund
            self._verdicts[payload.entry_id] = payload.kind
            anew = payload is told.payload and payload.kind in TAKEN
            if anew and payload.entry_id in self._turned_down:
                # A server that was set back takes what it had refused.
                self._open[payload.entry_id] = self._turned_down.pop(payload.entry_id)
        elif isinstance(payload, DecisionPayload) and payload.entry_id in self._actions:
            self._decide(payload)

    def done(self) -> Till:
        """The till once every row was heard; a void of a receipt that never came back here is not known."""
        till, used = self._till, {one.decision_id for one in self._given}
        stray = [one for entry_id, one in self._requests.items() if self._receipt_of(entry_id) is None]
        till.known.difference_update(one.hash for one in stray)
        for refund in self._refunds.values():
            till.gone.setdefault(refund.receipt, REFUNDED)
        waiting = set(self._open.values())
        till.asked = {receipt for receipt in waiting if receipt not in till.gone}
        till.beside = {receipt for request, receipt in self._open.items() if self._beside(request, receipt)}
        for entry_id, decision_id in self._granted.items():
            receipt = self._receipt_of(entry_id)
            if receipt is None or receipt.entry_id in till.gone:
                continue
            if entry_id in self._requests:
                till.asked.add(receipt.entry_id)
            if decision_id not in used and receipt.entry_id not in waiting:
                till.due.append(Due(decision_id, receipt))
        return till

    def _decide(self, payload: DecisionPayload) -> None:
        """A later decision on an entry takes back what an earlier one granted; a void without cash is done now."""
        self._granted.pop(payload.entry_id, None)
        if payload.decision_id is not None:
            self._granted[payload.entry_id] = payload.decision_id
        refund = self._held.get(payload.entry_id)
        if refund is not None and payload.state is ReviewState.RECEIVED:
            self._till.gone.setdefault(refund.receipt, REFUNDED)
        request = self._requests.get(payload.entry_id)
        if request is None or payload.state not in DECIDED:
            return
        self._open.pop(payload.entry_id, None)
        body, receipt = request.body, self._receipt_of(payload.entry_id)
        assert isinstance(body, VoidRequest)
        if payload.state is ReviewState.REFUSED:
            self._turned_down[payload.entry_id] = body.receipt
        if payload.state is ReviewState.APPROVED and body.cash == "no_cash" and receipt is not None:
            if receipt.entry_id not in self._till.gone:
                on = (payload.decided_at + timedelta(minutes=request.envelope.utc_offset)).date()
                self._till.movements.append(("void", receipt.total, on))
            self._till.gone.setdefault(receipt.entry_id, VOIDED)

    def _beside(self, request: str, receipt: str) -> bool:
        """A request beside the chain, or one that waits for a receipt beside it."""
        held = VerdictKind.HELD
        waits = self._verdicts.get(request) is VerdictKind.PARKED and self._verdicts.get(receipt) is held
        return waits or self._verdicts.get(request) is held

    def _receipt_of(self, entry_id: str) -> Paid | None:
        """The receipt that a void request names, or that was issued with an entry."""
        request = self._requests.get(entry_id)
        if request is None:
            return self._of_action.get(self._actions[entry_id])
        assert isinstance(request.body, VoidRequest)
        return self._till.receipts.get(request.body.receipt)


def movement(body: StrictModel | None) -> tuple[str, int] | None:
    """What an entry does to cash, whatever anybody says of it: its sort and its rupiah."""
    if isinstance(body, Receipt):
        return "receipt", body.total
    if isinstance(body, Refund):
        return "refund", body.amount
    if isinstance(body, Deposit):
        return "deposit", body.amount
    return (body.what, body.amount) if isinstance(body, CashAdjustment) else None

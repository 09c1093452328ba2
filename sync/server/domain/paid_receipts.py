"""Receipts as voids, refunds and deposits refer to them: their lines, what was asked and granted about them."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace

from sync.protocol.bodies.contribution import Contribution
from sync.protocol.bodies.parts import LineReference
from sync.protocol.bodies.receipt import Receipt
from sync.rules.states import MoneyBucket
from sync.rules.undoing import LineKey, PaidLine
from sync.server.storage.records import IssuedReceipt, LedgerLine

GONE = frozenset({MoneyBucket.VOIDED.value, MoneyBucket.REFUNDED.value})
BALANCE = ("", 0)
"""The key of the line by which a receipt differs from its contributions."""


@dataclass(frozen=True, slots=True)
class PaidReceipt:
    """A receipt with its lines. `requested`: the lines of void requests that are open, by the request's hash.

    `gone` is the rupiah voided or refunded, `deposited_by` the entry of its deposit. Deposits need no lines: a receipt that only they name has none here.
    """

    entry_id: str
    agent_id: str
    number: str
    total: int
    lines: tuple[PaidLine, ...] = field(repr=False)
    gone: int = 0
    deposited_by: str | None = None
    requested: Mapping[str, frozenset[LineKey]] = field(default_factory=dict)

    @property
    def left(self) -> int:
        """The rupiah that are there to be deposited."""
        return self.total - self.gone

    def request_on(self, keys: Iterable[LineKey]) -> str | None:
        """The hash of an open request about any of these lines."""
        wanted = frozenset(keys)
        return next((asked for asked, about in self.requested.items() if wanted & about), None)

    def without(self, keys: frozenset[LineKey], rupiah: int) -> PaidReceipt:
        """The receipt once these lines, worth so many rupiah, are given back: nobody can ask for them again."""
        return replace(
            self,
            lines=tuple(replace(line, gone=True) if line.key in keys else line for line in self.lines),
            gone=self.gone + rupiah,
            requested={asked: about for asked, about in self.requested.items() if not about & keys},
        )


@dataclass(frozen=True, slots=True)
class Grant:
    """A decision that names a refund: of which lines of which receipt, and how much of it is still to be given."""

    decision_id: str
    agent_id: str
    receipt: str
    keys: frozenset[LineKey]
    amount: int


def unread_receipt(issued: IssuedReceipt, gone: int) -> PaidReceipt:
    """A receipt as a deposit needs it, without its lines."""
    asked: dict[str, frozenset[LineKey]] = {} if issued.state != "void_requested" else {"": frozenset()}
    return PaidReceipt(
        issued.entry_id, issued.agent_id, issued.number, issued.total, (), gone, issued.deposited_by, asked
    )


def stored_receipt(
    issued: IssuedReceipt, lines: Iterable[LedgerLine], requested: Mapping[str, frozenset[LineKey]]
) -> PaidReceipt:
    """A receipt as it lies in the ledger; `lines` are those of its action."""
    paid = tuple(paid_line(line) for line in lines if line.receipt_number == issued.number)
    return PaidReceipt(
        entry_id=issued.entry_id,
        agent_id=issued.agent_id,
        number=issued.number,
        total=issued.total,
        lines=paid,
        gone=sum(line.amount for line in paid if line.gone),
        deposited_by=issued.deposited_by,
        requested=requested,
    )


def paid_line(line: LedgerLine) -> PaidLine:
    """A line of the ledger."""
    key = BALANCE if line.worker_id is None else (line.entry_id, line.line)
    return PaidLine(key, line.worker_id, line.month, line.amount, line.bucket in GONE)


def arriving_receipt(
    entry_id: str, agent_id: str, body: Receipt, contributions: Mapping[str, Contribution]
) -> PaidReceipt:
    """A receipt of the batch that is being judged, before its lines are booked."""
    lines = [
        PaidLine((contribution_id, place), line.worker_id, line.month, line.amount)
        for contribution_id in dict.fromkeys(body.contributions)
        if contribution_id in contributions
        for place, line in enumerate(contributions[contribution_id].lines)
    ]
    balance = body.total - sum(line.amount for line in lines)
    if balance:
        lines.append(PaidLine(BALANCE, None, "", balance))
    return PaidReceipt(entry_id, agent_id, body.number, body.total, tuple(lines))


def named_keys(lines: Iterable[LineReference] | None) -> frozenset[LineKey] | None:
    """The lines that a body names, None for the whole receipt."""
    return None if lines is None else frozenset((one.contribution, one.line) for one in lines)

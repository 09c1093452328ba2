"""Money that is undone: refunded lines by refunds that were let through, voided lines by decisions, deposits by deposits."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from sync.protocol.bodies.deposit import Deposit
from sync.protocol.bodies.receipt import Receipt
from sync.protocol.bodies.refund import Refund
from sync.protocol.bodies.void_request import VoidRequest
from sync.protocol.digests import sha256_hex
from sync.rules.states import MoneyBucket, ReviewState, VerdictKind
from sync.server.auditor.books import Line
from sync.server.auditor.chains import Told
from sync.server.auditor.findings import Finding, at_entry
from sync.server.auditor.rows import DeviceRow, LineRow, MovementRow, ReceiptRow, ReviewRow

_KEPT = (ReviewState.RECEIVED.value, ReviewState.APPROVED.value, ReviewState.REGISTERED.value)
_APART = VerdictKind.ID_CONFLICT.value


@dataclass(slots=True)
class _Undone:
    """Rupiah of one receipt: undone in the ledger, and undone by what was written and decided."""

    told: Told
    device: str
    refunded: int = 0
    voided: int = 0
    given: int = 0
    given_perhaps: int = 0
    struck: int = 0


@dataclass(slots=True)
class Undoing:
    """One agent's devices, one after another; what one device undoes may be another's receipt."""

    receipts: dict[str, _Undone] = field(default_factory=dict)
    by_entry: dict[str, str] = field(default_factory=dict)
    refunds: list[tuple[str, int, bool]] = field(default_factory=list)
    voids: list[tuple[DeviceRow, MovementRow]] = field(default_factory=list)
    requests: dict[str, tuple[Told, VoidRequest]] = field(default_factory=dict)
    reviews: dict[str, ReviewRow] = field(default_factory=dict)
    deposits: set[tuple[str, str]] = field(default_factory=set)
    deposited: list[tuple[str, Told, str]] = field(default_factory=list)
    justified: list[tuple[DeviceRow, MovementRow]] = field(default_factory=list)

    def add(
        self,
        device: DeviceRow,
        told: Sequence[Told],
        expected: Mapping[tuple[str, int], Line],
        lines: Iterable[LineRow],
        receipts: Iterable[ReceiptRow],
        movements: Iterable[MovementRow],
        reviews: Iterable[ReviewRow],
    ) -> None:
        """Take in what one device wrote, and how the books and decisions have it."""
        self.reviews |= {review.entry_hash: review for review in reviews}
        entries = {one.hash: one for one in told}
        for one in told:
            self._take(device, one)
        for row in lines:
            line = expected.get((row.hash, row.line))
            if line is not None:
                undone = self.receipts[line.receipt.hash]
                undone.refunded += row.amount if row.bucket == MoneyBucket.REFUNDED.value else 0
                undone.voided += row.amount if row.bucket == MoneyBucket.VOIDED.value else 0
        for receipt in receipts:
            if receipt.deposited_by is not None and receipt.hash in entries:
                self.deposited.append((device.device, entries[receipt.hash], receipt.deposited_by))
        self.voids.extend((device, movement) for movement in movements if movement.sort == "void")

    def _take(self, device: DeviceRow, one: Told) -> None:
        body = one.body
        if isinstance(body, Receipt):
            self.receipts[one.hash] = _Undone(one, device.device)
            if one.verdict != _APART:
                self.by_entry[one.entry_id] = one.hash
        elif isinstance(body, Refund):
            review = self.reviews.get(one.hash)
            later = review is not None and review.state in _KEPT
            if one.verdict == VerdictKind.ACCEPTED.value or later:
                self.refunds.append((body.receipt, body.amount, one.verdict == VerdictKind.ACCEPTED.value))
        elif isinstance(body, VoidRequest):
            self.requests[one.hash] = (one, body)
        elif isinstance(body, Deposit):
            self.deposits.update((one.entry_id, receipt) for receipt in body.receipts)

    def findings(self) -> Iterator[Finding]:
        """What is undone in the books without an entry or a decision, or the other way round."""
        for receipt, amount, surely in self.refunds:
            undone = self._receipt(receipt)
            if undone is not None:
                undone.given += amount if surely else 0
                undone.given_perhaps += amount
        struck = {sha256_hex(digest.encode()): digest for digest in self.receipts}
        for device, movement in self.voids:
            yield from self._void(device, movement, struck)
        for undone in self.receipts.values():
            place = (undone.device, undone.told.epoch, undone.told.seq)
            if not undone.given <= undone.refunded <= undone.given_perhaps:
                yield at_entry("refund_differs", *place, lines=undone.refunded, refunds=undone.given)
            if undone.voided != undone.struck:
                yield at_entry("void_differs", *place, lines=undone.voided, decided=undone.struck)
        for code, one, deposit in self.deposited:
            if (deposit, one.entry_id) not in self.deposits:
                yield at_entry("deposit_untrue", code, one.epoch, one.seq)

    def _void(self, device: DeviceRow, movement: MovementRow, struck: Mapping[str, str]) -> Iterator[Finding]:
        """A void lowers cash where a person approved it without cash, or refused a receipt whose id is another's."""
        found: _Undone | None = None
        if movement.hash in self.requests:
            request, body = self.requests[movement.hash]
            review = self.reviews.get(movement.hash)
            approved = review is not None and review.state == ReviewState.APPROVED.value
            if review is not None and review.decided_at is not None and approved and body.cash == "no_cash":
                found = self._receipt(body.receipt)
                if movement.moved_on != request.local_day(review.decided_at):
                    yield at_entry(
                        "movement_differs", device.device, request.epoch, request.seq, columns="moved_on"
                    )
        elif movement.hash in struck:
            found = self.receipts[struck[movement.hash]]
            found = found if found.told.verdict == _APART else None
        if found is None:
            data: dict[str, str | int] = {"sort": movement.sort, "rupiah": movement.amount}
            yield Finding("movement_added", device.device, movement.epoch, movement.seq, data)
            return
        found.struck += movement.amount
        self.justified.append((device, movement))

    def _receipt(self, entry_id: str) -> _Undone | None:
        return self.receipts.get(self.by_entry.get(entry_id, ""))

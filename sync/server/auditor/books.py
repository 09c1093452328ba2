"""The books of one device made again from its entries: receipts, ledger lines and movements of cash."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from sync.protocol.bodies.cash import CashAdjustment
from sync.protocol.bodies.contribution import Contribution
from sync.protocol.bodies.deposit import Deposit
from sync.protocol.bodies.receipt import Receipt
from sync.protocol.bodies.refund import Refund
from sync.protocol.encoding import from_base64url
from sync.protocol.receipt_proof import receipt_message
from sync.protocol.signatures import verify
from sync.rules.states import MoneyBucket
from sync.server.auditor.chains import Told
from sync.server.auditor.findings import Finding, at_entry, differing
from sync.server.auditor.rows import DeviceRow, LineRow, MovementRow, ReceiptRow

_BUCKETS = frozenset(bucket.value for bucket in MoneyBucket if bucket is not MoneyBucket.PENDING)
_BALANCES = ("CREDIT", "DIFFERENCE")


@dataclass(frozen=True, slots=True)
class Line:
    """A line that the ledger has to hold; `said` is everything about it that its entry says."""

    told: Told
    receipt: Told
    amount: int
    said: tuple[object, ...]


_SAID = (
    "entry_id", "action_id", "agent_id", "receipt_number", "month", "programme", "amount", "bracket", "relief",
    "tariff_version", "payer", "recorded_on",
)  # fmt: skip


def lines_of(device: DeviceRow, told: Sequence[Told]) -> dict[tuple[str, int], Line]:
    """Every line of every receipt, by the hash of its entry and its place there.

    What arrived together belongs together; a receipt that its contributions do not explain has a line for the rest.
    """
    together: dict[tuple[str, str], list[Told]] = {}
    for one in told:
        if isinstance(one.body, Contribution | Receipt):
            together.setdefault((one.batch_id, one.action_id), []).append(one)
    lines: dict[tuple[str, int], Line] = {}
    for action in together.values():
        _add_lines(device, sorted(action, key=lambda one: (one.epoch, one.seq)), lines)
    return lines


def _add_lines(device: DeviceRow, action: Sequence[Told], lines: dict[tuple[str, int], Line]) -> None:
    receipts = [(one, one.body) for one in action if isinstance(one.body, Receipt)]
    covering: dict[str, Told] = {}
    for one, receipt in receipts:
        for entry_id in receipt.contributions:
            covering.setdefault(entry_id, one)
    left = {one.hash: receipt.total for one, receipt in receipts}
    credit = dict.fromkeys(left, 0)
    for one in action:
        cover = covering.get(one.entry_id)
        if not isinstance(one.body, Contribution) or cover is None:
            continue
        assert isinstance(cover.body, Receipt)
        left[cover.hash] -= one.body.price
        credit[cover.hash] += one.body.credit
        for place, line in enumerate(one.body.lines):
            said = (
                one.entry_id, one.action_id, device.agent_id, cover.body.number, line.month, line.programme,
                line.amount, line.bracket, line.relief, line.tariff_version, line.payer, one.on,
            )  # fmt: skip
            lines[(one.hash, place)] = Line(one, cover, line.amount, said)
    for one, receipt in receipts:
        rest = left[one.hash]
        if rest:
            programme = _BALANCES[rest != -credit[one.hash]]
            balance = (
                one.entry_id, one.action_id, device.agent_id, receipt.number, "", programme, rest, 0, None, "",
                receipt.payer, one.on,
            )  # fmt: skip
            lines[(one.hash, 0)] = Line(one, one, rest, balance)


def line_findings(
    device: DeviceRow, expected: Mapping[tuple[str, int], Line], rows: Sequence[LineRow]
) -> Iterator[Finding]:
    """Lines that no receipt explains, that say something else, that are missing; sums that are not the receipt's."""
    sums: dict[str, int] = {}
    met: set[tuple[str, int]] = set()
    for row in rows:
        line = expected.get((row.hash, row.line))
        number = row.receipt_number or ""
        if line is None:
            yield Finding("line_added", device.device, data={"receipt": number, "rupiah": row.amount})
            continue
        met.add((row.hash, row.line))
        place = (device.device, line.told.epoch, line.told.seq)
        said = tuple(getattr(row, name) for name in _SAID)
        columns = differing(zip(_SAID, said, line.said, strict=True))
        if columns:
            yield at_entry("line_differs", *place, line=row.line, columns=columns)
        if row.bucket not in _BUCKETS:
            yield at_entry("bucket_unknown", *place, line=row.line)
        sums[line.receipt.hash] = sums.get(line.receipt.hash, 0) + row.amount
    for key, line in expected.items():
        if key not in met:
            yield at_entry(
                "line_missing", device.device, line.told.epoch, line.told.seq, line=key[1], rupiah=line.amount
            )
    for one in {line.receipt.hash: line.receipt for line in expected.values()}.values():
        assert isinstance(one.body, Receipt)
        found = sums.get(one.hash, 0)
        if found != one.body.total:
            yield at_entry(
                "receipt_sum_differs", device.device, one.epoch, one.seq, receipt=one.body.total, lines=found
            )


def receipt_findings(
    device: DeviceRow, told: Iterable[Told], rows: Sequence[ReceiptRow]
) -> Iterator[Finding]:
    """Receipts that no entry issues, that say something else, that are missing, or that the device did not sign."""
    issued = {one.hash: (one, one.body) for one in told if isinstance(one.body, Receipt)}
    for row in rows:
        if row.hash not in issued:
            yield Finding("receipt_added", device.device, data={"receipt": row.number, "rupiah": row.total})
            continue
        one, body = issued.pop(row.hash)
        columns = differing(
            (
                ("entry_id", row.entry_id, one.entry_id),
                ("action_id", row.action_id, one.action_id),
                ("agent_id", row.agent_id, device.agent_id),
                ("number", row.number, body.number),
                ("issued_on", row.issued_on, body.on),
                ("total", row.total, body.total),
                ("signature", row.signature, from_base64url(body.signature)),
            )
        )
        if columns:
            yield at_entry("receipt_differs", device.device, one.epoch, one.seq, columns=columns)
        message = receipt_message(body.number, body.on, body.total)
        if row.genuine and not verify(device.public_key, from_base64url(body.signature), message):
            yield at_entry("receipt_signature_invalid", device.device, one.epoch, one.seq)
    for one, body in issued.values():
        yield at_entry("receipt_missing", device.device, one.epoch, one.seq, rupiah=body.total)


def cash_of(told: Told) -> tuple[str, int] | None:
    """What an entry does to cash in hand, whatever its verdict: a sort and rupiah; None where it moves none."""
    body = told.body
    if isinstance(body, Receipt):
        return "receipt", body.total
    if isinstance(body, Refund):
        return "refund", body.amount
    if isinstance(body, Deposit):
        return "deposit", body.amount
    return (body.what, body.amount) if isinstance(body, CashAdjustment) else None


def movement_findings(
    device: DeviceRow, told: Iterable[Told], rows: Sequence[MovementRow]
) -> Iterator[Finding]:
    """Movements that no entry makes, that say something else, or that are missing; voids follow decisions: undoing.py."""
    moving = {one.hash: (one, cash) for one in told if (cash := cash_of(one)) is not None}
    for row in rows:
        if row.sort == "void":
            continue
        if row.hash not in moving:
            data: dict[str, str | int] = {"sort": row.sort, "rupiah": row.amount}
            yield Finding("movement_added", device.device, row.epoch, row.seq, data)
            continue
        one, (sort, amount) = moving.pop(row.hash)
        columns = differing(
            (
                ("agent_id", row.agent_id, device.agent_id),
                ("place", (row.epoch, row.seq), (one.epoch, one.seq)),
                ("sort", row.sort, sort),
                ("amount", row.amount, amount),
                ("moved_on", row.moved_on, one.on),
                ("aside", row.aside, one.aside),
            )
        )
        if columns:
            yield at_entry("movement_differs", device.device, one.epoch, one.seq, columns=columns)
    for one, (sort, amount) in moving.values():
        yield at_entry("movement_missing", device.device, one.epoch, one.seq, sort=sort, rupiah=amount)

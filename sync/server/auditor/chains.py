"""Chains and entries of one device: hashes, columns, links, and how far each chain reaches."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta
from itertools import pairwise

from sync.protocol.bodies.cash import CashAdjustment
from sync.protocol.bodies.contribution import Contribution
from sync.protocol.bodies.deposit import Deposit
from sync.protocol.bodies.receipt import Receipt
from sync.protocol.bodies.refund import Refund
from sync.protocol.bodies.void_request import VoidRequest
from sync.protocol.chain import genesis_hash
from sync.protocol.digests import sha256_hex
from sync.protocol.entry import DecodedEntry, EntryFault, Unsupported, decode
from sync.protocol.wire import StrictModel
from sync.server.auditor.findings import Finding, at_entry, differing
from sync.server.auditor.rows import DeviceRow, EntryRow, EpochRow

LARGEST_PAYMENT = 1_000_000_000_000
"""Rupiah beyond which an entry says nothing about money, for nobody can have held them (sync/README.md, "Bytes")."""
_UNREADABLE_VERDICTS = ("needs_fix", "held", "id_conflict")
_MONEY = (CashAdjustment, Contribution, Deposit, Receipt, Refund, VoidRequest)


@dataclass(frozen=True, slots=True)
class Told:
    """What an entry's own bytes say, as far as money is concerned; `body` is None for what tells of none."""

    hash: str
    prev_hash: str
    entry_id: str
    action_id: str
    batch_id: str
    epoch: int
    seq: int
    aside: bool
    verdict: str
    on: date
    utc_offset: int
    body: StrictModel | None = field(repr=False)

    def local_day(self, at: datetime) -> date:
        """The date of an instant where the entry was written."""
        return (at + timedelta(minutes=self.utc_offset)).date()


def read_entries(
    device: DeviceRow, rows: Iterable[EntryRow], findings: list[Finding]
) -> tuple[list[Told], int]:
    """What every entry says, and how many personal parts are purged; an entry that is not what its hash names counts
    as its bytes have it."""
    told, purged = [], 0
    for row in rows:
        digest = sha256_hex(row.raw)
        if digest != row.hash:
            findings.append(at_entry("entry_bytes_differ", device.device, row.epoch, row.seq))
        entry = _decoded(device, row, findings)
        if entry is not None and entry.envelope.personal_hash is not None and row.personal is None:
            purged += 1
        if entry is not None:
            columns = _differing_columns(device, row, entry)
            if columns:
                findings.append(
                    at_entry("entry_columns_differ", device.device, row.epoch, row.seq, columns=columns)
                )
        told.append(_told(row, entry))
    return told, purged


def chain_findings(device: DeviceRow, epochs: Sequence[EpochRow], told: Sequence[Told]) -> Iterator[Finding]:
    """Breaks and gaps of every chain; what stands aside is no part of one, and leaves no hole where it stands."""
    chains: dict[int, list[Told]] = {row.epoch: [] for row in epochs}
    aside: dict[int, set[int]] = {}
    for entry in told:
        if entry.aside:
            aside.setdefault(entry.epoch, set()).add(entry.seq)
        else:
            chains.setdefault(entry.epoch, []).append(entry)
    granted = {row.epoch: row for row in epochs}
    for epoch, chain in sorted(chains.items()):
        row = granted.get(epoch)
        if row is None:
            yield at_entry("epoch_unknown", device.device, epoch, chain[0].seq)
            continue
        if epoch == 1 and device.public_key and row.start_hash != genesis_hash(device.public_key):
            yield at_entry("chain_start_differs", device.device, epoch, 0)
        yield from _links(device, row, sorted(chain, key=lambda one: one.seq))
        yield from _holes(device, row, {entry.seq for entry in chain} | aside.get(epoch, set()))


def _links(device: DeviceRow, row: EpochRow, chain: Sequence[Told]) -> Iterator[Finding]:
    expected, head = 1, row.start_hash
    for entry in chain:
        if entry.seq == expected and entry.prev_hash != head:
            code = "chain_broken" if entry.seq > 1 else "chain_start_differs"
            yield at_entry(code, device.device, row.epoch, entry.seq)
        expected, head = entry.seq + 1, entry.hash


def _holes(device: DeviceRow, row: EpochRow, seqs: set[int]) -> Iterator[Finding]:
    reached = [0, *sorted(seqs)]
    holes = [(before, after) for before, after in pairwise(reached) if after > before + 1]
    for before, after in holes:
        yield at_entry("gap", device.device, row.epoch, before + 1, up_to=after - 1)
    whole_to = holes[0][0] if holes else reached[-1]
    if whole_to < row.contiguous_seq:
        yield at_entry("marks_differ", device.device, row.epoch, whole_to + 1, known=row.contiguous_seq)


def _decoded(device: DeviceRow, row: EntryRow, findings: list[Finding]) -> DecodedEntry | Unsupported | None:
    try:
        return decode(row.raw, row.personal)
    except EntryFault as fault:
        if fault.code == "personal_differs" and row.field != "personal":
            findings.append(at_entry("personal_part_differs", device.device, row.epoch, row.seq))
            return decode(row.raw, None)
        if row.verdict not in _UNREADABLE_VERDICTS:
            findings.append(at_entry("entry_unreadable", device.device, row.epoch, row.seq, fault=fault.code))
        return None


def _differing_columns(device: DeviceRow, row: EntryRow, entry: DecodedEntry | Unsupported) -> str:
    envelope, broken = entry.envelope, _is_beyond_counting(entry)
    return differing(
        (
            ("device", device.device, envelope.device),
            ("entry_id", row.entry_id, envelope.entry_id),
            ("action_id", row.action_id, envelope.action_id),
            ("kind", row.kind, envelope.kind),
            ("version", row.version, envelope.version),
            ("epoch", row.epoch, envelope.epoch),
            ("seq", row.seq, envelope.seq),
            ("prev_hash", row.prev_hash, envelope.prev_hash),
            ("worker_id", row.worker_id, envelope.worker_id),
            ("base", row.base, envelope.base),
            ("recorded_at", broken or row.recorded_at, broken or envelope.recorded_at),
            ("recorded_on", broken or row.recorded_on, broken or envelope.local_on),
        )
    )


def _told(row: EntryRow, entry: DecodedEntry | Unsupported | None) -> Told:
    if entry is None:
        return Told(
            sha256_hex(row.raw), row.prev_hash, row.entry_id, row.action_id, row.batch_id, row.epoch, row.seq,
            row.aside, row.verdict, row.recorded_on, 0, None,
        )  # fmt: skip
    envelope = entry.envelope
    return Told(
        hash=entry.hash,
        prev_hash=envelope.prev_hash,
        entry_id=envelope.entry_id,
        action_id=envelope.action_id,
        batch_id=row.batch_id,
        epoch=envelope.epoch,
        seq=envelope.seq,
        aside=row.aside,
        verdict=row.verdict,
        on=envelope.local_on,
        utc_offset=envelope.utc_offset,
        body=_money(row, entry),
    )


def _money(row: EntryRow, entry: DecodedEntry | Unsupported) -> StrictModel | None:
    """The body of an entry that tells of money, unless it was broken when it came: a purge does not mend it."""
    body = entry.body if isinstance(entry, DecodedEntry) else None
    broken = row.verdict == "needs_fix" and (row.field or "").startswith("personal")
    return body if isinstance(body, _MONEY) and not broken and not _is_beyond_counting(entry) else None


def _is_beyond_counting(entry: DecodedEntry | Unsupported) -> bool:
    """Whether an entry tells of more rupiah than anybody held: it counts as broken, from when it came."""
    body = entry.body if isinstance(entry, DecodedEntry) else None
    if isinstance(body, Contribution):
        return body.price > LARGEST_PAYMENT
    if isinstance(body, Receipt):
        return body.total > LARGEST_PAYMENT
    return isinstance(body, Refund | Deposit | CashAdjustment) and body.amount > LARGEST_PAYMENT

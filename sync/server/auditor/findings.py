"""What an audit finds: a code, the place it is about, and one sentence for each code."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

WORDS: Mapping[str, str] = {
    "acknowledgement_differs": "the acknowledgement is not about what the batch holds",
    "acknowledgement_missing": "the batch is settled and has no acknowledgement",
    "acknowledgement_signature_invalid": "the server did not sign this acknowledgement",
    "anchor_differs": "the day's anchor names another row than the trail holds",
    "anchor_missing": "the day has acts, later days are anchored, and this one is not",
    "anchor_signature_invalid": "the server did not sign this anchor",
    "audit_chain_broken": "the row does not follow from the one before",
    "audit_row_differs": "the row is not what its hash covers",
    "audit_row_missing": "rows of the trail are missing before this one",
    "batch_bytes_differ": "the batch is not what its digest names",
    "batch_refused": "the batch was refused when it came; nothing of it counts",
    "batch_signature_invalid": "the device did not sign this batch",
    "batch_unreadable": "the batch cannot be opened",
    "batch_waiting": "the batch is stored and not settled yet",
    "bucket_unknown": "the line lies in no bucket that there is",
    "cash_differs": "cash in hand at the end of the day is not what the entries make it",
    "chain_broken": "the entry names another one as standing before it",
    "chain_start_differs": "the chain does not begin where its epoch was granted",
    "deposit_untrue": "the receipt is marked as deposited, and no such deposit names it",
    "device_unknown": "rows of a device that was never enrolled",
    "entry_bytes_differ": "the entry's bytes are not those that its hash names",
    "entry_columns_differ": "a column does not say what the entry's bytes say",
    "entry_missing": "the device delivered this entry, and it is not there",
    "entry_signed_before_cut": "the device signed the batch that held this entry, which was cut; the server's signature alone names it",
    "entry_signed_with_hello": "the entry came with a hello: nothing that is kept signs it yet",
    "entry_unreadable": "the entry was accepted, and nothing can read it",
    "entry_unsigned": "no batch that the device signed holds this entry, nor one that follows it",
    "epoch_unknown": "the entry stands in an epoch that was never granted",
    "gap": "entries have not come yet, or are gone",
    "kept_sum_differs": "a sum that is kept of an agent's cash or a chain's receipts is not what the rows add up to",
    "line_added": "no receipt of the device explains this line of the ledger",
    "line_differs": "the line does not say what the entry says",
    "line_missing": "the ledger lacks a line of this receipt",
    "marks_differ": "the chain was known to reach further without a hole",
    "movement_added": "no entry moves this cash",
    "movement_differs": "the movement of cash is not what the entry says",
    "movement_missing": "the entry moves cash, and the books do not",
    "personal_part_missing": "the device delivered this personal part, it is gone, and no purge says so",
    "personal_part_differs": "the personal part is not the one that the entry names",
    "purge_untrue": "the log says that this was erased, and it is here, or no entry names it",
    "purge_unvouched": "the log of what was erased is not what this row of the trail vouches for",
    "receipt_added": "no entry of the device issues this receipt",
    "receipt_differs": "the receipt does not say what the entry says",
    "receipt_missing": "the entry issues a receipt that the books lack",
    "receipt_signature_invalid": "the receipt counts as genuine, and the device did not sign it",
    "receipt_sum_differs": "the receipt's lines do not add up to it",
    "refund_differs": "the refunded lines are not what refunds gave back",
    "verdict_differs": "the verdict is not the one that was acknowledged",
    "void_differs": "the voided lines are not what was voided by decision",
}
NOTES = frozenset(
    {"batch_refused", "batch_waiting", "entry_signed_before_cut", "entry_signed_with_hello", "gap"}
)
"""What is worth telling and no fault of the books."""


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing that is not as it should be, at a place of a chain where it has one; `data` names no person."""

    code: str
    device: str = ""
    epoch: int = 0
    seq: int = 0
    data: Mapping[str, str | int] = field(default_factory=dict)

    @property
    def is_fault(self) -> bool:
        """Whether the books are not proved because of it."""
        return self.code not in NOTES

    @property
    def place(self) -> str:
        """`7Q2FK 01/123`: device, epoch and seq as far as they are known; `server` for what no device wrote."""
        if not self.device:
            return "server"
        return f"{self.device} {self.epoch:02}/{self.seq}" if self.epoch else self.device

    def line(self) -> str:
        """Place, code, data and sentence."""
        told = "".join(f" {name}={value}" for name, value in self.data.items())
        return f"{self.place}  {self.code}{told}: {WORDS[self.code]}"


@dataclass(slots=True)
class Tally:
    """What was gone through: counts, and the rupiah of receipts, lines and cash in hand."""

    devices: int = 0
    batches: int = 0
    entries: int = 0
    receipts: int = 0
    receipts_rupiah: int = 0
    lines: int = 0
    lines_rupiah: int = 0
    cash_rupiah: int = 0
    agent_days: int = 0
    audit_rows: int = 0
    anchors: int = 0
    personal_parts_purged: int = 0
    parts_logged: int = 0
    photos_logged: int = 0
    batches_cut: int = 0


@dataclass(frozen=True, slots=True)
class Report:
    """Every finding in the order it was met, and what was gone through."""

    findings: tuple[Finding, ...]
    tally: Tally

    @property
    def faults(self) -> int:
        """How many findings are faults."""
        return sum(finding.is_fault for finding in self.findings)

    @property
    def holds(self) -> bool:
        """Whether the books are proved."""
        return not self.faults


def at_entry(code: str, device: str, epoch: int, seq: int, **data: str | int) -> Finding:
    """A finding about one entry."""
    return Finding(code, device, epoch, seq, data)


def differing(pairs: Iterable[tuple[str, object, object]]) -> str:
    """The names of what is not equal, with commas between; empty where all is."""
    return ",".join(name for name, one, other in pairs if one != other)

"""Records that a reviewer approves together."""

from dataclasses import dataclass
from datetime import datetime


@dataclass(frozen=True, slots=True)
class BulkRecord:
    """A record in a bulk; a `sampled` one has to be opened first. `outcome`: approved, or why it fell out (a code)."""

    entry_id: str
    rupiah: int
    sampled: bool
    seen: bool
    outcome: str | None


@dataclass(frozen=True, slots=True)
class Bulk:
    """`state` is drawn, scheduled (stands from `due_at` on), undone or applied; `unseen` of its sample are unopened."""

    bulk_id: str
    by: str
    mine: bool
    state: str
    due_at: datetime | None
    count: int
    rupiah: int
    unseen: int
    records: tuple[BulkRecord, ...]

"""The record of what was erased, as it crosses the storage wall; field names are column names."""

from dataclasses import dataclass
from datetime import datetime


@dataclass(frozen=True, slots=True)
class PurgedPart:
    """A personal part, or a picture, that an entry names by `digest` (SHA-256) and that the branch has erased.

    `part`: personal or photo. `reason` is a `PurgeReason`, `actor` an account id, `terminal` or `rules`; `number` is the
    row of the audit trail that vouches for it.
    """

    device: str
    hash: str
    digest: str
    part: str
    entry_id: str
    worker_id: str | None
    at: datetime
    reason: str
    actor: str
    number: int

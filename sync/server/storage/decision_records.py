"""Records of decisions that do not stand yet; field names are column names."""

from dataclasses import dataclass, field
from datetime import date, datetime
from typing import TypeAlias

AgentDay: TypeAlias = tuple[date, str]
"""A local day and an agent, by whom the records that wait are ordered."""


@dataclass(frozen=True, slots=True)
class Bulk:
    """Records that one person approves together; `rows` is a JSON list (`domain/bulk.py`).

    `state`: drawn (its sample is being looked at), scheduled (stands from `due_at` on), undone, applied.
    """

    bulk_id: str
    branch_id: str
    account_id: str
    at: datetime
    state: str
    rows: str
    due_at: datetime | None = None


@dataclass(frozen=True, slots=True)
class PairSaying:
    """What somebody said of two records that may be of one person, `first_id` before `second_id`; the highest `number`
    stands. The hashes are those of the contents that were looked at, `saying` is a `Saying`."""

    first_id: str
    second_id: str
    number: int
    first_hash: str
    second_hash: str
    saying: str
    account_id: str
    at: datetime
    reason: str
    note: str | None = field(default=None, repr=False)


@dataclass(frozen=True, slots=True)
class Proposal:
    """What one person wants to decide about the content with `hash`, and a second one has to agree to."""

    entry_id: str
    hash: str
    move: str
    account_id: str
    at: datetime
    reason: str | None = None
    note: str | None = field(default=None, repr=False)

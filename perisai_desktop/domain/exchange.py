"""What went up, what came down and what a run of the sync is doing."""

from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum

from perisai_desktop.domain.counters import Connection
from sync.rules.states import ClientState, ReviewState


class Phase(StrEnum):
    """The part of a run that is under way."""

    GREETING = "greeting"
    SENDING = "sending"
    FETCHING = "fetching"
    COMPARING = "comparing"
    DONE = "done"


@dataclass(frozen=True, slots=True)
class SyncProgress:
    """How far a run is: entries acknowledged of those that were waiting, feed rows applied."""

    phase: Phase
    sent: int
    to_send: int
    applied: int


@dataclass(frozen=True, slots=True)
class SyncReport:
    """What a finished run did; `cancelled` when the agent stopped it between two steps."""

    sent: int
    rupiah: int
    applied: int
    decisions: int
    bytes_up: int
    cancelled: bool
    at: datetime


@dataclass(frozen=True, slots=True)
class SyncItem:
    """One action on its way; `bytes` is what it weighs uncompressed.

    `reason` is a coded reason of the branch, a reaction, or `set_aside` where the server fails at this action.
    """

    action_id: str
    worker_id: str | None
    worker_name: str = field(repr=False)
    receipt_number: str | None
    rupiah: int
    client: ClientState
    review: ReviewState | None
    reason: str | None
    recorded_at: datetime
    bytes: int


@dataclass(frozen=True, slots=True)
class SyncOverview:
    """The way to the server, the items not final yet (newest first), and the last proof of delivery."""

    connection: Connection
    items: tuple[SyncItem, ...]
    acknowledged_at: datetime | None
    acknowledged_batch: str | None
    acknowledged_count: int
    changes_at: datetime | None
    more: int  # items beyond those listed
    verified_at: datetime | None = None  # when the journal last agreed with the branch's books wholly
    differing: int = 0  # entries that the branch has otherwise, or lacked, in the last comparison

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
    PHOTOS = "photos"
    DONE = "done"


@dataclass(frozen=True, slots=True)
class SyncProgress:
    """How far a run is: entries acknowledged of those that were waiting, feed rows applied.

    `photo_bytes` of `photo_length`: how much of the picture under way the branch holds.
    """

    phase: Phase
    sent: int
    to_send: int
    applied: int
    photo_bytes: int = 0
    photo_length: int = 0


@dataclass(frozen=True, slots=True)
class SyncReport:
    """What a finished run did; `cancelled` when the agent stopped it between two steps. `photos`: those that arrived."""

    sent: int
    rupiah: int
    applied: int
    decisions: int
    bytes_up: int
    cancelled: bool
    at: datetime
    photos: int = 0


@dataclass(frozen=True, slots=True)
class PhotoItem:
    """A picture that has not arrived: `bytes` in all, `arrived` of them at the branch.

    `lost`: this laptop has not got it, and `reason` says why (`missing`, `damaged`). Else `reason` is a code of
    why it last did not go, None where it only waits its turn. `held`: it waits for a free connection.
    """

    sha256: str
    action_id: str
    bytes: int
    arrived: int
    lost: bool
    held: bool
    reason: str | None


@dataclass(frozen=True, slots=True)
class PhotoTally:
    """All pictures that have not arrived, `bytes` and `arrived` of those that still go; `items` lists the first."""

    waiting: int = 0
    lost: int = 0
    bytes: int = 0
    arrived: int = 0
    held: bool = False
    items: tuple[PhotoItem, ...] = ()


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
    photos: int = 0  # pictures that the action names
    photos_arrived: int = 0


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
    photos: PhotoTally = PhotoTally()

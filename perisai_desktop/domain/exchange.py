"""What went up, what came down and what a run of the sync is doing."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum

from perisai_desktop.domain.counters import Connection, Pause, Tally
from perisai_desktop.domain.failure import Failure
from perisai_desktop.domain.worker import TimelineStep
from sync.rules.states import ClientState, Counter, ReviewState


class Phase(StrEnum):
    """The part of a run that is under way."""

    GREETING = "greeting"
    SENDING = "sending"
    FETCHING = "fetching"
    COMPARING = "comparing"
    PHOTOS = "photos"
    DONE = "done"


@dataclass(frozen=True, slots=True)
class Queued:
    """What no signed word has settled: actions, their bytes uncompressed, rupiah of their receipts."""

    actions: int
    bytes: int
    rupiah: int


@dataclass(frozen=True, slots=True)
class SyncProgress:
    """How far a run is: entries acknowledged of those that were waiting, feed rows applied.

    `arrived` are the actions that a signed acknowledgement has settled, `left` those that still wait; bytes
    likewise, uncompressed. `rate`: bytes a second as they travel, None before it was measured. `photo_bytes` of
    `photo_length`: how much of the picture under way the branch holds.
    """

    phase: Phase
    sent: int
    to_send: int
    applied: int
    arrived: int = 0
    left: int = 0
    bytes_arrived: int = 0
    bytes_left: int = 0
    rate: float | None = None
    photo_bytes: int = 0
    photo_length: int = 0


@dataclass(frozen=True, slots=True)
class SyncReport:
    """What a finished run did; `cancelled` when the agent stopped it between two steps.

    `sent` counts entries and `arrived` the actions they belong to, both settled by a signed acknowledgement;
    `photos` the pictures that arrived whole.
    """

    sent: int
    rupiah: int
    applied: int
    decisions: int
    bytes_up: int
    cancelled: bool
    at: datetime
    arrived: int = 0
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
class Run:
    """The run under way, or what became of the last one; `stopping` once the agent asked it to stop.

    `ended` counts the runs that came to their end.
    """

    running: bool = False
    stopping: bool = False
    progress: SyncProgress | None = None
    report: SyncReport | None = None
    failure: Failure | None = None
    ended: int = 0


@dataclass(frozen=True, slots=True)
class SyncItem:
    """One action on its way, at its worst entry; `kind` is what was done, `bytes` what it weighs uncompressed.

    `reason` is a coded reason of the branch, a reaction, or `set_aside` where the server fails at this action.
    """

    action_id: str
    kind: str
    counter: Counter
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


@dataclass(frozen=True, slots=True)
class ItemDetail:
    """Where the data of one action are: the stations that it passes, those still ahead without an instant."""

    item: SyncItem
    timeline: tuple[TimelineStep, ...]


@dataclass(frozen=True, slots=True)
class Answers:
    """What the branch decided: how many decisions of each sort; `money` of them name cash to be given back."""

    approved: int = 0
    registered: int = 0
    returned: int = 0
    refused: int = 0
    money: int = 0

    @property
    def count(self) -> int:
        """All of them."""
        return self.approved + self.registered + self.returned + self.refused


@dataclass(frozen=True, slots=True)
class Pressing:
    """When the oldest withdrawal of a consent, and the oldest receipt, was written that has not arrived."""

    withdrawal_at: datetime | None = None
    receipt_at: datetime | None = None


@dataclass(frozen=True, slots=True)
class Proof:
    """The last signed acknowledgement: when it came, about how many entries, and the batch that it answers."""

    at: datetime
    entries: int
    batch_id: str


@dataclass(frozen=True, slots=True)
class SyncOverview:
    """Everything that is not final, counted as the strip counts it, in one snapshot of the store.

    `listing` holds the actions of the part that was asked for, oldest first. `unsent_bytes`: what waits to be sent,
    uncompressed. `heard_at`: the last answer that the branch signed. `today`: what it decided since midnight.
    """

    connection: Connection
    tallies: Mapping[Counter, Tally]
    listing: tuple[str, ...]
    unsent_bytes: int
    heard_at: datetime | None
    proof: Proof | None
    today: Answers
    pressing: Pressing
    pause: Pause | None = None
    verified_at: datetime | None = None  # when the journal last agreed with the branch's books wholly
    differing: int = 0  # entries that the branch has otherwise, or lacked, in the last comparison
    photos: PhotoTally = PhotoTally()
    apart: Failure | None = None  # the branch's word on a laptop that does not work as ever

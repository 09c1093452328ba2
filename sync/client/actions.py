"""What the engine asks of its caller: actions to do on the network, effects to make durable in the store."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TypeAlias

from sync.client.photo_actions import PhotoAction, PhotoEffect, PhotoFacts
from sync.client.replies import SignedAnswer
from sync.client.verifying import Comparison, Span
from sync.protocol.feed import FeedRow
from sync.protocol.messages import Acknowledgement, HelloAnswer, UrgentAnswer


@dataclass(frozen=True, slots=True)
class QueueFacts:
    """What waits to be sent now: entries, without those in flight or set aside; `epoch_wanted`: whether a further
    hello is needed, for an epoch or for how far the feed goes since one.

    `unverified`: the chains that are due to be held against the server's, each whole; empty where none is due.
    `photo`: the picture that goes next, None where none waits or none may go.
    """

    entries: int
    epoch_wanted: bool = False
    unverified: tuple[Span, ...] = ()
    photo: PhotoFacts | None = None


@dataclass(frozen=True, slots=True)
class Fault:
    """Why a run stopped in a way that somebody must be told of; `detail` is a code of the server's."""

    code: str
    detail: str = ""


@dataclass(frozen=True, slots=True)
class SayHello:
    """Send hello, with the marks and the urgent entries."""


@dataclass(frozen=True, slots=True)
class SendBatch:
    """Pack whole actions, oldest first, up to these limits (one action may exceed them), and send the batch."""

    max_entries: int
    max_bytes: int
    time_out: float


@dataclass(frozen=True, slots=True)
class PullChanges:
    """Fetch the rows after the cursor."""

    cursor: int


@dataclass(frozen=True, slots=True)
class Verify:
    """Claim the sums of these ranges, and tell every entry of the small ones."""

    ranges: tuple[Span, ...]
    told: tuple[Span, ...]


@dataclass(frozen=True, slots=True)
class Finished:
    """The run is over. `reason` is None where nothing is left to do, else the code of what ended it early.

    `wait_seconds`: what a server asked for; None leaves the pause to the back-off.
    """

    reason: str | None = None
    wait_seconds: int | None = None


@dataclass(frozen=True, slots=True)
class Halted:
    """The run stopped at a fault; running again at once will not help."""

    fault: Fault


Action: TypeAlias = SayHello | SendBatch | PullChanges | Verify | PhotoAction | Finished | Halted


@dataclass(frozen=True, slots=True)
class Learn:
    """Take note of what the server knows, wants and says of the device."""

    answer: HelloAnswer
    proof: SignedAnswer


@dataclass(frozen=True, slots=True)
class Settle:
    """Apply the verdicts, each only to the entry whose hash it names, and keep the proof."""

    acknowledgement: Acknowledgement | UrgentAnswer
    proof: SignedAnswer


@dataclass(frozen=True, slots=True)
class AwaitVerdicts:
    """The server holds the batch; its entries stay in flight until the feed or the next run says more."""

    batch_id: str


@dataclass(frozen=True, slots=True)
class Release:
    """The batch is not known to have arrived: its entries wait to be sent again."""

    batch_id: str


@dataclass(frozen=True, slots=True)
class SetAside:
    """The one action of this batch makes the server fail every time: keep it out of the rest of the run, say so."""

    batch_id: str
    code: str


@dataclass(frozen=True, slots=True)
class ApplyRows:
    """Apply rows and cursor in one transaction."""

    rows: tuple[FeedRow, ...]
    cursor: int
    proof: SignedAnswer


@dataclass(frozen=True, slots=True)
class Verified:
    """The chains were compared whole: queue again what the server lacks, keep and report the rest."""

    comparison: Comparison


@dataclass(frozen=True, slots=True)
class Wipe:
    """The server says, signed, that this device is to be wiped and that nothing of it is missing."""

    answer: HelloAnswer
    proof: SignedAnswer


Effect: TypeAlias = (
    Learn | Settle | AwaitVerdicts | Release | SetAside | ApplyRows | Verified | Wipe | PhotoEffect
)

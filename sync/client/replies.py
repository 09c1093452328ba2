"""What can come back from the server, as the engine sees it: every way a request can end has one name."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import TypeAlias

from sync.protocol.bundle_answer import BundleTaken
from sync.protocol.feed import ChangesPage
from sync.protocol.messages import Acknowledgement, HelloAnswer, StoredRaw
from sync.protocol.verification import VerifyAnswer, VerifyRequest


@dataclass(frozen=True, slots=True)
class SignedAnswer:
    """An answer as received, with all that is needed to prove later that the server gave it to this request.

    Kept beside an acknowledgement: the agent's proof of delivery. Signatures as the headers spell them.
    """

    status: int
    body: bytes = field(repr=False)
    signature: str
    request_signature: str


@dataclass(frozen=True, slots=True)
class HelloOk:
    """The server answered hello."""

    answer: HelloAnswer
    proof: SignedAnswer


@dataclass(frozen=True, slots=True)
class BatchAcknowledged:
    """A verdict for every entry of the batch. `bytes_sent` and `seconds` measure the link."""

    acknowledgement: Acknowledgement
    proof: SignedAnswer
    bytes_sent: int
    seconds: float


@dataclass(frozen=True, slots=True)
class BatchStoredRaw:
    """The batch's bytes are kept; verdicts come with the feed."""

    stored: StoredRaw
    proof: SignedAnswer
    bytes_sent: int
    seconds: float


@dataclass(frozen=True, slots=True)
class ChangesOk:
    """A page of the feed."""

    page: ChangesPage
    proof: SignedAnswer


@dataclass(frozen=True, slots=True)
class VerifyOk:
    """What the server holds otherwise than `request` claimed."""

    request: VerifyRequest
    answer: VerifyAnswer
    proof: SignedAnswer


@dataclass(frozen=True, slots=True)
class NonceLapsed:
    """A signed 401: hello again."""

    batch_id: str | None = None


@dataclass(frozen=True, slots=True)
class Slower:
    """429 or 503, signed or not: later; `seconds` where the answer says how much later."""

    seconds: int | None = None
    batch_id: str | None = None


@dataclass(frozen=True, slots=True)
class Smaller:
    """413, signed or not: a smaller batch."""

    batch_id: str | None = None


@dataclass(frozen=True, slots=True)
class DeviceBarred:
    """A signed 403, or a 401 that hello does not cure: the device is paused, wiped or unknown; `code` says which."""

    code: str
    batch_id: str | None = None


@dataclass(frozen=True, slots=True)
class Reused:
    """A signed 409: this batch id was used with another digest."""

    batch_id: str | None = None


@dataclass(frozen=True, slots=True)
class Rejected:
    """A signed refusal of the request itself (422 and other 4xx), or a signed answer that is not one to it.

    `status` is the HTTP status of a refusal, 0 where the answer does not fit the request; `data` is what it names.
    """

    code: str
    batch_id: str | None = None
    status: int = 0
    data: Mapping[str, str | int | None] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class ServerFault:
    """A signed 5xx: the server failed on this request."""

    code: str
    batch_id: str | None = None


@dataclass(frozen=True, slots=True)
class NoNetwork:
    """Nothing that our server signed came back. `detail`: `timeout`, `dns`, `refused`, `tls`, `connection`,
    `unsigned`, `too_large`, `plain_http`."""

    detail: str
    batch_id: str | None = None


@dataclass(frozen=True, slots=True)
class BundleCarried:
    """The file of another laptop was taken in; its answer comes along."""

    taken: BundleTaken


HelloReply: TypeAlias = (
    HelloOk | NonceLapsed | Slower | Smaller | DeviceBarred | Rejected | ServerFault | NoNetwork
)
BatchReply: TypeAlias = (
    BatchAcknowledged
    | BatchStoredRaw
    | NonceLapsed
    | Slower
    | Smaller
    | DeviceBarred
    | Reused
    | Rejected
    | ServerFault
    | NoNetwork
)
ChangesReply: TypeAlias = (
    ChangesOk | NonceLapsed | Slower | Smaller | DeviceBarred | Rejected | ServerFault | NoNetwork
)
CarryReply: TypeAlias = (
    BundleCarried | NonceLapsed | Slower | Smaller | DeviceBarred | Rejected | ServerFault | NoNetwork
)
VerifyReply: TypeAlias = (
    VerifyOk | NonceLapsed | Slower | Smaller | DeviceBarred | Rejected | ServerFault | NoNetwork
)
Reply: TypeAlias = HelloReply | BatchReply | ChangesReply | VerifyReply

"""A forgotten password: the file in which a locked laptop asks for its store key, and the answer that it alone opens."""

from __future__ import annotations

import hashlib
from datetime import datetime
from typing import Annotated, Final, Literal, TypeVar

from pydantic import Field, ValidationError

from sync.protocol.canonical import CanonicalFault, parse_json
from sync.protocol.encoding import from_base64url, to_base64url
from sync.protocol.recovery import RecoveryFault, opened_with, sealed_to
from sync.protocol.wire import Device, Instant, KeyText, StrictModel, wire_bytes
from sync.rules import crockford

FORMAT: Final = 1
REQUEST_SUFFIX = ".perisai-sandi"
ANSWER_SUFFIX = ".perisai-sandi-jawaban"
LARGEST = 2_048
"""The most bytes of either file."""
CODE_LENGTH = 12
_REQUEST, _ANSWER = "reopen_request", "reopen_answer"


class ReopenFault(ValueError):
    """A file that is not the one wanted, or a sealed key that does not open.

    `code`: `file_foreign`, `file_newer`, `file_of_other_kind` (an answer for a request or the other way round),
    `file_damaged`.
    """

    def __init__(self, code: str) -> None:
        super().__init__(code)
        self.code = code


class ReopenRequest(StrictModel):
    """What a locked laptop asks with. `public_key`: an X25519 key made for this request alone."""

    kind: Literal["reopen_request"]
    format: Literal[1]
    device: Device
    public_key: KeyText
    made_at: Instant

    @property
    def check_code(self) -> str:
        """What the agent reads out, so that nobody's key but the laptop's is answered."""
        return check_code(self.device, from_base64url(self.public_key))


class ReopenAnswer(StrictModel):
    """The store key of `device`, sealed to the key of the request with the check code `code`: 80 bytes, base64url."""

    kind: Literal["reopen_answer"]
    format: Literal[1]
    device: Device
    code: Annotated[str, Field(pattern=r"^[0-9A-HJKMNP-TV-Z]{12}$")]
    sealed: Annotated[str, Field(pattern=r"^[A-Za-z0-9_-]{106}[AEIMQUYcgkosw048]$", repr=False)]
    made_at: Instant


class ReopenAsk(StrictModel):
    """`POST /v1/admin/devices/{device}/reopening`: the request, and the check code as the agent read it out."""

    request: ReopenRequest
    code: Annotated[str, Field(min_length=1, max_length=40)]


File = TypeVar("File", ReopenRequest, ReopenAnswer)


def check_code(device: str, public_key: bytes) -> str:
    """The first 60 bits of SHA-256 over device and public key, as twelve Crockford characters."""
    digest = hashlib.sha256(f"perisai-reopen-code-1|{device}|".encode("ascii") + public_key).digest()
    return crockford.encode(int.from_bytes(digest[:8], "big") >> 4, CODE_LENGTH)


def says(code: str, typed: str) -> bool:
    """Whether a typed code is this one, in any case and with any dashes."""
    try:
        return crockford.normalise(typed) == code
    except ValueError:
        return False


def request_of(device: str, public_key: bytes, at: datetime) -> ReopenRequest:
    """The request of a laptop."""
    return ReopenRequest(
        kind="reopen_request",
        format=FORMAT,
        device=device,
        public_key=to_base64url(public_key),
        made_at=at,
    )


def answer_to(request: ReopenRequest, store_key: bytes, at: datetime) -> ReopenAnswer:
    """Seals a store key to the key of a request. Raises ReopenFault(`file_damaged`) where that is no key."""
    code = request.check_code
    try:
        sealed = sealed_to(store_key, from_base64url(request.public_key), _info(request.device, code))
    except RecoveryFault:
        raise ReopenFault("file_damaged") from None
    return ReopenAnswer(
        kind="reopen_answer",
        format=FORMAT,
        device=request.device,
        code=code,
        sealed=to_base64url(sealed),
        made_at=at,
    )


def store_key_in(answer: ReopenAnswer, private_key: bytes) -> bytes:
    """The store key, by the private half of the request's key. Raises ReopenFault(`file_damaged`)."""
    try:
        return opened_with(from_base64url(answer.sealed), private_key, _info(answer.device, answer.code))
    except RecoveryFault:
        raise ReopenFault("file_damaged") from None


def file_of(content: ReopenRequest | ReopenAnswer) -> bytes:
    """The bytes of a file: canonical JSON and a line end."""
    return wire_bytes(content) + b"\n"


def read_request(raw: bytes) -> ReopenRequest:
    """A request out of a file's bytes. Raises ReopenFault."""
    return _read(raw, ReopenRequest, _REQUEST, _ANSWER)


def read_answer(raw: bytes) -> ReopenAnswer:
    """An answer out of a file's bytes. Raises ReopenFault."""
    return _read(raw, ReopenAnswer, _ANSWER, _REQUEST)


def _read(raw: bytes, model: type[File], kind: str, other: str) -> File:
    if len(raw) > LARGEST:
        raise ReopenFault("file_foreign")
    try:
        found = parse_json(raw)
    except CanonicalFault:
        cut = b'"reopen_' in raw
        raise ReopenFault("file_damaged" if cut else "file_foreign") from None
    named = found.get("kind") if isinstance(found, dict) else None
    if not isinstance(found, dict) or named not in (kind, other):
        raise ReopenFault("file_foreign")
    if found.get("format") != FORMAT:
        raise ReopenFault("file_newer")
    if named == other:
        raise ReopenFault("file_of_other_kind")
    try:
        return model.model_validate_json(raw)
    except ValidationError:
        raise ReopenFault("file_damaged") from None


def _info(device: str, code: str) -> bytes:
    return f"perisai-reopen-1|{device}|{code}".encode("ascii")

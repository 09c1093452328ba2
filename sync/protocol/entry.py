"""An entry: its envelope, its sealing into bytes that never change, and its reading back."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date, datetime, timedelta
from functools import cache
from typing import Annotated, Any, Generic, Self, TypeVar

from pydantic import Field, ValidationError, model_validator

from sync.protocol.bodies.parts import PersonalPart
from sync.protocol.canonical import CanonicalFault, read_canonical
from sync.protocol.digests import sha256_hex
from sync.protocol.kinds import CURRENT_VERSION, EntryKind, Form, form_of_kind
from sync.protocol.wire import Device, Epoch, Hash, Instant, Sequence, StrictModel, Uuid, wire_bytes
from sync.rules.receipt_number import practice_device

LARGEST_ENTRY = 8 * 1024 * 1024
"""The largest entry or personal part in bytes: 500 workers, 15 months, three programmes fit in."""

B = TypeVar("B")


class EntryFault(ValueError):
    """Bytes that are no entry: `code` says how, `field` where; never a value."""

    def __init__(self, code: str, field: str = "") -> None:
        super().__init__(code, field)
        self.code = code
        self.field = field


class Blob(StrictModel):
    """A picture that belongs to the entry: SHA-256 of the plaintext and its length in bytes."""

    sha256: Hash
    length: Annotated[int, Field(ge=1, le=64 * 1024 * 1024)]


class Envelope(StrictModel, Generic[B]):
    """What every entry says of itself (sync/rules/README.md, "Entry"). `utc_offset` in minutes east of UTC.

    `base`: hash of the version a change was made on. `personal_hash`: SHA-256 of the personal part's bytes.
    """

    entry_id: Uuid
    action_id: Uuid
    kind: Annotated[str, Field(pattern=r"^[a-z][a-z_]{0,31}$")]
    version: Annotated[int, Field(ge=1, le=9_999)]
    device: Device
    epoch: Epoch
    seq: Sequence
    prev_hash: Hash
    worker_id: Uuid | None = None
    base: Hash | None = None
    recorded_at: Instant
    utc_offset: Annotated[int, Field(ge=-720, le=840)]
    practice: bool
    personal_hash: Hash | None = None
    blobs: Annotated[tuple[Blob, ...], Field(max_length=32)]
    body: B

    @model_validator(mode="after")
    def _practice_as_device(self) -> Self:
        if self.practice != practice_device(self.device):
            raise ValueError("practice")
        return self

    @property
    def local_time(self) -> datetime:
        """The wall clock's time at capture, without zone."""
        return self.recorded_at.replace(tzinfo=None) + timedelta(minutes=self.utc_offset)

    @property
    def local_on(self) -> date:
        """The local date at capture, by which both ends judge age, months and reliefs."""
        return self.local_time.date()


@dataclass(frozen=True, slots=True)
class SealedEntry:
    """An entry as bytes: what is stored, hashed and sent. `hash` is SHA-256 of `raw`."""

    raw: bytes = field(repr=False)
    hash: str
    personal: bytes | None = field(repr=False)

    @classmethod
    def of(cls, raw: bytes, personal: bytes | None) -> Self:
        """Bytes from a store or the wire with their digest."""
        return cls(raw, sha256_hex(raw), personal)


@dataclass(frozen=True, slots=True)
class DecodedEntry:
    """A known entry as models. `personal` is None where the entry has none or where it was purged."""

    envelope: Envelope[StrictModel]
    body: StrictModel = field(repr=False)
    personal: PersonalPart | None = field(repr=False)
    hash: str


@dataclass(frozen=True, slots=True)
class Unsupported:
    """An entry of a kind or version that this program does not know; its bytes are to be kept."""

    envelope: Envelope[dict[str, Any]]
    hash: str


def seal(
    *,
    kind: EntryKind,
    entry_id: str,
    action_id: str,
    device: str,
    epoch: int,
    seq: int,
    prev_hash: str,
    recorded_at: datetime,
    utc_offset: int,
    body: StrictModel,
    personal: PersonalPart | None = None,
    worker_id: str | None = None,
    base: str | None = None,
    blobs: tuple[Blob, ...] = (),
) -> SealedEntry:
    """Writes an entry once, in the current version of its kind; the bytes are stored and never made again.

    Raises `EntryFault` where the models are not those of the kind or a field breaks the form.
    """
    version = CURRENT_VERSION[kind]
    form = form_of_kind(kind, version)
    assert form is not None
    if type(body) is not form.body or (personal is not None and type(personal) is not form.personal):
        raise EntryFault("wrong_model", "body")
    personal_raw = None if personal is None else wire_bytes(personal)
    try:
        envelope = _envelope_type(form.body)(
            entry_id=entry_id,
            action_id=action_id,
            kind=kind.value,
            version=version,
            device=device,
            epoch=epoch,
            seq=seq,
            prev_hash=prev_hash,
            worker_id=worker_id,
            base=base,
            recorded_at=recorded_at,
            utc_offset=utc_offset,
            practice=practice_device(device),
            personal_hash=None if personal_raw is None else sha256_hex(personal_raw),
            blobs=blobs,
            body=body,
        )
    except ValidationError as invalid:
        raise fault_of(invalid) from None
    _check_personal(form, envelope.personal_hash)
    return SealedEntry.of(wire_bytes(envelope), personal_raw)


def decode(raw: bytes, personal: bytes | None) -> DecodedEntry | Unsupported:
    """Reads an entry and its personal part as received; a personal part may be missing (purged), never differ.

    Raises `EntryFault` with the code and the field of the first thing that breaks the form.
    """
    if len(raw) > LARGEST_ENTRY or (personal is not None and len(personal) > LARGEST_ENTRY):
        raise EntryFault("entry_too_large")
    try:
        value = read_canonical(raw)
    except CanonicalFault as fault:
        raise EntryFault(fault.code) from None
    kind, version = (value.get("kind"), value.get("version")) if isinstance(value, dict) else (None, None)
    known = isinstance(kind, str) and isinstance(version, int) and not isinstance(version, bool)
    form = form_of_kind(str(kind), int(version)) if known else None  # type: ignore[arg-type]
    digest = sha256_hex(raw)
    if form is None:
        loose = _read(Envelope[dict[str, Any]], raw)
        _check_personal_digest(loose.personal_hash, personal)
        return Unsupported(loose, digest)
    envelope = _read(_envelope_type(form.body), raw)
    _check_personal(form, envelope.personal_hash)
    _check_personal_digest(envelope.personal_hash, personal)
    if personal is None:
        return DecodedEntry(envelope, envelope.body, None, digest)
    assert form.personal is not None
    try:
        read_canonical(personal)
    except CanonicalFault as fault:
        raise EntryFault(fault.code, "personal") from None
    told = _read(form.personal, personal, "personal")
    if told.blobs:
        _check_pictures(envelope.blobs, told)
    return DecodedEntry(envelope, envelope.body, told, digest)


def _check_personal(form: Form, personal_hash: str | None) -> None:
    if personal_hash is None and form.personal_required:
        raise EntryFault("personal_missing", "personal_hash")
    if personal_hash is not None and form.personal is None:
        raise EntryFault("personal_unexpected", "personal_hash")


def _check_personal_digest(personal_hash: str | None, personal: bytes | None) -> None:
    if personal is None:
        return
    if personal_hash is None:
        raise EntryFault("personal_unexpected", "personal")
    if sha256_hex(personal) != personal_hash:
        raise EntryFault("personal_differs", "personal")


def _check_pictures(blobs: tuple[Blob, ...], personal: PersonalPart) -> None:
    """What a picture shows is said of pictures of the entry only, and once: nobody could ever see another one, and what
    is compared with the pictures of others follows from the one word."""
    told = [meaning.sha256 for meaning in personal.blobs]
    if len(set(told)) < len(told) or not {blob.sha256 for blob in blobs}.issuperset(told):
        raise EntryFault("pictures_differ", "personal.blobs")


@cache
def _envelope_type(body: type[StrictModel]) -> type[Envelope[StrictModel]]:
    return Envelope[body]  # type: ignore[valid-type]


M = TypeVar("M", bound=StrictModel)


def _read(model: type[M], raw: bytes, root: str = "") -> M:
    try:
        return model.model_validate_json(raw)
    except ValidationError as invalid:
        raise fault_of(invalid, root) from None


def fault_of(invalid: ValidationError, root: str = "") -> EntryFault:
    """The first thing that breaks a model, as a fault that names the field and shows no value."""
    first = invalid.errors(include_input=False, include_url=False, include_context=False)[0]
    steps = first["loc"][:-1] if first["type"] == "extra_forbidden" else first["loc"]
    path = [part for part in (root, *(str(step) for step in steps)) if part]
    code = {"extra_forbidden": "unknown_field", "missing": "missing_field"}.get(
        first["type"], "invalid_field"
    )
    return EntryFault(code, ".".join(path))

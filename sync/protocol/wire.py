"""The building blocks of every model on the wire: strict bases and types that have one spelling each."""

from __future__ import annotations

import re
from datetime import UTC, date, datetime
from typing import Annotated, Any, TypeAlias

from pydantic import BaseModel, ConfigDict, Field, PlainSerializer, StringConstraints, WithJsonSchema
from pydantic.functional_validators import BeforeValidator

from sync.protocol.canonical import LARGEST_INTEGER, JsonValue, canonical_bytes
from sync.protocol.identifiers import DEVICE_CODE_PATTERN, HASH_PATTERN, UUID7_PATTERN
from sync.protocol.signatures import wire_instant

INSTANT_PATTERN = r"^(19[7-9][0-9]|2[0-9]{3})-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}:[0-9]{2}\.[0-9]{3}Z$"
_UNSEEN = r"\x7f-\x9f\u2028\u2029\u202a-\u202e\u2066-\u2069"
"""Controls, and signs that turn the direction of writing: they make a line read otherwise than it is."""
LINE_PATTERN = rf"^[^\x00-\x1f{_UNSEEN}]*$"
PROSE_PATTERN = rf"^[^\x00-\x09\x0b-\x1f{_UNSEEN}]*$"
_INSTANT = re.compile(INSTANT_PATTERN, re.ASCII)


class StrictModel(BaseModel):
    """What is written or requested: unknown fields are refused, nothing is coerced, nothing changes."""

    model_config = ConfigDict(strict=True, extra="forbid", frozen=True, hide_input_in_errors=True)


class AnswerModel(BaseModel):
    """What a server answers: unknown fields are ignored, so that an older program understands a newer server."""

    model_config = ConfigDict(strict=True, extra="ignore", frozen=True, hide_input_in_errors=True)


def wire_bytes(model: BaseModel) -> bytes:
    """The canonical bytes of a model, absent fields left out."""
    value: JsonValue = model.model_dump(mode="json", exclude_none=True)
    return canonical_bytes(value)


def _read_instant(value: Any) -> Any:
    if isinstance(value, str):
        if _INSTANT.fullmatch(value) is None:
            raise ValueError("instant")
        return datetime.fromisoformat(value)
    if isinstance(value, datetime) and value.tzinfo is not None:
        utc = value.astimezone(UTC)
        return utc.replace(microsecond=utc.microsecond // 1000 * 1000)
    raise ValueError("instant")


Instant = Annotated[
    datetime,
    BeforeValidator(_read_instant),
    PlainSerializer(wire_instant, return_type=str, when_used="json"),
    WithJsonSchema({"type": "string", "pattern": INSTANT_PATTERN}),
]
"""An aware UTC instant in whole milliseconds, `2026-11-22T02:15:30.123Z`."""

Day: TypeAlias = date
"""A local calendar date, `2026-11-22`."""

Hash = Annotated[str, StringConstraints(pattern=HASH_PATTERN)]
"""SHA-256, 64 lower-case hexadecimal digits."""
Uuid = Annotated[str, StringConstraints(pattern=UUID7_PATTERN)]
"""A UUIDv7 in lower case."""
Device = Annotated[str, StringConstraints(pattern=DEVICE_CODE_PATTERN)]
"""A device code: five Crockford characters."""
Epoch = Annotated[int, Field(ge=1, le=99)]
Sequence = Annotated[int, Field(ge=1, le=LARGEST_INTEGER)]
Count = Annotated[int, Field(ge=0, le=LARGEST_INTEGER)]
Rupiah = Annotated[int, Field(ge=0, le=LARGEST_INTEGER)]
"""Whole rupiah, not negative."""
PositiveRupiah = Annotated[int, Field(ge=1, le=LARGEST_INTEGER)]
SignedRupiah = Annotated[int, Field(ge=-LARGEST_INTEGER, le=LARGEST_INTEGER)]
Month = Annotated[str, StringConstraints(pattern=r"^20[0-9]{2}-(0[1-9]|1[0-2])$")]
"""An iuran month, `2026-11`."""
Code = Annotated[str, StringConstraints(pattern=r"^[A-Za-z0-9][A-Za-z0-9_.-]{0,63}$")]
"""A stable name out of a table: a reason, a relief, a purpose, a fault."""
Version = Annotated[str, StringConstraints(pattern=r"^[A-Za-z0-9][A-Za-z0-9._+-]{0,63}$")]
"""The version of reference data, a text or a program."""
LONGEST_LINE = 200
Text = Annotated[str, StringConstraints(min_length=1, max_length=LONGEST_LINE, pattern=LINE_PATTERN)]
"""One line of text somebody typed, not empty."""
Blank = Annotated[str, StringConstraints(max_length=LONGEST_LINE, pattern=LINE_PATTERN)]
"""One line of text that may be empty."""
Prose = Annotated[str, StringConstraints(min_length=1, max_length=5000, pattern=PROSE_PATTERN)]
"""Some lines of text somebody typed."""
SignatureText = Annotated[str, StringConstraints(pattern=r"^[A-Za-z0-9_-]{85}[AQgw]$")]
"""An Ed25519 signature in base64url."""
KeyText = Annotated[str, StringConstraints(pattern=r"^[A-Za-z0-9_-]{42}[AEIMQUYcgkosw048]$")]
"""A 32-byte public key in base64url."""
SixteenBytes = Annotated[str, StringConstraints(pattern=r"^[A-Za-z0-9_-]{21}[AQgw]$")]
"""Sixteen bytes (a salt, a challenge) in base64url."""
Village = Annotated[str, StringConstraints(pattern=r"^[0-9]{2}\.[0-9]{2}\.[0-9]{2}\.[0-9]{4}$")]
"""A village's region code, `35.14.06.2008`."""
Nik = Annotated[str, StringConstraints(pattern=r"^[0-9]{16}$")]
ReceiptNumberText = Annotated[
    str, StringConstraints(pattern=r"^[0-9A-HJKMNP-TV-Z]{5}-[0-9]{2}-[0-9]{6}-[0-9A-Z]$")
]


def is_line(text: str) -> bool:
    """Whether a text can stand in an entry as one line that may be empty."""
    return len(text) <= LONGEST_LINE and re.search(LINE_PATTERN, text) is not None

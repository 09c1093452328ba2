"""Names of things: UUIDv7 identifiers (RFC 9562, 5.7) and the codes a server issues."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import NewType

EntryId = NewType("EntryId", str)
ActionId = NewType("ActionId", str)
WorkerId = NewType("WorkerId", str)
BatchId = NewType("BatchId", str)
DecisionId = NewType("DecisionId", str)
DeviceCode = NewType("DeviceCode", str)

UUID7_PATTERN = r"^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$"
DEVICE_CODE_PATTERN = r"^[0-9A-HJKMNP-TV-Z]{5}$"
HASH_PATTERN = r"^[0-9a-f]{64}$"
_EPOCH = datetime(1970, 1, 1, tzinfo=UTC)


def uuid7(at: datetime, random_bytes: bytes) -> str:
    """A UUIDv7: 48 bits of milliseconds since 1970 from the aware instant `at`, then 74 of the 80 random bits.

    `random_bytes` are 10 bytes from the caller's source of randomness.
    """
    if len(random_bytes) != 10:
        raise ValueError("uuid7 takes 10 random bytes")
    elapsed = at - _EPOCH
    milliseconds = (elapsed.days * 86_400 + elapsed.seconds) * 1_000 + elapsed.microseconds // 1_000
    number = (milliseconds & 0xFFFF_FFFF_FFFF) << 80 | int.from_bytes(random_bytes, "big")
    number = number & ~(0xF << 76) | 0x7 << 76
    number = number & ~(0x3 << 62) | 0x2 << 62
    digits = f"{number:032x}"
    return f"{digits[:8]}-{digits[8:12]}-{digits[12:16]}-{digits[16:20]}-{digits[20:]}"

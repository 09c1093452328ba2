"""The one-time code of a device: a secret to be let in, and the fingerprint of the server it belongs to."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Self

from sync.protocol.digests import FINGERPRINT_BITS, fingerprint
from sync.rules import crockford

SECRET_BITS = 50
_PART = 10
_GROUP = 5


class EnrolmentCodeFault(ValueError):
    """Text that is no enrolment code; carries nothing of it."""

    def __init__(self) -> None:
        super().__init__("enrolment_code_malformed")


@dataclass(frozen=True, slots=True)
class EnrolmentCode:
    """`XXXXX-XXXXX-XXXXX-XXXXX`: 50 bits of secret, then the first 50 bits of SHA-256 over the server's key."""

    secret: str = field(repr=False)
    fingerprint: str

    @classmethod
    def issue(cls, random_bytes: bytes, server_key: bytes) -> Self:
        """A new code from 7 random bytes. Raises ValueError for another number of bytes."""
        if len(random_bytes) != 7:
            raise ValueError("an enrolment code takes 7 random bytes")
        secret = int.from_bytes(random_bytes, "big") >> (56 - SECRET_BITS)
        return cls(crockford.encode(secret, _PART), fingerprint(server_key))

    @classmethod
    def parse(cls, text: str) -> Self:
        """Reads a code as typed: any case, dashes and spaces anywhere. Raises `EnrolmentCodeFault`."""
        try:
            meant = crockford.normalise(text.strip())
        except ValueError:
            raise EnrolmentCodeFault from None
        if len(meant) != 2 * _PART:
            raise EnrolmentCodeFault
        return cls(meant[:_PART], meant[_PART:])

    def names(self, server_key: bytes) -> bool:
        """Whether this code belongs to the server with this key; checked before anything is pinned."""
        return self.fingerprint == fingerprint(server_key)

    def __str__(self) -> str:
        joined = self.secret + self.fingerprint
        return "-".join(joined[start : start + _GROUP] for start in range(0, len(joined), _GROUP))


assert FINGERPRINT_BITS == 5 * _PART

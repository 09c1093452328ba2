"""Keeps the keys of an enrolment over tries and restarts: the same code then asks with the same device key."""

import os
from dataclasses import dataclass, field
from pathlib import Path

from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.kdf.hkdf import HKDF

from perisai_desktop.config.files import replace_atomically
from perisai_desktop.domain.failure import Failure, FailureCode
from perisai_desktop.security import key_file
from perisai_desktop.security.key_file import Cost
from perisai_desktop.security.keys import KEY_BYTES


@dataclass(frozen=True, slots=True)
class PendingKeys:
    """The store key that a server may hold a recovery wrap of already, and the seed of device keys."""

    store_key: bytes = field(repr=False)
    _seed: bytes = field(repr=False)

    def device_key(self, code: str) -> bytes:
        """The private key, 32 bytes, for one one-time code: another code is another device (HKDF, RFC 5869)."""
        info = f"perisai-device-1|{code}".encode()
        return HKDF(algorithm=SHA256(), length=KEY_BYTES, salt=None, info=info).derive(self._seed)


def keep_pending(path: Path, password: str, cost: Cost) -> PendingKeys:
    """The keys of the try before, sealed by the password; new ones where there are none that it opens.

    A grant that was lost under another password stays lost: that code is spent, the branch gives a new one.
    They are on the disk before anybody is asked. Raises Failure(disk_full) where they cannot be.
    """
    kept = _kept(path, password)
    if kept is None:
        kept = os.urandom(2 * KEY_BYTES)
        try:
            replace_atomically(path, key_file.wrap(kept, password, cost))
        except OSError:
            raise Failure(FailureCode.DISK_FULL) from None
    return PendingKeys(kept[:KEY_BYTES], kept[KEY_BYTES:])


def _kept(path: Path, password: str) -> bytes | None:
    try:
        kept = key_file.unwrap(path.read_bytes(), password)
    except (OSError, Failure):
        return None
    return kept if kept is not None and len(kept) == 2 * KEY_BYTES else None

"""A file that one key alone opens, whole or not at all: written and read in pieces, however large it is.

HPKE base mode (RFC 9180: X25519, HKDF-SHA256, ChaCha20-Poly1305) wraps a key made for this file; pieces of 64 KiB
follow, each sealed under its number and whether it is the last one (the STREAM construction).
"""

from __future__ import annotations

import hashlib
import secrets
from collections.abc import Iterator
from dataclasses import dataclass
from enum import IntEnum
from typing import BinaryIO

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.asymmetric.x25519 import X25519PrivateKey, X25519PublicKey
from cryptography.hazmat.primitives.ciphers.aead import ChaCha20Poly1305
from cryptography.hazmat.primitives.hpke import AEAD, KDF, KEM, Suite

from sync.rules import crockford

MAGIC = b"PERISAI-FILE"
FORMAT = 1
PIECE = 64 * 1024
"""Bytes of content in every piece but the last."""
KEY_ID_BYTES = 8
MARK_CHARACTERS = 16
_TAG = 16
_WRAP = 32 + 32 + _TAG
_HEADER = len(MAGIC) + 2 + KEY_ID_BYTES
_INFO = b"perisai-sealed-file-1"


class Purpose(IntEnum):
    """What a file is: a device's bundle, or the server's answer to one."""

    BUNDLE = 1
    ANSWER = 2


class SealedFileFault(ValueError):
    """A file that cannot be opened.

    `code`: `file_foreign`, `file_newer`, `file_of_other_kind`, `file_for_other_key`, `file_damaged` (altered, cut
    off or with something behind it).
    """

    def __init__(self, code: str) -> None:
        super().__init__(code)
        self.code = code


@dataclass(frozen=True, slots=True)
class Header:
    """All that a file shows: what it is, and the first 8 bytes of SHA-256 over the public key that it is sealed to."""

    purpose: Purpose
    key_id: bytes


def public_of(private_key: bytes) -> bytes:
    """The 32-byte public key of a 32-byte X25519 key."""
    return X25519PrivateKey.from_private_bytes(private_key).public_key().public_bytes_raw()


def key_id(public_key: bytes) -> bytes:
    """How a header names a public key."""
    return hashlib.sha256(public_key).digest()[:KEY_ID_BYTES]


def hand_over_mark(digest: bytes) -> str:
    """The first 80 bits of a file's SHA-256 as four groups of four Crockford characters, for the hand-over sheet."""
    first = int.from_bytes(digest[:10], "big")
    plain = crockford.encode(first, MARK_CHARACTERS)
    return "-".join(plain[start : start + 4] for start in range(0, MARK_CHARACTERS, 4))


class SealedWriter:
    """Seals what is written to the public key `sealed_to`; `finish` makes the file whole."""

    def __init__(self, file: BinaryIO, purpose: Purpose, sealed_to: bytes) -> None:
        self._file = file
        self._digest = hashlib.sha256()
        self._waiting = bytearray()
        self._number = 0
        header = MAGIC + bytes((FORMAT, purpose)) + key_id(sealed_to)
        content_key = secrets.token_bytes(32)
        public = X25519PublicKey.from_public_bytes(sealed_to)
        self._cipher = ChaCha20Poly1305(content_key)
        self._put(header + _suite().encrypt(content_key, public, _INFO + header))

    def write(self, content: bytes) -> None:
        """Take more content."""
        self._waiting += content
        while len(self._waiting) > PIECE:
            self._seal(bytes(self._waiting[:PIECE]), last=False)
            del self._waiting[:PIECE]

    def finish(self) -> str:
        """Seal the last piece; answers the file's hand-over mark."""
        self._seal(bytes(self._waiting), last=True)
        return hand_over_mark(self._digest.digest())

    def _seal(self, content: bytes, *, last: bool) -> None:
        self._put(self._cipher.encrypt(_nonce(self._number, last), content, None))
        self._number += 1

    def _put(self, sealed: bytes) -> None:
        self._digest.update(sealed)
        self._file.write(sealed)


class SealedReader:
    """Gives back the content of a sealed file. Raises SealedFileFault, at the latest with the last byte."""

    def __init__(self, file: BinaryIO, purpose: Purpose, private_key: bytes) -> None:
        self._file = file
        raw = file.read(_HEADER)
        header = parse_header(raw)
        if header.purpose is not purpose:
            raise SealedFileFault("file_of_other_kind")
        if header.key_id != key_id(public_of(private_key)):
            raise SealedFileFault("file_for_other_key")
        try:
            key = X25519PrivateKey.from_private_bytes(private_key)
            content_key = _suite().decrypt(file.read(_WRAP), key, _INFO + raw)
        except (InvalidTag, ValueError):
            raise SealedFileFault("file_damaged") from None
        self._cipher = ChaCha20Poly1305(content_key)
        self._pieces = self._opened()
        self._waiting = bytearray()

    def read(self, size: int) -> bytes:
        """Exactly `size` bytes, fewer only where the content ends."""
        while len(self._waiting) < size:
            piece = next(self._pieces, None)
            if piece is None:
                break
            self._waiting += piece
        given = bytes(self._waiting[:size])
        del self._waiting[:size]
        return given

    def exhaust(self) -> None:
        """Read to the end, keeping nothing: raises where the file is not whole."""
        self._waiting.clear()
        for _ in self._pieces:
            pass

    def _opened(self) -> Iterator[bytes]:
        number, sealed = 0, self._file.read(PIECE + _TAG)
        while True:
            following = self._file.read(PIECE + _TAG)
            try:
                piece = self._cipher.decrypt(_nonce(number, not following), sealed, None)
            except InvalidTag:
                raise SealedFileFault("file_damaged") from None
            yield piece
            if not following:
                return
            number, sealed = number + 1, following


def parse_header(raw: bytes) -> Header:
    """What the first bytes of a file say. Raises SealedFileFault(`file_foreign`, `file_newer`, `file_of_other_kind`)."""
    if len(raw) < _HEADER or not raw.startswith(MAGIC):
        raise SealedFileFault("file_foreign")
    version, purpose = raw[len(MAGIC)], raw[len(MAGIC) + 1]
    if version != FORMAT:
        raise SealedFileFault("file_newer")
    if purpose not in set(Purpose):
        raise SealedFileFault("file_of_other_kind")
    return Header(Purpose(purpose), raw[len(MAGIC) + 2 : _HEADER])


def read_header(file: BinaryIO) -> Header:
    """The header of a file, from its beginning."""
    return parse_header(file.read(_HEADER))


def mark_of(file: BinaryIO) -> str:
    """The hand-over mark of a file, read from where it stands."""
    digest = hashlib.sha256()
    while chunk := file.read(PIECE):
        digest.update(chunk)
    return hand_over_mark(digest.digest())


def _nonce(number: int, last: bool) -> bytes:
    return number.to_bytes(11, "big") + bytes((last,))


def _suite() -> Suite:
    return Suite(KEM.X25519, KDF.HKDF_SHA256, AEAD.CHACHA20_POLY1305)

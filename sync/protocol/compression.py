"""Compressed bytes of a batch: zstd or gzip, told apart by their first bytes, never larger than allowed when open."""

from __future__ import annotations

import gzip
import zlib
from typing import Literal, TypeAlias

import zstandard

Encoding: TypeAlias = Literal["zstd", "gzip"]
ZSTD_LEVEL = 3
GZIP_LEVEL = 6
_ZSTD_MAGIC = b"\x28\xb5\x2f\xfd"
_GZIP_MAGIC = b"\x1f\x8b"


class CompressionFault(ValueError):
    """Bytes that cannot be opened.

    `code`: `encoding_unknown`, `content_too_large`, `content_size_missing`, `content_damaged`.
    """

    def __init__(self, code: str) -> None:
        super().__init__(code)
        self.code = code


def compress(content: bytes, encoding: Encoding = "zstd") -> bytes:
    """`content` in one frame; the same content gives the same bytes with the same library."""
    if encoding == "gzip":
        return gzip.compress(content, GZIP_LEVEL, mtime=0)
    return zstandard.ZstdCompressor(level=ZSTD_LEVEL).compress(content)


def decompress(packed: bytes, max_bytes: int) -> bytes:
    """The content of one complete frame with nothing behind it, at most `max_bytes` of it.

    A zstd frame must state its content's size. Raises `CompressionFault`.
    """
    if packed.startswith(_ZSTD_MAGIC):
        return _open_zstd(packed, max_bytes)
    if packed.startswith(_GZIP_MAGIC):
        return _open_gzip(packed, max_bytes)
    raise CompressionFault("encoding_unknown")


def _open_zstd(packed: bytes, max_bytes: int) -> bytes:
    try:
        claimed = zstandard.frame_content_size(packed)
        if claimed > max_bytes:
            raise CompressionFault("content_too_large")
        if claimed < 0:
            raise CompressionFault("content_size_missing")
        # One call into a buffer of the claimed size: a frame that holds more than it claims fails.
        return zstandard.ZstdDecompressor().decompress(packed, allow_extra_data=False)
    except zstandard.ZstdError:
        raise CompressionFault("content_damaged") from None


def _open_gzip(packed: bytes, max_bytes: int) -> bytes:
    opener = zlib.decompressobj(wbits=31)
    try:
        content = opener.decompress(packed, max_bytes + 1)
    except zlib.error:
        raise CompressionFault("content_damaged") from None
    if len(content) > max_bytes:
        raise CompressionFault("content_too_large")
    if not opener.eof or opener.unused_data:
        raise CompressionFault("content_damaged")
    return content

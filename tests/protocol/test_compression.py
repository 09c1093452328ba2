"""Compression: both codings, and no frame that opens to more than is allowed."""

from __future__ import annotations

import gzip

import pytest
import zstandard
from hypothesis import given
from hypothesis import strategies as st

from sync.protocol.compression import CompressionFault, Encoding, compress, decompress

BOMB = bytes(20_000_000)


@given(st.binary(max_size=5_000), st.sampled_from(["zstd", "gzip"]))
def test_what_is_packed_opens_to_the_same(content: bytes, encoding: Encoding) -> None:
    packed = compress(content, encoding)
    assert decompress(packed, len(content)) == content
    assert compress(content, encoding) == packed


def fault(packed: bytes, max_bytes: int = 1_000_000) -> str:
    with pytest.raises(CompressionFault) as refused:
        decompress(packed, max_bytes)
    return refused.value.code


@pytest.mark.parametrize("encoding", ["zstd", "gzip"])
def test_a_bomb_is_not_opened(encoding: Encoding) -> None:
    assert fault(compress(BOMB, encoding)) == "content_too_large"
    assert decompress(compress(BOMB, encoding), len(BOMB)) == BOMB


def test_a_zstd_frame_must_state_its_size_and_keep_to_it() -> None:
    streaming = zstandard.ZstdCompressor(write_content_size=False).compressobj()
    assert fault(streaming.compress(BOMB) + streaming.flush()) == "content_size_missing"
    lying = bytearray(compress(bytes(300)))
    assert zstandard.frame_content_size(bytes(lying)) == 300
    lying[5:7] = (10).to_bytes(2, "little")
    assert fault(bytes(lying)) == "content_damaged"


@pytest.mark.parametrize("encoding", ["zstd", "gzip"])
def test_damage_and_trailing_bytes_are_found(encoding: Encoding) -> None:
    packed = compress(b"abc" * 100, encoding)
    assert fault(packed[:-2]) == "content_damaged"
    assert fault(packed + b"x") == "content_damaged"
    assert fault(packed + packed) == "content_damaged"
    assert fault(packed[:4] + b"\xff" * 20) in {"content_damaged", "content_too_large"}


def test_other_bytes_are_no_coding() -> None:
    assert fault(b"") == "encoding_unknown"
    assert fault(b"<html>") == "encoding_unknown"


def test_a_damaged_gzip_header_is_damage() -> None:
    assert fault(gzip.compress(b"abc")[:2] + b"\x07" * 30) == "content_damaged"

"""Keys, signatures, identifiers and spellings of bytes."""

from __future__ import annotations

import uuid
from datetime import UTC, datetime, timedelta, timezone

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sync.protocol.digests import fingerprint
from sync.protocol.encoding import EncodingFault, from_base64url, to_base64url
from sync.protocol.identifiers import uuid7
from sync.protocol.signatures import (
    SigningKey,
    answer_message,
    manifest_message,
    request_message,
    verify,
    wire_instant,
)

SEED = bytes.fromhex("9d61b19deffd5a60ba844af492ec2cc44449c5697b326919703bac031cae7f60")
PUBLIC = bytes.fromhex("d75a980182b10ab7d54bfed3c964073a0ee172f3daa62325af021a68f707511a")
SIGNED_EMPTY = bytes.fromhex(
    "e5564300c360ac729086e2cc806e828a84877f1eb8e5d974d873e06522490155"
    "5fb8821590a33bacc61e39701cf9b46bd25bf5f0595bbe24655141438e7a100b"
)
AT = datetime(2026, 11, 22, 2, 15, 30, 123_456, tzinfo=UTC)


def test_the_first_test_vector_of_rfc_8032() -> None:
    key = SigningKey.from_bytes(SEED)
    assert (key.public, key.to_bytes(), key.sign(b"")) == (PUBLIC, SEED, SIGNED_EMPTY)
    assert verify(PUBLIC, SIGNED_EMPTY, b"")


def test_a_signature_is_of_one_message_by_one_key() -> None:
    key = SigningKey.generate()
    signature = key.sign(b"a")
    assert verify(key.public, signature, b"a")
    assert not verify(key.public, signature, b"b")
    assert not verify(SigningKey.generate().public, signature, b"a")
    assert not verify(key.public, signature[:-1], b"a")
    assert not verify(b"", signature, b"a")


def test_a_key_shows_nothing_of_itself() -> None:
    assert SEED.hex() not in repr(SigningKey.from_bytes(SEED))
    with pytest.raises(ValueError):
        SigningKey.from_bytes(b"short")


def test_what_is_signed_of_requests_answers_and_batches() -> None:
    asked = request_message("PUT", "/v1/batches/x?y=1", "00" * 32, "nonce", wire_instant(AT))
    assert asked == (
        b"perisai-request-1\nPUT\n/v1/batches/x?y=1\n" + b"00" * 32 + b"\nnonce\n2026-11-22T02:15:30.123Z"
    )
    assert answer_message("sig", 202, "ff" * 32) == b"perisai-answer-1\nsig\n202\n" + b"ff" * 32
    assert manifest_message(b"{}") == b"perisai-batch-1\n{}"


def test_instants_are_written_in_utc_with_milliseconds() -> None:
    eastern = AT.astimezone(timezone(timedelta(hours=9)))
    assert wire_instant(eastern) == "2026-11-22T02:15:30.123Z"


@given(st.integers(0, 2**41), st.binary(min_size=10, max_size=10))
def test_identifiers_are_uuid_version_7_of_their_instant(milliseconds: int, random_bytes: bytes) -> None:
    instant = datetime(1970, 1, 1, tzinfo=UTC) + timedelta(milliseconds=milliseconds)
    parsed = uuid.UUID(uuid7(instant, random_bytes))
    assert (parsed.version, parsed.variant) == (7, uuid.RFC_4122)
    assert parsed.int >> 80 == milliseconds
    assert str(parsed) == uuid7(instant, random_bytes)
    assert parsed.int & (1 << 62) - 1 == int.from_bytes(random_bytes, "big") & (1 << 62) - 1


def test_identifiers_sort_in_time() -> None:
    later = AT + timedelta(milliseconds=1)
    assert uuid7(AT, b"\xff" * 10) < uuid7(later, b"\0" * 10)
    with pytest.raises(ValueError):
        uuid7(AT, b"short")


@given(st.binary(max_size=100))
def test_base64url_has_one_spelling(content: bytes) -> None:
    text = to_base64url(content)
    assert from_base64url(text) == content
    assert "=" not in text


@pytest.mark.parametrize("text", ["A", "AB", "AA=", "AA==", "A+", "AA/A", "A A", "é", "AAAA\n"])
def test_other_spellings_are_refused(text: str) -> None:
    with pytest.raises(EncodingFault):
        from_base64url(text)


def test_a_fingerprint_is_the_first_fifty_bits() -> None:
    assert fingerprint(b"") == "WERC8GMRZG"
    assert len(fingerprint(PUBLIC)) == 10

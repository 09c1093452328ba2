"""A forgotten password: request and answer are closed small files, and one private key alone opens the answer."""

from __future__ import annotations

import json
from datetime import UTC, datetime

import pytest

from sync.protocol.encoding import to_base64url
from sync.protocol.reopening import (
    LARGEST,
    ReopenFault,
    answer_to,
    check_code,
    file_of,
    read_answer,
    read_request,
    request_of,
    says,
    store_key_in,
)
from sync.protocol.sealed_file import public_of
from tests.support.protocol_files import BUNDLE_KEY, GOLDEN, REOPENED_KEY
from tests.support.sample_entries import DEVICE

AT = datetime(2026, 11, 22, 2, 15, 30, tzinfo=UTC)
STORE_KEY, PRIVATE, THIEF = bytes(range(100, 132)), bytes(range(1, 33)), bytes(range(2, 34))
REQUEST = request_of("7Q2FK", public_of(PRIVATE), AT)
ANSWER = answer_to(REQUEST, STORE_KEY, AT)


def test_the_laptop_that_asked_opens_the_answer_and_nobody_else() -> None:
    assert read_request(file_of(REQUEST)) == REQUEST
    answer = read_answer(file_of(ANSWER))
    assert store_key_in(answer, PRIVATE) == STORE_KEY
    assert STORE_KEY not in file_of(answer)
    assert answer.sealed not in repr(answer)
    for stolen, key in (
        (answer, THIEF),
        (answer.model_copy(update={"device": "7Q2FG"}), PRIVATE),
        (answer.model_copy(update={"code": "0" * 12}), PRIVATE),
    ):
        with pytest.raises(ReopenFault, match="file_damaged"):
            store_key_in(stolen, key)


def test_another_key_has_another_code_and_a_code_is_typed_in_any_way() -> None:
    code = REQUEST.check_code
    assert code == ANSWER.code == check_code("7Q2FK", public_of(PRIVATE))
    assert code not in {
        check_code("7Q2FK", public_of(THIEF)),
        check_code("7Q2FG", public_of(PRIVATE)),
    }
    assert says(code, f" {code[:4]}-{code[4:8]} {code[8:]}".lower())
    assert not any(says(code, typed) for typed in ("", code[:11], "U" * 12, code[::-1]))


def test_no_key_is_sealed_to_what_is_no_key() -> None:
    with pytest.raises(ReopenFault, match="file_damaged"):
        answer_to(request_of("7Q2FK", bytes(32), AT), STORE_KEY, AT)


def _changed(raw: bytes, **fields: object) -> bytes:
    return json.dumps({**json.loads(raw), **fields}).encode()


@pytest.mark.parametrize(
    ("raw", "code"),
    [
        (b"", "file_foreign"),
        (b"[1]", "file_foreign"),
        (b'{"kind":"bundle"}', "file_foreign"),
        (b" " * (LARGEST + 1), "file_foreign"),
        (file_of(REQUEST)[:-10], "file_damaged"),
        (file_of(ANSWER), "file_of_other_kind"),
        (_changed(file_of(REQUEST), format=2), "file_newer"),
        (_changed(file_of(REQUEST), name="Siti"), "file_damaged"),
        (_changed(file_of(REQUEST), public_key=to_base64url(b"short")), "file_damaged"),
    ],
)
def test_other_files_are_told_apart(raw: bytes, code: str) -> None:
    with pytest.raises(ReopenFault) as refused:
        read_request(raw)
    assert refused.value.code == code


def test_the_golden_files_are_read_and_open() -> None:
    """Made once with this key: whatever this program becomes, an answer that was made opens."""
    request = read_request((GOLDEN / "reopening.perisai-sandi").read_bytes())
    answer = read_answer((GOLDEN / "reopening.perisai-sandi-jawaban").read_bytes())
    assert store_key_in(answer, BUNDLE_KEY) == REOPENED_KEY
    assert answer.code == request.check_code == check_code(DEVICE, public_of(BUNDLE_KEY))

"""The key file tells a wrong password from a damaged file, and its cost fits a small laptop."""

import hmac
import json
from types import SimpleNamespace

import pytest

from perisai_desktop.domain.failure import Failure, FailureCode
from perisai_desktop.security import key_file
from perisai_desktop.security.key_file import Cost, calibrate
from perisai_desktop.security.keys import derive

KEY = bytes(range(32))
DAMAGED = Failure(FailureCode.KEY_FILE_DAMAGED)


def test_the_right_password_opens_and_another_does_not(cheap: Cost) -> None:
    content = key_file.wrap(KEY, "benar", cheap)
    assert key_file.unwrap(content, "benar") == KEY
    assert key_file.unwrap(content, "salah") is None
    assert key_file.wrap(KEY, "benar", cheap) != content
    parts = json.loads(content)
    assert (parts["kdf"], parts["memory_kib"], parts["passes"], parts["lanes"]) == ("argon2id", 64, 1, 1)


@pytest.mark.parametrize(
    "change",
    [
        {"format": 2},
        {"memory_kib": 2_000_000},
        {"memory_kib": 4},
        {"passes": 0},
        {"lanes": 99},
        {"salt": "AAAA"},
        {"nonce": "AAAA"},
        {"salt": "*"},
        {"wrapped": None},
        {"passes": "many"},
    ],
)
def test_what_wrap_did_not_write_is_damaged(cheap: Cost, change: dict[str, object]) -> None:
    content = json.loads(key_file.wrap(KEY, "benar", cheap)) | change
    with pytest.raises(Failure) as refused:
        key_file.unwrap(json.dumps(content).encode(), "benar")
    assert refused.value == DAMAGED


@pytest.mark.parametrize("content", [b"", b"\xff", b"[]", b"{}", b"null", b"[" * 100_000], ids=len)
def test_other_bytes_are_damaged(content: bytes) -> None:
    with pytest.raises(Failure) as refused:
        key_file.unwrap(content, "benar")
    assert refused.value == DAMAGED


def test_parameters_are_bound_to_the_wrapped_key(cheap: Cost) -> None:
    first = json.loads(key_file.wrap(KEY, "benar", cheap))
    other = json.loads(key_file.wrap(KEY, "benar", Cost(64, 2, 1)))
    assert key_file.unwrap(json.dumps(first | {"passes": 2}).encode(), "benar") is None
    assert key_file.unwrap(json.dumps(first | {"wrapped": other["wrapped"]}).encode(), "benar") is None


@pytest.mark.parametrize(("seconds_a_pass", "passes"), [(10.0, 2), (0.1, 4), (0.000_1, 12)])
def test_the_cost_follows_the_machine(
    monkeypatch: pytest.MonkeyPatch, seconds_a_pass: float, passes: int
) -> None:
    ticks = iter((0.0, seconds_a_pass))
    monkeypatch.setattr(key_file, "time", SimpleNamespace(perf_counter=lambda: next(ticks)))
    assert calibrate() == Cost(65_536, passes, 2)


def test_keys_of_other_labels_or_stores_differ() -> None:
    labels = {derive(KEY, label) for label in ("database", "attachments", "drafts")}
    assert len(labels | {derive(bytes(32), "database")}) == 4
    extracted = hmac.digest(bytes(32), KEY, "sha256")
    assert derive(KEY, "database") == hmac.digest(extracted, b"perisai-store-1|database\x01", "sha256")

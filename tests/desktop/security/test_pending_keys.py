"""The keys of an enrolment that has not come to its end: the same for a password and code, else new."""

import pytest

from perisai_desktop.config.paths import Profile
from perisai_desktop.domain.failure import Failure, FailureCode
from perisai_desktop.security import key_file
from perisai_desktop.security.key_file import Cost
from perisai_desktop.security.pending_keys import keep_pending

PASSWORD = "pasar-pagi-1961"


def test_the_same_password_finds_the_same_keys(profile: Profile, cheap: Cost) -> None:
    first = keep_pending(profile.pending, PASSWORD, cheap)
    again = keep_pending(profile.pending, PASSWORD, cheap)
    assert again == first
    assert again.device_key("A") == first.device_key("A")
    keys = {first.store_key, first.device_key("A"), first.device_key("B")}
    assert [len(key) for key in keys] == [32, 32, 32]


def test_nothing_of_them_is_readable(profile: Profile, cheap: Cost) -> None:
    kept = keep_pending(profile.pending, PASSWORD, cheap)
    content = profile.pending.read_bytes()
    for secret in (kept.store_key, kept.device_key("A")):
        assert secret not in content
        assert secret.hex() not in repr(kept)
    assert repr(kept) == "PendingKeys()"


def test_another_password_makes_new_ones(profile: Profile, cheap: Cost) -> None:
    first = keep_pending(profile.pending, PASSWORD, cheap)
    assert keep_pending(profile.pending, "lain-sama-sekali", cheap) != first


@pytest.mark.parametrize("content", [b"", b"{}", key_file.wrap(b"short", PASSWORD, Cost(64, 1, 1))], ids=len)
def test_what_cannot_be_read_is_made_anew(profile: Profile, cheap: Cost, content: bytes) -> None:
    profile.prepare()
    profile.pending.write_bytes(content)
    made = keep_pending(profile.pending, PASSWORD, cheap)
    assert keep_pending(profile.pending, PASSWORD, cheap) == made


def test_keys_that_cannot_be_kept_are_not_used(profile: Profile, cheap: Cost) -> None:
    profile.root.write_bytes(b"a file in the folder's place")
    with pytest.raises(Failure) as refused:
        keep_pending(profile.pending, PASSWORD, cheap)
    assert refused.value.code is FailureCode.DISK_FULL

"""The signed directory of device keys, with which a receipt is checked offline."""

from __future__ import annotations

from datetime import date

import pytest

from sync.protocol.device_directory import (
    DeviceDirectory,
    DirectoryEntry,
    DirectoryFault,
    SignedDirectory,
    directory_message,
    read_directory,
    sign_directory,
)
from sync.protocol.encoding import to_base64url
from sync.protocol.signatures import SigningKey
from tests.support.sample_bodies import AT
from tests.support.sample_entries import DEVICE_KEY, SERVER_KEY

PUBLIC = to_base64url(DEVICE_KEY.public)
DIRECTORY = DeviceDirectory(
    made_at=AT,
    practice=True,
    devices=(
        DirectoryEntry(device="0Q2FK", public_key=PUBLIC, since=date(2026, 11, 22)),
        DirectoryEntry(device="0AAAA", public_key=PUBLIC, since=date(2026, 1, 1), until=date(2026, 2, 1)),
    ),
)


def test_the_directory_is_read_as_it_was_signed() -> None:
    assert read_directory(sign_directory(DIRECTORY, SERVER_KEY), SERVER_KEY.public) == DIRECTORY


def test_keys_hold_between_their_dates() -> None:
    assert DIRECTORY.key_of("0Q2FK", date(2026, 11, 22)) == DEVICE_KEY.public
    assert DIRECTORY.key_of("0Q2FK", date(2026, 11, 21)) == DEVICE_KEY.public
    assert DIRECTORY.key_of("0Q2FK", date(2026, 11, 20)) is None
    assert DIRECTORY.key_of("0AAAA", date(2026, 2, 1)) == DEVICE_KEY.public
    assert DIRECTORY.key_of("0AAAA", date(2026, 2, 2)) is None
    assert DIRECTORY.key_of("0BBBB", date(2026, 2, 2)) is None


def test_only_this_servers_signature_over_exactly_this_text_counts() -> None:
    signed = sign_directory(DIRECTORY, SERVER_KEY)
    altered = signed.model_copy(update={"directory": signed.directory.replace("0Q2FK", "0Q2FG")})
    misspelt = signed.model_copy(update={"signature": signed.signature + "="})
    for directory, key in (
        (altered, SERVER_KEY),
        (misspelt, SERVER_KEY),
        (signed, SigningKey.generate()),
    ):
        with pytest.raises(DirectoryFault, match="directory_signature"):
            read_directory(directory, key.public)


def test_a_signed_text_that_is_no_directory_is_malformed() -> None:
    signature = to_base64url(SERVER_KEY.sign(directory_message("{}")))
    with pytest.raises(DirectoryFault, match="directory_malformed"):
        read_directory(SignedDirectory(directory="{}", signature=signature), SERVER_KEY.public)

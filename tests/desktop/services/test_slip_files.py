"""The picture of a slip is taken from a file as it is, where it is one."""

from __future__ import annotations

from pathlib import Path

import pytest

from perisai_desktop.domain.failure import Failure, FailureCode
from perisai_desktop.services.slip_files import read_slip

PICTURE = b"\xff\xd8\xff" + bytes(64)


def test_only_a_picture_is_a_slip(tmp_path: Path) -> None:
    fine, text, large = tmp_path / "a.png", tmp_path / "b.txt", tmp_path / "c.jpg"
    fine.write_bytes(b"\x89PNG\r\n\x1a\n" + bytes(9))
    text.write_bytes(b"text")
    large.write_bytes(PICTURE + bytes(8 * 1024 * 1024))
    assert read_slip(fine) == fine.read_bytes()
    for path, failure in (
        (text, Failure(FailureCode.SLIP_UNREADABLE)),
        (tmp_path / "gone", Failure(FailureCode.SLIP_UNREADABLE)),
        (large, Failure(FailureCode.PHOTO_UNFIT, bytes=8 * 1024 * 1024 + 1)),
    ):
        with pytest.raises(Failure) as raised:
            read_slip(path)
        assert raised.value == failure

"""What lies on a stick and only looks like a file keeps nobody waiting."""

from __future__ import annotations

import os
from collections.abc import Callable
from pathlib import Path

import pytest

from perisai_desktop.domain.failure import Failure, FailureCode
from perisai_desktop.services.carrying import carried
from perisai_desktop.services.list_files import open_list
from perisai_desktop.services.preparing_photos import open_file
from perisai_desktop.services.slip_files import read_slip
from sync.protocol.bundle_answer import BundleTaken


def _carry(path: Path) -> object:
    def never(_file: object) -> BundleTaken:
        raise AssertionError("nothing is sent")

    return carried(path, never)


READERS: dict[Callable[[Path], object], FailureCode] = {
    _carry: FailureCode.FILE_UNREADABLE,
    open_list: FailureCode.LIST_UNREADABLE,
    open_file: FailureCode.PHOTO_UNREADABLE,
    read_slip: FailureCode.SLIP_UNREADABLE,
}


@pytest.mark.parametrize("read", READERS)
def test_pipes_devices_folders_and_links_to_them_are_no_files(
    tmp_path: Path, read: Callable[[Path], object]
) -> None:
    folder, link, nowhere = tmp_path / "folder", tmp_path / "link", tmp_path / "nowhere"
    folder.mkdir()
    link.symlink_to(folder)
    nowhere.symlink_to(tmp_path / "gone")
    things = [folder, link, nowhere]
    if hasattr(os, "mkfifo"):
        pipe, zeros = tmp_path / "pipe.perisai", tmp_path / "zeros"
        os.mkfifo(pipe)
        zeros.symlink_to("/dev/zero")
        things += [pipe, zeros]
    for thing in things:
        with pytest.raises(Failure) as refused:
            read(thing)
        assert refused.value.code is READERS[read], thing.name

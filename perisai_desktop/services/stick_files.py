"""Reads files of a USB stick, and writes to one that may be full, locked or pulled out: whole under their name, or not at all."""

import errno
import os
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import BinaryIO

from perisai_desktop.config.files import sync_folder
from perisai_desktop.domain.failure import Failure, FailureCode

_NO_ROOM = frozenset({errno.ENOSPC, errno.EDQUOT, errno.EFBIG})
_IN_USE = frozenset({errno.EACCES, errno.EPERM, errno.EBUSY, errno.ETXTBSY})


def opened(path: Path) -> BinaryIO:
    """A file of others, open for reading. Raises OSError, also for what only looks like one: a pipe or a device would keep
    whoever reads it waiting for ever."""
    if not path.is_file():
        raise OSError(errno.EINVAL, os.strerror(errno.EINVAL))
    return path.open("rb")


@contextmanager
def settling(place: Path) -> Iterator[BinaryIO]:
    """A file that takes its name once it is whole and on the disk. Raises OSError; nothing is left behind then, as far
    as the stick still answers.

    The draft is always a new file: a link that lies under its name would lead to a file elsewhere.
    """
    draft = place.with_name(f".{place.name}.part")
    try:
        draft.unlink(missing_ok=True)
        with draft.open("xb") as file:
            yield file
            file.flush()
            os.fsync(file.fileno())
        draft.replace(place)
        sync_folder(place.parent)
    finally:
        with suppress(OSError):
            draft.unlink(missing_ok=True)


def why_not_written(error: OSError, folder: Path, needed: int) -> Failure:
    """What broke the writing of `needed` bytes off: the stick is gone, it is full, or it does not keep what it is
    given."""
    if not folder.is_dir():
        return Failure(FailureCode.BUNDLE_FOLDER_MISSING)
    if error.errno in _NO_ROOM:
        return Failure(FailureCode.BUNDLE_NO_ROOM, needed=-(-needed // 1_000_000))
    return Failure(FailureCode.BUNDLE_NOT_WRITTEN)


def save_whole(path: Path, content: bytes) -> None:
    """Write a file for other programs. Raises Failure: export_no_room, export_file_open, report_not_saved."""
    try:
        with settling(path) as file:
            file.write(content)
    except OSError as error:
        raise why_not_saved(error) from None


def why_not_saved(error: OSError) -> Failure:
    """Why a file for other programs was not written: no room, open in one of them, or the folder does not take it."""
    if error.errno in _NO_ROOM:
        return Failure(FailureCode.EXPORT_NO_ROOM)
    if error.errno in _IN_USE:
        return Failure(FailureCode.EXPORT_FILE_OPEN)
    return Failure(FailureCode.REPORT_NOT_SAVED)

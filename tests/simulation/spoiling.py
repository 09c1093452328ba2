"""What happens to pictures on disks: on a laptop's, and in the server's folder."""

from __future__ import annotations

from perisai_desktop.storage.photos import PhotoState
from tests.simulation.centre import Centre
from tests.simulation.laptop import Laptop


def spoil(laptop: Laptop, choice: int, *, gone: bool) -> str:
    """A picture that has not arrived is gone from a laptop's disk, or is not what was written."""
    content = laptop.content
    waiting = [
        sha256
        for sha256, one in content.pictures.items()
        if one.state is PhotoState.WAITING and sha256 in content.files
    ]
    if not waiting:
        return ""
    sha256 = waiting[choice % len(waiting)]
    laptop.spoiled.add(sha256)
    if gone:
        del content.files[sha256]
        return "a picture is gone"
    content.files[sha256] = _flipped(content.files[sha256])
    return "a picture is damaged"


def rot(centre: Centre, choice: int) -> str:
    """What the server has of a picture under way is not what it was given."""
    files = centre.files.content
    begun = [
        (one.device, one.sha256)
        for one in centre.pictures()
        if one.complete_at is None and files.get((one.device, one.sha256))
    ]
    if not begun:
        return ""
    key = begun[choice % len(begun)]
    files[key] = _flipped(files[key])
    return "half a picture is damaged"


def lose(centre: Centre, choice: int, *, half: bool) -> str:
    """A whole picture is gone from the server's folder, or its end is."""
    files = centre.files.content
    whole = [
        (one.device, one.sha256)
        for one in centre.pictures()
        if one.complete_at is not None and (one.device, one.sha256) in files
    ]
    if not whole:
        return ""
    key = whole[choice % len(whole)]
    content = files.pop(key)
    if half:
        files[key] = content[: len(content) // 2]
    return "a whole picture is gone"


def _flipped(content: bytes) -> bytes:
    return content[:-1] + bytes([content[-1] ^ 1])

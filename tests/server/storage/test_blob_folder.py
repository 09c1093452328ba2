"""The bytes of pictures: files of the state folder, and what stands in for them in memory."""

import hashlib
import os
import stat
from collections.abc import Callable
from pathlib import Path

import pytest

from sync.server.storage.blob_folder import BlobFolder
from sync.server.storage.ports.blob_files import BlobFiles
from tests.support.memory_store.blobs import MemoryBlobFiles

DEVICE, DIGEST = "0Q2FK", "ab" * 32


@pytest.fixture(params=["folder", "memory"])
def files(request: pytest.FixtureRequest, tmp_path: Path) -> BlobFiles:
    """Empty files of both sorts in turn."""
    return MemoryBlobFiles() if request.param == "memory" else BlobFolder(tmp_path / "state" / "blobs")


def test_a_piece_takes_the_place_of_whatever_lay_beyond_its_offset(files: BlobFiles) -> None:
    assert files.size(DEVICE, DIGEST) == 0
    files.append(DEVICE, DIGEST, 0, b"first and half of the sec")
    files.append(DEVICE, DIGEST, 10, b"second")
    assert files.read(DEVICE, DIGEST) == b"first and second"
    assert files.size(DEVICE, DIGEST) == 16
    assert files.digest(DEVICE, DIGEST) == hashlib.sha256(b"first and second").hexdigest()
    assert files.size("0Q2FM", DIGEST) == files.size(DEVICE, "cd" * 32) == 0


def test_what_is_dropped_is_gone(files: BlobFiles) -> None:
    files.append(DEVICE, DIGEST, 0, b"picture")
    files.drop(DEVICE, DIGEST)
    files.drop(DEVICE, DIGEST)
    assert files.size(DEVICE, DIGEST) == 0


def test_a_file_is_the_owners_alone(tmp_path: Path) -> None:
    files = BlobFolder(tmp_path / "blobs")
    files.append(DEVICE, DIGEST, 0, b"picture")
    path = tmp_path / "blobs" / DEVICE / "ab" / DIGEST
    assert path.read_bytes() == b"picture"
    assert stat.S_IMODE(path.stat().st_mode) == 0o600


def test_every_piece_is_on_the_disk_before_it_counts(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    synced: list[str] = []
    real = os.fsync

    def noted(handle: int) -> None:
        synced.append(Path(f"/proc/self/fd/{handle}").readlink().name)
        real(handle)

    monkeypatch.setattr(os, "fsync", noted)
    files = BlobFolder(tmp_path / "blobs")
    files.append(DEVICE, DIGEST, 0, b"first")
    assert synced == [DIGEST, "ab", DEVICE, "blobs", tmp_path.name]
    files.append(DEVICE, DIGEST, 5, b"second")
    assert synced[5:] == [DIGEST]


@pytest.mark.parametrize(
    ("device", "digest"),
    [("..", DIGEST), (DEVICE, "../../keys.json"), (DEVICE, DIGEST.upper()), ("", DIGEST), (DEVICE, "ab")],
)
def test_no_path_is_made_of_anything_else(tmp_path: Path, device: str, digest: str) -> None:
    files = BlobFolder(tmp_path / "blobs")
    reads: tuple[Callable[[str, str], object], ...] = (files.size, files.read, files.digest, files.drop)
    for read in reads:
        with pytest.raises(ValueError, match="no name of a picture"):
            read(device, digest)
    with pytest.raises(ValueError, match="no name of a picture"):
        files.append(device, digest, 0, b"picture")
    assert list(tmp_path.iterdir()) == []

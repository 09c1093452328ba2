"""One program holds a profile; a dead one blocks nobody."""

import errno
import os
import subprocess
import sys
from pathlib import Path

import pytest

from perisai_desktop.domain.failure import Failure, FailureCode
from perisai_desktop.security.instance_lock import InstanceLock

ROOT = Path(__file__).parents[3]
HOLD = (
    "import pathlib, sys; from perisai_desktop.security.instance_lock import InstanceLock\n"
    "InstanceLock(pathlib.Path(sys.argv[1])).acquire(); print('held', flush=True); sys.stdin.read()"
)


def test_a_second_start_is_told(tmp_path: Path) -> None:
    path = tmp_path / "new" / "running.lock"
    with InstanceLock(path) as first:
        first.acquire()
        with pytest.raises(Failure) as refused:
            InstanceLock(path).acquire()
        assert refused.value == Failure(FailureCode.ALREADY_RUNNING)
    with InstanceLock(path):
        assert path.exists()


def test_releasing_twice_is_no_error(tmp_path: Path) -> None:
    lock = InstanceLock(tmp_path / "running.lock")
    lock.release()
    lock.acquire()
    lock.release()
    lock.release()


def test_another_process_holds_it_until_it_dies(tmp_path: Path) -> None:
    path = tmp_path / "running.lock"
    other = subprocess.Popen(
        [sys.executable, "-c", HOLD, str(path)],
        cwd=ROOT,
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
    )
    assert other.stdout is not None
    assert other.stdin is not None
    assert other.stdout.readline() == "held\n"
    with pytest.raises(Failure) as refused:
        InstanceLock(path).acquire()
    assert refused.value.code is FailureCode.ALREADY_RUNNING
    other.kill()
    other.wait()
    other.stdin.close()
    other.stdout.close()
    assert path.exists()
    with InstanceLock(path):
        pass


@pytest.mark.parametrize(
    ("number", "code"),
    [(errno.EROFS, FailureCode.STORE_READ_ONLY), (errno.ENOSPC, FailureCode.DISK_FULL)],
)
def test_a_folder_that_takes_no_file_is_told(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, number: int, code: FailureCode
) -> None:
    def refuse(*_arguments: object) -> int:
        raise OSError(number, "refused")

    monkeypatch.setattr(os, "open", refuse)
    with pytest.raises(Failure) as refused:
        InstanceLock(tmp_path / "running.lock").acquire()
    assert refused.value == Failure(code)

"""Copies of a real encrypted store: whole, opened by the password alone, few, and never in the way of the work."""

import errno
import json
import os
import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

import pytest

from perisai_desktop.config.files import replace_atomically
from perisai_desktop.config.paths import Profile
from perisai_desktop.domain.backup import BackupProgress
from perisai_desktop.domain.failure import Failure, FailureCode
from perisai_desktop.services import backing_up
from perisai_desktop.services.backing_up import KEPT, MANIFEST
from perisai_desktop.services.desk import AgentDesk
from perisai_desktop.storage import journal
from sync.protocol.signatures import SigningKey
from tests.support.desks import HandClock, filled_draft
from tests.support.secrecy import leaks, readable_stores
from tests.support.vaults import PASSWORD, locked_profile, opened_by


class Room(NamedTuple):
    total: int
    used: int
    free: int


@pytest.fixture
def profile(tmp_path: Path, key: SigningKey, clock: HandClock) -> Profile:
    return locked_profile(tmp_path / "profile", key, clock)


@pytest.fixture
def desk(profile: Profile, clock: HandClock) -> Iterator[AgentDesk]:
    opened = opened_by(profile, PASSWORD, clock)
    opened.enrolling.enrol(filled_draft(opened))
    yield opened
    opened.close()


@pytest.fixture
def stick(tmp_path: Path) -> Path:
    folder = tmp_path / "stick"
    folder.mkdir()
    return folder


def _entries(desk: AgentDesk) -> int:
    with desk.upkeep.backing_up.database.reading() as session:
        return journal.length(session)


def test_a_copy_is_a_profile_that_the_password_opens(
    desk: AgentDesk, profile: Profile, stick: Path, clock: HandClock
) -> None:
    profile.attachments.mkdir()
    (profile.attachments / "0f").write_bytes(b"sealed picture")
    backing = desk.upkeep.backing_up
    assert backing.standing().newest is None
    assert backing.choose(stick).folder == str(stick)
    told: list[BackupProgress] = []
    made = backing.run(told.append)
    assert made is not None
    assert Path(made.place).name == "perisai-0Q2FK-01-20261122-091500"
    assert backing.standing().newest == made
    assert told[-1].checking
    assert 0 < told[-1].done <= told[-1].total
    copy = Profile(Path(made.place))
    assert copy.recovery_file.read_bytes() == profile.recovery_file.read_bytes()
    assert (copy.attachments / "0f").read_bytes() == b"sealed picture"
    manifest = json.loads((copy.root / MANIFEST).read_bytes())
    assert set(manifest["sha256"]) == {
        "store.db",
        "store.key",
        "store.recovery",
        "mark.json",
        "attachments/0f",
    }
    again = opened_by(copy, PASSWORD, clock)
    assert _entries(again) == _entries(desk) == made.entries == manifest["entries"]
    assert len(again.finding.search("").rows) == len(desk.finding.search("").rows) == 1
    again.close()


def test_a_copy_shows_nothing_of_anybody(desk: AgentDesk, stick: Path) -> None:
    desk.upkeep.backing_up.choose(stick)
    assert desk.upkeep.backing_up.run() is not None
    hidden = {"3202081408900004", "Ma'rifah Wijaya", "Siti Rahayu", "081234567890", "Nining Sukaesih"}
    assert list(leaks(stick, hidden)) == []
    assert list(readable_stores(stick)) == []


def test_work_goes_on_while_it_is_copied(desk: AgentDesk, stick: Path, clock: HandClock) -> None:
    before = _entries(desk)
    written: list[str] = []

    def told(_progress: BackupProgress) -> None:
        if not written:
            written.append(
                desk.enrolling.enrol(
                    filled_draft(desk, nik="3202081408900005", name="Dewi Lestari", phone="081234567899")
                ).number
            )

    desk.upkeep.backing_up.choose(stick)
    made = desk.upkeep.backing_up.run(told)
    assert made is not None
    assert made.entries == before < _entries(desk)


def test_the_newest_five_stay_and_nothing_else_is_touched(
    desk: AgentDesk, stick: Path, clock: HandClock
) -> None:
    desk.upkeep.backing_up.choose(stick)
    foreign = stick / "perisai-0Q2FK-foto"
    foreign.mkdir()
    (stick / ".perisai-0Q2FK-01-20261101-070000.part").mkdir()
    for _ in range(KEPT + 2):
        clock.move(minutes=1)
        assert desk.upkeep.backing_up.run() is not None
    names = sorted(path.name for path in stick.iterdir())
    assert names == [
        *(f"perisai-0Q2FK-01-20261122-09{minute}00" for minute in range(18, 23)),
        "perisai-0Q2FK-foto",
    ]


def test_a_new_copy_stays_beside_names_from_a_clock_that_was_ahead(
    desk: AgentDesk, stick: Path, clock: HandClock
) -> None:
    desk.upkeep.backing_up.choose(stick)
    ahead = [stick / f"perisai-0Q2FK-01-2031010{day}-070000" for day in range(1, KEPT + 2)]
    for folder in ahead:
        folder.mkdir()
        (folder / MANIFEST).write_bytes(b"{}")
    made = desk.upkeep.backing_up.run()
    assert made is not None
    assert sorted(stick.iterdir()) == [Path(made.place), *ahead[2:]]


def test_stopping_leaves_nothing(desk: AgentDesk, stick: Path) -> None:
    desk.upkeep.backing_up.choose(stick)
    assert desk.upkeep.backing_up.run(cancelled=lambda: True) is None
    assert list(stick.iterdir()) == []
    assert desk.upkeep.backing_up.standing().newest is None


@pytest.mark.parametrize("chosen", [False, True])
def test_a_folder_that_is_gone(desk: AgentDesk, stick: Path, chosen: bool) -> None:
    if chosen:
        desk.upkeep.backing_up.choose(stick)
        stick.rmdir()
    with pytest.raises(Failure) as told:
        desk.upkeep.backing_up.run()
    assert told.value.code is FailureCode.BACKUP_FOLDER_MISSING


def test_a_folder_inside_the_profile_is_refused(desk: AgentDesk, profile: Profile) -> None:
    with pytest.raises(Failure) as told:
        desk.upkeep.backing_up.choose(profile.backups)
    assert told.value.code is FailureCode.BACKUP_FOLDER_UNFIT


def test_no_room_is_found_out_before(desk: AgentDesk, stick: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    desk.upkeep.backing_up.choose(stick)
    monkeypatch.setattr(shutil, "disk_usage", lambda _folder: Room(10, 10, 1000))
    with pytest.raises(Failure) as told:
        desk.upkeep.backing_up.run()
    assert told.value.code is FailureCode.BACKUP_NO_ROOM
    needed = told.value.data["needed"]
    assert isinstance(needed, int)
    assert needed > 20
    assert list(stick.iterdir()) == []


@pytest.mark.parametrize(
    ("number", "gone", "code"),
    [
        (errno.ENOSPC, False, FailureCode.BACKUP_NO_ROOM),
        (errno.EIO, False, FailureCode.BACKUP_NOT_WHOLE),
        (errno.ENODEV, True, FailureCode.BACKUP_FOLDER_MISSING),
    ],
)
def test_a_disk_that_gives_up_halfway(
    desk: AgentDesk,
    stick: Path,
    monkeypatch: pytest.MonkeyPatch,
    number: int,
    gone: bool,
    code: FailureCode,
) -> None:
    desk.upkeep.backing_up.choose(stick)
    kept = replace_atomically

    def give_up(path: Path, content: bytes) -> None:
        if path.name != MANIFEST:
            kept(path, content)
            return
        if gone:
            shutil.rmtree(stick)
        raise OSError(number, "the disk gives up")

    monkeypatch.setattr(backing_up, "replace_atomically", give_up)
    with pytest.raises(Failure) as told:
        desk.upkeep.backing_up.run()
    assert told.value.code is code
    assert gone or list(stick.iterdir()) == []


def test_a_copy_that_reads_back_wrong_is_thrown_away(
    desk: AgentDesk, stick: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    desk.upkeep.backing_up.choose(stick)
    kept = os.fsync
    spoiled: list[int] = []

    def spoil(handle: int) -> None:
        if not spoiled:
            spoiled.append(os.pwrite(handle, b"rot", 6000))
        kept(handle)

    monkeypatch.setattr(os, "fsync", spoil)
    with pytest.raises(Failure) as told:
        desk.upkeep.backing_up.run()
    assert told.value.code is FailureCode.BACKUP_NOT_WHOLE
    assert spoiled == [3]
    assert list(stick.iterdir()) == []


def test_without_its_key_file_a_copy_would_be_useless(desk: AgentDesk, profile: Profile, stick: Path) -> None:
    desk.upkeep.backing_up.choose(stick)
    profile.key_file.unlink()
    with pytest.raises(Failure) as told:
        desk.upkeep.backing_up.run()
    assert told.value.code is FailureCode.KEY_FILE_DAMAGED

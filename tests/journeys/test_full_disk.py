"""A disk that runs full at any step of the work: nothing is half written, it is said, and the work goes on with room."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any
from unittest import mock

import pytest
from sqlalchemy import event
from sqlmodel import Session

from perisai_desktop.config.paths import Profile
from perisai_desktop.domain.failure import Failure, FailureCode
from perisai_desktop.services.enrolling_device import EnrollingDevice
from perisai_desktop.storage import mark
from perisai_desktop.storage.attachments import Attachments
from sync.client.channel import Channel, RawAnswer
from sync.server import device_side
from sync.server.services.intake import Intake
from tests.support.centres import Centre, running_centre
from tests.support.desks import MARKET_DAY, HandClock
from tests.support.enrolled_desks import LIGHT, PASSWORD, EnrolledDesk, enrolled_desk
from tests.support.small_disks import SmallDisk, full, kinds, small_disk

FULL = Failure(FailureCode.DISK_FULL)
PEOPLE = 12


@pytest.fixture(scope="module")
def centre(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Centre]:
    with (
        mock.patch.object(device_side, "CODES_PER_MINUTE", 600),
        running_centre(tmp_path_factory.mktemp("centre")) as running,
    ):
        yield running


@pytest.fixture(params=kinds())
def disk(
    request: pytest.FixtureRequest, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> Iterator[SmallDisk]:
    with small_disk(request.param, tmp_path / "disk", monkeypatch, 64) as made:
        yield made


@pytest.fixture
def laptop(disk: SmallDisk, centre: Centre) -> Iterator[EnrolledDesk]:
    made = enrolled_desk(disk.folder / "profile", centre)
    yield made
    made.desk.close()


def refused(laptop: EnrolledDesk, act: Callable[[], object]) -> None:
    """It says that the disk is full, and every row is as it was."""
    before = laptop.books()
    with pytest.raises(Failure) as said:
        act()
    assert said.value == FULL
    assert laptop.books() == before


def test_saving(disk: SmallDisk, laptop: EnrolledDesk, centre: Centre) -> None:
    laptop.enrol()
    laptop.reopen()
    with full(disk):
        with pytest.raises(Failure) as said:
            laptop.enrol_many(200)
        assert said.value == FULL
        refused(laptop, laptop.enrol)
    laptop.enrol()
    counted = [int(receipt.number.split("-")[2]) for receipt in laptop.shown]
    assert counted == list(range(1, len(counted) + 1))
    laptop.reopen()
    laptop.settle()
    assert laptop.differences(centre) == []


@pytest.mark.parametrize("errand", ["batches", "changes"])
def test_the_answer_of_the_server(
    disk: SmallDisk, laptop: EnrolledDesk, centre: Centre, errand: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    laptop.enrol_many(PEOPLE)
    laptop.reopen()
    send = Channel.send

    def filling(channel: Channel, method: str, path_query: str, **more: Any) -> RawAnswer:
        answer = send(channel, method, path_query, **more)
        if f"/v1/{errand}" in path_query:
            disk.fill()
        return answer

    with monkeypatch.context() as patched:
        patched.setattr(Channel, "send", filling)
        with pytest.raises(Failure) as said:
            laptop.desk.syncing.run()
    assert said.value == FULL
    assert laptop.waiting() in ((0, 4 * PEOPLE) if errand == "batches" else (0,))
    disk.clear()
    laptop.settle()
    assert laptop.waiting() == 0
    assert laptop.differences(centre) == []


def test_the_mark_beside_the_store(disk: SmallDisk, laptop: EnrolledDesk) -> None:
    laptop.enrol()
    kept = mark.read(laptop.profile.mark)

    def fill(_session: Session) -> None:
        disk.fill()

    event.listen(Session, "after_commit", fill)
    try:
        laptop.enrol()
    finally:
        event.remove(Session, "after_commit", fill)
    assert mark.read(laptop.profile.mark) == kept
    laptop.reopen()
    assert [receipt.number for receipt in laptop.desk.receipting.recent()] == [
        receipt.number for receipt in reversed(laptop.shown)
    ]
    disk.clear()
    laptop.enrol()
    found = mark.read(laptop.profile.mark)
    assert found is not None
    assert (found.epoch, found.seq) == (1, 12)


def test_a_picture(disk: SmallDisk, laptop: EnrolledDesk) -> None:
    pictures = Attachments(laptop.profile.attachments, bytes(range(32)))
    database = laptop.desk.enrolling.database
    laptop.enrol()
    with full(disk), database.reading() as session, pytest.raises(OSError, match="No space"):
        pictures.put(session, b"picture" * 1_000, MARKET_DAY)
    assert list(laptop.profile.attachments.glob("*")) == []
    with database.transaction() as session:
        digest = pictures.put(session, b"picture" * 1_000, MARKET_DAY)
    with database.reading() as session:
        assert pictures.read(session, digest) == b"picture" * 1_000


def test_a_copy_for_another_disk(disk: SmallDisk, tmp_path: Path, centre: Centre) -> None:
    laptop = enrolled_desk(tmp_path / "profile", centre)
    laptop.enrol()
    stick = disk.folder / "stick"
    stick.mkdir()
    backing_up = laptop.desk.upkeep.backing_up
    backing_up.choose(stick)
    whole = backing_up.run()
    assert whole is not None
    with pytest.raises(Failure) as said:
        backing_up.run(lambda _progress: disk.fill())
    assert said.value.code is FailureCode.BACKUP_NO_ROOM
    assert [each.name for each in stick.iterdir()] == [Path(whole.place).name]
    disk.clear()
    laptop.desk.enrolling.pen.clock.move(minutes=1)  # type: ignore[attr-defined]
    assert backing_up.run() is not None
    laptop.desk.close()


def test_the_first_run(disk: SmallDisk, centre: Centre) -> None:
    profile, code = Profile(disk.folder / "profile"), centre.new_code()
    with full(disk), pytest.raises(Failure) as said:
        EnrollingDevice(profile, HandClock(), cost=LIGHT).enrol(centre.url, code, PASSWORD)
    assert said.value == FULL
    desk = EnrollingDevice(profile, HandClock(), cost=LIGHT).enrol(centre.url, code, PASSWORD)
    laptop = EnrolledDesk(profile, desk, centre.url)
    laptop.enrol()
    laptop.settle()
    assert laptop.differences(centre) == []
    laptop.desk.close()


def test_the_servers_disk(disk: SmallDisk, tmp_path: Path) -> None:
    with running_centre(disk.folder / "centre") as centre:
        laptop = enrolled_desk(tmp_path / "profile", centre)
        laptop.enrol_many(60)
        before = laptop.books()
        with full(disk), pytest.raises(Failure) as said:
            laptop.desk.syncing.run()
        assert said.value.code is FailureCode.SERVER_BUSY
        assert laptop.waiting() == 4 * 60
        assert [line for line in laptop.books() if not line.startswith("outbox")] == [
            line for line in before if not line.startswith("outbox")
        ]
        laptop.settle()
        assert laptop.differences(centre) == []
        laptop.desk.close()


def test_the_servers_disk_between_inbox_and_verdicts(
    disk: SmallDisk, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    settle = Intake._settle

    def filling(*arguments: Any) -> Any:
        disk.fill()
        return settle(*arguments)

    with running_centre(disk.folder / "centre") as centre:
        laptop = enrolled_desk(tmp_path / "profile", centre)
        laptop.enrol_many(PEOPLE)
        with monkeypatch.context() as patched:
            patched.setattr(Intake, "_settle", filling)
            assert laptop.desk.syncing.run().sent == 0
        assert laptop.waiting() == 4 * PEOPLE
        with centre.server.store.reading() as tx:
            assert tx.entries.count() == 0
            assert len(tx.inbox.waiting(9)) == 1
        disk.clear()
    with running_centre(disk.folder / "centre") as again:
        with again.server.store.reading() as tx:
            assert tx.entries.count() == 4 * PEOPLE
            assert tx.inbox.waiting(9) == ()
        laptop.desk.close()
        laptop.server_url = again.url
        laptop.reopen()
        laptop.settle()
        assert laptop.waiting() == 0
        assert laptop.differences(again) == []
        laptop.desk.close()

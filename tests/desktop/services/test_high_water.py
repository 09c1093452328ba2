"""The mark in the credential store sees what a copy of the whole folder hides from the mark beside the database."""

import shutil
from pathlib import Path

import pytest

from perisai_desktop.config.paths import Profile
from perisai_desktop.domain.failure import Failure, FailureCode
from perisai_desktop.security.keys import StoreKeys
from perisai_desktop.services.desk import AgentDesk
from perisai_desktop.services.desk_opening import open_desk
from perisai_desktop.services.high_water import MARK, kept_mark
from perisai_desktop.storage import mark
from perisai_desktop.storage.mark import Mark
from sync.protocol.signatures import SigningKey
from tests.support.desks import STORE_KEY, HandClock, filled_draft, make_profile


class Shelf:
    """A credential store in memory."""

    def __init__(self) -> None:
        self.kept: dict[str, bytes] = {}

    def put(self, name: str, content: bytes) -> bool:
        self.kept[name] = content
        return True

    def get(self, name: str) -> bytes | None:
        return self.kept.get(name)

    def forget(self, name: str) -> None:
        self.kept.pop(name, None)


@pytest.fixture
def shelf() -> Shelf:
    return Shelf()


def opened(folder: Path, key: SigningKey, clock: HandClock, shelf: Shelf) -> AgentDesk:
    profile = Profile(folder) if folder.exists() else make_profile(folder, key)
    return open_desk(profile, StoreKeys(STORE_KEY), clock, credentials=shelf)


def test_the_mark_is_kept_at_exit_and_at_start(
    tmp_path: Path, key: SigningKey, clock: HandClock, shelf: Shelf
) -> None:
    desk = opened(tmp_path / "profile", key, clock, shelf)
    assert kept_mark(shelf) is None
    desk.enrolling.enrol(filled_draft(desk))
    desk.close()
    beside = mark.read(tmp_path / "profile" / "mark.json")
    assert beside is not None
    assert kept_mark(shelf) == beside
    shelf.kept.clear()
    opened(tmp_path / "profile", key, clock, shelf).close()
    assert kept_mark(shelf) == beside


def test_a_folder_set_back_whole_issues_no_receipt(
    tmp_path: Path, key: SigningKey, clock: HandClock, shelf: Shelf
) -> None:
    folder = tmp_path / "profile"
    opened(folder, key, clock, shelf).close()
    shutil.copytree(folder, tmp_path / "copy")
    desk = opened(folder, key, clock, shelf)
    desk.enrolling.enrol(filled_draft(desk))
    desk.close()
    reached = shelf.kept[MARK]
    shutil.rmtree(folder)
    shutil.copytree(tmp_path / "copy", folder)
    back = opened(folder, key, clock, shelf)
    with pytest.raises(Failure) as refused:
        back.enrolling.enrol(filled_draft(back))
    assert refused.value.code is FailureCode.STORE_ROLLED_BACK
    back.close()
    assert shelf.kept[MARK] == reached


@pytest.mark.parametrize(
    "foreign", [Mark("0ZZZZ", 1, 9, "ab" * 32), Mark("0Q2FK", 0, 0, "ab" * 32)], ids=["device", "empty"]
)
def test_a_mark_of_another_device_or_an_empty_epoch_says_nothing(
    tmp_path: Path, key: SigningKey, clock: HandClock, shelf: Shelf, foreign: Mark
) -> None:
    shelf.kept[MARK] = mark.encode(foreign)
    desk = opened(tmp_path / "profile", key, clock, shelf)
    assert desk.enrolling.enrol(filled_draft(desk)).number.startswith("0Q2FK-01-000001")
    desk.close()
    assert kept_mark(shelf) == mark.read(tmp_path / "profile" / "mark.json")

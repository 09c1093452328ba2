"""What is left of a wiped store is taken away before the first window, and the first run says what happened."""

from pathlib import Path

from perisai_desktop.config.paths import Profile
from perisai_desktop.domain.failure import Failure, FailureCode
from perisai_desktop.ui.screens.first_run.state import Page
from perisai_desktop.ui.shell.side import Side
from tests.support.desks import HandClock


def side_of(folder: Path) -> Side:
    return Side(Profile(folder), HandClock(), practising=True)


def test_a_side_without_a_wipe_is_left_alone(tmp_path: Path) -> None:
    side = side_of(tmp_path)
    side.profile.key_file.write_bytes(b"x")
    side.finish_wipe()
    assert side.profile.key_file.exists()
    assert side.typed is None


def test_a_wipe_that_has_begun_is_finished_and_told(tmp_path: Path) -> None:
    side = side_of(tmp_path)
    for path in (side.profile.wiping, side.profile.database, side.profile.mark, side.profile.key_file):
        path.write_bytes(b"x")
    side.choices.keep(server_url="https://cabang.example.id")
    side.finish_wipe()
    assert side.fresh
    assert side.typed is not None
    state = side.typed.state
    assert (state.page, state.server) == (Page.CODE, "https://cabang.example.id")
    assert state.failure == Failure(FailureCode.DEVICE_WIPED)


def test_what_is_held_open_is_told_once_it_is_gone(tmp_path: Path) -> None:
    side = side_of(tmp_path)
    side.profile.wiping.write_bytes(b"x")
    side.profile.database.mkdir()
    side.finish_wipe()
    assert side.typed is None
    side.profile.database.rmdir()
    side.finish_wipe()
    assert side.typed is not None

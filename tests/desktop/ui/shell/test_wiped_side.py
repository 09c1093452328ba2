"""What is left of a wiped store is taken away before the first window, and the first run says what happened."""

from pathlib import Path

import pytest

from perisai_desktop.config.paths import Profile
from perisai_desktop.domain.failure import Failure, FailureCode
from perisai_desktop.domain.owed_cash import OwedCash
from perisai_desktop.services.owed_cash import keep
from perisai_desktop.ui.explain import explain
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


@pytest.mark.usefixtures("indonesian")
def test_cash_that_is_owed_is_told_at_every_start_until_a_device_is_enrolled(tmp_path: Path) -> None:
    numbers = tuple(f"7Q2FK-01-{count:06d}-Y" for count in range(1, 23))
    first = side_of(tmp_path)
    first.profile.wiping.write_bytes(b"x")
    keep(first.profile.owed, OwedCash(67_200, numbers))
    for side in (first, side_of(tmp_path)):
        side.finish_wipe()
        assert side.typed is not None
        failure = side.typed.state.failure
        told = (*numbers[:20], "… +2")
        assert failure == Failure(FailureCode.DEVICE_WIPED_OWING, cash=67_200, receipts=told)
        words = explain(failure)
        assert words.what == "Cabang telah mengosongkan laptop ini. Kas Rp67.200 masih ada pada Anda."
        assert "7Q2FK-01-000001-Y, 7Q2FK-01-000002-Y" in words.safe
        assert "setorkan" in words.now
    for path in (first.profile.key_file, first.profile.database, first.profile.recovery_file):
        path.write_bytes(b"x")
    again = side_of(tmp_path)
    again.finish_wipe()
    assert again.typed is None

"""A profile that may not be written says so before a password is asked for and after, and goes on where it may."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication

from perisai_desktop.config.paths import Profile
from perisai_desktop.domain.failure import Failure, FailureCode
from perisai_desktop.services.signing_in import SigningIn
from perisai_desktop.tour.waiting import wait_for
from perisai_desktop.ui.explain import explain
from tests.support.centres import running_centre
from tests.support.desks import HandClock
from tests.support.enrolled_desks import PASSWORD, EnrolledDesk, enrolled_desk
from tests.support.programs import running_program, words_on
from tests.support.small_disks import SmallDisk, frozen, kinds, small_disk

READ_ONLY = Failure(FailureCode.STORE_READ_ONLY)


@pytest.fixture(params=kinds())
def disk(
    request: pytest.FixtureRequest, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> Iterator[SmallDisk]:
    with small_disk(request.param, tmp_path / "disk", monkeypatch, 64) as made:
        yield made


def open_and_enrol(laptop: EnrolledDesk) -> None:
    """Whether the store opens at all depends on what is write-protected: at the latest saving says so."""
    opened = replace(laptop, desk=SigningIn(laptop.profile, HandClock()).sign_in(PASSWORD))
    try:
        opened.enrol()
    finally:
        opened.desk.close()


def test_an_enrolled_profile(qapp: QApplication, disk: SmallDisk, tmp_path: Path) -> None:
    with running_centre(tmp_path / "centre") as centre:
        laptop = enrolled_desk(disk.folder / "profile", centre)
        laptop.enrol()
        before = laptop.books()
        laptop.desk.close()
        with frozen(disk):
            with pytest.raises(Failure) as said:
                open_and_enrol(laptop)
            assert said.value == READ_ONLY
            with running_program(disk.folder) as program:
                entry = program.enter()
                words = explain(READ_ONLY)
                wait_for(lambda: words.what in words_on(entry), "told so")
                assert words.advice in words_on(entry)
        laptop.reopen()
        assert laptop.books() == before
        laptop.enrol()
        laptop.settle()
        assert laptop.differences(centre) == []
        laptop.desk.close()


def test_a_fresh_one(qapp: QApplication, disk: SmallDisk) -> None:
    with frozen(disk), running_program(disk.folder) as program:
        words = explain(READ_ONLY)
        assert f"{words.what} {words.advice}" in words_on(program.enter())
    assert not Profile(disk.folder / "profile").enrolled
    with running_program(disk.folder) as program:
        assert words.what not in words_on(program.enter())

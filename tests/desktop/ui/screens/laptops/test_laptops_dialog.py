"""The branch's laptops, by keyboard: a code to read out, and what has not arrived."""

from __future__ import annotations

import gc
from collections.abc import Callable
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QWidget

from perisai_desktop.background.hand_run import HandRunJobs
from perisai_desktop.domain.failure import Failure, FailureCode
from perisai_desktop.domain.laptop import EpochCode, LaptopGap
from perisai_desktop.ui.screens.laptops.dialog import LaptopsDialog
from perisai_desktop.ui.screens.laptops.presenter import LaptopsPresenter
from perisai_desktop.ui.screens.laptops.screen import laptops_dialog
from perisai_desktop.ui.screens.laptops.state import LaptopsState
from tests.support.typist import Typist

AT = datetime(2026, 11, 22, 2, 15, tzinfo=UTC)
GONE = LaptopGap("Nining Sukaesih", "A-3", "7Q2FK", 1, 13, 20, AT, AT, left=True)
COMING = LaptopGap("Ujang", "A-4", "8Q2FK", 2, 1, 4, AT, AT, left=False)


@dataclass
class Session:
    """Fulfils `Branch`."""

    missing: tuple[LaptopGap, ...] = (GONE, COMING)
    asked: list[tuple[str, str]] = field(default_factory=list)
    failure: Failure | None = None

    def gaps(self) -> tuple[LaptopGap, ...]:
        self._fail()
        return self.missing

    def epoch_code(self, laptop: str, challenge: str) -> EpochCode:
        self._fail()
        self.asked.append((laptop, challenge))
        return EpochCode("7Q2FK", "Nining Sukaesih", 4, "5N2M4GT8DFK3")

    def _fail(self) -> None:
        if self.failure is not None:
            raise self.failure


@dataclass
class Desk:
    dialog: LaptopsDialog
    session: Session
    jobs: HandRunJobs
    presenter: LaptopsPresenter

    @property
    def words(self) -> str:
        return " ".join(each.text() for each in self.dialog.findChildren(QLabel) if each.isVisible())


@pytest.fixture
def desk(showing: Callable[[QWidget], QWidget]) -> Desk:
    dialog, session, jobs = LaptopsDialog(420), Session(), HandRunJobs()
    presenter = LaptopsPresenter(session, jobs, dialog.show_state)
    dialog.laptop_typed.connect(presenter.type_laptop)
    dialog.challenge_typed.connect(presenter.type_challenge)
    dialog.asked.connect(presenter.make)
    dialog.appeared.connect(presenter.look)
    showing(dialog)
    jobs.run_all()
    return Desk(dialog, session, jobs, presenter)


def test_the_dialog_keeps_what_answers_it(showing: Callable[[QWidget], QWidget]) -> None:
    session, jobs, owner = Session(), HandRunJobs(), QWidget()
    dialog = laptops_dialog(session, jobs, owner, 420)[0]
    gc.collect()
    showing(dialog)
    jobs.run_all()
    typist = Typist(jobs)
    typist.type("7q2fk-03")
    typist.press(Qt.Key.Key_Tab)
    typist.type("k7m 2qx")
    typist.press(Qt.Key.Key_Return)
    assert session.asked == [("7q2fk-03", "k7m 2qx")]


def test_a_code_is_made_by_keyboard_and_stands_in_groups(desk: Desk) -> None:
    typist = Typist(desk.jobs)
    typist.type("7q2fk-03")
    typist.press(Qt.Key.Key_Tab)
    typist.type("k7m 2qx")
    typist.press(Qt.Key.Key_Return)
    assert desk.session.asked == [("7q2fk-03", "k7m 2qx")]
    assert "5N2M 4GT8 DFK3" in desk.words
    assert "Read it to Nining Sukaesih. Receipts begin with 7Q2FK-04 then." in desk.words
    typist.type("x")
    assert "5N2M" not in desk.words


def test_what_is_missing_stands_by_agent_with_what_can_be_done(desk: Desk) -> None:
    assert "Nining Sukaesih · 7Q2FK-01: 8 records" in desk.words
    assert "paper receipts" in desk.words
    assert "Ujang · 8Q2FK-02: 4 records" in desk.words
    assert "next connection" in desk.words
    desk.session.missing = ()
    desk.presenter.look()
    desk.jobs.run_all()
    assert "Ujang" not in desk.words
    told = [each.text() for each in desk.dialog.findChildren(QLabel)]
    assert "Nothing is missing." in told


def test_a_refusal_is_told_and_nothing_is_asked_twice(desk: Desk) -> None:
    desk.presenter.make()
    desk.jobs.run_all()
    desk.presenter.type_laptop("0ZZZZ")
    desk.presenter.type_challenge("ABCDEF")
    desk.session.failure = Failure(FailureCode.LAPTOP_UNKNOWN)
    desk.presenter.make()
    desk.presenter.make()
    desk.jobs.run_all()
    assert desk.session.asked == []
    assert "no laptop with this code" in desk.words
    desk.presenter.look()
    desk.jobs.run_all()
    assert desk.presenter.state.failure == Failure(FailureCode.LAPTOP_UNKNOWN)


def test_the_day_is_the_reviewers_own(showing: Callable[[QWidget], QWidget]) -> None:
    late = replace(COMING, since=datetime(2026, 11, 22, 20, 0, tzinfo=UTC))
    for here, day in ((0, "22 November 2026"), (420, "23 November 2026")):
        dialog = LaptopsDialog(here)
        showing(dialog)
        dialog.show_state(LaptopsState(gaps=(late,)))
        (told,) = [each.text() for each in dialog.findChildren(QLabel) if "known since" in each.text()]
        assert day in told

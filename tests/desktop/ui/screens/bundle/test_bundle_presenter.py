"""One errand at a time: under way, then what it brought or why not; the sheet and the answer afterwards."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path
from typing import TypeVar

import pytest

from perisai_desktop.background.hand_run import HandRunJobs
from perisai_desktop.background.ports import Lane
from perisai_desktop.domain.bundle import CarriedBundle, HandOver, ReadAnswer, SavedBundle
from perisai_desktop.domain.failure import Failure, FailureCode
from perisai_desktop.ui.screens.bundle.presenter import BundlePorts, BundlePresenter
from perisai_desktop.ui.screens.bundle.state import BundleState, Errand, SheetStep

AT = datetime(2026, 11, 22, 2, 15, tzinfo=UTC)
SAVED = SavedBundle("/stick/a.perisai", "0Q2FK", AT, 8, 67_200, 0, "7KQ2-9WXM-4T0Z-H3RB", 900, actions=2)
READ = ReadAnswer(AT, 8, 67_200, 8, 9, 1, 0, (), False, False, "active")
CARRIED = CarriedBundle("a.perisai", "0Q2FK", AT, 8, 67_200, 0, SAVED.mark, 0, 0, b"x", "a.perisai-jawaban")
T = TypeVar("T")
PLACE = Path("/stick")


class Rig:
    """Services that a test may make fail."""

    def __init__(self, errand: Errand) -> None:
        self.jobs = HandRunJobs()
        self.shown: list[BundleState] = []
        self.failure: Failure | None = None
        self.asked: list[tuple[str, object]] = []
        self.ends = 0
        ports = BundlePorts(
            carry=lambda path: self.work("carry", path, CARRIED),
            keep_answer=lambda found, folder: self.work(
                "keep", folder, replace(found, answer_place=str(folder / found.answer_name))
            ),
            print_sheet=lambda sheet: self.work("print", sheet, None),
            save_sheet=lambda sheet, path: self.work("pdf", (sheet, path), None),
            save=lambda folder: self.work("save", folder, SAVED),
            read=lambda path: self.work("read", path, READ),
        )
        self.presenter = BundlePresenter(
            ports, self.jobs, self.shown.append, BundleState(errand, practice=True), self.ended
        )

    def work(self, name: str, told: object, value: T) -> T:
        self.asked.append((name, told))
        if self.failure is not None:
            raise self.failure
        return value

    def ended(self) -> None:
        self.ends += 1

    def sheet(self) -> SheetStep:
        return self.presenter.state.sheet

    @property
    def state(self) -> BundleState:
        return self.presenter.state


@pytest.mark.parametrize(
    ("errand", "name", "value"),
    [(Errand.SAVE, "saved", SAVED), (Errand.READ, "read", READ), (Errand.CARRY, "carried", CARRIED)],
)
def test_an_errand_brings_its_value(errand: Errand, name: str, value: object) -> None:
    rig = Rig(errand)
    rig.presenter.begin(PLACE)
    assert rig.state.running
    assert rig.jobs.waiting(Lane.NETWORK) == 1
    rig.jobs.run_all()
    assert getattr(rig.state, name) == value
    assert (rig.state.running, rig.state.failure, rig.ends) == (False, None, 1)
    assert rig.asked == [(errand.value, PLACE)]


@pytest.mark.parametrize("errand", list(Errand))
def test_an_errand_that_fails_says_why(errand: Errand) -> None:
    rig = Rig(errand)
    rig.failure = Failure(FailureCode.BUNDLE_FOLDER_MISSING)
    rig.presenter.begin(PLACE)
    rig.jobs.run_all()
    assert (rig.state.running, rig.state.failure) == (False, rig.failure)
    assert (rig.state.saved, rig.state.read, rig.state.carried) == (None, None, None)
    assert rig.state.hand_over is None


def test_both_ends_sign_for_the_same() -> None:
    out, back = Rig(Errand.SAVE), Rig(Errand.CARRY)
    for rig in (out, back):
        rig.presenter.begin(PLACE)
        rig.jobs.run_all()
    handed, received = out.state.hand_over, back.state.hand_over
    assert handed == HandOver("0Q2FK", "a.perisai", AT, 420, 8, 67_200, 0, SAVED.mark, practice=True)
    assert received == replace(handed, received=True)


def test_the_sheet_is_printed_or_saved_and_says_so() -> None:
    rig = Rig(Errand.SAVE)
    rig.presenter.print_sheet()
    assert rig.asked == [], "nothing to hand over yet"
    rig.presenter.begin(PLACE)
    rig.jobs.run_all()
    rig.presenter.print_sheet()
    rig.presenter.print_sheet()
    rig.presenter.save_sheet(PLACE)
    assert rig.sheet() is SheetStep.UNDER_WAY
    assert rig.jobs.waiting(Lane.PRINTER) == 1
    rig.jobs.run_all()
    assert rig.sheet() is SheetStep.PRINTED
    rig.presenter.save_sheet(PLACE / "sheet.pdf")
    rig.jobs.run_all()
    assert rig.sheet() is SheetStep.SAVED
    rig.failure = Failure(FailureCode.NO_PRINTER)
    rig.presenter.print_sheet()
    rig.jobs.run_all()
    assert (rig.state.sheet, rig.state.sheet_failure, rig.state.failure) == (
        SheetStep.NONE,
        rig.failure,
        None,
    )


def test_the_answer_finds_another_stick() -> None:
    rig = Rig(Errand.CARRY)
    rig.presenter.keep_answer(PLACE)
    rig.presenter.begin(PLACE)
    rig.jobs.run_all()
    rig.failure = Failure(FailureCode.BUNDLE_NO_ROOM, needed=1)
    rig.presenter.keep_answer(PLACE)
    rig.jobs.run_all()
    assert (rig.state.carried, rig.state.sheet_failure) == (CARRIED, rig.failure)
    rig.failure = None
    rig.presenter.keep_answer(PLACE)
    rig.jobs.run_all()
    assert rig.state.carried is not None
    assert rig.state.carried.answer_place == "/stick/a.perisai-jawaban"
    assert rig.state.sheet_failure is None


def test_a_window_that_is_gone_is_not_shown_anything() -> None:
    rig = Rig(Errand.SAVE)
    rig.presenter.begin(PLACE)
    shown = len(rig.shown)
    rig.presenter.close()
    rig.jobs.run_all()
    assert len(rig.shown) == shown
    assert rig.ends == 1

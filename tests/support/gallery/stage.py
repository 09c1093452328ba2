"""The stage: a practice server in this process, the real program with a market in its store, and windows in one size."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from itertools import product
from pathlib import Path
from typing import TypeVar

from PySide6.QtCore import QCoreApplication, QEvent, QSize
from PySide6.QtWidgets import QApplication, QDialog, QMenu, QWidget

from perisai_desktop.app import Practice, Program
from perisai_desktop.background.ports import Lane
from perisai_desktop.config.choices import Choices
from perisai_desktop.config.clock import pinned_on
from perisai_desktop.config.paths import Profile
from perisai_desktop.domain.agent import ReviewerIdentity
from perisai_desktop.security.key_file import Cost
from perisai_desktop.services.enrolling_device import EnrollingDevice
from perisai_desktop.tour.hand import Hand
from perisai_desktop.tour.waiting import wait_for
from perisai_desktop.ui.shell.agent_window import AgentWindow
from perisai_desktop.ui.shell.entry_window import EntryWindow
from perisai_desktop.ui.shell.guide import Guide
from perisai_desktop.ui.shell.looks import Looks
from perisai_desktop.ui.shell.review_window import ReviewWindow
from perisai_desktop.ui.theme.theme import ThemeChoice
from tests.support.centres import MARKET_DATE, Centre, running_centre
from tests.support.desks import HandClock
from tests.support.fake_reviewing import FakeReviewing, record
from tests.support.gallery.market import furnish
from tests.support.programs import practice_at, running_program, signed_in
from tests.support.reference_data import reference

W = TypeVar("W", bound=QWidget)

PASSWORD = "kopi-pagi-di-pasar"
LIGHT = Cost(memory_kib=64, passes=1, lanes=1)


class Stage:
    """Gives windows in the language and size in force; `tidy` closes what a scene opened."""

    def __init__(self, centre: Centre, program: Program, folder: Path) -> None:
        self.centre = centre
        self.program = program
        self.size = QSize(1366, 768)
        self._folder = folder
        self._others: list[Program] = []
        self._lent: list[QWidget] = []
        self._reviewed_in = ""
        self._beside: list[ReviewWindow] = []
        self._enrolled = Profile(folder / "enrolled" / "profile")
        EnrollingDevice(self._enrolled, HandClock(), cost=LIGHT).enrol(
            centre.url, centre.new_code(), PASSWORD
        ).close()

    @property
    def language(self) -> str:
        """The language in force, "id" or "en"."""
        return self.program.language

    def speak(self, language: str) -> None:
        """Switch the language; windows asked for from now on are in it."""
        if language != self.language:
            self.program.speak(language)
            settle()

    def wear(self, theme: ThemeChoice) -> None:
        """Show everything in `theme`; it is not remembered."""
        if self.program.ready.theme.choice is not theme:
            self.program.ready.theme.choose(theme, remember=False)
            settle()

    def agent(self) -> AgentWindow:
        """The agent's window, workers and counters read."""
        window = self.program.agent_window
        assert window is not None
        if not window.pages.workers.state.loaded:
            window.frame.go("workers")
        wait_for(lambda: window.pages.workers.state.loaded, "workers listed")
        self.calm()
        return self._fit(window)

    def calm(self) -> None:
        """Wait until every job that a scene began has come to its end, and what its answer asked for in its turn: late
        answers would change the picture.

        Not for the reader of cards, which a scene may show at work.
        """
        for _answer_and_what_it_asked_for in range(2):
            self._empty_lanes()
        settle()

    def _empty_lanes(self) -> None:
        lanes = [lane for lane in Lane if lane is not Lane.READER]
        awaited = set(product((self.program.jobs, self.program.review.jobs), lanes))
        for jobs, lane in tuple(awaited):
            jobs.run(lane, lambda: None, lambda _, each=(jobs, lane): awaited.discard(each))  # type: ignore[misc]
        wait_for(lambda: not awaited, "every lane empty")

    def screen(self, name: str) -> AgentWindow:
        """The agent's window with the screen `name` in sight."""
        window = self.agent()
        window.frame.go(name)
        self.calm()
        return window

    def review(self) -> ReviewWindow:
        """The reviewer's window, signed in, the queue read and the first record open."""
        seat = self.program.review
        if seat.window is not None and self._reviewed_in != self.language:
            seat.window.left.emit()
            wait_for(lambda: seat.window is None, "reviewer left")
        if seat.window is None:
            entry = self.program.open_review()
            wait_for(entry.isVisible, "reviewer's sign-in")
            Hand(entry).press("review_enter")
            wait_for(lambda: seat.window is not None, "reviewer signed in")
            self._reviewed_in = self.language
        window = seat.window
        assert window is not None
        self._fit(window)
        window.frame.go("review")
        wait_for(lambda: window.review.state.idle and window.review.state.record is not None, "record open")
        self.calm()
        return window

    def review_as(self, reviewer: ReviewerIdentity) -> ReviewWindow:
        """The window of somebody else at an invented branch; it closes with the scene."""
        seat = self.program.review
        window = ReviewWindow(
            FakeReviewing([record(1, "Ujang Sobarna")]),  # type: ignore[arg-type]
            reviewer,
            seat.jobs,
            Looks(self.program.ready.theme, self.language, self.program.speak),
            reference(),
            practice=True,
        )
        self._beside.append(window)
        window.start()
        window.show()
        return self._fit(window)

    def review_entry(self) -> EntryWindow:
        """The reviewer's sign-in of a program outside practice."""
        return self._fit(self._other(self._enrolled).open_review("https://cabang.example"))

    def fresh(self) -> EntryWindow:
        """The first window of a laptop that was never enrolled."""
        return self._fit(self._other(Profile(self._folder / "fresh" / "profile")).enter())

    def known(self) -> EntryWindow:
        """The first window of an enrolled laptop."""
        return self._fit(self._other(self._enrolled).enter())

    def practising(self) -> EntryWindow:
        """The first window in practice mode."""
        folder = self._folder / "practising" / "profile"
        return self._fit(self._other(Profile(folder), practice_at(self.centre)).enter())

    def lent(self, window: W) -> W:
        """A window that a scene made itself; it is closed with the rest."""
        self._lent.append(window)
        window.show()
        return self._fit(window)

    def part(self, window: QWidget, kind: type[W], name: str = "") -> W:
        """A part of `window` by its class."""
        found = window.findChild(kind, name) if name else window.findChild(kind)
        assert found is not None, kind.__name__
        return found

    def tidy(self) -> None:
        """Close dialogs and menus, and the programs that a scene started."""
        for overlay in overlays():
            overlay.close()
        for working in overlays():
            # What is shown at work refuses to be closed.
            working.hide()
            working.deleteLater()
        window = self.program.agent_window
        if self.program.screen_lock.drawn:
            self.program.screen_lock.lift()
        if window is not None:
            window.numbers.look()
            window.desk.cards.cancel()
            self.calm()
        for guide in window.findChildren(Guide) if window is not None else ():
            guide.end()
        for lent in self._lent:
            lent.close()
            lent.deleteLater()
        self._lent = []
        for program in self._others:
            windows = (program.entry, program.review.entry)
            program.close()
            for entry in windows:
                if entry is not None:
                    entry.deleteLater()
        self._others = []
        for beside in self._beside:
            beside.close()
            beside.deleteLater()
        self._beside = []
        settle()

    def _other(self, profile: Profile, practice: Practice | None = None) -> Program:
        profile.prepare()
        choices = Choices(profile)
        choices.keep(language=self.language)
        hook = sys.excepthook
        ready = replace(self.program.ready, profile=profile, choices=choices)
        beside = Profile(profile.root.parent / "beside")
        program = Program(ready, pinned_on(MARKET_DATE), practice, beside=beside, heartbeat=False)
        sys.excepthook = hook
        self._others.append(program)
        return program

    def _fit(self, window: W) -> W:
        window.resize(self.size)
        window.activateWindow()
        settle()
        return window


def overlays() -> list[QWidget]:
    """The dialogs and menus in sight, from the lowest to the topmost: a dialog below those it opened, menus last."""
    seen = [each for each in QApplication.topLevelWidgets() if each.isVisible()]
    return sorted(
        (each for each in seen if isinstance(each, QDialog | QMenu)),
        key=lambda each: (isinstance(each, QMenu), _depth(each)),
    )


def _depth(widget: QWidget) -> int:
    """How many widgets a widget stands in or was opened from."""
    above = widget.parentWidget()
    return 0 if above is None else 1 + _depth(above)


def settle() -> None:
    """Let layouts, late signals and deletions be done."""
    for _ in range(3):
        QApplication.sendPostedEvents(None, QEvent.Type.LayoutRequest)
        QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
        QCoreApplication.processEvents()


@contextmanager
def standing_stage(folder: Path) -> Iterator[Stage]:
    """A stage whose market is enrolled, sent and partly decided; everything is closed when the block ends."""
    with (
        running_centre(folder / "centre") as centre,
        running_program(folder / "agent", practice_at(centre)) as program,
    ):
        window = signed_in(program)
        furnish(window.desk, centre)
        window.refresh()
        stage = Stage(centre, program, folder)
        yield stage
        stage.tidy()

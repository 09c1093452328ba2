"""The screens of figures in an agent's window: built when shown, every part of them leads to its list."""

from __future__ import annotations

from functools import cached_property
from pathlib import Path

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from perisai_desktop.background.ports import Jobs
from perisai_desktop.config.choices import note
from perisai_desktop.domain.collection import DueFilter
from perisai_desktop.domain.report import Grouping, Span
from perisai_desktop.services.desk import AgentDesk
from perisai_desktop.ui.screens.bundle.state import Errand
from perisai_desktop.ui.screens.home.presenter import HomePresenter
from perisai_desktop.ui.screens.home.screen import home_screen
from perisai_desktop.ui.screens.home.state import Place
from perisai_desktop.ui.screens.reports.presenter import ReportsPresenter
from perisai_desktop.ui.screens.reports.screen import reports_screen
from perisai_desktop.ui.shell.cash_stand import CashStand
from perisai_desktop.ui.shell.frame import Frame
from perisai_desktop.ui.shell.laptop import Laptop
from perisai_desktop.ui.shell.looks import Looks
from perisai_desktop.ui.shell.relay import Relay
from perisai_desktop.ui.shell.work_pages import WorkPages
from perisai_desktop.ui.state_words import reason_labels

_REPORTED = {
    Place.TODAY: (Span.DAY, Grouping.VILLAGE),
    Place.MONTH: (Span.MONTH, Grouping.VILLAGE),
    Place.COLLECTED: (Span.MONTH, Grouping.DAY),
    Place.RESULTS: (Span.YEAR, Grouping.MONTH),
}
_LEADS = {
    Place.CASH: "cash",
    Place.TASKS: "tasks",
    Place.DATA: "sync",
}


class FigurePages(QObject):
    """Plans the screens `home` and `reports`."""

    def __init__(
        self,
        window: QWidget,
        frame: Frame,
        desk: AgentDesk,
        jobs: Jobs,
        looks: Looks,
        laptop: Laptop,
        pages: WorkPages,
        till: CashStand,
        receipts: Path,
    ) -> None:
        super().__init__(window)
        self._frame = frame
        self._desk = desk
        self._jobs = jobs
        self._pages = pages
        self._till = till
        self._laptop = laptop
        self._receipts = receipts
        self._relay = Relay(self)
        self._reasons = reason_labels(desk.reference, looks.language)
        till.written.connect(lambda: self.refresh())
        frame.plan("home", lambda: self.home)
        frame.plan("reports", lambda: self.reports)

    @cached_property
    def home(self) -> HomePresenter:
        """The first screen."""
        view, presenter = home_screen(self._desk, self._jobs, self._reasons)
        view.show_above(self._pages.notices())
        view.followed.connect(self._follow)
        view.task_asked.connect(self._open_task)
        view.deposit_asked.connect(self._till.deposit)
        view.send_asked.connect(self._pages.send)
        view.stick_asked.connect(lambda: self._pages.errand_asked.emit(Errand.SAVE))
        view.titled.connect(self._frame.show_titles)
        self._frame.add("home", view, view)
        return presenter

    @cached_property
    def reports(self) -> ReportsPresenter:
        """What was enrolled and collected, by day, month, village and programme."""
        choices = self._laptop.choices
        view, presenter = reports_screen(
            self._desk,
            self._jobs,
            self._relay.post,
            lambda: choices.read().reports or choices.read().receipts or str(self._receipts),
            lambda folder: note(choices, reports=folder),
        )
        view.titled.connect(self._frame.show_titles)
        self._frame.add("reports", view, view)
        return presenter

    def refresh(self) -> None:
        """Read the screen in sight again, where it is one of these."""
        if self._frame.current == "home":
            self.home.load()
        elif self._frame.current == "reports":
            self.reports.load()

    def end(self) -> None:
        """Give up a file under way: nobody waits for it to sign out."""
        if self._frame.built("reports"):
            self.reports.stop()

    def _follow(self, place: Place) -> None:
        if place in _REPORTED:
            self._frame.go("reports")
            self.reports.show(*_REPORTED[place])
        elif place is Place.REFUNDS:
            self._till.refund()
        elif place in (Place.ROUND, Place.OVERDUE):
            part = DueFilter.OVERDUE if place is Place.OVERDUE else DueFilter.DUE
            self._pages.collection.narrow(part)
            self._frame.go("collection")
        else:
            self._frame.go(_LEADS[place])

    def _open_task(self, entry_id: str) -> None:
        self._frame.go("tasks")
        self._pages.tasks.reveal(entry_id)

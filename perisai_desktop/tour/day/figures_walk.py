"""Overview and reports on the tour: every sum is read as it stands, and each report is saved for the branch."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtWidgets import QWidget

from perisai_desktop.background.ports import Jobs
from perisai_desktop.domain.report import FileKind, Grouping, Span
from perisai_desktop.tour.day.settling import read_through
from perisai_desktop.tour.day.witness import Witness, amounts
from perisai_desktop.tour.hand import Hand
from perisai_desktop.tour.pictures import Pictures
from perisai_desktop.tour.waiting import wait_for
from perisai_desktop.ui.screens.reports.presenter import ReportsPresenter
from perisai_desktop.ui.screens.reports.view import ReportsView
from perisai_desktop.ui.shell.agent_window import AgentWindow
from perisai_desktop.ui.widgets.table import Table

SPANS = (Span.DAY, Span.MONTH, Span.ALL)
UNKNOWN, WHOLE = "unknown", "whole"
"""In place of the key of a line: a village that is not known, and the sum of all lines."""
COLUMNS = {3: "received", 4: "given_back", 5: "kept"}


class FiguresWalk:
    """Files of reports go to `exports`."""

    def __init__(
        self, window: AgentWindow, jobs: Jobs, pictures: Pictures, witness: Witness, exports: Path
    ) -> None:
        self._window = window
        self._jobs = jobs
        self._hand = Hand(window)
        self._pictures = pictures
        self._witness = witness
        self._exports = exports

    def read_overview(self, name: str) -> None:
        """The first screen; `name` is the time of day in the pictures' names."""
        self._window.frame.go("home")
        self._window.figures.home.load()
        read_through(self._jobs)
        self._pictures.take(f"home_{name}", self._window)
        for tile, what in (("today", "home.today"), ("collected", "home.month"), ("cash", "cash")):
            said = self._hand.part(f"home_{tile}", QWidget).accessibleName()
            self._witness.note(what, f"overview, {tile}", amounts(said)[0])

    def read_reports(self) -> None:
        """Every span by every grouping: all lines, their sum, the figure; saved as PDF and for Excel."""
        self._window.frame.go("reports")
        presenter = self._window.figures.reports
        for span in SPANS:
            for grouping in Grouping:
                presenter.show(span, grouping)
                read_through(self._jobs)
                self._pictures.take(f"report_{span.value}_{grouping.value}", self._window)
                self._lines(presenter)
                for kind in FileKind:
                    self._save(presenter, kind)

    def _lines(self, presenter: ReportsPresenter) -> None:
        state, table = presenter.state, self._hand.part("report_table", Table)
        of = f"{state.span.value} {state.grouping.value}"
        self._witness.hear("report.kept", "report, figure", self._hand.words("report_figure"), of)
        rows = [(place, line.key or UNKNOWN, "report, line") for place, line in enumerate(state.lines)]
        if rows:
            rows.append((table.model().rowCount() - 1, WHOLE, "report, sum"))
        for place, key, where in rows:
            for column, what in COLUMNS.items():
                said = amounts(table.words(place, column))
                self._witness.note(f"report.{what}", where, sum(said), f"{of} {key}")

    def _save(self, presenter: ReportsPresenter, kind: FileKind) -> None:
        state = presenter.state
        path = self._exports / f"laporan-{state.span.value}-{state.grouping.value}.{kind.value}"
        if path.exists():
            return
        view = self._window.findChild(ReportsView)
        assert view is not None
        view.save_asked.emit(path, kind)
        wait_for(lambda: presenter.state.saved == str(path), "report saved")

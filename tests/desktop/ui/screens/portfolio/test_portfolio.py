"""The dialog for participants whom the agent serves already: read first, kept once, what stays out named."""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path

import pytest
from PySide6.QtWidgets import QFileDialog, QProgressBar

from perisai_desktop.background.hand_run import HandRunJobs
from perisai_desktop.domain.failure import Failure, FailureCode
from perisai_desktop.domain.list_head import ListHead
from perisai_desktop.domain.portfolio import LineFault, Participant, PortfolioFile, UnfitLine
from perisai_desktop.ui.screens.portfolio.presenter import PortfolioPresenter
from perisai_desktop.ui.screens.portfolio.state import PortfolioState
from perisai_desktop.ui.screens.portfolio.view import PortfolioDialog
from perisai_desktop.ui.screens.portfolio.words import line_words, outcome_words
from perisai_desktop.ui.theme.tokens import Tone
from perisai_desktop.ui.widgets.button import Button
from perisai_desktop.ui.widgets.cards import ProgressRow
from sync.rules.iuran_month import IuranMonth
from sync.rules.reactions import Reaction, finding
from tests.desktop.ui.conftest import Showing
from tests.support.reference_data import filled_form

UNFIT = UnfitLine(4, "Asep", (finding(Reaction.NIK_LENGTH),), (LineFault.KPJ_LENGTH,))
READ = PortfolioFile("a.xlsx", (Participant(filled_form(), IuranMonth(2026, 10), ""),), (UNFIT,), 3)


HEAD = ListHead("a.xlsx", "0" * 64, ("NIK",), (), 400)


@dataclass
class Reading:
    """Two hundred lines at a time, four hundred in all."""

    lines: int = 0
    closed: bool = False
    read: PortfolioFile = READ
    head: ListHead = HEAD

    def close(self) -> None:
        self.closed = True


@dataclass
class Lists:
    """Reads one list."""

    failure: Failure | None = None
    torn: Failure | None = None
    kept: list[PortfolioFile] = field(default_factory=list)
    readings: list[Reading] = field(default_factory=list)

    def open(self, path: Path) -> Reading:
        self._fail(self.failure)
        self.readings.append(Reading())
        return self.readings[-1]

    def take(self, reading: Reading) -> bool:
        self._fail(self.torn)
        reading.lines += 200
        return reading.lines <= 400

    def keep(self, read: PortfolioFile) -> int:
        self._fail(self.failure)
        self.kept.append(read)
        return len(read.participants)

    def _fail(self, failure: Failure | None) -> None:
        if failure is not None:
            raise failure


def test_a_list_is_read_first_and_kept_once() -> None:
    lists, jobs, shown, done = Lists(), HandRunJobs(), list[PortfolioState](), list[bool]()
    presenter = PortfolioPresenter(lists, jobs, shown.append, lambda: done.append(True))
    presenter.keep()
    lists.failure = Failure(FailureCode.LIST_COLUMNS_UNKNOWN)
    presenter.read(Path("a.xlsx"))
    jobs.run_all()
    assert (shown[-1].failure, shown[-1].ready) == (lists.failure, False)
    lists.failure = None
    presenter.read(Path("a.xlsx"))
    presenter.read(Path("b.xlsx"))
    jobs.run_all()
    assert [(one.lines, one.of) for one in shown if one.lines] == [(200, 400), (400, 400)]
    assert (shown[-1].ready, lists.kept, len(lists.readings)) == (True, [], 1)
    title, words, tone = outcome_words(shown[-1])
    assert ("a.xlsx: 1 can" in title, "3 are on" in words, "1 lines stay out" in words) == (True, True, True)
    assert tone is Tone.WARNING
    assert line_words(UNFIT).endswith("; The KPJ has 11 digits")
    lists.failure = Failure(FailureCode.STORE_BUSY)
    presenter.keep()
    jobs.run_all()
    assert (shown[-1].failure, done) == (lists.failure, [])
    lists.failure = None
    presenter.keep()
    presenter.keep()
    jobs.run_all()
    presenter.keep()
    assert (lists.kept, shown[-1].kept, done) == ([READ], 1, [True])
    assert outcome_words(shown[-1])[2] is Tone.OK


def test_a_list_that_is_given_up_or_torn_leaves_nothing() -> None:
    lists, jobs, shown = Lists(), HandRunJobs(), list[PortfolioState]()
    presenter = PortfolioPresenter(lists, jobs, shown.append, lambda: None)
    presenter.read(Path("a.xlsx"))
    presenter.give_up()
    jobs.run_all()
    assert (shown[-1], lists.readings[0].lines, lists.readings[0].closed) == (PortfolioState(), 0, True)
    lists.torn = Failure(FailureCode.LIST_UNREADABLE)
    presenter.read(Path("a.xlsx"))
    jobs.run_all()
    assert shown[-1] == PortfolioState(failure=lists.torn)
    assert lists.readings[1].closed


def test_lines_that_stay_out_are_listed(showing: Showing, monkeypatch: pytest.MonkeyPatch) -> None:
    dialog = PortfolioDialog()
    showing(dialog)
    chosen: list[Path] = []
    dialog.file_chosen.connect(chosen.append)
    button = dialog.findChild(Button, "portfolio_choose")
    assert button is not None
    for answer in ("", "/daftar/a.xlsx"):
        monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_, answer=answer: (answer, ""))
        button.click()
    assert chosen == [Path("/daftar/a.xlsx")]
    given_up: list[bool] = []
    dialog.given_up.connect(lambda: given_up.append(True))
    dialog.show_state(PortfolioState(busy=True, lines=1_200, of=5_000))
    bar, stop = dialog.findChild(QProgressBar), dialog.findChild(ProgressRow)
    assert bar is not None
    assert stop is not None
    assert (bar.value(), bar.maximum(), bar.accessibleName()) == (1_200, 5_000, "1.200 lines read")
    stop.findChildren(Button)[0].click()
    assert given_up == [True]
    dialog.show_state(PortfolioState(READ))
    assert dialog.lines.model().rowCount() == 1
    assert dialog.lines.model().index(0, 1).data() == "Asep"
    dialog.show_state(PortfolioState(READ, kept=1))
    assert (dialog.act.isVisible(), dialog.lines.isVisible()) == (False, False)

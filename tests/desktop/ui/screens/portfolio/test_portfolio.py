"""The dialog for participants whom the agent serves already: read first, kept once, what stays out named."""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path

import pytest
from PySide6.QtWidgets import QFileDialog

from perisai_desktop.background.hand_run import HandRunJobs
from perisai_desktop.domain.failure import Failure, FailureCode
from perisai_desktop.domain.portfolio import LineFault, Participant, PortfolioFile, UnfitLine
from perisai_desktop.ui.screens.portfolio.presenter import PortfolioPresenter
from perisai_desktop.ui.screens.portfolio.state import PortfolioState
from perisai_desktop.ui.screens.portfolio.view import PortfolioDialog
from perisai_desktop.ui.screens.portfolio.words import line_words, outcome_words
from perisai_desktop.ui.theme.tokens import Tone
from perisai_desktop.ui.widgets.button import Button
from sync.rules.iuran_month import IuranMonth
from sync.rules.reactions import Reaction, finding
from tests.desktop.ui.conftest import Showing
from tests.support.reference_data import filled_form

UNFIT = UnfitLine(4, "Asep", (finding(Reaction.NIK_LENGTH),), (LineFault.KPJ_LENGTH,))
READ = PortfolioFile("a.xlsx", (Participant(filled_form(), IuranMonth(2026, 10), ""),), (UNFIT,), 3)


@dataclass
class Lists:
    """Reads one list."""

    failure: Failure | None = None
    kept: list[PortfolioFile] = field(default_factory=list)

    def read(self, path: Path) -> PortfolioFile:
        if self.failure is not None:
            raise self.failure
        return READ

    def keep(self, read: PortfolioFile) -> int:
        if self.failure is not None:
            raise self.failure
        self.kept.append(read)
        return len(read.participants)


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
    assert (shown[-1].ready, lists.kept) == (True, [])
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
    dialog.show_state(PortfolioState(READ))
    assert dialog.lines.model().rowCount() == 1
    assert dialog.lines.model().index(0, 1).data() == "Asep"
    dialog.show_state(PortfolioState(READ, kept=1))
    assert (dialog.act.isVisible(), dialog.lines.isVisible()) == (False, False)

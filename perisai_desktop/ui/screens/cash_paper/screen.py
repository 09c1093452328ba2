"""Joins the window of a paper with its presenter."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtWidgets import QWidget

from perisai_desktop.background.ports import Jobs
from perisai_desktop.domain.printing import PrintChoice
from perisai_desktop.services.cash_papers import CashPapers
from perisai_desktop.services.printers import Printers
from perisai_desktop.ui.screens.cash_paper.presenter import PaperPorts, PaperPresenter
from perisai_desktop.ui.screens.cash_paper.view import CashPaperWindow


def cash_paper_window(
    papers: CashPapers,
    entry_id: str,
    folder: Path,
    printers: Printers,
    choice: Callable[[], PrintChoice],
    jobs: Jobs,
    words: tuple[str, str, str],
    parent: QWidget,
) -> CashPaperWindow:
    """The window of one entry's paper, which is being drawn and saved; `words`: title, what was done, what follows."""
    window = CashPaperWindow(*words, parent)
    ports = PaperPorts(
        page=lambda width: papers.page(entry_id, width),
        save=lambda: papers.save(entry_id, folder),
        print=lambda: papers.print(entry_id, choice(), printers),
    )
    presenter = PaperPresenter(ports, jobs, window.show_state)
    # PySide keeps bound methods weakly: the lambdas are what keeps the presenter for as long as the window.
    window.print_pressed.connect(lambda: presenter.print())
    window.save_pressed.connect(lambda: presenter.save())
    window.finished.connect(lambda _code: presenter.close())
    presenter.open(window.page.pixels)
    return window

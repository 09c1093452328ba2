"""Joins the receipt's window with its presenter."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtWidgets import QWidget

from perisai_desktop.background.ports import Jobs
from perisai_desktop.domain.printing import USUAL, PrintChoice
from perisai_desktop.domain.receipt import Receipt
from perisai_desktop.services.printers import Printers
from perisai_desktop.services.printing import Printing
from perisai_desktop.ui.screens.receipt.presenter import ReceiptPresenter
from perisai_desktop.ui.screens.receipt.view import ReceiptWindow


def receipt_window(
    printing: Printing,
    printers: Printers,
    jobs: Jobs,
    receipt: Receipt,
    folder: Path,
    choice: PrintChoice = USUAL,
    *,
    fresh: bool,
    renewal: bool = False,
    parent: QWidget | None = None,
) -> ReceiptWindow:
    """The window of one receipt, its page being drawn; `fresh` right after the money was taken, `renewal` in the round."""
    window = ReceiptWindow(receipt, folder, fresh=fresh, renewal=renewal, parent=parent)
    presenter = ReceiptPresenter(
        printing, printers, jobs, window.show_state, receipt, choice, window.choice_made.emit
    )
    # PySide keeps bound methods weakly: the lambdas are what keeps the presenter for as long as the window.
    window.print_pressed.connect(lambda: presenter.print())
    window.save_pressed.connect(lambda path: presenter.save(path))
    window.share_pressed.connect(lambda: presenter.shared())
    window.looked.connect(lambda: presenter.follow())
    window.panel.paper_chosen.connect(lambda paper: presenter.choose_paper(paper))
    window.panel.printer_chosen.connect(lambda name: presenter.choose_printer(name))
    window.panel.sheets_chosen.connect(lambda sheets: presenter.choose_sheets(sheets))
    window.panel.again_pressed.connect(lambda: presenter.repeat())
    window.finished.connect(lambda _code: presenter.close())
    presenter.open(window.page_width)
    return window

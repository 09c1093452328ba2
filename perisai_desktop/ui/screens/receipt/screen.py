"""Joins the receipt's window with its presenter."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtWidgets import QWidget

from perisai_desktop.background.ports import Jobs
from perisai_desktop.domain.receipt import Receipt
from perisai_desktop.services.receipting import Receipting
from perisai_desktop.ui.screens.receipt.presenter import ReceiptPresenter
from perisai_desktop.ui.screens.receipt.view import ReceiptWindow


def receipt_window(
    receipting: Receipting,
    jobs: Jobs,
    receipt: Receipt,
    folder: Path,
    *,
    fresh: bool,
    parent: QWidget | None = None,
) -> ReceiptWindow:
    """The window of one receipt, its page being drawn; `fresh` right after the money was taken."""
    window = ReceiptWindow(receipt, folder, fresh=fresh, parent=parent)
    presenter = ReceiptPresenter(receipting, jobs, window.show_state, receipt)
    # PySide keeps bound methods weakly: the lambda is what keeps the presenter for as long as the window.
    window.save_pressed.connect(lambda path: presenter.save(path))
    window.finished.connect(lambda _code: presenter.close())
    presenter.open(window.page_width)
    return window

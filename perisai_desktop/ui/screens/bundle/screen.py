"""Joins the window of a file on a stick with its presenter."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from pathlib import Path

from PySide6.QtWidgets import QWidget

from perisai_desktop.background.ports import Jobs
from perisai_desktop.ui.screens.bundle.presenter import BundlePorts, BundlePresenter
from perisai_desktop.ui.screens.bundle.state import BundleState
from perisai_desktop.ui.screens.bundle.view import BundleWindow


def bundle_window(
    ports: BundlePorts,
    jobs: Jobs,
    state: BundleState,
    moment: Callable[[datetime], str],
    finished: Callable[[], None],
    start: Callable[[], Path],
    parent: QWidget | None = None,
) -> tuple[BundleWindow, BundlePresenter]:
    """The window of one errand, which has not begun; `finished` hears of its end, dialogs open in `start`."""
    window = BundleWindow(moment, start, parent)
    presenter = BundlePresenter(ports, jobs, window.show_state, state, finished)
    # PySide keeps bound methods weakly: the lambdas are what keeps the presenter for as long as the window.
    window.print_asked.connect(lambda: presenter.print_sheet())
    window.sheet_named.connect(lambda path: presenter.save_sheet(path))
    window.answer_folder_chosen.connect(lambda folder: presenter.keep_answer(folder))
    window.finished.connect(lambda _code: presenter.close())
    return window, presenter

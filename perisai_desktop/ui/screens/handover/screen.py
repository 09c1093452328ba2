"""Joins the dialog for workers who pass to another agent, and the notice of them, with their presenters."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtWidgets import QWidget

from perisai_desktop.background.ports import Jobs
from perisai_desktop.services.handing_over import HandingOver
from perisai_desktop.ui.screens.handover.notice import HandoverNotice
from perisai_desktop.ui.screens.handover.presenter import HandoverPresenter
from perisai_desktop.ui.screens.handover.view import HandoverDialog


def handover_dialog(
    handovers: HandingOver, jobs: Jobs, done: Callable[[str], None], parent: QWidget
) -> tuple[HandoverDialog, HandoverPresenter]:
    """A dialog and its presenter, joined; `done` hears each entry that was written."""
    dialog = HandoverDialog(parent)
    presenter = HandoverPresenter(handovers, jobs, dialog.show_state, done)
    # PySide keeps bound methods weakly: the lambda is what keeps the presenter for as long as the dialog.
    dialog.acted.connect(lambda: presenter.follow())
    presenter.load()
    return dialog, presenter


def handover_notice(handovers: HandingOver, jobs: Jobs) -> tuple[HandoverNotice, HandoverPresenter]:
    """A notice and its presenter, joined."""
    notice = HandoverNotice()
    return notice, HandoverPresenter(handovers, jobs, notice.show_state)

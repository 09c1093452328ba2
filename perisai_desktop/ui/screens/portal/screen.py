"""Joins the dialog of the agency's portal with its presenter."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from perisai_desktop.background.ports import Jobs
from perisai_desktop.domain.list_columns import Columns
from perisai_desktop.domain.list_head import ListHead
from perisai_desktop.services.list_files import ListFile
from perisai_desktop.services.portal import AT_ONCE, Portal, Taking
from perisai_desktop.ui.screens.portal.columns_dialog import AnswerColumnsDialog
from perisai_desktop.ui.screens.portal.presenter import PortalPresenter
from perisai_desktop.ui.screens.portal.view import PortalDialog
from perisai_desktop.ui.widgets.practice_frame import PracticeFrame


def portal_dialog(
    portal: Portal, jobs: Jobs, parent: QWidget, *, answers: bool, practice: bool
) -> tuple[PortalDialog, PortalPresenter[Taking, ListFile]]:
    """A dialog and its presenter, joined. `answers`: whether the viewer may take answers in."""
    dialog = PortalDialog(parent, answers=answers)

    def ask(head: ListHead, columns: Columns) -> None:
        asking = AnswerColumnsDialog(head, columns, dialog)
        if practice:
            PracticeFrame(asking)
        asking.chosen.connect(lambda chosen: presenter.choose(chosen))
        asking.rejected.connect(lambda: presenter.put_away())
        asking.finished.connect(lambda _result: asking.deleteLater())
        asking.open()

    presenter = PortalPresenter(portal, jobs, dialog.show_state, ask, AT_ONCE)
    # PySide keeps bound methods weakly: the lambdas are what keeps the presenter for as long as the dialog.
    dialog.save_asked.connect(lambda path: presenter.export(path))
    dialog.file_chosen.connect(lambda path: presenter.read(path))
    dialog.result_asked.connect(lambda heads, lines, path: presenter.keep_result(heads, lines, path))
    dialog.given_up.connect(lambda: presenter.give_up())
    dialog.finished.connect(lambda _result: presenter.give_up())
    dialog.acted.connect(lambda: presenter.keep())
    dialog.show_state(presenter.state)
    return dialog, presenter

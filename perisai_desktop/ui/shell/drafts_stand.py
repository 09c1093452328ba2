"""Opens the list of drafts over the enrolment form, and brings the form the one that was chosen."""

from __future__ import annotations

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from perisai_desktop.background.ports import Jobs
from perisai_desktop.services.desk import AgentDesk
from perisai_desktop.ui.screens.drafts.screen import drafts_dialog
from perisai_desktop.ui.screens.drafts.view import DraftsDialog
from perisai_desktop.ui.screens.enrolment.presenter import EnrolmentPresenter
from perisai_desktop.ui.widgets.practice_frame import PracticeFrame


class DraftsStand(QObject):
    """One dialog at a time."""

    def __init__(self, desk: AgentDesk, jobs: Jobs, form: EnrolmentPresenter, owner: QWidget) -> None:
        super().__init__(owner)
        self.dialog: DraftsDialog | None = None
        self._desk = desk
        self._jobs = jobs
        self._form = form
        self._owner = owner

    def ask(self) -> None:
        """Show the drafts besides the one on the form, which is kept first."""
        if self.dialog is not None:
            return
        self._form.rest()
        on_form = self._form.state.draft_id if self._form.state is not None else ""
        dialog, _ = drafts_dialog(self._desk, on_form, self._jobs, self._owner)
        if self._desk.identity.practice:
            PracticeFrame(dialog)
        dialog.opened.connect(self._open)
        dialog.begun.connect(self._begin)
        dialog.finished.connect(lambda _code: self._closed(dialog))
        self.dialog = dialog
        dialog.open()

    def _open(self, draft_id: str) -> None:
        self._put_away()
        self._form.open_draft(draft_id)

    def _begin(self) -> None:
        self._put_away()
        self._form.start_anew()

    def _put_away(self) -> None:
        if self.dialog is not None:
            self.dialog.accept()

    def _closed(self, dialog: DraftsDialog) -> None:
        dialog.deleteLater()
        self.dialog = None
        self._form.shelf.count()

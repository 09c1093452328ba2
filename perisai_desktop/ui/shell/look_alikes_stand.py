"""Opens the comparison over the enrolment form: it ends at the worker who is here, or at the reason on the form."""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from perisai_desktop.background.ports import Jobs
from perisai_desktop.services.desk import AgentDesk
from perisai_desktop.ui.screens.enrolment.presenter import EnrolmentPresenter
from perisai_desktop.ui.screens.look_alikes.screen import look_alikes_dialog
from perisai_desktop.ui.screens.look_alikes.view import LookAlikesDialog
from perisai_desktop.ui.widgets.practice_frame import PracticeFrame


class LookAlikesStand(QObject):
    """One dialog at a time; `worker_asked` carries a worker and the NIK."""

    worker_asked = Signal(str, str)

    def __init__(self, desk: AgentDesk, jobs: Jobs, form: EnrolmentPresenter, owner: QWidget) -> None:
        super().__init__(owner)
        self.dialog: LookAlikesDialog | None = None
        self._desk = desk
        self._jobs = jobs
        self._form = form
        self._owner = owner

    def ask(self) -> None:
        """Compare the person on the form."""
        state = self._form.state
        if self.dialog is not None or state is None:
            return
        dialog, _ = look_alikes_dialog(self._desk.look_alikes, state.form, self._jobs, self._owner)
        if self._desk.identity.practice:
            PracticeFrame(dialog)
        dialog.opened.connect(self._open)
        dialog.another.connect(self._explain)
        dialog.finished.connect(lambda _code: self._closed(dialog))
        self.dialog = dialog
        dialog.open()

    def _open(self, worker_id: str, nik: str) -> None:
        self._put_away()
        self.worker_asked.emit(worker_id, nik)

    def _explain(self) -> None:
        self._put_away()
        self._form.seeking.reason()

    def _put_away(self) -> None:
        if self.dialog is not None:
            self.dialog.accept()

    def _closed(self, dialog: LookAlikesDialog) -> None:
        dialog.deleteLater()
        self.dialog = None

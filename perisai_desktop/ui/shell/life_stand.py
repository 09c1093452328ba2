"""Opens the dialogs about a worker's life over the agent's window, one at a time."""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QDialog, QWidget

from perisai_desktop.background.ports import Jobs
from perisai_desktop.services.desk import AgentDesk
from perisai_desktop.ui.screens.handover.notice import HandoverNotice
from perisai_desktop.ui.screens.handover.presenter import HandoverPresenter
from perisai_desktop.ui.screens.handover.screen import handover_dialog, handover_notice
from perisai_desktop.ui.screens.life.screen import life_dialog
from perisai_desktop.ui.screens.portfolio.screen import portfolio_dialog
from perisai_desktop.ui.screens.portfolio.view import PortfolioDialog
from perisai_desktop.ui.screens.tasks.screen import correction_dialog
from perisai_desktop.ui.screens.withdrawal.screen import withdrawal_dialog
from perisai_desktop.ui.shell.forewarning import Forewarning
from perisai_desktop.ui.shell.laptop import Laptop
from perisai_desktop.ui.shell.photo_stand import PhotoStand
from perisai_desktop.ui.state_words import ReasonWords
from perisai_desktop.ui.widgets.act_dialog import ActDialog
from perisai_desktop.ui.widgets.practice_frame import PracticeFrame


class LifeStand(QObject):
    """`written`: something was written down, here or to be sent."""

    written = Signal()
    receipt_asked = Signal(str)

    def __init__(
        self, desk: AgentDesk, jobs: Jobs, reasons: ReasonWords, laptop: Laptop, owner: QWidget
    ) -> None:
        super().__init__(owner)
        self.dialog: QDialog | None = None
        self._desk = desk
        self._jobs = jobs
        self._reasons = reasons
        self._laptop = laptop
        self._owner = owner
        self._notice: HandoverPresenter | None = None
        self._warning = Forewarning(desk, jobs, self)

    def change(self, worker_id: str) -> None:
        """Write down what is different in a worker's life, or that the membership ends."""
        self._open(life_dialog(self._desk, self._jobs, worker_id, self._settled, self._owner)[0])

    def correct(self, worker_id: str) -> None:
        """Correct what was written down wrong of a worker, before or after it was sent."""
        dialog, presenter = correction_dialog(
            self._desk, self._jobs, worker_id, self._reasons, lambda: self._settled(""), self._owner
        )
        practice = self._desk.identity.practice
        self.photos = PhotoStand(self._jobs, presenter.photos.take, dialog, self._laptop, practice=practice)
        dialog.desk.photo_asked.connect(self.photos.ask)
        dialog.desk.receipt_asked.connect(self.receipt_asked)
        self._open(dialog)

    def withdraw(self, worker_id: str, name: str) -> None:
        """Take consent of the worker `name` back."""
        self._open(
            withdrawal_dialog(
                self._desk.withdrawing, self._jobs, worker_id, name, self._settled, self._owner
            )[0]
        )

    def take_list(self) -> None:
        """Take in participants whom the agent serves already."""
        self._open(portfolio_dialog(self._desk.portfolios, self._jobs, self.written.emit, self._owner)[0])

    def notice(self) -> HandoverNotice:
        """The notice of workers whom the branch moves; read again with `look`."""
        notice, presenter = handover_notice(self._desk.handing_over, self._jobs)
        notice.asked.connect(self.hand_over)
        self._notice = presenter
        self.look()
        return notice

    def look(self) -> None:
        """Read again whether the branch moves workers."""
        if self._notice is not None:
            self._notice.load()

    def hand_over(self) -> None:
        """Follow what the branch decided on workers who pass from one agent to another."""
        done = lambda _entry_id: self._written()  # noqa: E731
        self._open(handover_dialog(self._desk.handing_over, self._jobs, done, self._owner)[0])

    def _written(self) -> None:
        self.look()
        self.written.emit()

    def _settled(self, _entry_id: str) -> None:
        if self.dialog is not None:
            self.dialog.accept()
        self.written.emit()

    def _open(self, dialog: QDialog) -> None:
        if self._desk.identity.practice:
            PracticeFrame(dialog)
        if isinstance(dialog, ActDialog) and not isinstance(dialog, PortfolioDialog):
            self._warning.tell(dialog)
        dialog.finished.connect(lambda _code: self._closed(dialog))
        self.dialog = dialog
        dialog.open()

    def _closed(self, dialog: QDialog) -> None:
        dialog.deleteLater()
        if self.dialog is dialog:
            self.dialog = None

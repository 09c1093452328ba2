"""Opens the dialog for what is not known here of who pays in the collection round."""

from __future__ import annotations

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from perisai_desktop.background.ports import Jobs
from perisai_desktop.domain.collection import Stranger, Terms
from perisai_desktop.services.desk import AgentDesk
from perisai_desktop.ui.screens.collection.presenter import CollectionPresenter
from perisai_desktop.ui.screens.payer_terms.screen import payer_terms_dialog
from perisai_desktop.ui.screens.payer_terms.view import PayerTermsDialog
from perisai_desktop.ui.widgets.practice_frame import PracticeFrame


class RoundStand(QObject):
    """One dialog at a time; what it hears goes to the round's presenter."""

    def __init__(self, desk: AgentDesk, jobs: Jobs, round_: CollectionPresenter, owner: QWidget) -> None:
        super().__init__(owner)
        self.dialog: PayerTermsDialog | None = None
        self._desk = desk
        self._jobs = jobs
        self._round = round_
        self._owner = owner

    def ask_terms(self) -> None:
        """Ask for the terms of the chosen person."""
        self._open(stranger=False)

    def ask_stranger(self) -> None:
        """Ask who pays, and for the terms."""
        self._open(stranger=True)

    def _open(self, *, stranger: bool) -> None:
        dialog, _ = payer_terms_dialog(
            self._desk, self._jobs, self._told, self._known, self._owner, stranger=stranger
        )
        if self._desk.identity.practice:
            PracticeFrame(dialog)
        dialog.finished.connect(lambda _code: self._closed(dialog))
        self.dialog = dialog
        dialog.open()

    def _told(self, terms: Terms, stranger: Stranger | None) -> None:
        self._put_away()
        self._round.take_terms(terms, stranger)

    def _known(self, worker_id: str, nik: str) -> None:
        self._put_away()
        self._round.reveal(worker_id, nik)

    def _put_away(self) -> None:
        if self.dialog is not None:
            self.dialog.accept()

    def _closed(self, dialog: PayerTermsDialog) -> None:
        dialog.deleteLater()
        self.dialog = None

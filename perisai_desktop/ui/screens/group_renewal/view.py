"""The dialog of a kelompok that pays on: first which one, then its members and the money."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

from perisai_desktop.ui.screens.group_renewal.member_page import MemberPage
from perisai_desktop.ui.screens.group_renewal.payer_list import PayerList
from perisai_desktop.ui.screens.group_renewal.state import GroupRenewalState
from perisai_desktop.ui.screens.group_renewal.words import progress_words
from perisai_desktop.ui.widgets.act_dialog import ActDialog
from perisai_desktop.ui.widgets.cards import ProgressRow
from sync.rules.rupiah import Rupiah, format_rupiah


class GroupRenewalDialog(ActDialog):
    """`pay_pressed`: the money is there; `left`: back to the list. Esc goes back, and from the list out."""

    help_page = "group_renewal"
    pay_pressed = Signal()
    left = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(
            self.tr("Renew a group"),
            self.tr("Open"),
            "users-round",
            QSize(940, 690),
            parent,
            cancels=False,
        )
        self._state = GroupRenewalState()
        self.list = PayerList()
        self.members = MemberPage()
        self.members.hide()
        self.body.addWidget(self.list, 1)
        self.body.addWidget(self.members, 1)
        self._progress = ProgressRow()
        self.low.insertWidget(1, self._progress)
        self._progress.hide()
        self.acted.connect(self._act)
        self.leave.clicked.disconnect()
        self.leave.clicked.connect(self._go_back)
        self.list.table.row_chosen.connect(lambda _place: self._offer_act())

    def show_state(self, state: GroupRenewalState) -> None:
        """Show the list, or the members of the open kelompok."""
        before, self._state = self._state, state
        opened = state.outlook is not None
        self.list.setVisible(not opened)
        self.members.setVisible(opened)
        self.list.show_state(state)
        self.members.show_state(state)
        self._progress.setVisible(state.busy)
        self._progress.show_progress(
            progress_words(state), state.paid, state.paying if state.paying > 1 else 0
        )
        self._offer_act()
        self.tell(state.failure)
        if opened != (before.outlook is not None):
            (self.members.table if opened else self.list.table).setFocus()
        elif state.loaded and not before.loaded:
            self.list.table.setFocus()

    def reject(self) -> None:
        """Out by the window's own button too, but not while money is being taken: receipts that follow would stay
        unwritten."""
        if not self._state.busy:
            super().reject()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self._go_back()
        else:
            super().keyPressEvent(event)

    def _go_back(self) -> None:
        """To the list, out of it, and nowhere while money is being taken."""
        if self._state.outlook is None:
            self.reject()
        elif not self._state.busy:
            self.left.emit()

    def _offer_act(self) -> None:
        state = self._state
        if state.outlook is None:
            self.act.show_words(self.tr("Open"), "")
            self.act.show_icon("users-round")
            self.act.setEnabled(self.list.any_chosen)
            self.leave.show_words(self.tr("Close"))
        else:
            amount = format_rupiah(Rupiah(state.total)) if state.chosen else ""
            self.act.show_words(self.tr("Take the money"), amount)
            self.act.show_icon("wallet")
            self.act.setEnabled(bool(state.chosen) and not state.busy)
            self.leave.show_words(self.tr("Back to the list"))
        self.leave.setEnabled(not state.busy)

    def _act(self) -> None:
        if self._state.outlook is None:
            self.list.open_chosen()
        else:
            self.pay_pressed.emit()

"""A kelompok pays on on the tour: found by who pays, everybody ticked by one key, one payment and one receipt."""

from __future__ import annotations

from PySide6.QtCore import Qt

from perisai_desktop.background.ports import Jobs
from perisai_desktop.tour.day.settling import read_through
from perisai_desktop.tour.day.witness import Witness
from perisai_desktop.tour.hand import Hand
from perisai_desktop.tour.keyboard import CONTROL
from perisai_desktop.tour.pictures import Pictures
from perisai_desktop.tour.receipt_walk import ReceiptWalk
from perisai_desktop.tour.waiting import wait_for
from perisai_desktop.ui.screens.group_renewal.member_page import MemberTable
from perisai_desktop.ui.screens.group_renewal.payer_list import PayerTable
from perisai_desktop.ui.screens.group_renewal.view import GroupRenewalDialog
from perisai_desktop.ui.shell.agent_window import AgentWindow


class RenewalWalk:
    """A payer with two receipts of today, the enrolment's and another, has paid on."""

    def __init__(
        self, window: AgentWindow, jobs: Jobs, pictures: Pictures, receipts: ReceiptWalk, witness: Witness
    ) -> None:
        self._window = window
        self._jobs = jobs
        self._hand = Hand(window)
        self._pictures = pictures
        self._receipts = receipts
        self._witness = witness

    def renew(self, payer: str) -> None:
        """Take one further month for everybody for whom `payer` pays."""
        if self._issued(payer) > 1:
            return
        self._window.frame.go("collection")
        read_through(self._jobs)
        self._hand.shortcut(Qt.Key.Key_F4)
        dialog = self._dialog()
        hand = Hand(dialog, self._hand.keyboard)
        self._pictures.take("group_renewal", dialog)
        hand.write("renewal_search", payer)
        table = hand.part("renewal_payers", PayerTable)
        hand.keyboard.press(table, Qt.Key.Key_Return)
        members = hand.part("renewal_members", MemberTable)
        hand.keyboard.press(members, Qt.Key.Key_A, CONTROL)
        self._pictures.take("group_renewal_members", dialog)
        to_pay = hand.words("renewal_total")
        hand.press("act")
        wait_for(lambda: self._window.receipt_window is not None, "receipt of a kelompok that pays on", 120)
        (receipt,) = self._window.desk.receipting.recent(1)
        self._witness.hear("receipt", "kelompok pays on, to take", to_pay, receipt.number)
        self._receipts.keep(receipt.number, "receipt_group_renewal")
        read_through(self._jobs)

    def _dialog(self) -> GroupRenewalDialog:
        stand = self._window.pages.renewal
        wait_for(lambda: stand.dialog is not None, "list of kelompok")
        read_through(self._jobs)
        assert stand.dialog is not None
        return stand.dialog

    def _issued(self, payer: str) -> int:
        desk = self._window.desk
        today = desk.clock.today()
        found = desk.receipting.recent(1_000)
        return sum(one.issued_on == today and one.received_from == payer for one in found)

"""The members of a kelompok with a box each, how many months they pay, and what it comes to."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence
from PySide6.QtWidgets import QButtonGroup, QVBoxLayout, QWidget

from perisai_desktop.domain.collection import Hurdle
from perisai_desktop.ui.contribution_words import hurdle_words
from perisai_desktop.ui.screens.group_renewal.state import GroupRenewalState
from perisai_desktop.ui.screens.group_renewal.words import (
    ahead_words,
    count_words,
    kind_words,
    member_cells,
    sum_words,
)
from perisai_desktop.ui.theme.tokens import METRICS
from perisai_desktop.ui.widgets.button import Button, Kind
from perisai_desktop.ui.widgets.cards import across, clear_layout
from perisai_desktop.ui.widgets.flow import Flow
from perisai_desktop.ui.widgets.labels import Elided, Role, Text
from perisai_desktop.ui.widgets.marks import Chip, KeyCap
from perisai_desktop.ui.widgets.table_model import Cell, Column
from perisai_desktop.ui.widgets.tick_table import TickTable
from sync.rules.rupiah import Rupiah, format_rupiah

LEAST_LIST = 260
"""What of the list is always in sight, in device-independent pixels."""


class MemberTable(TickTable):
    """`stepped` and `all_stepped`: Left or Right, for one or with Ctrl for all; `every`: Ctrl+A."""

    stepped = Signal(int)
    all_stepped = Signal(int)
    every = Signal()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Left, Qt.Key.Key_Right):
            by = -1 if event.key() == Qt.Key.Key_Left else 1
            for_all = event.modifiers() & Qt.KeyboardModifier.ControlModifier
            (self.all_stepped if for_all else self.stepped).emit(by)
        elif event.matches(QKeySequence.StandardKey.SelectAll):
            self.every.emit()
        else:
            super().keyPressEvent(event)


class MemberPage(QWidget):
    """`ticked` and `chosen` carry a place, `months_taken` the months beyond what is overdue, `enrol_asked` a worker."""

    ticked = Signal(int)
    chosen = Signal(int)
    months_taken = Signal(int)
    every = Signal()
    enrol_asked = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self._state = GroupRenewalState()
        self._name = Elided("", Role.HEADING)
        self._name.setObjectName("renewal_name")
        self._kind = Text("", Role.HELP)
        self._chips = Flow(8)
        self._group = QButtonGroup(self)
        self._months: dict[int, Chip] = {}
        self.table = MemberTable(
            (
                Column("tick", "", 44),
                Column("name", self.tr("Member"), 212, stretch=True),
                Column("until", self.tr("Paid until"), 156),
                Column("months", self.tr("Pays"), 120),
                Column("price", self.tr("Rupiah"), 116, tabular=True, right=True),
            ),
            self.tr("Members of the group"),
        )
        self.table.setObjectName("renewal_members")
        self.table.setMinimumHeight(LEAST_LIST)
        self.table.ticked.connect(self.ticked)
        self.table.row_opened.connect(self.ticked)
        self.table.row_chosen.connect(self.chosen)
        self.table.every.connect(self.every)
        every = Button(self.tr("All or none"), Kind.LINK, key="Ctrl+A", bind=False)
        every.setObjectName("renewal_every")
        every.clicked.connect(self.every)
        self._again = Button(self.tr("Enrol again"), icon="user-plus", key="F8")
        self._again.setObjectName("renewal_enrol_again")
        self._again.clicked.connect(self._ask_enrolment)
        self._advice = Text("", Role.HELP, wrap=True)
        self._sum = Text("", Role.MEDIUM, wrap=True)
        self._sum.setObjectName("renewal_sum")
        self.total = Text("–", Role.FIGURE)
        self.total.setObjectName("renewal_total")
        head = across(self._name, self._kind)
        head.setStretch(0, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(METRICS.gap)
        column.addLayout(head)
        months = across(Text(self.tr("Everybody pays"), Role.LABEL), every)
        months.insertLayout(1, self._chips, 1)
        months.setAlignment(self._chips, Qt.AlignmentFlag.AlignVCenter)
        column.addLayout(months)
        column.addWidget(self.table, 1)
        kept = self._again.sizePolicy()
        kept.setRetainSizeWhenHidden(True)
        self._again.setSizePolicy(kept)
        self._hints = QWidget()
        self._hints.setLayout(self._keys())
        beside = across(self._advice, self._hints, self._again)
        beside.setStretch(0, 1)
        beside.setStretch(1, 1)
        column.addLayout(beside)
        foot = across(self._sum, self.total)
        foot.setStretch(0, 1)
        column.addLayout(foot)

    def _keys(self) -> Flow:
        """What the keys do; a key never stands in another line than its words."""
        keys = Flow(METRICS.gap)
        for caps, words in (
            ((self.tr("Space"),), self.tr("pays, or left out")),
            (("←", "→"), self.tr("months of one")),
            (("Ctrl", "←", "→"), self.tr("months of all")),
        ):
            hint = QWidget()
            row = across(*(KeyCap(cap) for cap in caps), Text(words, Role.META), spacing=6)
            row.setContentsMargins(0, 0, 0, 0)
            hint.setLayout(row)
            keys.addWidget(hint)
        return keys

    def show_state(self, state: GroupRenewalState) -> None:
        """Show the members, which of them pay how much, and the sum."""
        before, self._state = self._state, state
        outlook = state.outlook
        if outlook is None:
            return
        opened = before.outlook is None or before.outlook.steps != outlook.steps
        if opened:
            self._name.setText(outlook.name)
            self._kind.setText(f"{kind_words(outlook.payer)} · {count_words(len(outlook.members))}")
        if before.outlook is None or before.outlook.offered != outlook.offered:
            self._offer(outlook.offered)
        for ahead, chip in self._months.items():
            chip.setChecked(ahead == state.ahead)
            chip.setEnabled(not state.busy)
        shown = (state.outlook, state.ticked, state.ahead, state.own)
        if shown != (before.outlook, before.ticked, before.ahead, before.own):
            self.table.show_rows(len(state.members), self._cells)
        if opened or state.row != before.row or self.table.chosen_row < 0:
            self.table.choose(min(state.row, len(state.members) - 1))
        self._show_advice(state)
        self._sum.setText(sum_words(state))
        self.total.setText(format_rupiah(Rupiah(state.total)) if state.chosen else "–")

    def _offer(self, offered: Sequence[int]) -> None:
        clear_layout(self._chips)
        self._months = {}
        for ahead in (0, *offered):
            chip = self._months[ahead] = Chip(ahead_words(ahead))
            chip.setObjectName(f"renewal_ahead_{ahead}")
            self._group.addButton(chip)
            self._chips.addWidget(chip)
            chip.clicked.connect(lambda _on=False, ahead=ahead: self.months_taken.emit(ahead))

    def _show_advice(self, state: GroupRenewalState) -> None:
        """Why the chosen member can't pay, and what to do."""
        member = state.members[state.row] if 0 <= state.row < len(state.members) else None
        hurdle = None if member is None else member.hurdle
        words = "" if hurdle is None else ". ".join(hurdle_words(hurdle)[:2])
        self._advice.setText(words)
        self._advice.setVisible(bool(words))
        self._hints.setVisible(not words)
        self._again.setVisible(hurdle is Hurdle.ENDED)
        self._again.setEnabled(not state.busy)

    def _ask_enrolment(self) -> None:
        self.enrol_asked.emit(self._state.members[self._state.row].worker_id)

    def _cells(self, place: int) -> Sequence[Cell]:
        state, member = self._state, self._state.members[place]
        return member_cells(member, state.option(member), ticked=member.worker_id in state.ticked)

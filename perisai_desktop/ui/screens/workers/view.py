"""The workers screen: search as one types, filters with counts, the list, and a card at the side."""

from datetime import date

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QButtonGroup, QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from perisai_desktop.domain.worker import StateFilter
from perisai_desktop.ui.screens.workers.card import WorkerSide
from perisai_desktop.ui.screens.workers.cells import cells, columns, filter_words
from perisai_desktop.ui.screens.workers.state import WorkersState
from perisai_desktop.ui.state_words import ReasonWords
from perisai_desktop.ui.widgets.button import Button, Kind
from perisai_desktop.ui.widgets.cards import Banner, Card, EmptyState, across
from perisai_desktop.ui.widgets.flow import Flow
from perisai_desktop.ui.widgets.labels import Role, Text
from perisai_desktop.ui.widgets.marks import Chip, KeyCap
from perisai_desktop.ui.widgets.split import Split
from perisai_desktop.ui.widgets.table import Table
from perisai_desktop.ui.widgets.text_input import TextInput
from sync.rules.rupiah import Rupiah, format_number


class WorkersView(QWidget):
    """Tells what was searched, narrowed, chosen and asked for."""

    searched = Signal(str)
    narrowed = Signal(StateFilter)
    chosen = Signal(str)
    end_near = Signal()
    appeared = Signal()
    enrol_asked = Signal()
    receipt_asked = Signal(str)
    task_asked = Signal()
    pay_asked = Signal(str, str)
    change_asked = Signal(str)
    correction_asked = Signal(str)
    withdrawal_asked = Signal(str, str)
    list_asked = Signal()
    titled = Signal()

    def __init__(self, reasons: ReasonWords, today: date, offset: int) -> None:
        super().__init__()
        self._today = today
        self._state = WorkersState()
        self._search = TextInput(self.tr("Name, NIK, phone, village"), icon="search")
        self._search.setObjectName("workers_search")
        self._search.setAccessibleName(self.tr("Search workers"))
        self._search.setClearButtonEnabled(False)
        self._chips = {narrowed: Chip(filter_words(narrowed)) for narrowed in StateFilter}
        self._table = self.table = Table(columns(), self.tr("Workers"))
        self._table.setObjectName("workers_table")
        self._nobody = EmptyState("users", "", "", self.tr("New enrolment"), "Ctrl+N")
        self._note = Banner()
        self._range = Text("", Role.HELP)
        self._side = WorkerSide(reasons, offset)
        self._middle = QStackedWidget()
        self._middle.addWidget(self._table)
        self._middle.addWidget(self._nobody)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(Split(self._list(), self._side), 1)
        self._column = column
        self._connect()

    def show_above(self, notices: QWidget) -> None:
        """Put what the agent has to be told first above everything else."""
        self._column.insertWidget(0, notices)

    def _list(self) -> Card:
        card = Card(padding=16, spacing=12)
        enrol = Button(self.tr("New enrolment"), Kind.PRIMARY, icon="user-plus", key="Ctrl+N", bind=False)
        enrol.setObjectName("workers_enrol")
        enrol.clicked.connect(self.enrol_asked)
        search = QHBoxLayout()
        search.setSpacing(12)
        search.addWidget(self._search, 1)
        search.addWidget(enrol)
        card.column.addLayout(search)
        card.column.addLayout(self._chip_row())
        card.column.addWidget(self._note)
        card.column.addWidget(self._middle, 1)
        told = Button(self.tr("Participants you serve already…"), Kind.LINK, icon="users")
        told.setObjectName("workers_list")
        told.clicked.connect(self.list_asked)
        keys = across(self._range, told, None, KeyCap("Enter"), Text(self.tr("card"), Role.META), spacing=8)
        card.column.addLayout(keys)
        return card

    def _chip_row(self) -> Flow:
        row = Flow(8)
        group = QButtonGroup(self)
        for narrowed, chip in self._chips.items():
            chip.setObjectName(f"filter_{narrowed.value}")
            group.addButton(chip)
            row.addWidget(chip)
            chip.clicked.connect(lambda _on=False, narrowed=narrowed: self.narrowed.emit(narrowed))
        return row

    def _connect(self) -> None:
        self._search.value_edited.connect(self.searched)
        self._search.returnPressed.connect(self._table.setFocus)
        self._table.row_chosen.connect(self._choose)
        self._table.row_opened.connect(self._open)
        self._table.end_near.connect(self.end_near)
        self._nobody.pressed.connect(self.enrol_asked)
        self._nobody.cleared.connect(self._show_everybody)
        self._side.receipt_asked.connect(self.receipt_asked)
        self._side.task_asked.connect(self.task_asked)
        self._side.pay_asked.connect(self.pay_asked)
        self._side.change_asked.connect(self.change_asked)
        self._side.correction_asked.connect(self.correction_asked)
        self._side.withdrawal_asked.connect(self.withdrawal_asked)

    def show_state(self, state: WorkersState) -> None:
        """Show list, counts and card."""
        before, self._state = self._state, state
        self._table.show_sorting("" if state.text.strip() else "name", descending=False)
        if self._search.value() != state.text:
            self._search.set_value(state.text)
        for narrowed, chip in self._chips.items():
            chip.show_count(state.counts.get(narrowed))
            chip.setChecked(narrowed is state.narrowed)
        if state.rows is not before.rows:
            rows = state.rows
            self._table.show_rows(len(rows), lambda place: cells(rows[place]))
        if state.rows:
            self._table.choose(state.chosen_row)
        self._show_nobody(state)
        self._side.show_card(state.card, self._today)
        self._range.setText(self._range_words(state))
        self._note.tell(state.failure)
        if state.counts != before.counts:
            self.titled.emit()

    def _show_nobody(self, state: WorkersState) -> None:
        empty = state.loaded and not state.rows
        self._middle.setCurrentWidget(self._nobody if empty else self._table)
        if empty and state.text.strip():
            self._nobody.say(
                self.tr("Nobody found"),
                self.tr("Try part of the name, the NIK, the phone number or the village."),
                filtered=True,
            )
        elif empty and state.narrowed is not StateFilter.ALL:
            self._nobody.say_filtered()
        elif empty:
            self._nobody.say(self.tr("No workers yet"), self.tr("Enrol the first one: it takes a minute."))

    def _show_everybody(self) -> None:
        self.searched.emit("")
        self.narrowed.emit(StateFilter.ALL)

    def _range_words(self, state: WorkersState) -> str:
        if not state.rows:
            return ""
        if state.total is None:
            return self.tr("more than {count} found").format(count=_dotted(len(state.rows)))
        return self.tr("%n worker(s)", "", state.total).replace(str(state.total), _dotted(state.total), 1)

    def _choose(self, place: int) -> None:
        self.chosen.emit(self._state.rows[place].worker_id)

    def _open(self, place: int) -> None:
        self._choose(place)
        self._side.focusNextChild()

    def title(self) -> str:
        return self.tr("Workers")

    def subtitle(self) -> str:
        count = self._state.counts.get(StateFilter.ALL)
        return "" if count is None else self.tr("{count} on this laptop").format(count=_dotted(count))

    def arrive(self) -> None:
        self.appeared.emit()
        self._search.setFocus()

    def seek(self) -> bool:
        self._search.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self._search.selectAll()
        return True


def _dotted(count: int) -> str:
    return format_number(Rupiah(count))

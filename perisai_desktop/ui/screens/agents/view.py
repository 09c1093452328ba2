"""The screen of agents and devices: the table of agents, and the card of the one that is chosen."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from perisai_desktop.ui.i18n import plain_date
from perisai_desktop.ui.screens.agents.acts import Act
from perisai_desktop.ui.screens.agents.card import AgentCard
from perisai_desktop.ui.screens.agents.state import AgentsState
from perisai_desktop.ui.screens.agents.words import cells, columns
from perisai_desktop.ui.theme.tokens import METRICS
from perisai_desktop.ui.widgets.button import Button
from perisai_desktop.ui.widgets.cards import Banner, Card, EmptyState, across
from perisai_desktop.ui.widgets.labels import Elided, Role, Text
from perisai_desktop.ui.widgets.marks import KeyCap
from perisai_desktop.ui.widgets.split import Split
from perisai_desktop.ui.widgets.table import Table
from perisai_desktop.ui.widgets.table_model import Cell
from sync.rules.branch_settings import BranchSettings
from sync.rules.rupiah import Rupiah, format_number, format_rupiah


class AgentsView(QWidget):
    """`chosen` carries an agent's id, `sort_asked` a column and whether from the highest, `act_asked` an Asked."""

    appeared = Signal()
    titled = Signal()
    chosen = Signal(str)
    sort_asked = Signal(str, bool)
    reload_asked = Signal()
    act_asked = Signal(object)

    def __init__(self, settings: BranchSettings, here: int, rights: frozenset[Act]) -> None:
        super().__init__()
        self._settings = settings
        self._state = AgentsState()
        self.card = AgentCard(here, rights)
        self.card.act_asked.connect(self.act_asked)
        self.table = Table(columns(), self.tr("Agents of the branch"))
        self.table.setObjectName("agents_table")
        self.table.sort_asked.connect(self.sort_asked)
        self.table.row_chosen.connect(lambda place: self.chosen.emit(self._state.agents[place].agent_id))
        self.table.row_opened.connect(lambda _place: self.card.focusNextChild())
        self._note = Banner()
        self._sum = Elided("", Role.HELP)
        self._nobody = EmptyState(
            "users", self.tr("No agents yet"), self.tr("A branch administrator adds them in Accounts.")
        )
        self._middle = QStackedWidget()
        self._middle.addWidget(self.table)
        self._middle.addWidget(self._nobody)
        main = Card(padding=16, spacing=12)
        main.column.addWidget(self._middle, 1)
        again = Button(self.tr("Load again"), icon="refresh-cw", key="F5", slim=True)
        again.setObjectName("agents_again")
        again.clicked.connect(self.reload_asked)
        keys = across(self._sum, KeyCap("Enter"), Text(self.tr("card"), Role.META), again, spacing=8)
        keys.setStretchFactor(self._sum, 1)
        main.column.addLayout(keys)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(METRICS.gap)
        column.addWidget(self._note)
        self._split = Split(main, self.card, side_width=340, stacked_least=360)
        column.addWidget(self._split, 1)

    def show_state(self, state: AgentsState) -> None:
        """Show the agents in their order, and the card of the chosen one."""
        before, self._state = self._state, state
        self._note.tell(state.failure)
        agents = state.agents
        if agents != before.agents:
            self.table.show_rows(len(agents), self._cells)
        self.table.show_sorting(state.sorted_by, state.descending)
        self.table.choose(state.place)
        self._middle.setCurrentIndex(1 if state.book is not None and not agents else 0)
        self.card.show_agent(state.agent)
        self._split.refit()
        cash = format_rupiah(Rupiah(sum(one.cash for one in agents)))
        words = self.tr("{count} agents · cash in hand {cash}")
        self._sum.setText(words.format(count=format_number(len(agents)), cash=cash) if agents else "")
        if state.book is not before.book:
            self.titled.emit()

    def _cells(self, place: int) -> Sequence[Cell]:
        assert self._state.book is not None
        return cells(self._state.agents[place], self._state.book.on, self._settings)

    def title(self) -> str:
        return self.tr("Agents & devices")

    def subtitle(self) -> str:
        book = self._state.book
        return "" if book is None else self.tr("as of {day}").format(day=plain_date(book.on))

    def arrive(self) -> None:
        self.appeared.emit()
        self.table.setFocus()

    def seek(self) -> bool:
        return False

"""The screen of findings: the list in groups, and the card of the line that is chosen."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from perisai_desktop.domain.branch_finding import FoundSpan
from perisai_desktop.ui.screens.findings.card import FindingCard
from perisai_desktop.ui.screens.findings.period_bar import FindingsBar
from perisai_desktop.ui.screens.findings.state import FindingsState, Grouping, Line
from perisai_desktop.ui.screens.findings.words import cells, columns, span_words
from perisai_desktop.ui.theme.tokens import METRICS
from perisai_desktop.ui.widgets.button import Button
from perisai_desktop.ui.widgets.cards import Banner, Card, EmptyState, across
from perisai_desktop.ui.widgets.labels import Elided, Role, Text
from perisai_desktop.ui.widgets.marks import KeyCap
from perisai_desktop.ui.widgets.split import Split
from perisai_desktop.ui.widgets.table import Table
from sync.rules.rupiah import Rupiah, format_number, format_rupiah


class FindingsView(QWidget):
    """`chosen` carries a line, `grouped` a grouping, `span_chosen` a FoundSpan, `stepped` one back or further, `opened`
    asks for what the chosen line is about."""

    appeared = Signal()
    titled = Signal()
    chosen = Signal(object)
    opened = Signal()
    grouped = Signal(object)
    span_chosen = Signal(object)
    stepped = Signal(int)
    reload_asked = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._state: FindingsState | None = None
        self._lines: tuple[Line, ...] = ()
        self.card = FindingCard()
        self.card.opened.connect(self.opened)
        self.table = Table(columns(), self.tr("What the checks found"))
        self.table.setObjectName("findings_table")
        self.table.row_chosen.connect(lambda place: self.chosen.emit(self._lines[place]))
        self.table.row_opened.connect(lambda _place: self.opened.emit())
        self._note = Banner()
        self._cut = Banner()
        self._sum = Elided("", Role.HELP)
        self.bar = FindingsBar()
        self.bar.grouped.connect(self._group)
        self.bar.span_chosen.connect(self._span)
        self.bar.stepped.connect(self.stepped)
        advice = self.tr(
            "The checks looked at every record of these days and at what stands open, and saw nothing unusual. Look at"
            " more days above."
        )
        self._nothing = EmptyState("shield-check", self.tr("Nothing was found"), advice)
        self._middle = QStackedWidget()
        self._middle.addWidget(self.table)
        self._middle.addWidget(self._nothing)
        main = Card(padding=16, spacing=12)
        told = Text(self.tr("Findings decide nothing: they say where to look first."), Role.HELP, wrap=True)
        grouping = across(told, self.bar.grouping)
        grouping.setStretchFactor(told, 1)
        main.column.addWidget(self.bar)
        main.column.addLayout(grouping)
        main.column.addWidget(self._middle, 1)
        again = Button(self.tr("Load again"), icon="refresh-cw", key="F5", slim=True)
        again.setObjectName("findings_again")
        again.clicked.connect(self.reload_asked)
        keys = across(self._sum, KeyCap("Enter"), Text(self.tr("open"), Role.META), again, spacing=8)
        keys.setStretchFactor(self._sum, 1)
        main.column.addLayout(keys)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(METRICS.gap)
        column.addWidget(self._note)
        column.addWidget(self._cut)
        self._split = Split(main, self.card, side_width=340, stacked_least=360)
        column.addWidget(self._split, 1)

    def show_state(self, state: FindingsState) -> None:
        """Show the groups, and the card of the chosen line."""
        before, self._state = self._state, state
        self._note.tell(state.failure)
        cut = state.book is not None and state.book.cut
        self._cut.say(self.tr("There is more than fits here; the newest are shown.") if cut else "")
        self.bar.show_state(state)
        if before is None or (state.book, state.grouping) != (before.book, before.grouping):
            self._lines = state.lines
            self.table.show_rows(len(self._lines), lambda place: cells(self._lines[place], state.grouping))
            self._say_sum(state)
        place = self._lines.index(state.chosen) if state.chosen in self._lines else -1
        self.table.choose(place)
        self._middle.setCurrentIndex(1 if state.book is not None and not self._lines else 0)
        self.card.show_line(state.chosen, state.grouping)
        self._split.refit()
        if before is None or state.book is not before.book:
            self.titled.emit()

    def _say_sum(self, state: FindingsState) -> None:
        count = sum(len(group.findings) for group in state.groups)
        rupiah = format_rupiah(Rupiah(sum(group.rupiah for group in state.groups)))
        words = self.tr("Findings: {count} · rupiah that differ: {rupiah}")
        self._sum.setText(words.format(count=format_number(count), rupiah=rupiah) if count else "")

    def _group(self, value: str) -> None:
        if value in list(Grouping):
            self.grouped.emit(Grouping(value))

    def _span(self, value: str) -> None:
        if value in list(FoundSpan):
            self.span_chosen.emit(FoundSpan(value))

    def title(self) -> str:
        return self.tr("Findings")

    def subtitle(self) -> str:
        book = None if self._state is None else self._state.book
        if book is None:
            return ""
        return self.tr("{days}, and what stands open").format(days=span_words(book.since, book.until))

    def arrive(self) -> None:
        self.appeared.emit()
        self.table.setFocus()

    def seek(self) -> bool:
        return False

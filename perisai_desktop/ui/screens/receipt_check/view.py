"""The check of receipts: one field for a typed number or a scanned code, the answer, and the last checks beside it."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from perisai_desktop.ui.explain import explain
from perisai_desktop.ui.screens.receipt_check.result_card import ResultCard
from perisai_desktop.ui.screens.receipt_check.state import Checked, ReceiptCheckState
from perisai_desktop.ui.screens.receipt_check.words import Surroundings, verdict_face
from perisai_desktop.ui.theme.tokens import METRICS, Tone
from perisai_desktop.ui.widgets.button import Button, Kind
from perisai_desktop.ui.widgets.cards import Banner, Card, EmptyState, across
from perisai_desktop.ui.widgets.labels import Role, Text
from perisai_desktop.ui.widgets.scrolling import ScrollSheet
from perisai_desktop.ui.widgets.split import Split
from perisai_desktop.ui.widgets.table import Table
from perisai_desktop.ui.widgets.table_model import Cell, Column
from perisai_desktop.ui.widgets.text_input import TextInput
from sync.rules.rupiah import Rupiah, format_rupiah

_BESIDE = 520
"""Pixels across from which the field stands beside its buttons."""


class ReceiptCheckView(QWidget):
    """A scanner types the code's text and Enter: the field has the focus whenever the screen comes into sight."""

    asked = Signal(str)
    cleared = Signal()
    recalled = Signal(int)
    receipt_asked = Signal(str)

    def __init__(self, where: Callable[[], Surroundings]) -> None:
        super().__init__()
        self._where = where
        self._checks: tuple[Checked, ...] = ()
        self._text = ""
        self._field = TextInput("7Q2FK-01-000123-Q", icon="scan-line")
        self._field.setObjectName("check_field")
        self._field.setAccessibleName(self.tr("Number of the receipt, or its code"))
        self._field.setMaxLength(2000)
        self._field.returnPressed.connect(self._press_check)
        self._field.value_edited.connect(lambda _text: self._field.set_state(Tone.PLAIN))
        self._note = Banner()
        self._note.setObjectName("check_note")
        self._result = ResultCard()
        self._result.opened.connect(self.receipt_asked)
        self._nothing = EmptyState(
            "scan-line",
            self.tr("Is this receipt genuine?"),
            self.tr(
                "Type its number or scan its QR code. This laptop answers at once, without a network too."
            ),
        )
        self._table = Table(self._columns(), self.tr("Checked last"))
        self._table.setObjectName("check_list")
        self._table.row_chosen.connect(self._recall)
        self._table.row_opened.connect(self._reopen)
        self._middle = QStackedWidget()
        self._middle.addWidget(self._nothing)
        result = QVBoxLayout()
        result.setContentsMargins(0, 0, 4, 0)
        result.addWidget(self._result)
        self._sheet = ScrollSheet(result)
        self._middle.addWidget(self._sheet)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(Split(self._main(), self._side(), side_width=330))
        self.show_state(ReceiptCheckState())

    def _main(self) -> Card:
        card = Card(spacing=16)
        check = Button(self.tr("Check"), Kind.PRIMARY, icon="search-check", key="Enter", bind=False)
        check.setObjectName("check_now")
        check.clicked.connect(self._press_check)
        clear = Button(self.tr("Next receipt"), key="Esc")
        clear.setObjectName("check_clear")
        clear.clicked.connect(self._press_clear)
        card.column.addWidget(_AskLine(self._field, across(check, clear, None, spacing=8)))
        card.column.addWidget(self._note)
        card.column.addWidget(self._middle, 1)
        return card

    def _side(self) -> Card:
        card = Card(padding=METRICS.gap)
        card.column.addWidget(Text(self.tr("Checked last"), Role.HEADING))
        card.column.addWidget(self._table, 1)
        hint = self.tr("The list is forgotten when you sign out.")
        card.column.addWidget(Text(hint, Role.HELP, wrap=True))
        return card

    def _columns(self) -> tuple[Column, ...]:
        return (
            Column("number", self.tr("Number"), 150, stretch=True),
            Column("verdict", self.tr("Answer"), 150),
        )

    def show_state(self, state: ReceiptCheckState) -> None:
        """Show the answer, or why there is none, and the list."""
        shown = state.shown
        if state.text != self._text:
            self._text = state.text
            self._field.set_value(state.text)
        if state.failure is not None:
            words = explain(state.failure)
            self._note.say(words.what, words.advice, Tone.WARNING)
            self._field.set_state(Tone.ERROR)
        else:
            self._note.say("")
            self._field.set_state(Tone.PLAIN)
        if shown is not None:
            self._result.show_checked(shown, self._where())
        self._middle.setCurrentWidget(self._nothing if shown is None else self._sheet)
        if state.checks is not self._checks:
            self._checks = checks = state.checks
            self._table.show_rows(len(checks), lambda place: _cells(checks[place]))
        self._table.choose(-1 if shown is None else state.checks.index(shown))

    def _press_check(self) -> None:
        text = self._field.value()
        self._text = text.strip()
        self.asked.emit(text)
        self.arrive()

    def _press_clear(self) -> None:
        self._field.clear()
        self.cleared.emit()
        self._field.setFocus(Qt.FocusReason.OtherFocusReason)

    def _recall(self, place: int) -> None:
        self.recalled.emit(self._checks[place].turn)

    def _reopen(self, place: int) -> None:
        self._recall(place)
        self.arrive()

    def title(self) -> str:
        return self.tr("Check a receipt")

    def subtitle(self) -> str:
        return ""

    def arrive(self) -> None:
        """Take the focus, all of the text chosen from its end to its beginning: the next scan takes its place."""
        self._field.setFocus(Qt.FocusReason.OtherFocusReason)
        self._field.end(False)
        self._field.home(True)

    def seek(self) -> bool:
        self.arrive()
        return True


class _AskLine(QWidget):
    """The field with its buttons beside it, or below it where the number would find no room."""

    def __init__(self, field: QWidget, buttons: QHBoxLayout) -> None:
        super().__init__()
        self._line = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        self._line.setContentsMargins(0, 0, 0, 0)
        self._line.setSpacing(8)
        self._line.addWidget(field, 1)
        self._line.addLayout(buttons)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        low = self.width() < _BESIDE
        directions = QBoxLayout.Direction
        self._line.setDirection(directions.TopToBottom if low else directions.LeftToRight)


def _cells(checked: Checked) -> tuple[Cell, ...]:
    check = checked.check
    amount = "" if check.total is None else format_rupiah(Rupiah(check.total))
    return (Cell(check.number, detail=amount), Cell(badge=verdict_face(checked)))

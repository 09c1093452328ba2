"""The list of notes and coins: a field each, Enter and the arrows go down the list and up again."""

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QGridLayout, QWidget

from perisai_desktop.domain.till import DENOMINATIONS
from perisai_desktop.ui.screens.closing.state import ClosingState
from perisai_desktop.ui.theme.tokens import Tone
from perisai_desktop.ui.widgets.labels import Role, Text
from perisai_desktop.ui.widgets.text_input import TextInput
from sync.rules.rupiah import format_rupiah

_STEPS = {Qt.Key.Key_Return: 1, Qt.Key.Key_Enter: 1, Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1}


class CountList(QWidget):
    """`typed` carries a denomination and the text; `left`: Enter below the last line."""

    typed = Signal(int, str)
    left = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._inputs: list[TextInput] = []
        self._worths: list[Text] = []
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(16)
        grid.setVerticalSpacing(3)
        heads = (self.tr("Note or coin"), self.tr("How many"), self.tr("Rupiah"))
        right = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
        for place, words in enumerate(heads):
            head = Text(words, Role.LABEL)
            if place:
                head.setAlignment(right)
            grid.addWidget(head, 0, place)
        for row, value in enumerate(DENOMINATIONS, start=1):
            field = TextInput(tabular=True)
            field.setObjectName(f"count_{value}")
            field.setAlignment(right)
            field.setFixedHeight(32)
            field.setMaximumWidth(120)
            field.setAccessibleName(self.tr("How many of {note}").format(note=format_rupiah(value)))
            field.value_edited.connect(lambda text, value=value: self.typed.emit(value, text))
            field.installEventFilter(self)
            worth = Text("", Role.BODY)
            worth.setAlignment(right)
            worth.setMinimumWidth(110)
            label = Text(format_rupiah(value), Role.MEDIUM)
            label.setBuddy(field)
            for place, part in enumerate((label, field, worth)):
                grid.addWidget(part, row, place)
            self._inputs.append(field)
            self._worths.append(worth)
        grid.setColumnStretch(2, 1)

    def show_state(self, state: ClosingState) -> None:
        """Show the count as typed, and what each line is worth."""
        for value, field, worth in zip(DENOMINATIONS, self._inputs, self._worths, strict=True):
            field.set_value(state.typed.get(value, ""))
            count = state.count(value)
            field.set_state(Tone.ERROR if count is None else Tone.PLAIN)
            worth.setText("–" if count is None else format_rupiah(value * count))
            worth.set_tone(Tone.PLAIN if count else Tone.MUTED)

    def take_focus(self, denomination: int = DENOMINATIONS[0]) -> None:
        """Put the cursor into the line of a denomination."""
        self._inputs[DENOMINATIONS.index(denomination)].setFocus()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Up and down the list; Ctrl+Enter stays the dialog's."""
        if isinstance(event, QKeyEvent) and event.type() is QEvent.Type.KeyPress and watched in self._inputs:
            step = _STEPS.get(Qt.Key(event.key()))
            if step is not None and not event.modifiers() & Qt.KeyboardModifier.ControlModifier:
                self._go(self._inputs.index(watched) + step)
                return True
        return super().eventFilter(watched, event)

    def _go(self, place: int) -> None:
        if place >= len(self._inputs):
            self.left.emit()
        elif place >= 0:
            self._inputs[place].setFocus()
            self._inputs[place].selectAll()

"""The line for an amount: right-aligned, with Rp and dots while it is typed."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent, QKeySequence
from PySide6.QtWidgets import QWidget

from perisai_desktop.ui.widgets.text_input import TextInput


def grouped(digits: str) -> str:
    """`1000000` as `Rp1.000.000`; leading zeros stay."""
    head = len(digits) % 3
    groups = ([digits[:head]] if head else []) + [digits[i : i + 3] for i in range(head, len(digits), 3)]
    return "Rp" + ".".join(groups)


def typed_amount(text: str) -> str:
    """What was meant by `text`: its digits where nothing but Rp, dots and spaces is beside them, else `text`."""
    bare = text.strip()
    if bare[:2].lower() == "rp":
        bare = bare[2:]
    bare = bare.replace(".", "").replace(" ", "")
    if not bare:
        return ""
    return bare if bare.isascii() and bare.isdigit() else text


class RupiahInput(TextInput):
    """`value()` is digits (whole rupiah) or, where something else was typed, that text untouched."""

    def __init__(self, placeholder: str = "", *, parent: QWidget | None = None) -> None:
        super().__init__(placeholder, tabular=True, parent=parent)
        self.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        self._past: list[str] = []
        self._shown = ""

    def value(self) -> str:
        return typed_amount(self.text())

    def set_value(self, value: str) -> None:
        if self.value() != value:
            self._show(value)
            self._past.clear()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.matches(QKeySequence.StandardKey.Undo):
            if self._past:
                self._show(self._past.pop())
                self.value_edited.emit(self.value())
            return
        super().keyPressEvent(event)

    def _on_edited(self, text: str) -> None:
        self._past.append(self._shown)
        behind = sum(sign.isdigit() for sign in text[self.cursorPosition() :])
        self._show(typed_amount(text))
        place = len(self.text())
        while behind:
            place -= 1
            behind -= self.text()[place].isdigit()
        if self.value().isdigit():
            self.setCursorPosition(place)
        super()._on_edited(text)

    def _show(self, value: str) -> None:
        display = grouped(value) if value.isascii() and value.isdigit() else value
        if display != self.text():
            self.setText(display)
        self._shown = value

"""The line for an amount: right-aligned, read with Rp and dots while the text stays as typed."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from perisai_desktop.ui.widgets.grouped_input import GroupedInput


def typed_amount(text: str) -> str:
    """What was meant by `text`: its digits where nothing but Rp, dots and spaces is beside them, else `text`."""
    bare = text.strip()
    if bare[:2].lower() == "rp":
        bare = bare[2:]
    bare = bare.replace(".", "").replace(" ", "")
    if not bare:
        return ""
    return bare if bare.isascii() and bare.isdigit() else text


class RupiahInput(GroupedInput):
    """`value()` is digits (whole rupiah) or, where something else was typed, that text untouched."""

    mark = "."
    prefix = "Rp"

    def __init__(self, placeholder: str = "", *, parent: QWidget | None = None) -> None:
        super().__init__(placeholder, parent=parent)
        self.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)

    def value(self) -> str:
        return typed_amount(self.text())

    def gaps(self, text: str) -> tuple[int, ...]:
        return tuple(place for place in range(len(text) - 1) if (len(text) - 1 - place) % 3 == 0)


def grouped(digits: str) -> str:
    """`1000000` as `Rp1.000.000`; leading zeros stay."""
    head = len(digits) % 3
    groups = ([digits[:head]] if head else []) + [digits[i : i + 3] for i in range(head, len(digits), 3)]
    return "Rp" + ".".join(groups)

"""The line for an amount: right-aligned, read with Rp and dots while the text stays as typed."""

import re

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from perisai_desktop.ui.widgets.grouped_input import GroupedInput

_ROUND = re.compile(r"(\d+)(?:[.,](\d{1,2}))?(r|rb|ribu|j|jt|juta)", re.ASCII)
"""`1jt`, `1,5jt`, `750rb`: how amounts are said and written; a part of three figures could be thousands, so it is none."""


def typed_amount(text: str) -> str:
    """What was meant by `text`: its digits where nothing but Rp, dots and spaces is beside them, else `text`.

    A number of thousands (`rb`) or millions (`jt`) is written out.
    """
    bare = text.strip()
    if bare[:2].lower() == "rp":
        bare = bare[2:]
    short = _ROUND.fullmatch(bare.replace(" ", "").lower())
    if short is not None:
        unit = 1_000_000 if short[3].startswith("j") else 1_000
        parts = (short[2] or "").ljust(2, "0")
        return str((int(short[1]) * 100 + int(parts)) * unit // 100)
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

    def _on_finished(self) -> None:
        if self.text()[-1:].isalpha() and self.value().isdigit():
            self.setText(self.value())
        super()._on_finished()

    def gaps(self, text: str) -> tuple[int, ...]:
        return tuple(place for place in range(len(text) - 1) if (len(text) - 1 - place) % 3 == 0)


class NumberInput(RupiahInput):
    """The same for what is counted: no Rp is drawn."""

    prefix = ""


def grouped(digits: str) -> str:
    """`1000000` as `Rp1.000.000`; leading zeros stay."""
    head = len(digits) % 3
    groups = ([digits[:head]] if head else []) + [digits[i : i + 3] for i in range(head, len(digits), 3)]
    return "Rp" + ".".join(groups)

"""Several things of a few, each to be ticked: months, payers, programmes."""

from __future__ import annotations

from collections.abc import Collection, Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QGridLayout, QVBoxLayout, QWidget

from perisai_desktop.ui.theme.tokens import METRICS
from perisai_desktop.ui.widgets.check_row import CheckRow
from perisai_desktop.ui.widgets.labels import Role, Text
from perisai_desktop.ui.widgets.suggestions import Option


class Ticks(QWidget):
    """A label over boxes in `across` columns; `ticked` carries a value, and whether it is ticked then."""

    ticked = Signal(str, bool)

    def __init__(self, label: str, options: Sequence[Option], name: str, across: int = 3) -> None:
        super().__init__()
        self.boxes: dict[str, CheckRow] = {}
        grid = QGridLayout()
        grid.setHorizontalSpacing(METRICS.gap)
        grid.setVerticalSpacing(0)
        for place, option in enumerate(options):
            box = CheckRow(option.label)
            box.setAccessibleName(f"{label}: {option.label}")
            box.setObjectName(f"{name}_{option.value}")
            box.clicked.connect(lambda on, value=option.value: self.ticked.emit(value, on))
            self.boxes[option.value] = box
            grid.addWidget(box, place // across, place % across)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(Text(label, Role.LABEL))
        column.addLayout(grid)

    def chosen(self) -> tuple[str, ...]:
        """The values that are ticked."""
        return tuple(value for value, box in self.boxes.items() if box.isChecked())

    def show_chosen(self, values: Collection[str]) -> None:
        """Tick exactly these."""
        for value, box in self.boxes.items():
            box.setChecked(value in values)

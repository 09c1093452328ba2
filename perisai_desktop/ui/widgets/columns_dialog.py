"""The dialog that shows how a list begins, and asks which of its columns is what."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence

from PySide6.QtCore import QCoreApplication, QSize, Signal
from PySide6.QtWidgets import QGridLayout, QWidget

from perisai_desktop.domain.failure import Failure
from perisai_desktop.domain.list_columns import Columns
from perisai_desktop.domain.list_head import ListHead
from perisai_desktop.ui.widgets.act_dialog import ActDialog
from perisai_desktop.ui.widgets.labels import Elided, Role, Text
from perisai_desktop.ui.widgets.select_field import SelectField
from perisai_desktop.ui.widgets.suggestions import Option
from sync.rules.rupiah import Rupiah, format_number

translate = QCoreApplication.translate

NONE = ""


class ListColumnsDialog(ActDialog):
    """`chosen` carries the place of each field's column; `fields` are those that a list can have.

    `missing` says why a list with some columns cannot be read; None where it can.
    """

    chosen = Signal(object)

    def __init__(
        self,
        head: ListHead,
        columns: Columns,
        fields: Sequence[Option],
        missing: Callable[[Columns], Failure | None],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(
            translate("ListColumns", "Which column is what?"),
            translate("ListColumns", "Read the list"),
            "file-down",
            QSize(760, 640),
            parent,
        )
        self._missing = missing
        self._fields: dict[int, SelectField] = {}
        words = translate("ListColumns", "about {count} lines")
        lines = "" if head.lines is None else words.format(count=format_number(Rupiah(head.lines)))
        self.body.addWidget(Text(" · ".join(filter(None, (head.name, lines))), Role.MUTED, wrap=True))
        self.body.addWidget(
            Text(
                translate(
                    "ListColumns",
                    "Look whether each column leads to the right field. What you choose is remembered for lists with the same heads.",
                ),
                wrap=True,
            )
        )
        self.body.addLayout(self._grid(head, fields, {place: name for name, place in columns.items()}))
        self.body.addStretch(1)
        self.acted.connect(self._tell_columns)

    def _grid(self, head: ListHead, fields: Sequence[Option], known: Mapping[int, str]) -> QGridLayout:
        grid = QGridLayout()
        grid.setHorizontalSpacing(16)
        grid.setVerticalSpacing(8)
        for place, words in enumerate(
            (
                translate("ListColumns", "Column"),
                translate("ListColumns", "How it begins"),
                translate("ListColumns", "Is this field"),
            )
        ):
            grid.addWidget(Text(words, Role.LABEL), 0, place)
        options = [Option(NONE, translate("ListColumns", "leave it out")), *fields]
        line = 1
        for place, words in enumerate(head.heads):
            samples = [sample[place] for sample in head.samples if place < len(sample) and sample[place]]
            if not words and not samples:
                continue
            field = SelectField(options)
            field.setObjectName(f"column_{place}")
            field.setAccessibleName(words or str(place + 1))
            field.set_value(known.get(place, NONE))
            self._fields[place] = field
            grid.addWidget(Elided(words or "–", Role.STRONG), line, 0)
            grid.addWidget(Elided(" · ".join(samples), Role.MUTED), line, 1)
            grid.addWidget(field, line, 2)
            line += 1
        grid.setColumnStretch(0, 2)
        grid.setColumnStretch(1, 3)
        grid.setColumnMinimumWidth(2, 176)
        return grid

    def columns(self) -> dict[str, int]:
        """The place of each field's column, as it is chosen now; the first where a field is chosen twice."""
        found: dict[str, int] = {}
        for place, field in self._fields.items():
            if field.value():
                found.setdefault(field.value(), place)
        return found

    def _tell_columns(self) -> None:
        columns = self.columns()
        failure = self._missing(columns)
        if failure is not None:
            self.tell(failure)
            return
        self.chosen.emit(columns)
        self.accept()

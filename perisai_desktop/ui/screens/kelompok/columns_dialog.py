"""The dialog that shows how a list begins, and asks which of its columns is what."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import QCoreApplication, QSize, Signal
from PySide6.QtWidgets import QGridLayout, QWidget

from perisai_desktop.domain.failure import Failure, FailureCode
from perisai_desktop.domain.list_columns import FIELDS, NEEDED, Columns
from perisai_desktop.domain.list_head import ListHead
from perisai_desktop.ui.enrolment_words import field_words
from perisai_desktop.ui.widgets.act_dialog import ActDialog
from perisai_desktop.ui.widgets.labels import Elided, Role, Text
from perisai_desktop.ui.widgets.select_field import SelectField
from perisai_desktop.ui.widgets.suggestions import Option
from sync.rules.rupiah import Rupiah, format_number

translate = QCoreApplication.translate

NONE = ""


class ColumnsDialog(ActDialog):
    """`chosen` carries the place of each field's column."""

    help_page = "kelompok"
    chosen = Signal(object)

    def __init__(self, head: ListHead, columns: Columns, parent: QWidget | None = None) -> None:
        super().__init__(
            translate("KelompokColumns", "Which column is what?"),
            translate("KelompokColumns", "Read the list"),
            "file-down",
            QSize(760, 640),
            parent,
        )
        self._fields: dict[int, SelectField] = {}
        words = translate("KelompokColumns", "about {count} lines")
        lines = "" if head.lines is None else words.format(count=format_number(Rupiah(head.lines)))
        self.body.addWidget(Text(" · ".join(filter(None, (head.name, lines))), Role.MUTED, wrap=True))
        self.body.addWidget(
            Text(
                translate(
                    "KelompokColumns",
                    "Look whether each column leads to the right field. What you choose is remembered for lists with the same heads.",
                ),
                wrap=True,
            )
        )
        self.body.addLayout(self._grid(head, {place: name for name, place in columns.items()}))
        self.body.addStretch(1)
        self.acted.connect(self._tell_columns)

    def _grid(self, head: ListHead, fields: Mapping[int, str]) -> QGridLayout:
        grid = QGridLayout()
        grid.setHorizontalSpacing(16)
        grid.setVerticalSpacing(8)
        for place, words in enumerate(
            (
                translate("KelompokColumns", "Column"),
                translate("KelompokColumns", "How it begins"),
                translate("KelompokColumns", "Is this field"),
            )
        ):
            grid.addWidget(Text(words, Role.LABEL), 0, place)
        options = [
            Option(NONE, translate("KelompokColumns", "leave it out")),
            *(Option(name, _field(name)) for name in FIELDS),
        ]
        line = 1
        for place, words in enumerate(head.heads):
            samples = [sample[place] for sample in head.samples if place < len(sample) and sample[place]]
            if not words and not samples:
                continue
            field = SelectField(options)
            field.setObjectName(f"column_{place}")
            field.setAccessibleName(words or str(place + 1))
            field.set_value(fields.get(place, NONE))
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
        if any(name not in columns for name in NEEDED):
            self.tell(Failure(FailureCode.LIST_COLUMNS_MISSING))
            return
        self.chosen.emit(columns)
        self.accept()


def _field(name: str) -> str:
    """A field of a list in words; two of them only help to find a village."""
    others = {
        "district": translate("KelompokColumns", "District (kecamatan)"),
        "regency": translate("KelompokColumns", "Regency or city"),
    }
    return others[name] if name in others else field_words(name)

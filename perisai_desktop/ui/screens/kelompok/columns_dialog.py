"""The dialog that asks which column of a list of people is which field."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QWidget

from perisai_desktop.domain.failure import Failure, FailureCode
from perisai_desktop.domain.list_columns import FIELDS, NEEDED, Columns
from perisai_desktop.domain.list_head import ListHead
from perisai_desktop.ui.enrolment_words import field_words
from perisai_desktop.ui.widgets.columns_dialog import ListColumnsDialog
from perisai_desktop.ui.widgets.suggestions import Option

translate = QCoreApplication.translate


class ColumnsDialog(ListColumnsDialog):
    """`chosen` carries the place of each field's column, those of NIK and name among them."""

    help_page = "kelompok"

    def __init__(self, head: ListHead, columns: Columns, parent: QWidget | None = None) -> None:
        super().__init__(head, columns, [Option(name, _field(name)) for name in FIELDS], _missing, parent)


def _missing(columns: Columns) -> Failure | None:
    named = all(name in columns for name in NEEDED)
    return None if named else Failure(FailureCode.LIST_COLUMNS_MISSING)


def _field(name: str) -> str:
    """A field of a list in words; two of them only help to find a village."""
    others = {
        "district": translate("KelompokColumns", "District (kecamatan)"),
        "regency": translate("KelompokColumns", "Regency or city"),
    }
    return others[name] if name in others else field_words(name)

"""The dialog that asks which column of the agency's answers is what."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from perisai_desktop.domain.failure import Failure, FailureCode
from perisai_desktop.domain.list_columns import Columns
from perisai_desktop.domain.list_head import ListHead
from perisai_desktop.domain.portal import answers_somebody
from perisai_desktop.ui.screens.portal.words import answer_fields
from perisai_desktop.ui.widgets.columns_dialog import ListColumnsDialog


class AnswerColumnsDialog(ListColumnsDialog):
    """`chosen` carries the place of each part's column, so that an answer can be read."""

    help_page = "portal"

    def __init__(self, head: ListHead, columns: Columns, parent: QWidget | None = None) -> None:
        super().__init__(head, columns, answer_fields(), _missing, parent)


def _missing(columns: Columns) -> Failure | None:
    return None if answers_somebody(columns) else Failure(FailureCode.PORTAL_COLUMNS_UNKNOWN)

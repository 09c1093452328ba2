"""The sheet for the tables of contributions."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from perisai_desktop.domain.branch_settings_book import Documents
from perisai_desktop.domain.settings_edits import tables_of
from perisai_desktop.ui.screens.branch_settings.reading import hide
from perisai_desktop.ui.screens.branch_settings.row_words import table_columns, tariff_cells
from perisai_desktop.ui.screens.branch_settings.words import months_ahead
from perisai_desktop.ui.theme.tokens import METRICS
from perisai_desktop.ui.widgets.button import Button
from perisai_desktop.ui.widgets.cards import across
from perisai_desktop.ui.widgets.field import Field
from perisai_desktop.ui.widgets.labels import Role, Text
from perisai_desktop.ui.widgets.select_field import SelectField
from perisai_desktop.ui.widgets.table import Table
from perisai_desktop.ui.widgets.text_input import TextInput
from sync.rules.iuran_month import IuranMonth


class TariffSheet(QWidget):
    """`file_asked` carries name and first month (`2027-01`) of a new table; `dropped`: it is taken back."""

    file_asked = Signal(str, str)
    dropped = Signal()

    def __init__(self, today: IuranMonth) -> None:
        super().__init__()
        self._documents: Documents | None = None
        self.table = Table(table_columns(), self.tr("Tables of contributions"))
        self.name = Field(self.tr("Name of the new table"), TextInput(), self.tr("such as BPU-2027"))
        self.first = Field(self.tr("Its first iuran month"), SelectField(months_ahead(today)))
        self.first.set_value(str(today.plus(1)))
        self.choose = Button(self.tr("Its brackets from a CSV file…"), icon="file-spreadsheet", slim=True)
        self.choose.setObjectName("choose_brackets")
        self.choose.clicked.connect(self._ask)
        self.drop = Button(self.tr("Take the new table back"), icon="undo-2", slim=True)
        self.drop.clicked.connect(self.dropped)
        help_words = self.tr(
            "One row for each bracket; its columns are named in the help (F1)."
            " The table before it ends by itself with the month before."
        )
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(METRICS.grid)
        column.addWidget(self.table, 1)
        column.addLayout(across(self.name, self.first))
        self._help = Text(help_words, Role.HELP, wrap=True)
        column.addWidget(self._help)
        column.addLayout(across(self.choose, self.drop, None))

    def hold(self) -> None:
        """Let it be read only."""
        hide(self.name, self.first, self._help, self.choose, self.drop)

    def _ask(self) -> None:
        if self.name.value().strip():
            self.file_asked.emit(self.name.value().strip(), self.first.value())
        else:
            self.name.take_focus()

    def show_documents(self, documents: Documents, added: int) -> None:
        """Show the tables; `added` of them are new."""
        self.drop.setEnabled(added > 0)
        if documents is not self._documents:
            self._documents = documents
            tables = tables_of(documents)
            self.table.show_rows(len(tables), lambda place: tariff_cells(dict(tables[place])))

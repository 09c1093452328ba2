"""The sheets for dated rows: tables of contributions, and reliefs."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QGridLayout, QVBoxLayout, QWidget

from perisai_desktop.domain.branch_settings_book import Documents
from perisai_desktop.domain.settings_edits import (
    ReliefForm,
    relief_form,
    reliefs_of,
    tables_of,
    with_relief,
    without_relief,
)
from perisai_desktop.ui.screens.branch_settings.words import (
    months_ahead,
    relief_cells,
    sectors,
    table_columns,
    tariff_cells,
)
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
        column.addWidget(Text(help_words, Role.HELP, wrap=True))
        column.addLayout(across(self.choose, self.drop, None))

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


class ReliefSheet(QWidget):
    """The reliefs and a form for one of them; `edited` carries an Edit."""

    edited = Signal(object)

    def __init__(self, today: IuranMonth) -> None:
        super().__init__()
        self._documents: Documents | None = None
        self._form = ReliefForm()
        self.table = Table(table_columns(), self.tr("Reliefs"))
        self.table.row_chosen.connect(self._chosen)
        months = months_ahead(today)
        self.fields = {
            "code": Field(self.tr("Short name"), TextInput(), self.tr("such as pp50-2027")),
            "law": Field(self.tr("Regulation"), TextInput()),
            "title": Field(self.tr("Title on receipts"), TextInput()),
            "paid": Field(self.tr("Left to pay of JKK and JKM"), TextInput(tabular=True), self.tr("percent")),
            "first": Field(self.tr("First iuran month"), SelectField(months)),
            "last": Field(self.tr("Last iuran month"), SelectField(months)),
            "sector": Field(self.tr("For whom"), SelectField(sectors())),
        }
        grid = QGridLayout()
        grid.setHorizontalSpacing(METRICS.gap)
        grid.setVerticalSpacing(METRICS.grid)
        for place, (name, field) in enumerate(self.fields.items()):
            field.setObjectName(f"relief_{name}")
            grid.addWidget(field, place // 2, place % 2)
        self.put = Button(self.tr("Put into the draft"), icon="check", slim=True)
        self.put.setObjectName("put_relief")
        self.put.clicked.connect(self._put)
        self.drop = Button(self.tr("Take out of the draft"), icon="x", slim=True)
        self.drop.setObjectName("drop_relief")
        self.drop.clicked.connect(self._drop)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(METRICS.grid)
        column.addWidget(self.table, 1)
        column.addLayout(grid)
        column.addLayout(across(self.put, self.drop, None))
        self._fill(self._form)

    @property
    def form(self) -> ReliefForm:
        """What is typed; payers stay those of the relief that was chosen."""
        typed = {name: field.value().strip() for name, field in self.fields.items()}
        return ReliefForm(**typed, payers=self._form.payers)

    def _fill(self, form: ReliefForm) -> None:
        self._form = form
        for name, field in self.fields.items():
            field.set_value(getattr(form, name))

    def _chosen(self, place: int) -> None:
        if self._documents is not None and 0 <= place < len(reliefs_of(self._documents)):
            self._fill(relief_form(reliefs_of(self._documents)[place]))

    def _put(self) -> None:
        form = self.form
        for name in ("code", "law", "title", "first", "last"):
            if not getattr(form, name):
                self.fields[name].take_focus()
                return
        self._edit(lambda documents: with_relief(documents, form))

    def _drop(self) -> None:
        code = self.form.code
        self._edit(lambda documents: without_relief(documents, code))

    def _edit(self, change: Callable[[Documents], Documents]) -> None:
        self.edited.emit(change)

    def show_documents(self, documents: Documents) -> None:
        """Show the reliefs."""
        if documents is not self._documents:
            self._documents = documents
            reliefs = reliefs_of(documents)
            self.table.show_rows(len(reliefs), lambda place: relief_cells(dict(reliefs[place])))

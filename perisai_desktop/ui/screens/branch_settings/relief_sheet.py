"""The sheet for the reliefs: dated rows, and a form for one of them."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QGridLayout, QVBoxLayout, QWidget

from perisai_desktop.domain.branch_settings_book import Documents
from perisai_desktop.domain.relief_edits import (
    ReliefForm,
    relief_form,
    reliefs_of,
    with_relief,
    without_relief,
)
from perisai_desktop.ui.enrolment_words import payers
from perisai_desktop.ui.screens.branch_settings.reading import hide, hold
from perisai_desktop.ui.screens.branch_settings.row_words import relief_cells, table_columns
from perisai_desktop.ui.screens.branch_settings.ticks import Ticks
from perisai_desktop.ui.screens.branch_settings.words import months_ahead, sectors
from perisai_desktop.ui.theme.tokens import METRICS
from perisai_desktop.ui.widgets.button import Button
from perisai_desktop.ui.widgets.cards import across
from perisai_desktop.ui.widgets.field import Field
from perisai_desktop.ui.widgets.select_field import SelectField
from perisai_desktop.ui.widgets.suggestions import Option
from perisai_desktop.ui.widgets.table import Table
from perisai_desktop.ui.widgets.text_input import TextInput
from sync.rules.iuran_month import IuranMonth
from sync.rules.programmes import Programme

_ROWS = (
    (("code", 2), ("law", 2), ("paid", 2)),
    (("title", 4), ("full", 2)),
    (("first", 2), ("last", 2), ("sector", 2)),
)
"""The fields of the form by row, each with its share of six columns."""


class ReliefSheet(QWidget):
    """`edited` carries an Edit."""

    edited = Signal(object)

    def __init__(self, today: IuranMonth) -> None:
        super().__init__()
        self._documents: Documents | None = None
        self._today = today
        self.table = Table(table_columns(), self.tr("Reliefs"))
        self.table.row_chosen.connect(self._chosen)
        self._months = {"first": SelectField(), "last": SelectField()}
        self.fields = {
            "code": Field(self.tr("Short name"), TextInput(), "pp50-2027"),
            "law": Field(self.tr("Regulation"), TextInput()),
            "paid": Field(self.tr("Left to pay"), TextInput(tabular=True), self.tr("percent")),
            "title": Field(self.tr("Title on receipts"), TextInput()),
            "full": Field(self.tr("New: months in full"), TextInput(tabular=True)),
            "first": Field(self.tr("First iuran month"), self._months["first"]),
            "last": Field(self.tr("Last iuran month"), self._months["last"]),
            "sector": Field(self.tr("For whom"), SelectField(sectors())),
        }
        grid = QGridLayout()
        grid.setHorizontalSpacing(METRICS.gap)
        grid.setVerticalSpacing(METRICS.grid)
        for place in range(6):
            grid.setColumnStretch(place, 1)
        for row, names in enumerate(_ROWS):
            column = 0
            for name, width in names:
                self.fields[name].setObjectName(f"relief_{name}")
                grid.addWidget(self.fields[name], row, column, 1, width)
                column += width
        programmes = tuple(Option(one.value, one.value) for one in Programme)
        self.programmes = Ticks(self.tr("Programmes"), programmes, "relief")
        whose = tuple(Option(kind.value, words) for kind, words in payers())
        self.payers = Ticks(self.tr("Holds if paid by"), whose, "relief")
        self.put = Button(self.tr("Put into the draft"), icon="check", slim=True)
        self.put.setObjectName("put_relief")
        self.put.clicked.connect(self._put)
        self.drop = Button(self.tr("Take out of the draft"), icon="x", slim=True)
        self.drop.setObjectName("drop_relief")
        self.drop.clicked.connect(self._drop)
        parts = QVBoxLayout(self)
        parts.setContentsMargins(0, 0, 0, 0)
        parts.setSpacing(METRICS.grid)
        parts.addWidget(self.table, 1)
        parts.addLayout(grid)
        parts.addWidget(self.programmes)
        parts.addWidget(self.payers)
        parts.addLayout(across(self.put, self.drop, None))
        self._fill(ReliefForm())

    def hold(self) -> None:
        """Let it be read only: the fields show the relief that is chosen."""
        hold(*self.fields.values(), self.programmes, self.payers)
        hide(self.put, self.drop)

    @property
    def form(self) -> ReliefForm:
        """What is typed and ticked."""
        typed = {name: field.value().strip() for name, field in self.fields.items()}
        return ReliefForm(**typed, programmes=self.programmes.chosen(), payers=self.payers.chosen())

    def _fill(self, form: ReliefForm) -> None:
        months = months_ahead(self._today, form.first, form.last)
        for select in self._months.values():
            select.set_options(months)
        for name, field in self.fields.items():
            field.set_value(getattr(form, name))
        self.programmes.show_chosen(form.programmes)
        self.payers.show_chosen(form.payers)

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

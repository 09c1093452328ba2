"""The sheet for the occupations: a list that is searched, and a form for one of them."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from perisai_desktop.domain.branch_settings_book import Documents
from perisai_desktop.domain.occupation_edits import (
    OccupationForm,
    is_published,
    occupation_form,
    occupations_like,
    with_occupation,
    with_occupation_changed,
    without_occupation,
)
from perisai_desktop.ui.screens.branch_settings.reading import hide
from perisai_desktop.ui.screens.branch_settings.row_words import occupation_cells, occupation_columns
from perisai_desktop.ui.screens.branch_settings.words import months_ahead, occupation_sectors
from perisai_desktop.ui.theme.tokens import METRICS
from perisai_desktop.ui.widgets.button import Button
from perisai_desktop.ui.widgets.cards import across
from perisai_desktop.ui.widgets.field import Field
from perisai_desktop.ui.widgets.segmented import SegmentedField
from perisai_desktop.ui.widgets.select_field import SelectField
from perisai_desktop.ui.widgets.suggestions import Option
from perisai_desktop.ui.widgets.table import Table
from perisai_desktop.ui.widgets.text_input import TextInput
from sync.rules.iuran_month import IuranMonth

TRANSPORT, OTHERS = "transport", "others"


class OccupationSheet(QWidget):
    """`edited` carries an Edit."""

    edited = Signal(object)

    def __init__(self, today: IuranMonth) -> None:
        super().__init__()
        self._documents: Documents | None = None
        self._published: Documents = {}
        self._rows: tuple[Mapping[str, Any], ...] = ()
        self._today = today
        self._name = ""
        self.sought = Field(self.tr("Search"), TextInput(icon="search"), self.tr("part of a name"))
        self.sought.setObjectName("occupation_sought")
        self.sought.value_edited.connect(self._search)
        self.table = Table(occupation_columns(), self.tr("Occupations"))
        self.table.row_chosen.connect(self._chosen)
        self._last = SelectField()
        self.name = Field(self.tr("Name"), TextInput())
        self.name.setObjectName("occupation_name")
        self.sector = Field(self.tr("Sector"), SegmentedField(occupation_sectors()))
        self.sector.setObjectName("occupation_sector")
        self.last = Field(self.tr("Offered until"), self._last)
        self.last.setObjectName("occupation_last")
        self.change = self._button(self.tr("Change it"), "check", "change_occupation", self._change)
        self.add = self._button(self.tr("Add as new"), "plus", "add_occupation", self._add)
        self.drop = self._button(self.tr("Take out"), "x", "drop_occupation", self._drop)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(METRICS.grid)
        column.addWidget(self.sought)
        column.addWidget(self.table, 1)
        column.addLayout(across(self.name, self.last))
        column.addWidget(self.sector)
        column.addLayout(across(self.change, self.add, self.drop, None))
        self._fill(OccupationForm())

    def _button(self, words: str, icon: str, name: str, act: Callable[[], None]) -> Button:
        button = Button(words, icon=icon, slim=True)
        button.setObjectName(name)
        button.clicked.connect(lambda: act())
        return button

    def hold(self) -> None:
        """Let it be read and searched only."""
        hide(self.name, self.sector, self.last, self.change, self.add, self.drop)

    @property
    def form(self) -> OccupationForm:
        """What is typed."""
        name = " ".join(self.name.value().split())
        return OccupationForm(name, self.sector.value() == TRANSPORT, self.last.value())

    def _fill(self, form: OccupationForm) -> None:
        self._name = form.name
        no_end = Option("", self.tr("until further notice"))
        self._last.set_options((no_end, *months_ahead(self._today, form.last)))
        self.name.set_value(form.name)
        self.sector.set_value(TRANSPORT if form.transport else OTHERS)
        self.last.set_value(form.last)
        self.change.setEnabled(bool(form.name))
        self.drop.setEnabled(bool(form.name) and not is_published(self._published, form.name))

    def _chosen(self, place: int) -> None:
        if 0 <= place < len(self._rows):
            self._fill(occupation_form(self._rows[place]))

    def _change(self) -> None:
        form, name, published = self.form, self._name, self._published
        self._put(lambda documents: with_occupation_changed(documents, published, name, form))

    def _add(self) -> None:
        form = self.form
        self._put(lambda documents: with_occupation(documents, form))

    def _put(self, change: Callable[[Documents], Documents]) -> None:
        form = self.form
        if not form.name:
            self.name.take_focus()
            return
        self.edited.emit(change)
        self._fill(form)

    def _drop(self) -> None:
        name = self._name
        self.edited.emit(lambda documents: without_occupation(documents, name))
        self._fill(OccupationForm())

    def _search(self) -> None:
        if self._documents is not None:
            rows = self._rows = occupations_like(self._documents, self.sought.value())
            self.table.show_rows(len(rows), lambda place: occupation_cells(dict(rows[place])))

    def show_documents(self, documents: Documents, published: Documents) -> None:
        """Show the occupations; what is `published` cannot be taken out."""
        if documents is not self._documents:
            self._documents, self._published = documents, published
            self._search()

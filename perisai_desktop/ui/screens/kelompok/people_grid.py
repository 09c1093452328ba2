"""The people of a kelompok as a grid that is typed into: Enter goes on to the next cell that has to be filled in."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import QModelIndex, QRectF, Qt, Signal
from PySide6.QtGui import QColor, QKeyEvent, QPainter, QPen
from PySide6.QtWidgets import QAbstractItemDelegate, QAbstractItemView, QStyleOptionViewItem, QWidget

from perisai_desktop.domain.roll import Judged
from perisai_desktop.ui.enrolment_words import sexes
from perisai_desktop.ui.i18n import month_words
from perisai_desktop.ui.screens.kelompok.words import (
    FIRST_TYPED,
    TYPED_COLUMNS,
    cells,
    columns,
    empty_cells,
)
from perisai_desktop.ui.theme.theme import active_palette
from perisai_desktop.ui.widgets.choice_field import ChoiceField
from perisai_desktop.ui.widgets.search_field import SearchField
from perisai_desktop.ui.widgets.suggestions import Option
from perisai_desktop.ui.widgets.table import Table
from perisai_desktop.ui.widgets.table_model import AnyIndex, Cell, TableModel
from perisai_desktop.ui.widgets.table_painting import CellPainter
from perisai_desktop.ui.widgets.text_input import TextInput
from sync.rules.iuran_month import IuranMonth
from sync.rules.programmes import Offer
from sync.rules.reference import Reference

Places = Callable[[str], Sequence[Option]]
VillageOf = Callable[[str], Option | None]
"""The village of a dotted code, None where there is none."""


class GridModel(TableModel):
    """Cells that can be typed into."""

    def flags(self, index: AnyIndex) -> Qt.ItemFlag:
        flags = super().flags(index)
        typed = FIRST_TYPED <= index.column() < FIRST_TYPED + len(TYPED_COLUMNS)
        return flags | Qt.ItemFlag.ItemIsEditable if typed else flags


class GridPainter(CellPainter):
    """Draws a frame around the cell that the next key goes to, and opens its input.

    `offers` holds the choices of a field; `places` answers what is typed as a village.
    """

    def __init__(self, grid: PeopleGrid, offers: dict[str, tuple[Option, ...]], places: Places) -> None:
        super().__init__(grid.columns)
        self._grid = grid
        self._offers = offers
        self._places = places

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: AnyIndex) -> None:
        super().paint(painter, option, index)
        if self._grid.hasFocus() and index == self._grid.currentIndex():
            painter.save()
            painter.setPen(QPen(QColor(active_palette().primary), 2))
            painter.drawRect(QRectF(option.rect).adjusted(1, 1, -1, -1))
            painter.restore()

    def createEditor(self, parent: QWidget, _option: QStyleOptionViewItem, index: AnyIndex) -> QWidget:
        name = TYPED_COLUMNS[index.column() - FIRST_TYPED]
        editor: TextInput
        if name in self._offers:
            editor = ChoiceField(self._offers[name], parent=parent)
        elif name == "village":
            search = SearchField(parent=parent)
            search.asked.connect(lambda text: search.show_results(text, self._places(text)))
            editor = search
        else:
            editor = TextInput(tabular=self._grid.columns[index.column()].tabular, parent=parent)
        editor.setObjectName(f"grid_{name}")
        editor.setAccessibleName(self._grid.columns[index.column()].title)
        return editor

    def setEditorData(self, editor: QWidget, index: AnyIndex) -> None:
        value = self._grid.typed(index.row(), index.column())
        known = self._grid.village_of(value) if isinstance(editor, SearchField) else None
        if isinstance(editor, SearchField) and known is not None:
            editor.set_chosen(known)
        elif isinstance(editor, TextInput):
            editor.set_value(value)
        if isinstance(editor, TextInput):
            editor.selectAll()

    def setModelData(self, editor: QWidget, _model: object, index: AnyIndex) -> None:
        if isinstance(editor, TextInput):
            self._grid.take(index.row(), index.column(), editor.value())

    def updateEditorGeometry(self, editor: QWidget, option: QStyleOptionViewItem, _index: AnyIndex) -> None:
        editor.setGeometry(option.rect.adjusted(0, 0, 0, -1))


class PeopleGrid(Table):
    """`edited` carries the line (None: the empty one), the field and what was typed; `turned` the chosen line.

    `reason_wanted`: nothing is missing in the line but the reason for a warning.
    """

    edited = Signal(object, str, str)
    turned = Signal(object)
    reason_wanted = Signal()

    def __init__(
        self, reference: Reference, this_month: IuranMonth, places: Places, village_of: VillageOf
    ) -> None:
        super().__init__(columns(), self.tr("People of the group"), GridModel(columns()))
        self.village_of = village_of
        self.setObjectName("kelompok_grid")
        # Sixteen fields beside each other: whoever types into one sees it, and the state stands in front.
        self.setProperty("wide", "true")
        self._people: tuple[Judged, ...] = ()
        self._next_row = 1
        self._open_ended = True
        self._form_painter = GridPainter(self, _offers(reference, this_month), places)
        self.setItemDelegate(self._form_painter)
        triggers = QAbstractItemView.EditTrigger
        self.setEditTriggers(triggers.AnyKeyPressed | triggers.DoubleClicked | triggers.EditKeyPressed)
        self.row_chosen.connect(self._turn)

    def show_people(self, people: Sequence[Judged], next_row: int, *, open_ended: bool) -> None:
        """Show lines; `open_ended`: an empty one at the end, in which somebody new is typed."""
        self._people, self._next_row, self._open_ended = tuple(people), next_row, open_ended
        self.show_rows(len(self._people) + open_ended, self._cells)

    def typed(self, place: int, column: int) -> str:
        """What stands in a cell: the line's own words, else those of all."""
        name = TYPED_COLUMNS[column - FIRST_TYPED]
        one = self._at(place)
        return "" if one is None else getattr(one.member.form, name) or getattr(one.form, name)

    def take(self, place: int, column: int, text: str) -> None:
        """A cell was typed into."""
        if text != self.typed(place, column):
            one = self._at(place)
            row = None if one is None else one.member.row
            self.edited.emit(row, TYPED_COLUMNS[column - FIRST_TYPED], text)

    def begin_typing(self, place: int, column: int = FIRST_TYPED) -> None:
        """Open the input of a cell."""
        index = self.model().index(place, column)
        self.setCurrentIndex(index)
        self.edit(index)

    def closeEditor(self, editor: QWidget, hint: QAbstractItemDelegate.EndEditHint) -> None:
        super().closeEditor(editor, hint)
        if hint is QAbstractItemDelegate.EndEditHint.SubmitModelCache:
            self._go_on(self.currentIndex())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        entering = event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
        free = self.state() is not QAbstractItemView.State.EditingState
        if entering and free and not event.modifiers() and self.currentIndex().isValid():
            place, column = self.currentIndex().row(), self.currentIndex().column()
            self.begin_typing(place, max(FIRST_TYPED, min(column, FIRST_TYPED + len(TYPED_COLUMNS) - 1)))
        else:
            super().keyPressEvent(event)

    def next_problem(self) -> None:
        """Go to the next cell, in the order of reading, that has to be put right or explained."""
        here = (self.currentIndex().row(), self.currentIndex().column())
        found = [
            (place, FIRST_TYPED + TYPED_COLUMNS.index(problem.field))
            for place, one in enumerate(self._people)
            for problem in (*one.assessment.errors, *one.open_warnings)
            if problem.field in TYPED_COLUMNS
        ]
        behind = min((each for each in found if each > here), default=min(found, default=None))
        if behind is not None:
            self.setFocus(Qt.FocusReason.ShortcutFocusReason)
            self.setCurrentIndex(self.model().index(*behind))

    def _go_on(self, index: QModelIndex) -> None:
        """The next cell of the line that has to be filled in, else its reason, else the line below."""
        one = self._at(index.row())
        lacking = set() if one is None else {found.field for found in one.assessment.errors}
        for column in range(index.column() + 1, FIRST_TYPED + len(TYPED_COLUMNS)):
            if TYPED_COLUMNS[column - FIRST_TYPED] in lacking:
                self.begin_typing(index.row(), column)
                return
        if one is not None and not lacking and one.open_warnings:
            self.reason_wanted.emit()
        elif self._at(index.row() + 1) is None and self._open_ended and one is not None:
            self.begin_typing(len(self._people))
        elif index.row() + 1 < len(self._people):
            self.setCurrentIndex(self.model().index(index.row() + 1, index.column()))

    def _cells(self, place: int) -> Sequence[Cell]:
        one = self._at(place)
        return empty_cells(self._next_row) if one is None else cells(one, self._village)

    def _village(self, code: str) -> str:
        known = self.village_of(code)
        return code if known is None else known.label

    def _at(self, place: int) -> Judged | None:
        return self._people[place] if 0 <= place < len(self._people) else None

    def _turn(self, place: int) -> None:
        one = self._at(place)
        self.turned.emit(None if one is None else one.member.row)


def _offers(reference: Reference, this_month: IuranMonth) -> dict[str, tuple[Option, ...]]:
    months = (this_month, this_month.plus(1))
    return {
        "sex": tuple(Option(code, words) for code, words in sexes()),
        "occupation": tuple(Option(one.name, one.name) for one in reference.occupations.offered(this_month)),
        "offer": tuple(Option(offer.value, offer.value) for offer in Offer),
        "first_month": tuple(Option(str(month), month_words(month)) for month in months),
        "months": tuple(Option(str(count), str(count)) for count in reference.settings.months_offered),
    }

"""A table of any length: virtual rows, keyboard, sorting by its heads, cells that can be copied."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import QItemSelectionModel, QModelIndex, QPoint, QRectF, Qt, Signal
from PySide6.QtGui import QGuiApplication, QKeyEvent, QKeySequence, QMouseEvent, QPainter, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QFrame, QHeaderView, QMenu, QTableView

from perisai_desktop.ui.theme.icons import paint_icon
from perisai_desktop.ui.theme.theme import active_palette
from perisai_desktop.ui.theme.tokens import METRICS
from perisai_desktop.ui.widgets.table_model import Cell, Column, TableModel
from perisai_desktop.ui.widgets.table_painting import CellPainter

NARROWEST, WIDEST = 60, 600
"""Bounds of a column's width, in device-independent pixels."""


class Head(QHeaderView):
    """The heads of the columns; an arrow beside the one that sorts. `let_go` follows every press and drag."""

    let_go = Signal()

    def __init__(self, columns: tuple[Column, ...]) -> None:
        super().__init__(Qt.Orientation.Horizontal)
        self._columns = columns
        self.sorted_by = ""
        self.descending = False
        self.setFixedHeight(32)
        self.setHighlightSections(False)
        self.setSectionsClickable(True)
        self.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        super().mouseReleaseEvent(event)
        self.let_go.emit()

    def paintSection(self, painter: QPainter, rect: object, index: int) -> None:
        super().paintSection(painter, rect, index)  # type: ignore[arg-type]
        column = self._columns[index]
        if column.key == self.sorted_by:
            area = QRectF(rect)  # type: ignore[call-overload]
            words = self.fontMetrics().horizontalAdvance(column.title)
            name = "chevron-down" if self.descending else "chevron-up"
            left = area.right() - words - 30 if column.right else area.x() + words + 18
            place = QRectF(left, area.center().y() - 7, 14, 14)
            paint_icon(painter, name, active_palette().muted, place)


class Table(QTableView):
    """Enter and double click open a row; moving the choice tells which row is chosen.

    `widths_moved` carries the widths that a person gave the columns, in the form that `set_widths` takes.
    """

    row_chosen = Signal(int)
    row_opened = Signal(int)
    sort_asked = Signal(str, bool)
    end_near = Signal()
    widths_moved = Signal(str)

    def __init__(self, columns: Sequence[Column], name: str, model: TableModel | None = None) -> None:
        super().__init__()
        self.columns = tuple(columns)
        self._rows = model or TableModel(self.columns)
        self._head = Head(self.columns)
        self._painter = CellPainter(self.columns)
        self._quiet = False
        self._kept: dict[int, int] = {}
        self.setModel(self._rows)
        self.setItemDelegate(self._painter)
        self.setHorizontalHeader(self._head)
        self.verticalHeader().hide()
        self.verticalHeader().setDefaultSectionSize(METRICS.row)
        self.verticalHeader().setMinimumSectionSize(METRICS.row)
        self.setAccessibleName(name)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setShowGrid(False)
        self.setWordWrap(False)
        self.setTabKeyNavigation(False)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        for place, column in enumerate(self.columns):
            self.setColumnWidth(place, column.width)
        self._head.setMinimumSectionSize(NARROWEST)
        self._head.sectionClicked.connect(self._sort)
        self._head.let_go.connect(self._tell_widths)
        self._told = self.widths()
        self.customContextMenuRequested.connect(self._open_menu)
        self.doubleClicked.connect(lambda index: self.row_opened.emit(index.row()))
        self.verticalScrollBar().valueChanged.connect(self._on_scrolled)

    def show_rows(self, count: int, fetch: Callable[[int], Sequence[Cell]]) -> None:
        """Show `count` rows; `fetch(row)` gives the cells of one. The chosen row stays chosen."""
        chosen = self.chosen_row
        self._quiet = True
        self._rows.show_rows(count, fetch)
        if 0 <= chosen < count:
            self._mark(chosen)
        self._quiet = False

    @property
    def chosen_row(self) -> int:
        """The chosen row, -1 for none."""
        return self.currentIndex().row()

    def words(self, row: int, column: int) -> str:
        """A cell as words, as copied and as read aloud."""
        return self._rows.cell(row, column).words

    def choose(self, row: int) -> None:
        """Choose `row` without telling anybody; -1 chooses none."""
        if row == self.chosen_row:
            return
        self._quiet = True
        self._mark(row)
        self._quiet = False

    def show_sorting(self, key: str, descending: bool) -> None:
        """Draw the arrow beside the column `key`."""
        self._head.sorted_by = key
        self._head.descending = descending
        self._head.viewport().update()

    def widths(self) -> str:
        """The widths of all columns but the stretching one, in pixels: `nik=188,state=144`."""
        shown = ((column.key, self._width(place)) for place, column in self._fixed())
        return ",".join(f"{key}={width}" for key, width in shown)

    def set_widths(self, widths: str) -> None:
        """Give the columns the `widths` of another day; what is not a width of a column here is passed over."""
        kept = dict(part.split("=", 1) for part in widths.split(",") if "=" in part)
        for place, column in self._fixed():
            width = kept.get(column.key, "")
            if width.isascii() and width.isdigit() and len(width) < 5:
                self._kept[place] = min(max(int(width), NARROWEST), WIDEST)
                self.setColumnWidth(place, self._kept[place])
        self._told = self.widths()
        self._stretch()

    def _fixed(self) -> list[tuple[int, Column]]:
        return [(place, column) for place, column in enumerate(self.columns) if not column.stretch]

    def _tell_widths(self) -> None:
        if self.widths() != self._told:
            self._told = self.widths()
            self.widths_moved.emit(self._told)

    def _mark(self, row: int) -> None:
        index = self._rows.index(row, max(self.currentIndex().column(), 0)) if row >= 0 else QModelIndex()
        flags = QItemSelectionModel.SelectionFlag
        self.selectionModel().setCurrentIndex(index, flags.ClearAndSelect | flags.Rows)

    def currentChanged(self, current: QModelIndex, previous: QModelIndex) -> None:  # type: ignore[override]
        super().currentChanged(current, previous)
        if not self._quiet and current.isValid() and current.row() != previous.row():
            self.row_chosen.emit(current.row())
        self._on_scrolled()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.matches(QKeySequence.StandardKey.Copy):
            self.copy_cell()
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self.chosen_row >= 0:
            self.row_opened.emit(self.chosen_row)
        else:
            super().keyPressEvent(event)

    def copy_cell(self) -> None:
        """Put the words of the current cell on the clipboard."""
        index = self.currentIndex()
        if index.isValid():
            QGuiApplication.clipboard().setText(self.words(index.row(), index.column()))

    def copy_row(self) -> None:
        """Put the words of the chosen row on the clipboard, with tabs between."""
        if self.chosen_row >= 0:
            cells = [self.words(self.chosen_row, place) for place in range(len(self.columns))]
            QGuiApplication.clipboard().setText("\t".join(cells))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._stretch()

    def _stretch(self) -> None:
        room = self.viewport().width()
        least = [
            column.width * 3 // 4 if column.stretch else self._width(place)
            for place, column in enumerate(self.columns)
        ]
        for place in reversed(range(len(self.columns))):
            left_out = self.columns[place].spare and sum(least) > room
            least[place] = 0 if left_out else least[place]
            self.setColumnHidden(place, left_out)
        for place, column in enumerate(self.columns):
            if column.stretch:
                self.setColumnWidth(place, max(least[place], room - (sum(least) - least[place])))

    def _width(self, place: int) -> int:
        """The width of a column, kept while it is left out."""
        if self.isColumnHidden(place):
            return self._kept.get(place, self.columns[place].width)
        self._kept[place] = self.columnWidth(place)
        return self._kept[place]

    def _open_menu(self, place: QPoint) -> None:
        menu = QMenu(self)
        menu.addAction(self.tr("Copy cell"), self.copy_cell)
        menu.addAction(self.tr("Copy row"), self.copy_row)
        menu.popup(self.viewport().mapToGlobal(place))

    def _sort(self, place: int) -> None:
        column = self.columns[place]
        if column.sortable:
            turned = column.key == self._head.sorted_by and not self._head.descending
            self.sort_asked.emit(column.key, turned)

    def _on_scrolled(self) -> None:
        last = self.rowAt(self.viewport().height() - 1)
        if last < 0 or last >= self._rows.rowCount() - 20:
            self.end_near.emit()

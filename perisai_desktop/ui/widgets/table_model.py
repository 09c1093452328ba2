"""Rows of a table, fetched one at a time when they come into sight."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, Qt

from perisai_desktop.ui.theme.tokens import Tone
from perisai_desktop.ui.widgets.marks import Face

AnyIndex = QModelIndex | QPersistentModelIndex
CELL = Qt.ItemDataRole.UserRole + 1


@dataclass(frozen=True, slots=True)
class Column:
    """A column: key for sorting, title, width in pixels; `tabular` figures, `right` alignment, `stretch` takes the rest, three quarters of its width at least. A `spare` column is left out where there is no room for all of them."""

    key: str
    title: str
    width: int
    tabular: bool = False
    right: bool = False
    sortable: bool = False
    stretch: bool = False
    spare: bool = False


@dataclass(frozen=True, slots=True)
class Cell:
    """What one place shows: text, a small second line, or a badge; `copy` is what goes to the clipboard."""

    text: str = ""
    detail: str = ""
    tone: Tone = Tone.PLAIN
    detail_tone: Tone = Tone.MUTED
    strong: bool = False
    icon: str = ""
    badge: Face | None = None
    copy: str = ""

    @property
    def words(self) -> str:
        """The cell as plain words, for copying and for screen readers."""
        if self.copy:
            return self.copy
        shown = self.badge.text if self.badge is not None else self.text
        return f"{shown}, {self.detail}" if self.detail else shown


class TableModel(QAbstractTableModel):
    """Asks `fetch` for a row only when a cell of it is drawn or copied."""

    def __init__(self, columns: Sequence[Column]) -> None:
        super().__init__()
        self.columns = tuple(columns)
        self._count = 0
        self._fetch: Callable[[int], Sequence[Cell]] = lambda _row: ()
        self._last: tuple[int, Sequence[Cell]] = (-1, ())

    def show_rows(self, count: int, fetch: Callable[[int], Sequence[Cell]]) -> None:
        """Show `count` rows; more than before at the same start are added without a jump."""
        grown = count - self._count
        self._fetch = fetch
        self._last = (-1, ())
        if grown > 0 and self._count:
            self.beginInsertRows(QModelIndex(), self._count, count - 1)
            self._count = count
            self.endInsertRows()
        elif grown:
            self.beginResetModel()
            self._count = count
            self.endResetModel()
        if self._count:
            self.dataChanged.emit(self.index(0, 0), self.index(self._count - 1, len(self.columns) - 1))

    def cell(self, row: int, column: int) -> Cell:
        """The cell at a place; raises IndexError outside the table. The cells of a row are drawn one after the other."""
        if self._last[0] != row:
            self._last = (row, self._fetch(row))
        return self._last[1][column]

    def rowCount(self, parent: AnyIndex = QModelIndex()) -> int:  # noqa: B008
        return 0 if parent.isValid() else self._count

    def columnCount(self, parent: AnyIndex = QModelIndex()) -> int:  # noqa: B008
        return 0 if parent.isValid() else len(self.columns)

    def data(self, index: AnyIndex, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid():
            return None
        if role == CELL:
            return self.cell(index.row(), index.column())
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            return self.cell(index.row(), index.column()).words
        return None

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> Any:
        if orientation is Qt.Orientation.Horizontal and role == Qt.ItemDataRole.DisplayRole:
            return self.columns[section].title
        if orientation is Qt.Orientation.Horizontal and role == Qt.ItemDataRole.TextAlignmentRole:
            side = Qt.AlignmentFlag.AlignRight if self.columns[section].right else Qt.AlignmentFlag.AlignLeft
            return side | Qt.AlignmentFlag.AlignVCenter
        return None

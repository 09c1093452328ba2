"""How a cell of a table looks: one or two lines, a badge, a marker at the chosen row."""

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QPainter
from PySide6.QtWidgets import QAbstractItemView, QStyle, QStyleOptionViewItem

from perisai_desktop.ui.theme.fonts import Weight, sized
from perisai_desktop.ui.theme.icons import paint_icon
from perisai_desktop.ui.theme.theme import active_palette
from perisai_desktop.ui.theme.tokens import METRICS, TYPE, Palette
from perisai_desktop.ui.widgets.marks import badge_width, paint_badge
from perisai_desktop.ui.widgets.table_model import CELL, Cell, Column
from perisai_desktop.ui.widgets.whole_words import TellsWhole

_PAD = 12
_LEFT = int(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
_RIGHT = int(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)


def focused_row(option: QStyleOptionViewItem) -> int:
    """The row where the next key goes, -1 where the list does not have the focus."""
    view = option.widget
    if not isinstance(view, QAbstractItemView) or not view.hasFocus():
        return -1
    return view.currentIndex().row()


def paint_focus(painter: QPainter, rect: QRectF) -> None:
    """Draw the lines above and below the row that has the focus."""
    for top in (rect.y(), rect.bottom() - 2):
        painter.fillRect(QRectF(rect.x(), top, rect.width(), 2), QColor(active_palette().primary))


class CellPainter(TellsWhole):
    """Paints cells of a TableModel."""

    def __init__(self, columns: tuple[Column, ...]) -> None:
        super().__init__()
        self._columns = columns
        self._base = QFont()
        self._fonts: dict[tuple[int, Weight, bool], QFont] = {}

    def sizeHint(self, _option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:
        return QSize(self._columns[index.column()].width, METRICS.row)

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        tokens = active_palette()
        rect = QRectF(option.rect)
        state = option.state
        cell: Cell = index.data(CELL)
        column = self._columns[index.column()]
        painter.save()
        chosen = bool(state & QStyle.StateFlag.State_Selected)
        if chosen:
            painter.fillRect(rect, QColor(tokens.chosen))
        painter.fillRect(QRectF(rect.x(), rect.bottom() - 1, rect.width(), 1), QColor(tokens.line2))
        if chosen and index.column() == 0:
            painter.fillRect(QRectF(rect.x(), rect.y(), 3, rect.height() - 1), QColor(tokens.primary))
        if index.row() == focused_row(option):
            paint_focus(painter, rect)
        inner = rect.adjusted(_PAD, 0, -6, -1)
        font = option.font
        if cell.badge is not None:
            width = min(badge_width(cell.badge, font), inner.width() + 4)
            top = inner.y() + (inner.height() - METRICS.badge) / 2
            paint_badge(painter, cell.badge, QRectF(inner.x(), top, width, METRICS.badge), font)
        else:
            self._words(painter, tokens, cell, column, inner, option)
        painter.restore()

    def _font(self, base: QFont, size: int, weight: Weight, *, tabular: bool = False) -> QFont:
        """`base` at a size and weight; the few that a table has are made once."""
        if base != self._base:
            self._base = QFont(base)
            self._fonts.clear()
        wanted = (size, weight, tabular)
        if wanted not in self._fonts:
            self._fonts[wanted] = sized(base, size, weight, tabular=tabular)
        return self._fonts[wanted]

    def _words(
        self,
        painter: QPainter,
        tokens: Palette,
        cell: Cell,
        column: Column,
        inner: QRectF,
        option: QStyleOptionViewItem,
    ) -> None:
        base = option.font
        if cell.icon:
            colour = tokens.ink(cell.tone)
            paint_icon(painter, cell.icon, colour, QRectF(inner.right() - 20, inner.center().y() - 8, 16, 16))
            inner = inner.adjusted(0, 0, -24, 0)
        middle = _RIGHT if column.right else _LEFT
        weight = Weight.MEDIUM if cell.strong else Weight.REGULAR
        painter.setFont(self._font(base, TYPE.base, weight, tabular=column.tabular))
        painter.setPen(QColor(tokens.ink(cell.tone)))
        upper = inner.adjusted(0, 5, 0, -inner.height() / 2 + 1) if cell.detail else inner
        elide = Qt.TextElideMode.ElideRight
        shown = painter.fontMetrics().elidedText(cell.text, elide, int(inner.width()))
        painter.drawText(upper, middle, shown)
        if cell.detail:
            painter.setFont(self._font(base, TYPE.meta, Weight.SEMIBOLD))
            painter.setPen(QColor(tokens.ink(cell.detail_tone)))
            lower = inner.adjusted(0, inner.height() / 2, 0, -4)
            painter.drawText(
                lower, middle, painter.fontMetrics().elidedText(cell.detail, elide, int(inner.width()))
            )

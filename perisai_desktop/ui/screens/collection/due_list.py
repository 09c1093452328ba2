"""The round's list: people under their villages, drawn row by row so that thousands scroll smoothly."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from PySide6.QtCore import QAbstractListModel, QModelIndex, QPersistentModelIndex, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFont, QKeyEvent, QPainter
from PySide6.QtWidgets import QListView, QStyle, QStyleOptionViewItem

from perisai_desktop.domain.collection import DueRow, DueSum
from perisai_desktop.ui.screens.collection.words import standing_words, village_words
from perisai_desktop.ui.theme.fonts import Weight, sized
from perisai_desktop.ui.theme.icons import paint_icon
from perisai_desktop.ui.theme.theme import active_palette
from perisai_desktop.ui.theme.tokens import TYPE, Palette, Tone
from perisai_desktop.ui.widgets.table_painting import focused_row, paint_focus
from perisai_desktop.ui.widgets.whole_words import TellsWhole
from sync.rules.iuran_month import IuranMonth
from sync.rules.rupiah import Rupiah, format_rupiah

HEAD_HEIGHT = 34
ROW_HEIGHT = 48
_RIGHT = int(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
_LEFT = int(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
_ELIDE = Qt.TextElideMode.ElideRight
Index = QModelIndex | QPersistentModelIndex


@dataclass(frozen=True, slots=True)
class _Line:
    """A village, or a person under it; `words` stand in the second line, or at the right of a village."""

    row: DueRow
    words: str
    tone: Tone = Tone.MUTED
    head: bool = False

    @property
    def spoken(self) -> str:
        """The line as a screen reader says it."""
        if self.head:
            return f"{self.row.place}, {self.words}"
        return ", ".join(part for part in (self.row.name, self.words, _amount(self.row)) if part)


class _Model(QAbstractListModel):
    def __init__(self) -> None:
        super().__init__()
        self.lines: tuple[_Line, ...] = ()

    def show_lines(self, lines: tuple[_Line, ...]) -> None:
        """Show `lines`; more of them behind the same beginning are added without a jump."""
        before = self.lines
        if before and len(lines) > len(before) and lines[: len(before)] == before:
            self.beginInsertRows(QModelIndex(), len(before), len(lines) - 1)
            self.lines = lines
            self.endInsertRows()
        elif len(lines) == len(before):
            self.lines = lines
            if lines:
                self.dataChanged.emit(self.index(0), self.index(len(lines) - 1))
        else:
            self.beginResetModel()
            self.lines = lines
            self.endResetModel()

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        return 0 if parent.isValid() else len(self.lines)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            return self.lines[index.row()].spoken
        return None

    def flags(self, index: Index) -> Qt.ItemFlag:
        if self.lines[index.row()].head:
            return Qt.ItemFlag.NoItemFlags
        return Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable


class DueList(QListView):
    """`chosen` carries a worker; `opened`: Enter or a double click; `stepped`: Left or Right; `typed`: a letter."""

    chosen = Signal(str)
    opened = Signal()
    stepped = Signal(int)
    typed = Signal(str)
    end_near = Signal()

    def __init__(self, today: date) -> None:
        super().__init__()
        self._this_month = IuranMonth.of(today)
        self._model = _Model()
        self._quiet = False
        self.setObjectName("due_list")
        self.setAccessibleName(self.tr("People of the round"))
        self.setModel(self._model)
        self.setItemDelegate(_Painter(self))
        self.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.doubleClicked.connect(lambda _index: self.opened.emit())
        self.verticalScrollBar().valueChanged.connect(lambda _value: self._look_ahead())

    def show_rows(self, rows: tuple[DueRow, ...], villages: Mapping[str, DueSum], chosen: int) -> None:
        """Show people under their villages with each village's sum, and mark the one at `chosen`."""
        lines: list[_Line] = []
        marked = -1
        for place, row in enumerate(rows):
            if place == 0 or rows[place - 1].village != row.village:
                total = villages.get(row.village)
                lines.append(_Line(row, "" if total is None else village_words(total), head=True))
            marked = len(lines) if place == chosen else marked
            words, tone = standing_words(row, due=row.month <= self._this_month)
            lines.append(_Line(row, words, tone))
        self._quiet = True
        self._model.show_lines(tuple(lines))
        if marked >= 0 and marked != self.currentIndex().row():
            self.setCurrentIndex(self._model.index(marked))
        elif marked < 0:
            self.setCurrentIndex(QModelIndex())
        self._quiet = False

    def currentChanged(self, current: QModelIndex, previous: QModelIndex) -> None:  # type: ignore[override]
        super().currentChanged(current, previous)
        if not self._quiet and current.isValid():
            self.chosen.emit(self._model.lines[current.row()].row.worker_id)
        self._look_ahead()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key, letter = event.key(), event.text()
        if key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.opened.emit()
        elif key in (Qt.Key.Key_Left, Qt.Key.Key_Right):
            self.stepped.emit(-1 if key == Qt.Key.Key_Left else 1)
        elif letter.strip() and letter.isprintable() and not event.modifiers() & ~_SHIFT:
            self.typed.emit(letter)
        else:
            super().keyPressEvent(event)

    def _look_ahead(self) -> None:
        bar = self.verticalScrollBar()
        if bar.maximum() - bar.value() < 20 * ROW_HEIGHT:
            self.end_near.emit()


_SHIFT = Qt.KeyboardModifier.ShiftModifier | Qt.KeyboardModifier.KeypadModifier


class _Painter(TellsWhole):
    def sizeHint(self, _option: QStyleOptionViewItem, index: Index) -> QSize:
        return QSize(200, HEAD_HEIGHT if _line_of(index).head else ROW_HEIGHT)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        line, tokens, box = _line_of(index), active_palette(), QRectF(option.rect)
        painter.save()
        if line.head:
            _paint_head(painter, tokens, box, option.font, line)
        else:
            chosen = bool(option.state & QStyle.StateFlag.State_Selected)
            _paint_row(painter, tokens, box, option.font, line, chosen=chosen)
        if index.row() == focused_row(option):
            paint_focus(painter, box)
        painter.restore()


def _line_of(index: Index) -> _Line:
    model = index.model()
    assert isinstance(model, _Model)
    return model.lines[index.row()]


def _amount(row: DueRow) -> str:
    """What somebody paid today, else what is owed; a dash where that is not known."""
    rupiah = row.paid or row.expected
    return "–" if rupiah is None else format_rupiah(Rupiah(rupiah))


def _paint_head(painter: QPainter, tokens: Palette, box: QRectF, font: QFont, line: _Line) -> None:
    painter.fillRect(box, QColor(tokens.sub))
    inner = box.adjusted(16, 0, -16, 0)
    painter.setPen(QColor(tokens.muted))
    painter.setFont(sized(font, TYPE.label, Weight.MEDIUM, tabular=True))
    painter.drawText(inner, _RIGHT, line.words)
    taken = painter.fontMetrics().horizontalAdvance(line.words) + 12
    painter.setFont(sized(font, TYPE.label, Weight.SEMIBOLD))
    painter.setPen(QColor(tokens.text))
    shown = painter.fontMetrics().elidedText(line.row.place or "–", _ELIDE, int(inner.width()) - taken)
    painter.drawText(inner, _LEFT, shown)
    painter.fillRect(QRectF(box.x(), box.bottom() - 1, box.width(), 1), QColor(tokens.line2))


def _paint_row(
    painter: QPainter, tokens: Palette, box: QRectF, font: QFont, line: _Line, *, chosen: bool
) -> None:
    row = line.row
    painter.fillRect(box, QColor(tokens.chosen if chosen else tokens.card))
    if chosen:
        painter.fillRect(QRectF(box.x(), box.y(), 3, box.height()), QColor(tokens.primary))
    inner = box.adjusted(16, 5, -16, -5)
    upper = QRectF(inner.x(), inner.y(), inner.width(), 19)
    lower = QRectF(inner.x(), inner.y() + 19, inner.width(), 18)
    amount = _amount(row)
    painter.setFont(sized(font, TYPE.base, Weight.SEMIBOLD, tabular=True))
    painter.setPen(QColor(tokens.ok if row.paid else tokens.text))
    side = inner if not row.paid else inner.adjusted(0, 0, 0, 0)
    painter.drawText(side, _RIGHT, amount)
    taken = painter.fontMetrics().horizontalAdvance(amount) + 12
    if row.paid:
        left = inner.right() - taken - 10
        paint_icon(painter, "circle-check", tokens.ok, QRectF(left, inner.center().y() - 8, 16, 16))
        taken += 22
    room = int(inner.width()) - taken
    painter.setFont(sized(font, TYPE.base, Weight.MEDIUM))
    painter.setPen(QColor(tokens.muted if row.paid else tokens.text))
    painter.drawText(upper, _LEFT, painter.fontMetrics().elidedText(row.name, _ELIDE, room))
    painter.setFont(sized(font, TYPE.label))
    painter.setPen(QColor(tokens.ink(line.tone)))
    painter.drawText(lower, _LEFT, painter.fontMetrics().elidedText(line.words, _ELIDE, room))
    painter.fillRect(QRectF(inner.x(), box.bottom() - 1, inner.width(), 1), QColor(tokens.line2))

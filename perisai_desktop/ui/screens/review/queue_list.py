"""The reviewer's queue: records grouped by agent and day, drawn row by row so that thousands scroll smoothly."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import timedelta

from PySide6.QtCore import (
    QAbstractListModel,
    QCoreApplication,
    QModelIndex,
    QPersistentModelIndex,
    QRectF,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter, QResizeEvent
from PySide6.QtWidgets import QListView, QStyle, QStyleOptionViewItem, QWidget

from perisai_desktop.domain.review import QueueGroup, QueueRecord
from perisai_desktop.ui.i18n import month_short
from perisai_desktop.ui.record_words import state_face
from perisai_desktop.ui.screens.review.queues import is_urgent
from perisai_desktop.ui.screens.review.settling_words import kind_words
from perisai_desktop.ui.screens.review.words import clock_at, till_words
from perisai_desktop.ui.theme.fonts import Weight, sized
from perisai_desktop.ui.theme.icons import paint_icon
from perisai_desktop.ui.theme.theme import active_palette
from perisai_desktop.ui.theme.tokens import TYPE, Palette, Tone
from perisai_desktop.ui.widgets.table_painting import focused_row, paint_focus
from perisai_desktop.ui.widgets.whole_words import TellsWhole
from sync.rules.iuran_month import IuranMonth
from sync.rules.rupiah import Rupiah, format_rupiah
from sync.rules.states import ReviewState
from sync.rules.withdrawal import stop_due

translate = QCoreApplication.translate

GROUP_HEIGHT = 50
TILL_HEIGHT = 18
"""What a group is higher by for each line in which its day's receipts are told."""
_BETWEEN = " · "
_LEFT_AIR, _RIGHT_AIR = 16, 12
RECORD_HEIGHT = 46
_RIGHT = int(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
_LEFT = int(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
_SETTLED = frozenset(
    {ReviewState.APPROVED, ReviewState.RETURNED, ReviewState.REFUSED, ReviewState.REGISTERED}
)
Index = QModelIndex | QPersistentModelIndex


@dataclass(frozen=True, slots=True)
class _Line:
    group: QueueGroup
    record: QueueRecord | None
    words: str
    till: str = ""


class _Model(QAbstractListModel):
    def __init__(self) -> None:
        super().__init__()
        self.lines: tuple[_Line, ...] = ()

    def show_lines(self, lines: tuple[_Line, ...]) -> None:
        self.beginResetModel()
        self.lines = lines
        self.endResetModel()

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        return 0 if parent.isValid() else len(self.lines)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        line = self.lines[index.row()]
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            if line.record is None:
                return f"{line.group.agent_name}, {line.words}, {line.till}"
            return f"{_name(line.record)}, {line.words}"
        return None

    def flags(self, index: Index) -> Qt.ItemFlag:
        if self.lines[index.row()].record is None:
            return Qt.ItemFlag.ItemIsEnabled
        return Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable


class QueueList(QListView):
    """Emits the entry's id when a record is chosen by mouse or Enter."""

    chosen = Signal(str)

    def __init__(self, here: int, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._here = here
        self._model = _Model()
        self._shown: tuple[QueueGroup, ...] = ()
        self.setObjectName("queue")
        self.setAccessibleName(self.tr("Records to review"))
        self.setModel(self._model)
        self.setItemDelegate(_Painter(self))
        self.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.activated.connect(self._choose)
        self.clicked.connect(self._choose)

    def show_groups(self, groups: tuple[QueueGroup, ...], current: str | None) -> None:
        """Show the groups and mark the record that is open."""
        if groups != self._shown:
            self._shown = groups
            self._model.show_lines(tuple(line for group in groups for line in self._lines(group)))
        for row, line in enumerate(self._model.lines):
            if line.record is not None and line.record.entry_id == current:
                self.setCurrentIndex(self._model.index(row))
                return
        self.clearSelection()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """The day's receipts take more lines in a narrow list."""
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self.scheduleDelayedItemsLayout()

    def _lines(self, group: QueueGroup) -> list[_Line]:
        till = "" if group.till is None else till_words(group.till)
        head = _Line(group, None, self.tr("%n record(s)", "", group.count), till)
        return [head, *(_Line(group, record, _details(record, self._here)) for record in group.records)]

    def _choose(self, index: QModelIndex) -> None:
        record = self._model.lines[index.row()].record
        if record is not None:
            self.chosen.emit(record.entry_id)


class _Painter(TellsWhole):
    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        line = _line_of(index)
        if line.record is not None:
            return QSize(200, RECORD_HEIGHT)
        view = self.parent()
        assert isinstance(view, QueueList)
        metrics = QFontMetrics(sized(option.font, TYPE.label, tabular=True))
        lines = _broken(line.till, metrics, view.viewport().width() - _LEFT_AIR - _RIGHT_AIR)
        return QSize(200, GROUP_HEIGHT + TILL_HEIGHT * len(lines))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        line = _line_of(index)
        tokens = active_palette()
        box = QRectF(option.rect)
        font = option.font
        chosen = bool(option.state & QStyle.StateFlag.State_Selected)
        painter.save()
        if line.record is None:
            _paint_group(painter, tokens, box, font, line)
        else:
            _paint_record(painter, tokens, box, font, line.record, line.words, chosen)
        if index.row() == focused_row(option):
            paint_focus(painter, box)
        painter.restore()


def _details(record: QueueRecord, here: int) -> str:
    """When it was recorded, the receipt's counter, by which agent and branch speak of a record, and what it is.

    Of an enrolment that is the occupation.
    """
    if is_urgent(record):
        due = stop_due(record.recorded_at)
        local = due + timedelta(minutes=record.utc_offset)
        words = translate("Queues", "stop by {day} {month}, {clock}").format(
            day=local.day,
            month=month_short(IuranMonth.of(local.date())).partition(" ")[0],
            clock=clock_at(due, record.utc_offset, here),
        )
        return " · ".join((*_waiting_for(record), words))
    counter = record.receipt_number.split("-")[2] if record.receipt_number else "–"
    clock = clock_at(record.recorded_at, record.utc_offset, here)
    named = record.worker_name and record.kind != "enrolment"
    what = kind_words(record.kind) if named else record.occupation
    return " · ".join(part for part in (*_waiting_for(record), clock, counter, what) if part)


def _waiting_for(record: QueueRecord) -> tuple[str, ...]:
    """Who has it open, or asks whether it is of somebody else's, or whose decision waits for a second reviewer."""
    if record.proposed_by is not None or record.proposed_mine:
        return (translate("Queues", "second reviewer"),)
    if record.escalated_by is not None:
        mine = translate("Queues", "you asked somebody else")
        asks = translate("Queues", "{name} asks").format(name=record.escalated_by)
        return (mine if record.escalated_mine else asks,)
    return (record.claimed_by,) if record.claimed_by is not None and not record.mine else ()


def _name(record: QueueRecord) -> str:
    return record.worker_name or kind_words(record.kind)


def _line_of(index: Index) -> _Line:
    model = index.model()
    assert isinstance(model, _Model)
    return model.lines[index.row()]


def _broken(words: str, metrics: QFontMetrics, room: int) -> list[str]:
    """Words in as many lines as they need, broken between their parts; none of no words."""
    lines: list[str] = []
    for part in words.split(_BETWEEN) if words else ():
        longer = _BETWEEN.join((*lines[-1:], part))
        if lines and metrics.horizontalAdvance(longer) <= room:
            lines[-1] = longer
        else:
            lines.append(part)
    return lines


def _paint_group(painter: QPainter, tokens: Palette, box: QRectF, font: QFont, line: _Line) -> None:
    group = line.group
    painter.fillRect(box, QColor(tokens.sub))
    text = box.adjusted(_LEFT_AIR, 6, -_RIGHT_AIR, -6)
    top = QRectF(text.x(), text.y(), text.width(), 19)
    under = QRectF(text.x(), text.y() + 19, text.width(), 18)
    painter.setPen(QColor(tokens.text))
    painter.setFont(sized(font, TYPE.base, Weight.SEMIBOLD, tabular=True))
    amount = format_rupiah(Rupiah(group.rupiah))
    painter.drawText(top, _RIGHT, amount)
    room = int(top.width()) - painter.fontMetrics().horizontalAdvance(amount) - 12
    painter.setFont(sized(font, TYPE.base, Weight.SEMIBOLD))
    day = f"{group.on.day} {month_short(IuranMonth.of(group.on)).partition(' ')[0]}"
    name = painter.fontMetrics().elidedText(
        group.agent_name,
        Qt.TextElideMode.ElideRight,
        room - painter.fontMetrics().horizontalAdvance(f" · {day}"),
    )
    painter.drawText(top, _LEFT, f"{name} · {day}")
    painter.setPen(QColor(tokens.muted))
    painter.setFont(sized(font, TYPE.label))
    painter.drawText(under, _LEFT, line.words)
    flagged = sum(bool(record.flags) for record in group.records)
    if flagged:
        _paint_flags(painter, tokens, under, font, flagged)
    painter.setPen(QColor(tokens.muted))
    painter.setFont(sized(font, TYPE.label, tabular=True))
    for place, words in enumerate(_broken(line.till, painter.fontMetrics(), int(text.width()))):
        till = QRectF(text.x(), text.y() + 37 + TILL_HEIGHT * place, text.width(), TILL_HEIGHT)
        painter.drawText(
            till,
            _LEFT,
            painter.fontMetrics().elidedText(words, Qt.TextElideMode.ElideRight, int(text.width())),
        )
    painter.fillRect(QRectF(box.x(), box.bottom() - 1, box.width(), 1), QColor(tokens.line))


def _paint_record(
    painter: QPainter,
    tokens: Palette,
    box: QRectF,
    font: QFont,
    record: QueueRecord,
    words: str,
    chosen: bool,
) -> None:
    painter.fillRect(box, QColor(tokens.chosen if chosen else tokens.card))
    if chosen:
        painter.fillRect(QRectF(box.x(), box.y(), 3, box.height()), QColor(tokens.primary))
    text = box.adjusted(16, 4, -12, -4)
    top = QRectF(text.x(), text.y(), text.width(), 19)
    under = QRectF(text.x(), text.y() + 19, text.width(), 18)
    settled = record.state in _SETTLED
    painter.setFont(sized(font, TYPE.base, Weight.MEDIUM, tabular=True))
    painter.setPen(QColor(tokens.muted if settled else tokens.text))
    amount = format_rupiah(record.rupiah)
    painter.drawText(top, _RIGHT, amount)
    painter.setFont(sized(font, TYPE.base, Weight.MEDIUM))
    room = int(top.width()) - painter.fontMetrics().horizontalAdvance(amount) - 12
    name = painter.fontMetrics().elidedText(_name(record), Qt.TextElideMode.ElideRight, room)
    painter.drawText(top, _LEFT, name)
    painter.setPen(QColor(tokens.muted))
    painter.setFont(sized(font, TYPE.label))
    face = state_face(record.state) if settled or record.state is ReviewState.IN_REVIEW else None
    taken = painter.fontMetrics().horizontalAdvance(face.text) + 16 if face else 40 if record.flags else 0
    room = int(under.width()) - taken
    painter.drawText(under, _LEFT, painter.fontMetrics().elidedText(words, Qt.TextElideMode.ElideRight, room))
    if face is not None:
        painter.setPen(QColor(tokens.ink(face.tone)))
        painter.setFont(sized(font, TYPE.label, Weight.SEMIBOLD))
        painter.drawText(under, _RIGHT, face.text)
    elif record.flags:
        _paint_flags(painter, tokens, under, font, len(record.flags))
    painter.fillRect(QRectF(text.x(), box.bottom() - 1, text.width(), 1), QColor(tokens.line2))


def _paint_flags(painter: QPainter, tokens: Palette, under: QRectF, font: QFont, count: int) -> None:
    painter.setPen(QColor(tokens.warning))
    painter.setFont(sized(font, TYPE.label, Weight.SEMIBOLD))
    painter.drawText(under, _RIGHT, str(count))
    left = under.right() - painter.fontMetrics().horizontalAdvance(str(count)) - 20
    paint_icon(painter, "flag", tokens.ink(Tone.WARNING), QRectF(left, under.y() + 2, 14, 14))

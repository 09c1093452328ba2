"""The guided tour over a real window: one thing after the other in a spotlight, with a few words beside it."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QEvent, QObject, QPoint, QPointF, QRect, QRectF, Qt, QTimer, Signal
from PySide6.QtGui import (
    QColor,
    QFocusEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPainterPath,
    QPaintEvent,
    QPen,
    QPolygonF,
    QRegion,
)
from PySide6.QtWidgets import QApplication, QFrame, QVBoxLayout, QWidget
from shiboken6 import isValid

from perisai_desktop.ui.theme.theme import active_palette
from perisai_desktop.ui.theme.tokens import METRICS
from perisai_desktop.ui.widgets.button import Button, Kind
from perisai_desktop.ui.widgets.cards import across
from perisai_desktop.ui.widgets.labels import Role, Text

_CARD_WIDTH = 400
_MARGIN = 12
_ARROW = 10
_HALO = 6


@dataclass(frozen=True, slots=True)
class Stop:
    """What one stop shows: `targets` are asked anew whenever the window changes; those out of sight do not count."""

    name: str
    title: str
    words: str
    targets: Callable[[], Sequence[QWidget]]


class Guide(QWidget):
    """Lies over `window` until it is `finished`; Enter or Right goes on, Left goes back, Esc or a click beside ends it.

    It holds up nothing: whatever takes the keyboard elsewhere in the window ends it too.
    """

    finished = Signal()

    def __init__(self, window: QWidget, stops: Sequence[Stop]) -> None:
        super().__init__(window)
        self.setObjectName("guide")
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._window = window
        self._stops = [stop for stop in stops if not _place(window, stop).isEmpty()]
        self._at = 0
        self._over = False
        self._before: QWidget | None = None
        self._light = QRect()
        self._card = QFrame(self)
        self._card.setProperty("card", "true")
        self._title = Text("", Role.HEADING, wrap=True)
        self._words = Text("", wrap=True)
        self._count = Text("", Role.META)
        self._skip = self._button("guide_skip", self.tr("Skip"), "Esc", Kind.LINK, self.end)
        self._back = self._button("guide_back", self.tr("Back"), "←", Kind.PLAIN, self.go_back)
        self._next = self._button("guide_next", self.tr("Next"), "Enter", Kind.PRIMARY, self.go_on)
        column = QVBoxLayout(self._card)
        column.setContentsMargins(16, 14, 16, 14)
        column.setSpacing(8)
        column.addWidget(self._count)
        column.addWidget(self._title)
        column.addWidget(self._words)
        column.addSpacing(4)
        column.addLayout(across(self._skip, None, self._back, self._next, spacing=8))
        window.installEventFilter(self)
        self.hide()

    @property
    def stop(self) -> Stop:
        """Where one stands."""
        return self._stops[self._at]

    @property
    def count(self) -> int:
        """How many stops there are to see."""
        return len(self._stops)

    def begin(self) -> None:
        """Show the first stop; without anything to show it is over at once."""
        if not self._stops:
            self.end()
            return
        self.resize(self._window.size())
        self.show()
        self.raise_()
        self._present()
        self._before = self._window.focusWidget()
        self.setFocus(Qt.FocusReason.OtherFocusReason)

    def go_on(self) -> None:
        """The next stop; after the last one the tour is over."""
        if self._at + 1 < len(self._stops):
            self._at += 1
            self._present()
        else:
            self.end()

    def go_back(self) -> None:
        """The stop before."""
        if self._at:
            self._at -= 1
            self._present()

    def end(self) -> None:
        """The tour is over, seen or skipped; the cursor is where it was, unless it was put elsewhere."""
        if not self._over:
            self._over = True
            if self.hasFocus() and self._before is not None and isValid(self._before):
                self._before.setFocus(Qt.FocusReason.OtherFocusReason)
            self._window.removeEventFilter(self)
            self.hide()
            self.deleteLater()
            self.finished.emit()

    def _button(self, name: str, words: str, key: str, kind: Kind, act: Callable[[], None]) -> Button:
        button = Button(words, kind, key=key, bind=False)
        button.setObjectName(name)
        # The keys belong to the whole tour; the buttons are for the mouse and for screen readers.
        button.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        button.clicked.connect(act)
        return button

    def _present(self) -> None:
        stop = self.stop
        last = self._at + 1 == len(self._stops)
        place = self.tr("{place} of {all}").format(place=self._at + 1, all=len(self._stops))
        self._count.setText(place)
        self._title.setText(stop.title)
        self._words.setText(stop.words)
        self._back.setVisible(self._at > 0)
        self._skip.setVisible(not last)
        self._next.show_words(self.tr("Done") if last else self.tr("Next"))
        self.setAccessibleName(f"{place}. {stop.title}")
        self.setAccessibleDescription(stop.words)
        self._arrange()

    def _arrange(self) -> None:
        """Put the light on the target and the card beside it, where there is most room."""
        light = _place(self._window, self.stop)
        self._light = light.adjusted(-_HALO, -_HALO, _HALO, _HALO).intersected(self.rect())
        width = min(_CARD_WIDTH, self.width() - 2 * _MARGIN)
        self._card.setFixedWidth(width)
        layout = self._card.layout()
        height = layout.totalHeightForWidth(width) if layout is not None else 0
        self._card.setFixedHeight(min(max(height, 120), self.height() - 2 * _MARGIN))
        self._card.move(_beside(self._light, self._card.size().toTuple(), self.rect()))
        self.update()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if watched is self._window and event.type() == QEvent.Type.Resize:
            self.resize(self._window.size())
            self._arrange()
            # The parts inside get their places only after this turn.
            QTimer.singleShot(0, self, self._arrange)
        return False

    def keyPressEvent(self, event: QKeyEvent) -> None:
        keys: dict[int, Callable[[], None]] = {
            Qt.Key.Key_Return: self.go_on,
            Qt.Key.Key_Enter: self.go_on,
            Qt.Key.Key_Space: self.go_on,
            Qt.Key.Key_Right: self.go_on,
            Qt.Key.Key_Left: self.go_back,
            Qt.Key.Key_Escape: self.end,
        }
        act = keys.get(event.key())
        if act is not None:
            act()
        else:
            super().keyPressEvent(event)

    def focusNextPrevChild(self, _forward: bool) -> bool:
        """Tab stays on the tour."""
        return True

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        elsewhere = QApplication.focusWidget()
        if elsewhere is not None and elsewhere.window() is self.window():
            self.end()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if not self._card.geometry().contains(event.position().toPoint()):
            self.end()

    def paintEvent(self, _event: QPaintEvent) -> None:
        tokens = active_palette()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        shade = QPainterPath()
        shade.addRect(QRectF(self.rect()))
        hole = QPainterPath()
        hole.addRoundedRect(QRectF(self._light), METRICS.radius_input, METRICS.radius_input)
        painter.fillPath(shade.subtracted(hole), QColor(0, 0, 0, 150))
        painter.setPen(QPen(QColor(tokens.rail_marker), 2))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawPath(hole)
        arrow = _arrow(QRectF(self._light), QRectF(self._card.geometry()))
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(tokens.card))
        painter.drawPolygon(arrow)


def _place(window: QWidget, stop: Stop) -> QRect:
    """Where the targets of a stop lie in `window`; an empty rectangle where none is in sight."""
    seen = QRegion()
    for target in stop.targets():
        if target.isVisibleTo(window) and window.isAncestorOf(target):
            seen += QRect(target.mapTo(window, QPoint(0, 0)), target.size())
    return seen.boundingRect()


def _beside(light: QRect, size: tuple[int, int], room: QRect) -> QPoint:
    """Where a card of `size` stands: right of the light, left, above or below, wherever there is room, else most."""
    width, height = size
    away = _ARROW + 4
    spare = {
        "right": room.right() - light.right() - away - width,
        "above": light.top() - away - height,
        "below": room.bottom() - light.bottom() - away - height,
        "left": light.left() - away - width,
    }
    side = next(
        (side for side, left in spare.items() if left >= _MARGIN), max(spare, key=lambda key: spare[key])
    )
    x = {"right": light.right() + away, "left": light.left() - away - width}.get(
        side, light.center().x() - width // 2
    )
    y = {"above": light.top() - away - height, "below": light.bottom() + away}.get(
        side, light.center().y() - height // 2
    )
    return QPoint(
        max(_MARGIN, min(x, room.width() - width - _MARGIN)),
        max(_MARGIN, min(y, room.height() - height - _MARGIN)),
    )


def _arrow(light: QRectF, card: QRectF) -> QPolygonF:
    """A triangle from the card's edge towards the light; none where they meet."""
    x = min(max(light.center().x(), card.left() + 20), card.right() - 20)
    y = min(max(light.center().y(), card.top() + 20), card.bottom() - 20)
    if card.left() >= light.right():
        tip = QPointF(card.left() - _ARROW, y)
        feet = (QPointF(card.left() + 1, y - _ARROW), QPointF(card.left() + 1, y + _ARROW))
    elif card.right() <= light.left():
        tip = QPointF(card.right() + _ARROW, y)
        feet = (QPointF(card.right() - 1, y - _ARROW), QPointF(card.right() - 1, y + _ARROW))
    elif card.bottom() <= light.top():
        tip = QPointF(x, card.bottom() + _ARROW)
        feet = (QPointF(x - _ARROW, card.bottom() - 1), QPointF(x + _ARROW, card.bottom() - 1))
    elif card.top() >= light.bottom():
        tip = QPointF(x, card.top() - _ARROW)
        feet = (QPointF(x - _ARROW, card.top() + 1), QPointF(x + _ARROW, card.top() + 1))
    else:
        return QPolygonF()
    return QPolygonF([tip, *feet])

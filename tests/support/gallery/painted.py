"""Hears what widgets paint: every text with the widget it stands on, what was cut off by dots, what ran out of its box."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass

from PySide6.QtCore import QRect, QRectF, Qt
from PySide6.QtGui import QColor, QFontMetrics, QFontMetricsF, QPainter
from PySide6.QtWidgets import QWidget

DOTS = "…"


@dataclass(frozen=True, slots=True)
class Painted:
    """A text as it was painted on `widget`; `whole` is what it was before dots, `spill` how many pixels it lacks.

    `place` is the rectangle it was painted into, on the widget; an empty one where it was painted at a point.
    """

    widget: QWidget
    text: str
    whole: str
    spill: int
    ink: QColor
    size: float
    bold: bool
    place: QRect


@contextmanager
def overheard() -> Iterator[list[Painted]]:
    """The texts that are painted through Python while the block runs."""
    heard: list[Painted] = []
    wholes: dict[str, str] = {}
    draw, elide = QPainter.drawText, QFontMetrics.elidedText

    def listening_draw(painter: QPainter, *arguments: object) -> object:
        texts = [each for each in arguments if isinstance(each, str)]
        device = painter.device()
        if texts and isinstance(device, QWidget):
            text = texts[-1]
            font, place = painter.font(), _place(painter, arguments[0])
            spill, ink = _spill(painter, arguments, text), painter.pen().color()
            whole = wholes.get(text, text)
            heard.append(Painted(device, text, whole, spill, ink, font.pixelSize(), font.bold(), place))
        return draw(painter, *arguments)  # type: ignore[call-overload]

    def listening_elide(metrics: QFontMetrics, text: str, *arguments: object) -> str:
        shown: str = elide(metrics, text, *arguments)  # type: ignore[arg-type]
        if shown != text:
            wholes[shown] = text
        return shown

    _put(QPainter, "drawText", listening_draw)
    _put(QFontMetrics, "elidedText", listening_elide)
    try:
        yield heard
    finally:
        _put(QPainter, "drawText", draw)
        _put(QFontMetrics, "elidedText", elide)


def _put(owner: type, name: str, method: Callable[..., object]) -> None:
    setattr(owner, name, method)


def _place(painter: QPainter, box: object) -> QRect:
    if not isinstance(box, QRect | QRectF):
        return QRect()
    return painter.worldTransform().mapRect(QRectF(box)).toRect()


def _spill(painter: QPainter, arguments: tuple[object, ...], text: str) -> int:
    box, flags = arguments[0], arguments[1]
    wraps = isinstance(flags, int) and flags & int(Qt.TextFlag.TextWordWrap)
    if wraps or not isinstance(box, QRect | QRectF):
        return 0
    return max(0, int(QFontMetricsF(painter.font()).horizontalAdvance(text) - box.width() - 1))

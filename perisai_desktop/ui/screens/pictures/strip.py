"""The photos of a record, small, in a row below its form."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QImage, QPainter, QPainterPath, QPaintEvent, QPen
from PySide6.QtWidgets import QPushButton, QVBoxLayout, QWidget

from perisai_desktop.domain.page_image import PageImage
from perisai_desktop.ui.screens.pictures.state import PicturesState, Sight, Standing
from perisai_desktop.ui.screens.pictures.words import (
    ICONS,
    photo_words,
    standing_sentence,
    standing_word,
)
from perisai_desktop.ui.theme.fonts import sized
from perisai_desktop.ui.theme.icons import paint_icon
from perisai_desktop.ui.theme.theme import active_palette
from perisai_desktop.ui.theme.tokens import METRICS, TYPE
from perisai_desktop.ui.widgets.flow import Flow
from perisai_desktop.ui.widgets.labels import rule
from perisai_desktop.ui.widgets.prompt_keys import pressed_by_key

_TILE = QSize(112, 92)
_CAPTION = 20
_PALE = 0.5
"""How much is left of a photo that another one replaced."""


def image_of(page: PageImage) -> QImage:
    """The pixels as a picture of Qt's, with memory of its own."""
    return QImage(page.pixels, page.width, page.height, page.stride, QImage.Format.Format_RGB32).copy()


class PhotoStrip(QWidget):
    """`pressed` carries the place of the photo; without photos it is not there."""

    pressed = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._tiles: list[PhotoTile] = []
        self._row = Flow(8)
        self._row.setContentsMargins(0, 0, 0, 0)
        inner = QWidget()
        inner.setLayout(self._row)
        column = QVBoxLayout(self)
        column.setContentsMargins(METRICS.card_padding, 0, METRICS.card_padding, 10)
        column.setSpacing(10)
        column.addWidget(rule())
        column.addWidget(inner)
        self.hide()

    def show_state(self, state: PicturesState) -> None:
        """Show the photos of the open record."""
        while len(self._tiles) > len(state.sights):
            tile = self._tiles.pop()
            self._row.removeWidget(tile)
            tile.hide()
            tile.deleteLater()
        while len(self._tiles) < len(state.sights):
            tile = PhotoTile(len(self._tiles))
            tile.chosen.connect(self.pressed)
            self._tiles.append(tile)
            self._row.addWidget(tile)
        for tile, sight in zip(self._tiles, state.sights, strict=True):
            tile.show_sight(sight)
        self.setVisible(bool(state.sights))


class PhotoTile(QPushButton):
    """One photo, or a word on why there is none; Enter or a press opens it."""

    chosen = Signal(int)

    def __init__(self, place: int) -> None:
        super().__init__()
        self.clicked.connect(lambda: self.chosen.emit(place))
        self.setObjectName(f"review_photo_{place}")
        self.setFixedSize(_TILE)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setAutoDefault(False)
        self._sight: Sight | None = None
        self._image: QImage | None = None

    def event(self, event: object) -> bool:
        return pressed_by_key(self, event) or super().event(event)  # type: ignore[arg-type]

    def show_sight(self, sight: Sight) -> None:
        """Show a photo as far as it is known."""
        if sight == self._sight:
            return
        self._sight = sight
        self._image = None if sight.small is None else image_of(sight.small)
        name = photo_words(sight.photo)
        why = standing_sentence(sight)
        self.setAccessibleName(f"{name}: {why}" if why else name)
        self.setToolTip(f"{name}. {why}" if why else name)
        self.update()

    def sizeHint(self) -> QSize:
        return _TILE

    def paintEvent(self, _event: QPaintEvent) -> None:
        sight, tokens = self._sight, active_palette()
        if sight is None:
            return
        painter = QPainter(self)
        painter.setRenderHints(QPainter.RenderHint.Antialiasing | QPainter.RenderHint.SmoothPixmapTransform)
        frame = QRectF(self.rect()).adjusted(1, 1, -1, -1 - _CAPTION)
        shape = QPainterPath()
        shape.addRoundedRect(frame, METRICS.radius_input, METRICS.radius_input)
        painter.fillPath(shape, QColor(tokens.well))
        if self._image is not None and sight.standing is Standing.HERE:
            painter.setClipPath(shape)
            painter.setOpacity(_PALE if sight.photo.previous else 1)
            scale = max(frame.width() / self._image.width(), frame.height() / self._image.height())
            wide, high = frame.width() / scale, frame.height() / scale
            part = QRectF((self._image.width() - wide) / 2, (self._image.height() - high) / 2, wide, high)
            painter.drawImage(frame, self._image, part)
            painter.setClipping(False)
            painter.setOpacity(1)
        else:
            self._paint_reason(painter, frame, sight.standing)
        lit = self.hasFocus() or self.underMouse()
        painter.setPen(QPen(QColor(tokens.primary if lit else tokens.border), 2 if self.hasFocus() else 1))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawPath(shape)
        painter.setFont(sized(self.font(), TYPE.meta))
        painter.setPen(QColor(tokens.muted))
        caption = QRectF(0, self.height() - _CAPTION, self.width(), _CAPTION)
        named = self.tr("previous") if sight.photo.previous else photo_words(sight.photo)
        words = painter.fontMetrics().elidedText(named, Qt.TextElideMode.ElideRight, self.width())
        painter.drawText(caption, int(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignBottom), words)

    def _paint_reason(self, painter: QPainter, frame: QRectF, standing: Standing) -> None:
        tokens = active_palette()
        quiet = standing in ICONS
        colour = tokens.muted if quiet else tokens.warning
        icon = QRectF(frame.center().x() - 9, frame.top() + 12, 18, 18)
        paint_icon(painter, ICONS.get(standing, "triangle-alert"), colour, icon)
        painter.setFont(sized(self.font(), TYPE.meta))
        painter.setPen(QColor(colour))
        below = frame.adjusted(4, 34, -4, -4)
        painter.drawText(
            below, int(Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignTop), standing_word(standing)
        )

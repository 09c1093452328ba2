"""The place of a picture on a form: empty it asks for one, filled it shows it small with its size and legibility."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QDragEnterEvent,
    QDropEvent,
    QKeyEvent,
    QPainter,
    QPainterPath,
    QPaintEvent,
    QPen,
    QPixmap,
)
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QWidget

from perisai_desktop.domain.photo import PhotoSubject, Picture
from perisai_desktop.ui.i18n import size_words
from perisai_desktop.ui.photo_words import fault_word, subject_word, subject_words
from perisai_desktop.ui.theme.fonts import Weight, sized
from perisai_desktop.ui.theme.icons import paint_icon
from perisai_desktop.ui.theme.theme import active_palette
from perisai_desktop.ui.theme.tokens import METRICS, TYPE, Tone
from perisai_desktop.ui.widgets.marks import cap_width, paint_cap

_HEIGHT = 56
_SHAPE = 1.5
"""Width by height of the small picture."""
_PAD = 6


class PhotoSlot(QAbstractButton):
    """`asked` carries a file's path, empty where somebody clicked; `dropped` asks to leave the picture out."""

    asked = Signal(str)
    dropped = Signal()

    def __init__(self, subject: PhotoSubject, key: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._subject = subject
        self._key = key
        self._picture: Picture | None = None
        self._thumbnail: QPixmap | None = None
        self._wrong = self._over = False
        self.setFixedHeight(_HEIGHT)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setAcceptDrops(True)
        self.clicked.connect(lambda: self.asked.emit(""))
        self.setAccessibleName(subject_words(subject))
        self._describe()

    def show_picture(self, picture: Picture | None, *, wrong: bool = False) -> None:
        """Show a picture, or that there is none; `wrong`: nothing goes on without it."""
        if picture is not self._picture:
            self._picture = picture
            self._thumbnail = None
            if picture is not None and picture.content:
                loaded = QPixmap()
                loaded.loadFromData(picture.content)
                self._thumbnail = self._small(loaded)
            self._describe()
        self._wrong = wrong
        self.update()

    @property
    def words(self) -> tuple[str, str, Tone]:
        """The two lines of the slot and the tone of the second."""
        name = subject_word(self._subject)
        if self._picture is None:
            return name, self.tr("take, choose or drop it"), Tone.MUTED
        size = size_words(self._picture.kept.length)
        if self._picture.faults:
            told = ", ".join(fault_word(fault) for fault in self._picture.faults)
            return name, f"{size} · {told}" if self._key else told, Tone.WARNING
        return name, self.tr("{size} · kept").format(size=size) if self._key else size, Tone.OK

    def sizeHint(self) -> QSize:
        return QSize(204, _HEIGHT)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Delete, Qt.Key.Key_Backspace):
            self.dropped.emit()
        else:
            super().keyPressEvent(event)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if event.mimeData().hasUrls():
            self._over = True
            self.update()
            event.acceptProposedAction()

    def dragLeaveEvent(self, _event: object) -> None:
        self._over = False
        self.update()

    def dropEvent(self, event: QDropEvent) -> None:
        self._over = False
        files = [url.toLocalFile() for url in event.mimeData().urls() if url.isLocalFile()]
        if files:
            event.acceptProposedAction()
            self.asked.emit(files[0])

    def _describe(self) -> None:
        self.setAccessibleDescription(
            self.words[1] + ". " + self.tr("Space chooses a file, Delete leaves the photo out")
        )

    def paintEvent(self, _event: QPaintEvent) -> None:
        tokens = active_palette()
        painter = QPainter(self)
        painter.setRenderHints(QPainter.RenderHint.Antialiasing | QPainter.RenderHint.SmoothPixmapTransform)
        marked = self.hasFocus() or self._wrong or self._over
        ink = tokens.error if self._wrong else tokens.primary if marked else tokens.border
        edge = QPen(QColor(ink), 2 if marked else 1)
        if self._picture is None and not marked:
            edge.setStyle(Qt.PenStyle.DashLine)
        painter.setPen(edge)
        painter.setBrush(QColor(tokens.input))
        inset = edge.widthF() / 2
        frame = QRectF(self.rect()).adjusted(inset, inset, -inset, -inset)
        painter.drawRoundedRect(frame, METRICS.radius_input, METRICS.radius_input)
        left = self._paint_picture(painter)
        first, second, tone = self.words
        right = self.width() - 10 - (cap_width(self._key, self.font()) + 6 if self._key else 0)
        painter.setPen(QColor(tokens.text))
        painter.setFont(sized(self.font(), TYPE.label, Weight.MEDIUM))
        upper = QRectF(left, 9, right - left, 18)
        painter.drawText(upper, int(Qt.AlignmentFlag.AlignVCenter), first)
        painter.setPen(QColor(tokens.ink(tone) if tone is not Tone.MUTED else tokens.muted))
        painter.setFont(sized(self.font(), TYPE.label))
        lower = QRectF(left, 29, self.width() - 8 - left, 18)
        told = painter.fontMetrics().elidedText(second, Qt.TextElideMode.ElideRight, int(lower.width()))
        painter.drawText(lower, int(Qt.AlignmentFlag.AlignVCenter), told)
        if self._key:
            cap = QRectF(right + 6, 8, cap_width(self._key, self.font()), 16)
            paint_cap(painter, self._key, cap, self.font(), tokens.muted, tokens.line)

    def _small(self, picture: QPixmap) -> QPixmap:
        """As many pixels as the screen shows of it: drawn smaller at once, small print turns into noise."""
        pixels = round((self.height() - 2 * _PAD) * self.devicePixelRatioF())
        return picture.scaled(
            round(pixels * _SHAPE),
            pixels,
            Qt.AspectRatioMode.KeepAspectRatioByExpanding,
            Qt.TransformationMode.SmoothTransformation,
        )

    def _paint_picture(self, painter: QPainter) -> float:
        """Draw the small picture, or the sign of one; returns where the words begin."""
        high = self.height() - 2 * _PAD
        if self._thumbnail is None:
            middle = self.height() / 2
            paint_icon(painter, "image", active_palette().muted, QRectF(14, middle - 10, 20, 20))
            return 44
        place = QRectF(_PAD, _PAD, high * _SHAPE, high)
        size = self._thumbnail.size().scaled(
            place.size().toSize(), Qt.AspectRatioMode.KeepAspectRatioByExpanding
        )
        source = QRectF(0, 0, self._thumbnail.width(), self._thumbnail.height())
        over_x = source.width() * (1 - place.width() / size.width()) / 2
        over_y = source.height() * (1 - place.height() / size.height()) / 2
        path = QPainterPath()
        path.addRoundedRect(place, 4, 4)
        painter.save()
        painter.setClipPath(path)
        painter.drawPixmap(place, self._thumbnail, source.adjusted(over_x, over_y, -over_x, -over_y))
        painter.restore()
        return place.right() + 10

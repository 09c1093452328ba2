"""The line under the NIK that has the photo of the KTP read, tells how far it is, and shows what stands on the card."""

from __future__ import annotations

from PySide6.QtCore import QRect, QSize, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QPixmap
from PySide6.QtWidgets import QFrame, QHBoxLayout, QSizePolicy, QWidget

from perisai_desktop.domain.card_reading import Box
from perisai_desktop.domain.photo import PhotoSubject
from perisai_desktop.ui.screens.enrolment.card_marks import CardMarks
from perisai_desktop.ui.screens.enrolment.card_words import end_words
from perisai_desktop.ui.screens.enrolment.state import EnrolmentState
from perisai_desktop.ui.theme.tokens import Tone
from perisai_desktop.ui.widgets.button import Button, Kind
from perisai_desktop.ui.widgets.labels import Elided, IconLabel, Role

ASK_KEY = "F3"
CONFIRM_KEY = "F5"
_ICONS = {Tone.OK: "circle-check", Tone.WARNING: "triangle-alert"}
_PIECE = QSize(210, 30)
_AROUND = 0.25
"""So much of a value's height is shown around it."""


class CardLine(QFrame):
    """`asked` to read, `given_up` to end that, `confirmed` that all was compared with the card."""

    asked = Signal()
    given_up = Signal()
    confirmed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._icon = IconLabel("scan-line")
        self._words = Elided("", Role.HELP)
        self._piece = CardPiece()
        self._ask = Button(self.tr("Read the KTP"), Kind.LINK, key=ASK_KEY)
        self._ask.setObjectName("read_card")
        self._confirm = Button(self.tr("All of it is right"), Kind.LINK, key=CONFIRM_KEY)
        self._confirm.setObjectName("confirm_card")
        self._state: EnrolmentState | None = None
        self._name = ""
        line = QHBoxLayout(self)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(8)
        line.addWidget(self._icon)
        line.addWidget(self._words, 1)
        line.addWidget(self._piece)
        line.addWidget(self._confirm)
        line.addWidget(self._ask)
        self._ask.clicked.connect(self._pressed)
        self._confirm.clicked.connect(self.confirmed)
        self.hide()

    def show_state(self, state: EnrolmentState) -> None:
        """Show how the reading stands; nothing where there is no photo or no reader, and nothing to look at."""
        self._state = state
        marks, picture = state.marks, state.picture(PhotoSubject.KTP)
        can_read = marks.available and picture is not None
        self.setVisible(can_read or bool(marks.unchecked))
        tone, words = self._told(marks)
        self._words.setText(words)
        self._words.set_tone(tone)
        self._icon.show_icon(_ICONS.get(tone, "scan-line"), tone)
        self._confirm.setVisible(bool(marks.unchecked) and not marks.running)
        self._ask.setVisible(can_read and not marks.unchecked)
        self._ask.show_words(self.tr("Stop") if marks.running else self.tr("Read the KTP"))
        self._piece.show_picture(picture.content if picture is not None else b"")
        self.show_piece(self._name)

    def show_piece(self, name: str) -> None:
        """Show what the card says of the field that the cursor is in."""
        self._name = name
        marks = self._state.marks if self._state is not None else None
        self._piece.show_box(marks.box(name) if marks is not None and name in marks.unchecked else None)

    def _told(self, marks: CardMarks) -> tuple[Tone, str]:
        if marks.running:
            return Tone.INFO, self.tr("Reading the KTP… you can go on typing.")
        count = len(marks.unchecked)
        if count:
            words = self.tr("%n field(s) to compare", "", count)
            return Tone.INFO, words
        return end_words(marks)

    def _pressed(self) -> None:
        running = self._state is not None and self._state.marks.running
        (self.given_up if running else self.asked).emit()


class CardPiece(QWidget):
    """A value as it stands on the picture, cut out."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self._content = b""
        self._picture = QPixmap()
        self._box: Box | None = None
        self.hide()

    def show_picture(self, content: bytes) -> None:
        """Cut from this picture from now on."""
        if content != self._content:
            self._content = content
            self._picture = QPixmap()
            self._picture.loadFromData(content)

    def show_box(self, box: Box | None) -> None:
        """Show that part, or nothing."""
        self._box = box
        self.setVisible(self.source is not None)
        self.updateGeometry()
        self.update()

    @property
    def source(self) -> QRect | None:
        """The part of the picture that is shown, in its pixels."""
        if self._box is None or self._picture.isNull():
            return None
        wide, high = self._picture.width(), self._picture.height()
        around = int((self._box.bottom - self._box.top) * high * _AROUND)
        left, top = int(self._box.left * wide), int(self._box.top * high)
        right, bottom = int(self._box.right * wide), int(self._box.bottom * high)
        return QRect(left, top, right - left, bottom - top).adjusted(-around, -around, around, around)

    def sizeHint(self) -> QSize:
        source = self.source
        if source is None:
            return QSize(0, _PIECE.height())
        return source.size().scaled(_PIECE, Qt.AspectRatioMode.KeepAspectRatio)

    def paintEvent(self, _event: QPaintEvent) -> None:
        source = self.source
        if source is not None:
            painter = QPainter(self)
            painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
            painter.drawPixmap(self.rect(), self._picture, source)

"""The amber frame around every window of practice: whatever is open in it, the mode can't be overlooked."""

from PySide6.QtCore import QEvent, QObject, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPainterPath, QPaintEvent
from PySide6.QtWidgets import QWidget

from perisai_desktop.ui.theme.theme import active_palette

BAND = 6
"""Pixels of the hatched band at the top."""
EDGE = 3
"""Pixels of the edges at the other sides."""
_STRIPE = 12


class PracticeFrame(QWidget):
    """Lies over `window`, as large as it, and lets every click through."""

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self._window = window
        self.setObjectName("practice_frame")
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setAccessibleName(self.tr("Practice: nothing here is real"))
        window.installEventFilter(self)
        self.resize(window.size())
        self.raise_()
        self.show()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if watched is self._window:
            if event.type() == QEvent.Type.Resize:
                self.resize(self._window.size())
            elif event.type() == QEvent.Type.ChildAdded:
                self.raise_()
        return False

    def paintEvent(self, _event: QPaintEvent) -> None:
        tokens = active_palette()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        width, height = float(self.width()), float(self.height())
        amber = QColor(tokens.warning_border)
        for side in (
            QRectF(0, 0, width, BAND),
            QRectF(0, 0, EDGE, height),
            QRectF(width - EDGE, 0, EDGE, height),
            QRectF(0, height - EDGE, width, EDGE),
        ):
            painter.fillRect(side, amber)
        painter.setClipRect(QRectF(0, 0, width, BAND))
        stripes = QPainterPath()
        left = -float(BAND)
        while left < width:
            stripes.moveTo(left, BAND)
            stripes.lineTo(left + BAND, 0)
            stripes.lineTo(left + BAND + _STRIPE, 0)
            stripes.lineTo(left + _STRIPE, BAND)
            stripes.closeSubpath()
            left += 2 * _STRIPE
        painter.fillPath(stripes, QColor(tokens.warning_fill))

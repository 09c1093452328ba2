"""The line for a NIK, read in groups of 6, 6 and 4 while the text stays as typed."""

from PySide6.QtCore import QCoreApplication
from PySide6.QtGui import QFont, QInputMethodEvent, QTextCharFormat, QTextFormat
from PySide6.QtWidgets import QWidget

from perisai_desktop.ui.widgets.text_input import TextInput

GAP = 5.0
_LAST_OF_GROUP = (5, 11)


class NikInput(TextInput):
    """Shows `320208 140890 0004` for sixteen digits: the gaps are drawn, they are not characters.

    So the cursor, copying and the value know nothing of them, and letters, dots and spaces can be typed.
    """

    def __init__(self, placeholder: str = "", *, parent: QWidget | None = None) -> None:
        super().__init__(placeholder, tabular=True, parent=parent)
        self.textChanged.connect(self._draw_gaps)

    def set_value(self, value: str) -> None:
        super().set_value(value)
        self._draw_gaps()

    def _draw_gaps(self) -> None:
        text = self.text()
        wide = QTextCharFormat()
        wide.setFontLetterSpacingType(QFont.SpacingType.AbsoluteSpacing)
        wide.setFontLetterSpacing(GAP)
        grouped = text.isascii() and text.isdigit() and len(text) <= 16
        gaps = [
            QInputMethodEvent.Attribute(
                QInputMethodEvent.AttributeType.TextFormat,
                place - self.cursorPosition(),
                1,
                QTextFormat(wide),
            )
            for place in _LAST_OF_GROUP
            if grouped and place < len(text) - 1
        ]
        QCoreApplication.sendEvent(self, QInputMethodEvent("", gaps))

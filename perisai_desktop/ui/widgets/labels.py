"""Text on the screen in the roles of the type scale, never interpreted as markup."""

from enum import StrEnum

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QFrame, QLabel, QSizePolicy, QWidget

from perisai_desktop.ui.theme.icons import paint_icon
from perisai_desktop.ui.theme.theme import active_palette
from perisai_desktop.ui.theme.tokens import Tone
from perisai_desktop.ui.widgets.tips import plain_tip


class Role(StrEnum):
    """Names of the type scale, as the stylesheet knows them."""

    TITLE = "title"
    TOTAL = "total"
    FIGURE = "figure"
    HEADING = "heading"
    ACTION = "action"
    STRONG = "strong"
    MEDIUM = "medium"
    LABEL = "label"
    HELP = "help"
    META = "meta"
    MUTED = "muted"
    BODY = "body"


class Text(QLabel):
    """One piece of text in a role and a tone; `wrap` lets it take several lines."""

    def __init__(
        self,
        text: str = "",
        role: Role = Role.BODY,
        tone: Tone = Tone.PLAIN,
        *,
        wrap: bool = False,
        selectable: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(text, parent)
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setProperty("role", role.value)
        if tone is not Tone.PLAIN:
            self.setProperty("tone", tone.value)
        self.setWordWrap(wrap)
        if wrap:
            self.setMinimumWidth(40)
        if selectable:
            self.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)

    def set_tone(self, tone: Tone) -> None:
        """Recolour the text."""
        restyle(self, "tone", tone.value)


class Elided(Text):
    """A line of text which ends in an ellipsis where there is no room; the whole is its tooltip."""

    def __init__(self, text: str = "", role: Role = Role.BODY, tone: Tone = Tone.PLAIN) -> None:
        super().__init__(text, role, tone)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self.setMinimumWidth(24)

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        shown = self.fontMetrics().elidedText(
            self.text(), Qt.TextElideMode.ElideRight, self.contentsRect().width()
        )
        self.setToolTip(plain_tip(self.text()) if shown != self.text() else "")
        painter.setPen(self.palette().color(self.foregroundRole()))
        painter.drawText(
            self.contentsRect(), int(self.alignment()) | int(Qt.AlignmentFlag.AlignVCenter), shown
        )


class IconLabel(QWidget):
    """An icon in a tone; decoration only, the words stand beside it."""

    def __init__(self, name: str, tone: Tone = Tone.MUTED, size: int = 16) -> None:
        super().__init__()
        self._name = name
        self._tone = tone
        self._size = size
        self.setFixedSize(size, size)

    @property
    def icon(self) -> str:
        """The icon that is shown."""
        return self._name

    def show_icon(self, name: str, tone: Tone) -> None:
        """Show another icon or another tone."""
        self._name = name
        self._tone = tone
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(self._size, self._size)

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        paint_icon(painter, self._name, active_palette().ink(self._tone), QRectF(self.rect()))


def rule() -> QFrame:
    """A horizontal line between two parts."""
    line = QFrame()
    line.setProperty("rule", True)
    line.setFixedHeight(1)
    return line


def restyle(widget: QWidget, name: str, value: object) -> None:
    """Set a property which the stylesheet selects by, and apply the rules again if it changed."""
    if widget.property(name) == value:
        return
    widget.setProperty(name, value)
    widget.style().unpolish(widget)
    widget.style().polish(widget)
    widget.update()

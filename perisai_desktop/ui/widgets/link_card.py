"""A card that leads somewhere: one figure with its name and what follows from it; Enter, Space or a click follow it."""

from PySide6.QtCore import QEvent, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QKeyEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QProgressBar, QSizePolicy, QVBoxLayout

from perisai_desktop.ui.theme.theme import active_palette
from perisai_desktop.ui.theme.tokens import METRICS, Tone
from perisai_desktop.ui.widgets.cards import across
from perisai_desktop.ui.widgets.labels import Elided, IconLabel, Role, Text


class LinkCard(QAbstractButton):
    """Shows name, figure and a line of detail; `low` takes further parts at its end."""

    def __init__(self, name: str, icon: str) -> None:
        super().__init__()
        self._name = name
        self._tone = Tone.PLAIN
        self._icon = IconLabel(icon, Tone.MUTED, 16)
        self._title = Elided(name, Role.MUTED)
        self._note = Text("", Role.LABEL)
        self._figure = Text("", Role.FIGURE)
        self._beside = Elided("", Role.MUTED)
        self._detail = Elided("", Role.HELP)
        self._bar = QProgressBar()
        self._bar.setTextVisible(False)
        self._bar.hide()
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        head = across(self._icon, self._title, self._note, spacing=10)
        head.setStretchFactor(self._title, 1)
        figure = across(self._figure, self._beside, spacing=8)
        figure.setStretchFactor(self._beside, 1)
        self.low = across(self._detail, spacing=8)
        self.low.setStretchFactor(self._detail, 1)
        padding = METRICS.card_padding
        self.column = QVBoxLayout(self)
        self.column.setContentsMargins(padding, 12, padding, 12)
        self.column.setSpacing(4)
        self.column.addLayout(head)
        self.column.addLayout(figure)
        self.column.addLayout(self.low)
        self.column.addStretch(1)
        self.column.addWidget(self._bar)
        for part in (
            self._icon,
            self._title,
            self._note,
            self._figure,
            self._beside,
            self._detail,
            self._bar,
        ):
            part.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.setAccessibleName(name)

    def say(
        self, figure: str, beside: str = "", detail: str = "", *, note: str = "", tone: Tone = Tone.PLAIN
    ) -> None:
        """Show the figure, a few words beside it, a line below, and a note at the upper right."""
        self._tone = tone
        marked = tone in (Tone.WARNING, Tone.ERROR)
        self._title.set_tone(tone if marked else Tone.MUTED)
        self._icon.show_icon(self._icon.icon, tone if marked else Tone.MUTED)
        for label, words in (
            (self._figure, figure),
            (self._beside, beside),
            (self._detail, detail),
            (self._note, note),
        ):
            label.setText(words)
        self._detail.set_tone(tone if marked else Tone.MUTED)
        words = " · ".join(part for part in (self._name, note, f"{figure} {beside}".strip(), detail) if part)
        self.setAccessibleName(words)
        self.update()

    def show_share(self, done: int, wanted: int) -> None:
        """A bar of how much of something is done; nothing wanted hides it."""
        self._bar.setVisible(wanted > 0)
        self._bar.setRange(0, max(wanted, 1))
        self._bar.setValue(min(max(done, 0), wanted))

    def sizeHint(self) -> QSize:
        return QSize(220, 116)

    def minimumSizeHint(self) -> QSize:
        return QSize(180, 116)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.click()
        else:
            super().keyPressEvent(event)

    def event(self, event: QEvent) -> bool:
        if event.type() in (QEvent.Type.HoverEnter, QEvent.Type.HoverLeave):
            self.update()
        return super().event(event)

    def paintEvent(self, _event: QPaintEvent) -> None:
        tokens = active_palette()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        marked = self._tone in (Tone.WARNING, Tone.ERROR)
        fill = tokens.fill(self._tone) if marked else tokens.sub if self.underMouse() else tokens.card
        edge = tokens.edge(self._tone) if marked or self.underMouse() else tokens.line
        width = 2 if self.hasFocus() else 1
        painter.setPen(QPen(QColor(tokens.primary if self.hasFocus() else edge), width))
        painter.setBrush(QColor(fill))
        inset = width / 2
        frame = QRectF(self.rect()).adjusted(inset, inset, -inset, -inset)
        painter.drawRoundedRect(frame, METRICS.radius_card, METRICS.radius_card)

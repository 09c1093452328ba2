"""Containers: a card, a banner with a sentence, an empty list's advice, a running piece of work."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLayout, QProgressBar, QVBoxLayout, QWidget

from perisai_desktop.domain.failure import Failure
from perisai_desktop.ui.explain import explain
from perisai_desktop.ui.theme.tokens import METRICS, Tone
from perisai_desktop.ui.widgets.button import Button, Kind
from perisai_desktop.ui.widgets.labels import IconLabel, Role, Text, restyle

_BANNER_ICONS = {
    Tone.PLAIN: "info",
    Tone.MUTED: "info",
    Tone.OK: "circle-check",
    Tone.INFO: "info",
    Tone.WARNING: "triangle-alert",
    Tone.ERROR: "circle-alert",
}


class Card(QFrame):
    """A white (or dark) sheet with a border; put parts into `column`."""

    def __init__(self, padding: int = METRICS.card_padding, spacing: int = METRICS.gap) -> None:
        super().__init__()
        self.setProperty("card", "true")
        self.column = QVBoxLayout(self)
        self.column.setContentsMargins(padding, padding, padding, padding)
        self.column.setSpacing(spacing)


class Box(QFrame):
    """A tinted inner box of a card; put parts into `column`."""

    def __init__(self, padding: int = METRICS.between_cards, spacing: int = 8) -> None:
        super().__init__()
        self.setProperty("box", "true")
        self.column = QVBoxLayout(self)
        self.column.setContentsMargins(padding, padding, padding, padding)
        self.column.setSpacing(spacing)


class Banner(QFrame):
    """A sentence that matters, with its icon: what happened, and below it what to do."""

    def __init__(self, title: str = "", detail: str = "", tone: Tone = Tone.INFO) -> None:
        super().__init__()
        self._icon = IconLabel(_BANNER_ICONS[tone], tone, 18)
        self._title = Text("", Role.STRONG, wrap=True)
        self._detail = Text("", wrap=True)
        words = QVBoxLayout()
        words.setSpacing(2)
        words.addWidget(self._title)
        words.addWidget(self._detail)
        row = QHBoxLayout(self)
        row.setContentsMargins(14, 10, 14, 10)
        row.setSpacing(10)
        row.addWidget(self._icon, 0, Qt.AlignmentFlag.AlignTop)
        row.addLayout(words, 1)
        self.say(title, detail, tone)

    def say(self, title: str, detail: str = "", tone: Tone = Tone.INFO) -> None:
        """Show the sentence; nothing to say hides the banner."""
        if self.parent() is not None or not (title or detail):
            self.setVisible(bool(title or detail))
        restyle(self, "banner", tone.value)
        self._icon.show_icon(_BANNER_ICONS[tone], tone)
        self._title.setText(title)
        self._title.set_tone(tone)
        self._title.setVisible(bool(title))
        self._detail.setText(detail)
        self._detail.setVisible(bool(detail))
        self.setAccessibleName(f"{title} {detail}".strip())

    def tell(self, failure: Failure | None) -> None:
        """Say what went wrong and what to do about it; without a failure the banner is hidden."""
        if failure is None:
            self.say("")
        else:
            told = explain(failure)
            self.say(told.what, told.advice, Tone.ERROR)

    @property
    def words(self) -> str:
        """Both sentences, as a screen reader says them."""
        return self.accessibleName()


class EmptyState(QWidget):
    """What an empty list says, and what to do next; `cleared` asks for the list without search and filter."""

    pressed = Signal()
    cleared = Signal()

    def __init__(self, icon: str, title: str = "", advice: str = "", action: str = "", key: str = "") -> None:
        super().__init__()
        column = QVBoxLayout(self)
        column.setSpacing(8)
        self._title = Text(title, Role.HEADING, wrap=True)
        self._advice = Text(advice, Role.MUTED, wrap=True)
        column.addStretch(1)
        column.addWidget(IconLabel(icon, Tone.MUTED, 40), 0, Qt.AlignmentFlag.AlignHCenter)
        for part in (self._title, self._advice):
            part.setAlignment(Qt.AlignmentFlag.AlignHCenter)
            column.addWidget(part)
        if action:
            button = Button(action, Kind.PRIMARY, key=key, bind=False)
            button.clicked.connect(self.pressed)
            column.addSpacing(8)
            column.addWidget(button, 0, Qt.AlignmentFlag.AlignHCenter)
        self._clear = Button(self.tr("Show everything"), icon="x", slim=True)
        self._clear.setObjectName("show_everything")
        self._clear.clicked.connect(self.cleared)
        self._clear.hide()
        column.addWidget(self._clear, 0, Qt.AlignmentFlag.AlignHCenter)
        column.addStretch(1)

    def say(self, title: str, advice: str, *, filtered: bool = False) -> None:
        """Change both sentences; `filtered`: a search or filter is what leaves nothing, and can be taken off here."""
        self._title.setText(title)
        self._advice.setText(advice)
        self._clear.setVisible(filtered)

    def say_filtered(self) -> None:
        """Say that nothing fits the filter."""
        self.say(
            self.tr("Nothing fits this filter"),
            self.tr("The list has no row of this kind. Choose another filter, or show everything."),
            filtered=True,
        )


class ProgressRow(QWidget):
    """Work under way: words, a bar, and a cancel that is safe."""

    cancelled = Signal()

    def __init__(self, cancel: str = "") -> None:
        super().__init__()
        self._words = Text("", Role.MEDIUM, wrap=True)
        self._bar = QProgressBar()
        self._bar.setTextVisible(False)
        column = QVBoxLayout()
        column.setSpacing(6)
        column.addWidget(self._words)
        column.addWidget(self._bar)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(METRICS.gap)
        row.addLayout(column, 1)
        if cancel:
            button = Button(cancel)
            button.clicked.connect(self.cancelled)
            row.addWidget(button)

    def show_progress(self, words: str, done: int, total: int) -> None:
        """Show `done` of `total`; a total of 0 is a bar without an end in sight."""
        self._words.setText(words)
        self._bar.setRange(0, total)
        self._bar.setValue(done)
        self._bar.setAccessibleName(words)


def across(*parts: QWidget | None, spacing: int = METRICS.gap) -> QHBoxLayout:
    """Parts beside each other; None is a gap that takes the spare room."""
    row = QHBoxLayout()
    row.setSpacing(spacing)
    for part in parts:
        if part is None:
            row.addStretch(1)
        else:
            row.addWidget(part)
    return row


def clear_layout(layout: QLayout) -> None:
    """Take every part out of `layout` and let go of it."""
    while (item := layout.takeAt(0)) is not None:
        widget = item.widget()
        inner = item.layout()
        if widget is not None:
            widget.hide()
            widget.deleteLater()
        elif inner is not None:
            clear_layout(inner)

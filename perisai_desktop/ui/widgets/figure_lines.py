"""Names at the left, figures at the right, one line each; names give way where there is no room."""

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout

from perisai_desktop.ui.widgets.labels import Elided, Role, Text


class FigureLines(QGridLayout):
    """Lines that are not needed are hidden; a figure can be selected and copied."""

    def __init__(self, *, strong: bool = False) -> None:
        super().__init__()
        self._roles = (Role.STRONG, Role.STRONG) if strong else (Role.MUTED, Role.MEDIUM)
        self.setHorizontalSpacing(12)
        self.setVerticalSpacing(4)
        self.setColumnStretch(0, 1)
        self._lines: list[tuple[Elided, Text]] = []

    def say(self, pairs: Sequence[tuple[str, str]]) -> None:
        """Show these pairs."""
        while len(self._lines) < len(pairs):
            name, figure = Elided("", self._roles[0]), Text("", self._roles[1], selectable=True)
            place = len(self._lines)
            self.addWidget(name, place, 0)
            self.addWidget(figure, place, 1, Qt.AlignmentFlag.AlignRight)
            self._lines.append((name, figure))
        for place, (name, figure) in enumerate(self._lines):
            shown = place < len(pairs)
            words, value = pairs[place] if shown else ("", "")
            name.setText(words)
            figure.setText(value)
            figure.setAccessibleName(f"{words} {value}")
            for part in (name, figure):
                part.setVisible(shown)

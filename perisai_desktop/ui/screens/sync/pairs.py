"""Names at the left, figures at the right, one line each."""

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout

from perisai_desktop.ui.widgets.labels import Role, Text


class Pairs(QGridLayout):
    """Lines that are not needed are hidden; a figure can be selected and copied."""

    def __init__(self) -> None:
        super().__init__()
        self.setHorizontalSpacing(12)
        self.setVerticalSpacing(6)
        self.setColumnStretch(0, 1)
        self._lines: list[tuple[Text, Text]] = []

    def say(self, pairs: Sequence[tuple[str, str]]) -> None:
        """Show these pairs."""
        while len(self._lines) < len(pairs):
            self._add()
        for place, line in enumerate(self._lines):
            shown = place < len(pairs)
            for part, words in zip(line, pairs[place] if shown else ("", ""), strict=True):
                part.setText(words)
                part.setVisible(shown)
            line[1].setAccessibleName(" ".join(pairs[place]) if shown else "")

    def _add(self) -> None:
        name, figure = Text("", Role.MUTED), Text("", Role.MEDIUM, selectable=True)
        place = len(self._lines)
        self.addWidget(name, place, 0)
        self.addWidget(figure, place, 1, Qt.AlignmentFlag.AlignRight)
        self._lines.append((name, figure))

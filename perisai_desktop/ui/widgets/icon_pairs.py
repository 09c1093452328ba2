"""Lines of an icon, a name at the left and a figure at the right."""

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout

from perisai_desktop.ui.theme.tokens import Tone
from perisai_desktop.ui.widgets.labels import Elided, IconLabel, Role, Text


class IconPairs(QGridLayout):
    """One line for each icon; names give way where there is no room."""

    def __init__(self, icons: Sequence[str]) -> None:
        super().__init__()
        self.setHorizontalSpacing(12)
        self.setVerticalSpacing(6)
        self.setColumnStretch(1, 1)
        self._lines = [(Elided("", Role.BODY), Text("", Role.MEDIUM)) for _ in icons]
        for place, (icon, (name, figure)) in enumerate(zip(icons, self._lines, strict=True)):
            self.addWidget(IconLabel(icon, Tone.MUTED, 16), place, 0)
            self.addWidget(name, place, 1)
            self.addWidget(figure, place, 2, Qt.AlignmentFlag.AlignRight)

    def say(self, pairs: Sequence[tuple[str, str]]) -> None:
        """Show these pairs, one for each icon."""
        for (name, figure), (words, value) in zip(self._lines, pairs, strict=True):
            name.setText(words)
            figure.setText(value)
            figure.setAccessibleName(f"{words} {value}")

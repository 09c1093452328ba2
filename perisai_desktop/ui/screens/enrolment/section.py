"""A part of the form: its heading at the left, or above where the window is narrow, and its rows."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from perisai_desktop.ui.theme.tokens import METRICS
from perisai_desktop.ui.widgets.labels import Role, Text
from perisai_desktop.ui.widgets.marks import KeyCap

LABEL_WIDTH = 104


class Section(QBoxLayout):
    """Put rows into `body`; `extras` are links that stand with the heading, `key` the key that presses the first."""

    def __init__(self, title: str, extras: Sequence[QWidget] = (), key: str = "") -> None:
        super().__init__(QBoxLayout.Direction.LeftToRight)
        self.setSpacing(METRICS.between_cards)
        self.body = QVBoxLayout()
        self.body.setSpacing(6)
        self._title = Text(title, Role.STRONG, wrap=True)
        self._heading = QBoxLayout(QBoxLayout.Direction.TopToBottom)
        self._heading.setSpacing(4)
        self._heading.addWidget(self._title)
        if key:
            cap = KeyCap(key, flat=True, parent=self._title)
            cap.move(LABEL_WIDTH - cap.sizeHint().width(), 0)
        for extra in extras:
            extra.setMaximumWidth(LABEL_WIDTH)
            extra.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
            self._heading.addWidget(extra, 0, Qt.AlignmentFlag.AlignLeft)
        self._heading.addStretch(1)
        self.addLayout(self._heading)
        self.addLayout(self.body, 1)
        self.set_narrow(False)

    def set_narrow(self, narrow: bool) -> None:
        """Put the heading above the rows, or beside them."""
        across, down = QBoxLayout.Direction.LeftToRight, QBoxLayout.Direction.TopToBottom
        self.setDirection(down if narrow else across)
        self.setSpacing(4 if narrow else METRICS.between_cards)
        self._heading.setDirection(across if narrow else down)
        self._title.setFixedWidth(LABEL_WIDTH)

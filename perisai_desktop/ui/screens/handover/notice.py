"""The notice above the workers that the branch moves some of them, hidden while it moves none."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from perisai_desktop.ui.screens.handover.state import HandoverState
from perisai_desktop.ui.screens.handover.words import title_words
from perisai_desktop.ui.theme.tokens import METRICS, Tone
from perisai_desktop.ui.widgets.button import Button
from perisai_desktop.ui.widgets.cards import Banner, across


class HandoverNotice(QWidget):
    """`asked`: see what the branch decided."""

    asked = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.banner = Banner()
        self._look = Button(self.tr("Hand over or take…"), icon="users")
        self._look.setObjectName("handover_look")
        self._look.clicked.connect(self.asked)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, METRICS.gap)
        column.setSpacing(8)
        column.addWidget(self.banner)
        column.addLayout(across(self._look, None))
        self.hide()

    def show_state(self, state: HandoverState) -> None:
        """Show the oldest decision that waits."""
        self.setVisible(state.task is not None)
        if state.task is not None:
            more = self.tr("It counts once you have followed it, here and at the branch.")
            self.banner.say(title_words(state.task), more, Tone.INFO)

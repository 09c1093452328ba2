"""A temporary password that is read out or written down by hand: large, in groups, and gone with its dialog."""

from __future__ import annotations

from PySide6.QtWidgets import QVBoxLayout, QWidget

from perisai_desktop.ui.theme.tokens import METRICS, Tone
from perisai_desktop.ui.widgets.cards import Banner, Box
from perisai_desktop.ui.widgets.labels import Role, Text


class ReadOut(QWidget):
    """Nothing of it can be selected, copied or printed."""

    def __init__(self) -> None:
        super().__init__()
        self._note = Banner(
            self.tr("It is shown only now."),
            self.tr(
                "Read it out or write it down by hand. Once this window is closed, nobody sees it again. It serves for"
                " 7 days."
            ),
            Tone.WARNING,
        )
        self._password = Text("", Role.TOTAL)
        self._password.setObjectName("accounts_given_password")
        self._spelled = Text("", Role.MEDIUM, wrap=True)
        box = Box()
        box.column.addWidget(Text(self.tr("Password"), Role.LABEL))
        box.column.addWidget(self._password)
        box.column.addWidget(Text(self.tr("Sign by sign, with the dashes"), Role.LABEL))
        box.column.addWidget(self._spelled)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(METRICS.gap)
        column.addWidget(self._note)
        column.addWidget(box)
        self.hide()

    def show_password(self, password: str) -> None:
        """Show a password; an empty one hides everything."""
        self._password.setText(password)
        self._password.setAccessibleName(spelled(password))
        self._spelled.setText(spelled(password))
        self.setVisible(bool(password))


def spelled(password: str) -> str:
    """A password as it is read out: sign by sign, group by group."""
    return "  -  ".join(" ".join(group) for group in password.split("-"))

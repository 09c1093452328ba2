"""The ways that lead elsewhere from the screens before signing in: reviewer, practice, language, help."""

from enum import StrEnum

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from perisai_desktop.ui.widgets.button import Button, Kind
from perisai_desktop.ui.widgets.cards import across


class Beside(StrEnum):
    """What else this laptop is used for, one key away."""

    NOTHING = "nothing"
    PRACTICE = "practice"
    WORK = "work"


class EntryFoot(QWidget):
    """Rows of links; `name` begins the object names of its buttons."""

    review_asked = Signal()
    beside_asked = Signal()
    language_asked = Signal()
    leave_asked = Signal()
    help_asked = Signal()

    def __init__(
        self, name: str, beside: Beside = Beside.NOTHING, *, language: bool = True, locked: bool = False
    ) -> None:
        """`locked` leaves but two ways: out of the desk, and to the help."""
        super().__init__()
        self._name = name
        parts: list[QWidget | None] = []
        if locked:
            leave = self._link("leave", self.tr("Sign out"), "log-out")
            leave.clicked.connect(self.leave_asked)
            parts.append(leave)
        else:
            review = self._link("review", self.tr("I am a reviewer"), "clipboard-check")
            review.clicked.connect(self.review_asked)
            parts.append(review)
        if language and not locked:
            other = self._link("language", self.tr("Bahasa Indonesia"), "languages")
            other.clicked.connect(self.language_asked)
            parts.append(other)
        helped = self._link("help", self.tr("Help"), "circle-question-mark", "F1")
        helped.clicked.connect(self.help_asked)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        if beside is not Beside.NOTHING:
            column.addLayout(across(self._beside(beside), None))
        column.addLayout(across(*parts, None, helped, spacing=4))

    def _beside(self, beside: Beside) -> Button:
        practice = beside is Beside.PRACTICE
        words = self.tr("Practice") if practice else self.tr("Back to real work")
        link = self._link("beside", words, "graduation-cap" if practice else "briefcase")
        link.setToolTip(
            self.tr("Practise on this laptop: nothing there is real, and your real data stays closed")
            if practice
            else self.tr("Close practice and sign in to your real data")
        )
        link.clicked.connect(self.beside_asked)
        return link

    def _link(self, name: str, words: str, icon: str, key: str = "") -> Button:
        link = Button(words, Kind.LINK, icon=icon, key=key, bind=False)
        link.setObjectName(f"{self._name}_{name}")
        link.setAutoDefault(True)
        return link

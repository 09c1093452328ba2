"""One thing that is looked at: its icon, how it stands, and the button that does something about it."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from perisai_desktop.domain.readiness import Check
from perisai_desktop.ui.screens.ready_for_work.words import Act, Line, act_words, title_of
from perisai_desktop.ui.theme.tokens import Tone
from perisai_desktop.ui.widgets.button import Button
from perisai_desktop.ui.widgets.labels import IconLabel, Role, Text

_MARKS = {Tone.OK: "circle-check", Tone.WARNING: "triangle-alert", Tone.MUTED: "hourglass"}


class CheckLine(QWidget):
    """Green, amber, or not known yet; `pressed` carries what its button would do."""

    pressed = Signal(object)

    def __init__(self, check: Check) -> None:
        super().__init__()
        self._act = Act.NOTHING
        icon, self._title = title_of(check)
        self._mark = IconLabel(_MARKS[Tone.MUTED], Tone.MUTED, 20)
        self._words = Text(self.tr("looking…"), Role.BODY, Tone.MUTED, wrap=True)
        self._advice = Text("", Role.MEDIUM, Tone.WARNING, wrap=True)
        self._advice.hide()
        self._button = Button(act_words(Act.SEND))
        self._button.setObjectName(f"ready_{check.value}")
        self._button.clicked.connect(lambda: self.pressed.emit(self._act))
        self._button.hide()
        head = QHBoxLayout()
        head.setSpacing(8)
        head.addWidget(IconLabel(icon, Tone.MUTED, 16))
        head.addWidget(Text(self._title, Role.STRONG))
        head.addStretch(1)
        words = QVBoxLayout()
        words.setSpacing(2)
        words.addLayout(head)
        words.addWidget(self._words)
        words.addWidget(self._advice)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(12)
        row.addWidget(self._mark, 0, Qt.AlignmentFlag.AlignTop)
        row.addLayout(words, 1)
        row.addWidget(self._button, 0, Qt.AlignmentFlag.AlignVCenter)

    def show_line(self, line: Line, *, fine: bool) -> None:
        """Show how it stands; what is fine is green, all else amber."""
        tone = Tone.OK if fine else Tone.WARNING
        self._act = line.act
        self._mark.show_icon(_MARKS[tone], tone)
        self._words.setText(line.words)
        self._words.set_tone(Tone.PLAIN)
        self._advice.setText(line.advice)
        self._advice.setVisible(bool(line.advice))
        self._button.setVisible(line.act is not Act.NOTHING)
        if line.act is not Act.NOTHING:
            self._button.show_words(act_words(line.act))
        stands = self.tr("fine") if fine else self.tr("to do")
        self.setAccessibleName(f"{self._title}: {stands}. {line.words}. {line.advice}".strip())

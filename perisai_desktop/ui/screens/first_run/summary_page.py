"""The last page of the first run: what this laptop is from now on, and one button to begin."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout, QVBoxLayout, QWidget

from perisai_desktop.ui.screens.first_run.state import Summary
from perisai_desktop.ui.theme.tokens import METRICS, Tone
from perisai_desktop.ui.widgets.button import Button, Kind
from perisai_desktop.ui.widgets.cards import Box
from perisai_desktop.ui.widgets.labels import Role, Text


class SummaryPage(QWidget):
    """`begun` when the person goes to work."""

    begun = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._facts = QGridLayout()
        self._facts.setHorizontalSpacing(METRICS.between_cards)
        self._facts.setVerticalSpacing(8)
        self._facts.setColumnStretch(1, 1)
        self._values: dict[str, Text] = {}
        for row, (name, label) in enumerate(
            (
                ("device", self.tr("Device code of this laptop")),
                ("agent", self.tr("Agent")),
                ("office", self.tr("Office")),
                ("branch", self.tr("Branch")),
                ("use", self.tr("Used for")),
                ("recovery", self.tr("Recovery key kept at the branch")),
            )
        ):
            value = Text("", Role.STRONG, wrap=True, selectable=True)
            value.setObjectName(f"first_run_{name}")
            value.setAccessibleName(label)
            self._facts.addWidget(Text(label, Role.MUTED), row, 0, Qt.AlignmentFlag.AlignTop)
            self._facts.addWidget(value, row, 1)
            self._values[name] = value
        self._begin = Button(self.tr("Begin"), Kind.MAIN, icon="check", key="Enter", bind=False)
        self._begin.setObjectName("first_run_begin")
        self._begin.setAutoDefault(True)
        self._begin.clicked.connect(self.begun)
        box = Box()
        box.column.addLayout(self._facts)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(METRICS.gap)
        column.addWidget(Text(self.tr("This laptop is enrolled"), Role.TITLE, wrap=True))
        words = self.tr("From now on it works without a signal. Your password opens it.")
        column.addWidget(Text(words, Role.MUTED, wrap=True))
        column.addWidget(box)
        column.addWidget(self._begin)

    def show_summary(self, summary: Summary) -> None:
        """Tell what was granted."""
        use = self.tr("practice, nothing is real") if summary.practice else self.tr("real work")
        kept = self.tr("yes") if summary.recoverable else self.tr("no, call the branch")
        told = {
            "device": summary.device,
            "agent": f"{summary.agent} · {summary.number}",
            "office": summary.office,
            "branch": summary.branch,
            "use": use,
            "recovery": kept,
        }
        for name, words in told.items():
            self._values[name].setText(words)
            self._values[name].setAccessibleDescription(words)
        self._values["use"].set_tone(Tone.WARNING if summary.practice else Tone.PLAIN)
        self._values["recovery"].set_tone(Tone.OK if summary.recoverable else Tone.WARNING)

    def take_focus(self) -> None:
        """Stand on the button."""
        self._begin.setFocus(Qt.FocusReason.OtherFocusReason)

"""The branch's laptops: a code to read out, and what has not arrived, agent by agent."""

from __future__ import annotations

from datetime import timedelta

from PySide6.QtCore import QSize, Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QDialog, QHBoxLayout, QVBoxLayout, QWidget

from perisai_desktop.domain.laptop import LaptopGap
from perisai_desktop.ui.explain import explain
from perisai_desktop.ui.i18n import plain_date
from perisai_desktop.ui.screens.laptops.state import LaptopsState
from perisai_desktop.ui.theme.tokens import METRICS, Tone
from perisai_desktop.ui.widgets.button import Button, Kind
from perisai_desktop.ui.widgets.cards import Banner, Box, across, clear_layout
from perisai_desktop.ui.widgets.dialog_room import fit_dialog
from perisai_desktop.ui.widgets.field import Field
from perisai_desktop.ui.widgets.labels import Role, Text
from perisai_desktop.ui.widgets.scrolling import ScrollSheet
from perisai_desktop.ui.widgets.text_input import TextInput

WIDTH, HEIGHT = 600, 640
_GROUP = 4


class LaptopsDialog(QDialog):
    """Enter makes the code. `here`: the reviewer's minutes ahead of UTC. `codes`: whether the reviewer gives codes."""

    help_page = "laptops"
    laptop_typed = Signal(str)
    challenge_typed = Signal(str)
    asked = Signal()
    appeared = Signal()

    def __init__(self, here: int, parent: QWidget | None = None, *, codes: bool = True) -> None:
        super().__init__(parent)
        self._shift = timedelta(minutes=here)
        self.setWindowTitle(self.tr("Laptops of the branch"))
        self._laptop, self._challenge = TextInput("7Q2FK-03"), TextInput("K7M 2QX")
        self._laptop.setObjectName("laptops_laptop")
        self._challenge.setObjectName("laptops_challenge")
        self._laptop.value_edited.connect(self.laptop_typed)
        self._challenge.value_edited.connect(self.challenge_typed)
        self._code = Text("", Role.TOTAL, selectable=True)
        self._code.setObjectName("laptops_code")
        self._whose = Text("", Role.HELP, wrap=True)
        self._note = Banner()
        self._make = Button(self.tr("Make the code"), Kind.PRIMARY, key="Enter", bind=False)
        self._make.setObjectName("laptops_make")
        self._make.setDefault(True)
        self._make.clicked.connect(self.asked)
        self._shown: tuple[LaptopGap, ...] | None = None
        self._gaps = QVBoxLayout()
        self._gaps.setSpacing(8)
        column = QVBoxLayout()
        column.setContentsMargins(24, 20, 24, 12)
        column.setSpacing(METRICS.gap)
        self._codes = codes
        if codes:
            column.addWidget(Text(self.tr("Code for new receipt numbers"), Role.HEADING))
        asking = self._asking()
        asking.setVisible(codes)
        column.addWidget(asking)
        column.addWidget(Text(self.tr("Records that have not arrived"), Role.HEADING))
        column.addLayout(self._gaps)
        column.addStretch(1)
        close = Button(self.tr("Close"), key="Esc", bind=False)
        close.setAutoDefault(False)
        close.clicked.connect(self.reject)
        foot = QHBoxLayout()
        foot.setContentsMargins(24, 0, 24, 16)
        foot.addWidget(close)
        foot.addStretch(1)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(ScrollSheet(column), 1)
        whole.addLayout(foot)
        self.show_state(LaptopsState())
        fit_dialog(self, QSize(WIDTH, HEIGHT))

    def _asking(self) -> Box:
        box = Box()
        words = self.tr(
            "An agent without internet reads both from the screen. Make sure that you know the caller."
        )
        box.column.addWidget(Text(words, wrap=True))
        laptop, question = Field(self.tr("Laptop"), self._laptop), Field(self.tr("Question"), self._challenge)
        box.column.addLayout(across(laptop, question))
        box.column.addLayout(across(self._make, None))
        box.column.addWidget(self._code)
        box.column.addWidget(self._whose)
        box.column.addWidget(self._note)
        return box

    def show_state(self, state: LaptopsState) -> None:
        """Show the code that was made, and what has not arrived."""
        for line, value in ((self._laptop, state.laptop), (self._challenge, state.challenge)):
            if line.value() != value:
                line.set_value(value)
        self._make.setEnabled(bool(state.laptop.strip() and state.challenge.strip()) and not state.busy)
        made = state.code
        self._code.setVisible(made is not None)
        self._whose.setVisible(made is not None)
        if made is not None:
            code = made.code
            self._code.setText(
                " ".join(code[place : place + _GROUP] for place in range(0, len(code), _GROUP))
            )
            self._code.setAccessibleName(" ".join(code))
            self._whose.setText(
                self.tr("Read it to {agent}. Receipts begin with {prefix} then.").format(
                    agent=made.agent_name, prefix=f"{made.device}-{made.epoch:02d}"
                )
            )
        told = None if state.failure is None else explain(state.failure)
        self._note.say(*(("",) if told is None else (told.what, told.advice, Tone.ERROR)))
        if state.gaps != self._shown:
            self._shown = state.gaps
            self._show_gaps(state.gaps or ())

    def _show_gaps(self, gaps: tuple[LaptopGap, ...]) -> None:
        clear_layout(self._gaps)
        for gap in gaps:
            title = self.tr("{agent} · {device}: {count} records").format(
                agent=gap.agent_name, device=f"{gap.device}-{gap.epoch:02d}", count=gap.count
            )
            places = self.tr("Numbers {first} to {last} in its book, known since {since}.").format(
                first=gap.first_seq, last=gap.last_seq, since=plain_date((gap.since + self._shift).date())
            )
            hope = (
                self.tr("The laptop has left this book: ask for an older copy, or for the paper receipts.")
                if gap.left
                else self.tr("They come with its next connection.")
            )
            self._gaps.addWidget(Banner(title, f"{places} {hope}", Tone.WARNING if gap.left else Tone.INFO))
        if not gaps:
            self._gaps.addWidget(Text(self.tr("Nothing is missing."), Role.MUTED))

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        if self._codes:
            self._laptop.setFocus()
        self.appeared.emit()

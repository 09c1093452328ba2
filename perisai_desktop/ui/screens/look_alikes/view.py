"""The dialog that puts two people beside each other: what differs is bold and marked."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import QGridLayout, QWidget

from perisai_desktop.domain.look_alike import Likeness
from perisai_desktop.ui.enrolment_words import field_words
from perisai_desktop.ui.screens.look_alikes.state import LookAlikesState
from perisai_desktop.ui.theme.tokens import METRICS, Tone
from perisai_desktop.ui.widgets.act_dialog import ActDialog
from perisai_desktop.ui.widgets.button import Button
from perisai_desktop.ui.widgets.cards import Banner, Box, clear_layout
from perisai_desktop.ui.widgets.flow import Flow
from perisai_desktop.ui.widgets.labels import Role, Text

_LABEL_WIDTH = 128


class LookAlikesDialog(ActDialog):
    """`opened` carries the worker in sight and the NIK; `next_wanted` asks for the next; `another`: it is somebody else."""

    help_page = "look_alikes"
    opened = Signal(str, str)
    next_wanted = Signal()
    another = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(
            self.tr("Is it the same person?"),
            self.tr("Open this worker"),
            "users",
            QSize(700, 600),
            parent,
            cancels=False,
        )
        self._state = LookAlikesState()
        self._why = Banner()
        self._grid = QGridLayout()
        self._grid.setHorizontalSpacing(METRICS.gap)
        self._grid.setVerticalSpacing(8)
        self._grid.setColumnStretch(1, 1)
        self._grid.setColumnStretch(2, 1)
        box = Box(padding=METRICS.gap)
        box.column.addLayout(self._grid)
        self._count = Text("", Role.HELP)
        self._next = Button(self.tr("Next one"), icon="arrow-right", key="Ctrl+Right", cap="Ctrl+→")
        self._next.setObjectName("look_alikes_next")
        self._next.clicked.connect(self.next_wanted)
        self._another = Button(self.tr("Somebody else"), icon="user-plus", key="Ctrl+G")
        self._another.setObjectName("look_alikes_another")
        self._another.clicked.connect(self.another)
        self.body.addWidget(self._why)
        self.body.addWidget(box)
        acts = Flow(8)
        for part in (self._another, self._next, self._count):
            acts.addWidget(part)
        self.body.addLayout(acts)
        self.body.addStretch(1)
        self.acted.connect(self._open)

    def show_state(self, state: LookAlikesState) -> None:
        """Show both, and why they are taken for the same."""
        self._state = state
        self._say(state)
        clear_layout(self._grid)
        if state.other is not None:
            heads = (self.tr("On the form"), self.tr("On this laptop"))
            for column, words in enumerate(heads, start=1):
                self._grid.addWidget(Text(words, Role.STRONG), 0, column)
            for row, (name, mine, theirs) in enumerate(state.rows, start=1):
                self._row(row, name, mine, theirs)
        many = len(state.others) > 1
        words = self.tr("{place} of {count}").format(place=state.place + 1, count=len(state.others))
        self._count.setText(words if many else "")
        self._next.setVisible(many)
        self._another.setVisible(state.other is not None and not state.same_nik)
        self.act.setEnabled(state.other is not None)
        self.tell(state.failure)

    def _row(self, row: int, name: str, mine: str, theirs: str) -> None:
        label = field_words(name)
        named = Text(label, Role.HELP, wrap=True)
        named.setFixedWidth(_LABEL_WIDTH)
        self._grid.addWidget(named, row, 0, Qt.AlignmentFlag.AlignTop)
        differs = bool(mine and theirs) and mine.casefold() != theirs.casefold()
        for column, value in enumerate((mine, theirs), start=1):
            text = Text(value or "–", Role.STRONG if differs else Role.BODY, wrap=True, selectable=True)
            if differs:
                text.set_tone(Tone.WARNING)
            told = self.tr("{field}: {value}, differs") if differs else "{field}: {value}"
            text.setAccessibleName(told.format(field=label, value=value or "–"))
            self._grid.addWidget(text, row, column, Qt.AlignmentFlag.AlignTop)

    def _say(self, state: LookAlikesState) -> None:
        if state.other is None:
            nobody = self.tr("Nobody like this is on this laptop") if state.loaded else ""
            self._why.say(nobody)
            return
        reasons = {
            Likeness.NIK: self.tr("The same NIK"),
            Likeness.PERSON: self.tr("The same name and date of birth, under another NIK"),
            Likeness.PHONE: self.tr("The same phone number"),
        }
        why = " · ".join(words for like, words in reasons.items() if like in state.other.likeness)
        advice = (
            self.tr("One NIK is one worker: go on with the one who is here.")
            if state.same_nik
            else self.tr("Ask the worker. If it is somebody else, write down why, and go on.")
        )
        self._why.say(why, advice, Tone.WARNING)

    def _open(self) -> None:
        other = self._state.other
        if other is not None:
            self.opened.emit(other.worker_id, other.nik)

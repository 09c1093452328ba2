"""The dialog for new receipt numbers: connect once, or read a question to the branch and type its code."""

from __future__ import annotations

from PySide6.QtCore import QSize, Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QDialog, QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from perisai_desktop.ui.screens.numbers.state import NumbersState
from perisai_desktop.ui.theme.tokens import METRICS, Tone
from perisai_desktop.ui.widgets.button import Button, Kind
from perisai_desktop.ui.widgets.cards import Banner, Box, across
from perisai_desktop.ui.widgets.code_input import CodeInput
from perisai_desktop.ui.widgets.dialog_room import fit_dialog
from perisai_desktop.ui.widgets.field import Field
from perisai_desktop.ui.widgets.labels import Role, Text
from perisai_desktop.ui.widgets.scrolling import ScrollSheet

WIDTH, HEIGHT, DONE_HEIGHT = 560, 620, 200
CODE_SIGNS, CODE_GROUP = 12, 4
"""The code as it is read out (protocol/epoch_grant.py)."""


class NumbersDialog(QDialog):
    """Enter tries the code. Nothing that was typed elsewhere is lost by closing it."""

    help_page = "numbers"
    typed = Signal(str)
    sent = Signal()
    connect_asked = Signal()
    appeared = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("New receipt numbers"))
        self._laptop = Text("", Role.TOTAL, selectable=True)
        self._laptop.setObjectName("numbers_laptop")
        self._question = Text("", Role.TOTAL, selectable=True)
        self._question.setObjectName("numbers_question")
        self._spelt = Text("", Role.HELP, wrap=True)
        self._hotline = Text("", Role.HEADING, wrap=True)
        self._code = CodeInput(signs=CODE_SIGNS, group=CODE_GROUP)
        self._code.setObjectName("numbers_code")
        self._code.value_edited.connect(self.typed)
        self._note = Banner()
        self._begun = Banner()
        self._start = Button(
            self.tr("Start new numbers"), Kind.PRIMARY, icon="check", key="Enter", bind=False
        )
        self._start.setObjectName("numbers_start")
        self._start.clicked.connect(self.sent)
        self._start.setDefault(True)
        self._close = Button(self.tr("Close"), key="Esc", bind=False)
        self._close.setObjectName("numbers_close")
        self._close.clicked.connect(self.reject)
        self._close.setAutoDefault(False)
        self._body = QStackedWidget()
        self._body.addWidget(self._asking())
        self._body.addWidget(self._done())
        foot = QHBoxLayout()
        foot.setContentsMargins(24, 0, 24, 16)
        foot.addWidget(self._close)
        foot.addStretch(1)
        foot.addWidget(self._start)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(self._body, 1)
        whole.addLayout(foot)
        self.show_state(NumbersState())
        fit_dialog(self, QSize(WIDTH, HEIGHT))

    def _asking(self) -> QWidget:
        column = QVBoxLayout()
        column.setContentsMargins(24, 20, 24, 12)
        column.setSpacing(METRICS.gap)
        column.addWidget(
            Text(self.tr("This laptop was brought back from an old copy"), Role.HEADING, wrap=True)
        )
        why = self.tr(
            "Or somebody copied it. So that no receipt number is used twice, it starts new numbers before the next"
            " receipt. What you typed stays as a draft."
        )
        column.addWidget(Text(why, wrap=True))
        online = Box()
        send = Button(self.tr("Send now"), icon="refresh-cw")
        send.setObjectName("numbers_connect")
        send.setAutoDefault(False)
        send.clicked.connect(self.connect_asked)
        words = Text(self.tr("With internet: connect once, the rest happens by itself."), wrap=True)
        line = across(words, send)
        line.setStretchFactor(words, 1)
        online.column.addLayout(line)
        column.addWidget(online)
        phone = Box()
        phone.column.addWidget(self._hotline)
        phone.column.addWidget(Text(self.tr("1. Read this to the branch:"), Role.MEDIUM))
        phone.column.addLayout(
            across(
                self._told(self.tr("Laptop"), self._laptop),
                self._told(self.tr("Question"), self._question),
                None,
                spacing=40,
            )
        )
        phone.column.addWidget(self._spelt)
        phone.column.addWidget(Text(self.tr("2. Type what the branch reads to you:"), Role.MEDIUM))
        phone.column.addWidget(
            Field(self.tr("Code from the branch"), self._code, self.tr("12 letters and digits"))
        )
        phone.column.addWidget(self._note)
        column.addWidget(phone)
        column.addStretch(1)
        return ScrollSheet(column)

    def _told(self, label: str, value: Text) -> QWidget:
        told = QWidget()
        column = QVBoxLayout(told)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(2)
        column.addWidget(Text(label, Role.LABEL))
        column.addWidget(value)
        return told

    def _done(self) -> QWidget:
        column = QVBoxLayout()
        column.setContentsMargins(24, 20, 24, 12)
        column.setSpacing(METRICS.gap)
        column.addWidget(self._begun)
        column.addWidget(Text(self.tr("Your drafts are still open: go on where you were."), wrap=True))
        column.addStretch(1)
        return ScrollSheet(column)

    def show_state(self, state: NumbersState) -> None:
        """Show the question, the code so far, and how it went."""
        question = state.question
        if question is not None:
            first, second = question.challenge[:3], question.challenge[3:]
            self._laptop.setText(question.laptop)
            self._question.setText(f"{first} {second}")
            self._question.setAccessibleName(" ".join(question.challenge))
            self._spelt.setText(
                self.tr("Sign by sign: {signs}. 0 is always the digit, 1 too.").format(
                    signs=" ".join((*first, "–", *second))
                )
            )
            self._hotline.setText(
                self.tr("Without internet: call the branch, {hotline}").format(hotline=question.hotline)
            )
        if self._code.value() != state.code:
            self._code.set_value(state.code)
        self._note.tell(state.failure)
        done = state.begun is not None or (state.loaded and question is None)
        self._start.setEnabled(question is not None and not state.busy)
        self._start.setVisible(not done)
        self._close.show_words(self.tr("Close") if done else self.tr("Cancel"))
        if done:
            self._say_done(state)
        if done != bool(self._body.currentIndex()):
            self._body.setCurrentIndex(int(done))
            fit_dialog(self, QSize(WIDTH, DONE_HEIGHT if done else HEIGHT))

    def _say_done(self, state: NumbersState) -> None:
        if state.begun is not None and state.question is not None:
            prefix = f"{state.question.laptop[:5]}-{state.begun:02d}"
            words = self.tr("Receipts begin with {prefix} from here on.").format(prefix=prefix)
            self._begun.say(self.tr("The laptop has new numbers"), words, Tone.OK)
        else:
            words = self.tr("It has its numbers already, and receipts can be given.")
            self._begun.say(self.tr("Nothing is missing on this laptop"), words, Tone.OK)
        self._close.setDefault(True)
        self._close.setFocus()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._code.setFocus()
        self.appeared.emit()

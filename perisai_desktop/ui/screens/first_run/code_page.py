"""The second page of the first run: the address of the branch's server and the one-time code."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from perisai_desktop.ui.screens.first_run.state import FirstRunState, Gap
from perisai_desktop.ui.theme.tokens import METRICS, Tone
from perisai_desktop.ui.widgets.button import Button, Kind
from perisai_desktop.ui.widgets.cards import across
from perisai_desktop.ui.widgets.code_input import CODE_SIGNS, CodeInput, bare
from perisai_desktop.ui.widgets.field import Field
from perisai_desktop.ui.widgets.labels import Role, Text
from perisai_desktop.ui.widgets.text_input import TextInput


class CodePage(QWidget):
    """`given` carries server and code."""

    given = Signal(str, str)
    back_asked = Signal()

    def __init__(self, *, practice: bool) -> None:
        super().__init__()
        server, code = TextInput("https://"), CodeInput()
        server.setObjectName("first_run_server")
        code.setObjectName("first_run_code")
        self.server = Field(self.tr("Server address"), server, self.tr("on the paper from your branch"))
        self.code = Field(
            self.tr("Device code"), code, self.tr("20 signs, works once; dashes come by themselves")
        )
        for line in (server, code):
            line.returnPressed.connect(self._press)
        self._next = Button(self.tr("Next: password"), Kind.MAIN, icon="arrow-right", key="Enter", bind=False)
        self._next.setObjectName("first_run_next")
        self._next.clicked.connect(self._press)
        back = Button(self.tr("Back"), icon="arrow-left", key="Esc", bind=False)
        back.setObjectName("first_run_back")
        back.setFixedHeight(METRICS.main_button)
        back.clicked.connect(self.back_asked)
        self._back = back
        title = self.tr("Practice code") if practice else self.tr("Code from your branch")
        words = self.tr("The code ties this laptop to your branch. Only now the internet is needed.")
        if practice:
            words = self.tr(
                "Ask your branch for the address and a code of its practice server. Nothing there is real."
            )
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(METRICS.gap)
        column.addWidget(Text(title, Role.TITLE, wrap=True))
        column.addWidget(Text(words, Role.MUTED, wrap=True))
        column.addWidget(self.server)
        column.addWidget(self.code)
        row = across(back, self._next)
        row.setStretch(1, 1)
        column.addLayout(row)

    def show_state(self, state: FirstRunState) -> None:
        """Mark what is missing."""
        for part in (self.server, self.code, self._next, self._back):
            part.setEnabled(not state.busy)
        gaps = state.gaps
        missing = self.tr("Fill in the address your branch gave you") if Gap.SERVER_MISSING in gaps else ""
        self.server.show_state(Tone.ERROR if missing else Tone.PLAIN, missing)
        if state.server and state.server != self.server.value().strip():
            self.server.set_value(state.server)
        fault = self._code_words(gaps)
        self.code.show_state(Tone.ERROR if fault else Tone.PLAIN, fault)
        if missing or fault:
            (self.server if missing else self.code).take_focus()

    def take_focus(self) -> None:
        """Go to what is empty first."""
        (self.code if self.server.value().strip() else self.server).take_focus()

    def _code_words(self, gaps: frozenset[Gap]) -> str:
        count = len(bare(self.code.value()))
        if Gap.CODE_MISSING in gaps:
            return self.tr("Fill in the code your branch gave you")
        if Gap.CODE_SIGNS in gaps:
            return self.tr("A code has digits and letters only, and never the letter U")
        if Gap.CODE_LENGTH in gaps:
            return self.tr("A code has {all} signs, here are {count}").format(all=CODE_SIGNS, count=count)
        return ""

    def _press(self) -> None:
        if self._next.isEnabled():
            self.given.emit(self.server.value(), self.code.value())

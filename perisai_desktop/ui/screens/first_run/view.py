"""The first-run screen: the branch's address and code, and a password for this laptop."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from perisai_desktop.ui.explain import explain
from perisai_desktop.ui.screens.first_run.state import FirstRunState, Gap
from perisai_desktop.ui.theme.tokens import Tone
from perisai_desktop.ui.widgets.button import Button, Kind
from perisai_desktop.ui.widgets.cards import Banner, across
from perisai_desktop.ui.widgets.entry_card import EntryCard
from perisai_desktop.ui.widgets.field import Field
from perisai_desktop.ui.widgets.labels import Role, Text
from perisai_desktop.ui.widgets.password_input import PasswordInput
from perisai_desktop.ui.widgets.text_input import TextInput


class FirstRunView(QWidget):
    """Emits `submitted` with server, code, password and its repetition; what was typed stays in its fields."""

    submitted = Signal(str, str, str, str)
    review_asked = Signal()
    help_asked = Signal()
    language_asked = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._note = Banner()
        self._server = self._field("first_run_server", TextInput("https://"), self.tr("Server address"))
        self._code = self._field(
            "first_run_code",
            TextInput("XXXXX-XXXXX-XXXXX-XXXXX", tabular=True),
            self.tr("Device code"),
            self.tr("from your branch, works once"),
        )
        self._password = self._field(
            "first_run_password", PasswordInput(), self.tr("Password"), self.tr("at least 8 signs")
        )
        self._again = self._field("first_run_again", PasswordInput(), self.tr("Password again"))
        self._enter = Button(self.tr("Enrol this laptop"), Kind.MAIN, icon="laptop", key="Enter", bind=False)
        self._enter.setObjectName("first_run_enter")
        self._enter.clicked.connect(self._press)
        card = EntryCard(
            "Perisai",
            self.tr("Protection for those who work on their own"),
            (
                ("key-round", self.tr("The code ties this laptop to your branch and to nobody else")),
                ("lock", self.tr("Your password locks the data; write it down where only you find it")),
                ("wifi", self.tr("Only this step needs the internet")),
            ),
        )
        self._fill(card)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(card)
        self.setFocusProxy(self._server)

    def show_state(self, state: FirstRunState) -> None:
        """Show what is missing beside its field, and what the server said."""
        self._enter.setEnabled(not state.busy)
        if self._server.value().strip() != state.server:
            self._server.set_value(state.server)
        words = {
            Gap.SERVER_MISSING: self.tr("Fill in the address your branch gave you"),
            Gap.CODE_MISSING: self.tr("Fill in the code your branch gave you"),
            Gap.PASSWORD_MISSING: self.tr("Choose a password"),
            Gap.PASSWORD_SHORT: self.tr("Use at least 8 signs, a sentence is easiest to remember"),
            Gap.PASSWORDS_DIFFER: self.tr("The two passwords differ"),
        }
        wrong: dict[Field, str] = {self._home_of(gap): words[gap] for gap in state.gaps}
        for field in (self._server, self._code, self._password, self._again):
            field.show_state(Tone.ERROR if field in wrong else Tone.PLAIN, wrong.get(field, ""))
        first = next(
            (field for field in (self._server, self._code, self._password, self._again) if field in wrong),
            None,
        )
        if first is not None:
            first.take_focus()
        self._show_note(state)

    def _show_note(self, state: FirstRunState) -> None:
        if state.busy:
            self._note.say(self.tr("Asking the branch…"), self.tr("This takes a few seconds."), Tone.INFO)
        elif state.failure is not None:
            told = explain(state.failure)
            self._note.say(told.what, told.advice, Tone.ERROR)
        else:
            self._note.say("")

    def _home_of(self, gap: Gap) -> Field:
        return {
            Gap.SERVER_MISSING: self._server,
            Gap.CODE_MISSING: self._code,
            Gap.PASSWORD_MISSING: self._password,
            Gap.PASSWORD_SHORT: self._password,
            Gap.PASSWORDS_DIFFER: self._again,
        }[gap]

    def _fill(self, card: EntryCard) -> None:
        card.column.addWidget(Text(self.tr("Welcome"), Role.TITLE))
        card.column.addWidget(
            Text(
                self.tr("Enrol this laptop once with your branch. After that it works without a signal."),
                Role.MUTED,
                wrap=True,
            )
        )
        card.column.addWidget(self._note)
        for part in (self._server, self._code):
            card.column.addWidget(part)
        card.column.addLayout(across(self._password, self._again))
        card.column.addSpacing(4)
        card.column.addWidget(self._enter)
        card.column.addStretch(1)
        review = Button(self.tr("I am a reviewer"), Kind.LINK, icon="clipboard-check")
        review.clicked.connect(self.review_asked)
        language = Button(self.tr("Bahasa Indonesia"), Kind.LINK, icon="languages")
        language.setObjectName("first_run_language")
        language.clicked.connect(self.language_asked)
        helped = Button(self.tr("Help"), Kind.LINK, icon="circle-question-mark", key="F1", bind=False)
        helped.clicked.connect(self.help_asked)
        card.column.addLayout(across(review, language, None, helped, spacing=4))

    def _field(self, name: str, editor: TextInput, label: str, hint: str = "") -> Field:
        editor.setObjectName(name)
        editor.returnPressed.connect(self._press)
        return Field(label, editor, hint)

    def _press(self) -> None:
        if self._enter.isEnabled():
            self.submitted.emit(
                self._server.value(), self._code.value(), self._password.value(), self._again.value()
            )

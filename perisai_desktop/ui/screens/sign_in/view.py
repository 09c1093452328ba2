"""The sign-in screen: one password, or in practice one key."""

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from perisai_desktop.domain.failure import FailureCode
from perisai_desktop.ui.screens.sign_in.state import SignInState
from perisai_desktop.ui.theme.tokens import Tone
from perisai_desktop.ui.widgets.button import Button, Kind
from perisai_desktop.ui.widgets.cards import Banner, across
from perisai_desktop.ui.widgets.entry_card import EntryCard
from perisai_desktop.ui.widgets.entry_foot import Beside, EntryFoot
from perisai_desktop.ui.widgets.field import Field
from perisai_desktop.ui.widgets.labels import Role, Text
from perisai_desktop.ui.widgets.password_input import PasswordInput

_RECHECK_MS = 15_000


class SignInView(QWidget):
    """Emits `submitted` with the password, which leaves its field at once."""

    submitted = Signal(str)
    practised = Signal()
    waited = Signal()
    forgotten = Signal()

    def __init__(
        self, *, practice: bool = False, beside: Beside = Beside.NOTHING, locked: bool = False
    ) -> None:
        """`practice` needs no password; `beside` is what the foot leads to; `locked` is over an open desk."""
        super().__init__()
        self._practice = practice
        self._locked = locked
        self.foot = EntryFoot("sign_in", beside, locked=locked)
        self._note = Banner()
        self._word = PasswordInput()
        self._word.setObjectName("sign_in_password")
        self._field = Field(self.tr("Password"), self._word, key=PasswordInput.SEEN_KEY)
        words = self.tr("Sign in to practise") if practice else self.tr("Sign in")
        words = self.tr("Unlock") if locked else words
        self._enter = Button(words, Kind.MAIN, icon="key-round", key="Enter", bind=False)
        self._enter.setObjectName("sign_in_enter")
        self._enter.setAutoDefault(True)
        self._forgotten = Button(self.tr("Forgotten the password?"), Kind.LINK, icon="lock")
        self._forgotten.setObjectName("sign_in_forgotten")
        self._forgotten.setAutoDefault(True)
        self._forgotten.clicked.connect(self.forgotten)
        self._forgotten.setVisible(not practice and not locked)
        card = EntryCard(
            "Perisai",
            self.tr("Protection for those who work on their own"),
            (
                ("hard-drive", self.tr("Works without a signal: everything is kept on this laptop first")),
                ("lock", self.tr("Locked with your password; nobody else can read it")),
                ("receipt", self.tr("Every rupiah has a receipt that can be checked")),
            ),
        )
        self._fill(card, beside)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(card)
        self._word.returnPressed.connect(self._press)
        self._enter.clicked.connect(self._press)
        self._timer = QTimer(self)
        self._timer.setInterval(_RECHECK_MS)
        self._timer.timeout.connect(self.waited)
        self._field.setVisible(not practice)
        self.setFocusProxy(self._enter if practice else self._word)

    def _fill(self, card: EntryCard, beside: Beside) -> None:
        card.column.addStretch(1)
        practising = beside is Beside.WORK
        title = self.tr("Sign in to practise") if practising else self.tr("Sign in")
        hint = self.tr("With the password you chose when this laptop was enrolled.")
        if practising:
            hint = self.tr("With your practice password. Nothing here is real; your real data stays closed.")
        if self._locked:
            title = self.tr("Locked")
            hint = self.tr(
                "What you typed is kept, and sending goes on. Your password opens the window again."
            )
        if self._practice and self._locked:
            hint = self.tr("Practice: no password is needed.")
        elif self._practice:
            hint = self.tr(
                "Practice: nothing here is real, no money and no participants. No password is needed."
            )
        card.column.addWidget(Text(title, Role.TITLE))
        card.column.addWidget(Text(hint, Role.MUTED, wrap=True))
        card.column.addWidget(self._note)
        card.column.addWidget(self._field)
        card.column.addWidget(self._enter)
        card.column.addLayout(across(self._forgotten, None))
        card.column.addStretch(1)
        card.column.addWidget(self.foot)

    def show_state(self, state: SignInState) -> None:
        """Show whether a password is taken, and what was refused."""
        self._enter.setEnabled(state.open)
        self._word.setEnabled(state.open)
        self.foot.setEnabled(not state.busy)
        self._forgotten.setEnabled(state.recoverable)
        self._show_note(state)
        if state.minutes and not self._timer.isActive():
            self._timer.start()
        elif not state.minutes:
            self._timer.stop()
        if state.open:
            (self._enter if self._practice else self._word).setFocus()

    def _show_note(self, state: SignInState) -> None:
        wrong = state.failure is not None and state.failure.code is FailureCode.WRONG_PASSWORD
        self._field.show_state(Tone.ERROR if wrong and not state.minutes else Tone.PLAIN)
        if state.busy:
            self._note.say(self.tr("Opening your data…"), tone=Tone.INFO)
        elif state.minutes:
            words = self.tr("Your data is safe. Try again in %n minute(s).", "", state.minutes)
            self._note.say(self.tr("Too many wrong passwords"), words, Tone.WARNING)
        else:
            self._note.tell(state.failure)

    def _press(self) -> None:
        if not self._enter.isEnabled():
            return
        if self._practice:
            self.practised.emit()
        elif self._word.text():
            self.submitted.emit(self._word.take())

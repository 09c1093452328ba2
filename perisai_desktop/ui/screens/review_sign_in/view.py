"""The reviewer's sign-in: server, name, password, and the card for a password of one's own."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from perisai_desktop.ui.explain import explain
from perisai_desktop.ui.screens.review_sign_in.choosing_card import ChoosingCard
from perisai_desktop.ui.screens.review_sign_in.state import ReviewSignInState
from perisai_desktop.ui.theme.tokens import Tone
from perisai_desktop.ui.widgets.button import Button, Kind
from perisai_desktop.ui.widgets.cards import Banner, across
from perisai_desktop.ui.widgets.field import Field
from perisai_desktop.ui.widgets.labels import Role, Text
from perisai_desktop.ui.widgets.scrolling import ScrollSheet
from perisai_desktop.ui.widgets.text_input import TextInput

CARD_WIDTH = 400


class ReviewSignInView(QWidget):
    """Emits `entered` with server, login and password; the password leaves its field at once. Esc leads back."""

    entered = Signal(str, str, str)
    back_asked = Signal()

    def __init__(
        self, server: str = "", login: str = "", password: str = "", parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._server = self._field("review_server", self.tr("Server address"), self.tr("https://…"))
        self._login = self._field("review_login", self.tr("Name"), self.tr("as the branch gave it"))
        self._password = self._field("review_password", self.tr("Password"), "")
        self._word = self._password.editor
        if isinstance(self._word, TextInput):
            self._word.setEchoMode(TextInput.EchoMode.Password)
        self._server.set_value(server)
        self._login.set_value(login)
        self._password.set_value(password)
        self._note = Banner()
        self._note.hide()
        self._enter = Button(
            self.tr("Sign in to review"), Kind.MAIN, icon="clipboard-check", key="Enter", bind=False
        )
        self._enter.setObjectName("review_enter")
        self._enter.setAutoDefault(True)
        self._enter.clicked.connect(self._press)
        card = QFrame()
        card.setProperty("card", "true")
        card.setFixedWidth(CARD_WIDTH)
        column = QVBoxLayout(card)
        column.setContentsMargins(28, 24, 28, 24)
        column.setSpacing(12)
        column.addWidget(Text(self.tr("Reviewer"), Role.TITLE))
        words = self.tr("You work online at the branch's server. Nothing is kept on this laptop.")
        column.addWidget(Text(words, Role.HELP, wrap=True))
        for part in (self._note, self._server, self._login, self._password, self._enter):
            column.addWidget(part)
        back = Button(self.tr("Back"), Kind.LINK, icon="undo-2", key="Esc")
        back.setObjectName("review_back")
        back.clicked.connect(self.back_asked)
        column.addLayout(across(back, None))
        middle = QVBoxLayout()
        middle.addStretch(1)
        self.choosing = ChoosingCard()
        self.choosing.setFixedWidth(CARD_WIDTH)
        self.choosing.hide()
        self._card = card
        for one in (card, self.choosing):
            middle.addLayout(across(None, one, None))
        middle.addStretch(1)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(ScrollSheet(middle))
        for field in (self._server, self._login, self._password):
            if isinstance(field.editor, TextInput):
                field.editor.returnPressed.connect(self._press)

    def show_state(self, state: ReviewSignInState) -> None:
        """Show whether the server is being asked, and what it said."""
        self._enter.setEnabled(not state.busy)
        self._show_card(state)
        if state.failure is None:
            self._note.say("")
        else:
            words = explain(state.failure)
            self._note.say(words.what, f"{words.safe} {words.now}", Tone.ERROR)
            self._password.take_focus()

    def _show_card(self, state: ReviewSignInState) -> None:
        chosen, before = state.own is not None, self.choosing.isVisibleTo(self)
        self._card.setVisible(not chosen)
        self.choosing.setVisible(chosen)
        if state.own is not None:
            self.choosing.show_state(state.own)
        if chosen and not before:
            self.choosing.open()
        elif before and not chosen:
            self.take_focus()

    def take_focus(self) -> None:
        """Put the cursor where something is still to be typed."""
        for field in (self._server, self._login, self._password):
            if not field.value():
                field.take_focus()
                return
        self._enter.setFocus()

    def _field(self, name: str, label: str, hint: str) -> Field:
        editor = TextInput()
        editor.setObjectName(name)
        return Field(label, editor, hint)

    def _press(self) -> None:
        if self._enter.isEnabled():
            password = self._password.value()
            self._password.set_value("")
            self.entered.emit(self._server.value().strip(), self._login.value().strip(), password)

"""The card of the reviewer's sign-in in which a password that somebody else gave is replaced by one's own."""

from __future__ import annotations

from PySide6.QtCore import Signal

from perisai_desktop.ui.own_password.form import OwnPasswordForm
from perisai_desktop.ui.own_password.state import OwnPasswordState
from perisai_desktop.ui.widgets.button import Button, Kind
from perisai_desktop.ui.widgets.cards import Banner, Card, across
from perisai_desktop.ui.widgets.labels import Role, Text


class ChoosingCard(Card):
    """`given` carries the new password and its repetition, `typed` the new one as it grows."""

    typed = Signal(str)
    given = Signal(str, str)
    back_asked = Signal()

    def __init__(self) -> None:
        super().__init__(padding=28)
        self._form = OwnPasswordForm(given=True)
        self._form.typed.connect(self.typed)
        self._form.entered.connect(self._press)
        self._note = Banner()
        self._note.hide()
        self._enter = Button(self.tr("Set it and go on"), Kind.MAIN, icon="lock", key="Enter", bind=False)
        self._enter.setObjectName("review_choose")
        self._enter.setAutoDefault(True)
        self._enter.clicked.connect(self._press)
        self._back = Button(self.tr("Back"), Kind.LINK, icon="undo-2", key="Esc")
        self._back.setObjectName("review_choose_back")
        self._back.clicked.connect(self.back_asked)
        self.column.addWidget(Text(self.tr("Choose a password of your own"), Role.TITLE, wrap=True))
        words = self.tr(
            "Somebody else gave you the one you just typed, so it serves only once. A short sentence of yours is"
            " easiest to remember."
        )
        self.column.addWidget(Text(words, Role.HELP, wrap=True))
        for part in (self._note, self._form, self._enter):
            self.column.addWidget(part)
        self.column.addLayout(across(self._back, None))

    def show_state(self, state: OwnPasswordState) -> None:
        """Show what is wrong with the passwords as typed, and what the server said."""
        self._form.show_state(state)
        self._note.tell(state.failure)
        for button in (self._enter, self._back):
            button.setEnabled(not state.busy)

    def open(self) -> None:
        """Begin with empty lines, the cursor in the first."""
        self._form.clear()
        self._form.take_focus()

    def _press(self) -> None:
        if self._enter.isEnabled():
            _old, new, again = self._form.passwords
            self.given.emit(new, again)

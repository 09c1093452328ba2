"""What stands before a desk is open: the window of the sign-in, or of the first run on a fresh laptop."""

from __future__ import annotations

from collections.abc import Callable
from typing import Protocol

from PySide6.QtCore import QObject, Signal

from perisai_desktop.background.ports import Jobs
from perisai_desktop.domain.failure import Failure
from perisai_desktop.ui.screens.first_run.screen import FirstRunScreen, first_run_screen
from perisai_desktop.ui.screens.sign_in.screen import sign_in_screen
from perisai_desktop.ui.shell.entry_window import EntryWindow
from perisai_desktop.ui.shell.helping import HelpSize
from perisai_desktop.ui.shell.relay import Relay
from perisai_desktop.ui.shell.side import Side
from perisai_desktop.ui.widgets.entry_foot import Beside, EntryFoot
from perisai_desktop.ui.widgets.practice_frame import PracticeFrame


class Tongue(Protocol):
    """The language on screen."""

    @property
    def language(self) -> str:
        """The language in force, "id" or "en"."""

    def speak(self, language: str) -> None:
        """Switch it: the window in sight is made anew."""


class EntryHall(QObject):
    """One entry window at a time. `made`: a desk was opened in it; `begun`: the agent goes to work at that desk.

    `review_asked`: the reviewer's door. `beside_asked`: over to the other side of the laptop.
    """

    made = Signal(object)
    begun = Signal(object)
    review_asked = Signal()
    beside_asked = Signal()
    closed = Signal()

    def __init__(
        self, jobs: Callable[[], Jobs], tongue: Tongue, help_size: Callable[[], HelpSize], parent: QObject
    ) -> None:
        super().__init__(parent)
        self._jobs = jobs
        self._tongue = tongue
        self._help_size = help_size
        self._relay = Relay(parent)
        self._first_run: FirstRunScreen | None = None

    def open(self, side: Side, beside: Beside, *, first_run: bool) -> EntryWindow:
        """A new window with the sign-in of `side`, or with its first run; not shown yet."""
        window = EntryWindow(self._tongue.language, practice=side.practising, help_size=self._help_size())
        window.closed.connect(self.closed)
        self._first_run = None
        if first_run:
            self._show_first_run(window, side, beside)
        else:
            self._show_sign_in(window, side, beside)
        return window

    def keep_typed(self, side: Side) -> None:
        """Keep what was typed into a first run that is in sight."""
        if self._first_run is not None:
            side.typed = self._first_run.typed()

    def leave(self) -> None:
        """Nothing that was typed here is wanted any more."""
        self._first_run = None

    def _show_sign_in(self, window: EntryWindow, side: Side, beside: Beside) -> None:
        practise = side.door.practise if side.note is not None else None
        view, presenter = sign_in_screen(side.door, self._jobs(), self.begun.emit, practise, beside)
        self._join(view.foot, window)
        view.forgotten.connect(lambda: self._ask_anew(window, side, presenter.enter_anew))
        window.show_screen("sign_in", view)
        try:
            side.lock.acquire()
        except Failure as failure:
            presenter.bar(failure)
        else:
            presenter.open()

    def _ask_anew(self, window: EntryWindow, side: Side, entered: Callable[[str], None]) -> None:
        """Open the way to a new password; `entered` hears it."""
        # Nobody who knows the password needs it: the first window does not wait for it.
        from perisai_desktop.ui.screens.forgotten.dialog import forgotten_dialog

        dialog, _presenter = forgotten_dialog(side.door.reopening(), self._jobs(), entered, window)
        if side.practising:
            PracticeFrame(dialog)
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def _show_first_run(self, window: EntryWindow, side: Side, beside: Beside) -> None:
        screen = first_run_screen(
            side.door,
            self._jobs(),
            made=self.made.emit,
            begun=self.begun.emit,
            speak=self._speak_anew,
            post=self._relay.post,
            beside=beside,
            practice=side.practising,
            server=side.server,
            typed=side.typed,
        )
        self._join(screen.view.foot, window)
        window.show_screen("first_run", screen.view)
        try:
            side.lock.acquire()
        except Failure:
            self._show_sign_in(window, side, beside)
        else:
            self._first_run = screen
            screen.presenter.open()

    def _join(self, foot: EntryFoot, window: EntryWindow) -> None:
        other = "en" if self._tongue.language == "id" else "id"
        foot.language_asked.connect(lambda: self._tongue.speak(other))
        foot.help_asked.connect(window.show_help)
        foot.review_asked.connect(self.review_asked)
        foot.beside_asked.connect(self.beside_asked)

    def _speak_anew(self, language: str) -> None:
        if language != self._tongue.language:
            self._tongue.speak(language)

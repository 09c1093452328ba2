"""The reviewer's place beside the agent's: a sign-in and a window of their own, with jobs of their own."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QWidget

from perisai_desktop.background.ports import Lane
from perisai_desktop.background.qt_jobs import QtJobs
from perisai_desktop.config.practice import Practice
from perisai_desktop.ui.shell.entry_window import EntryWindow
from perisai_desktop.ui.shell.laptop import Choices
from perisai_desktop.ui.shell.looks import Looks
from perisai_desktop.ui.shell.standing import put_away

if TYPE_CHECKING:
    from perisai_desktop.domain.agent import ReviewerIdentity
    from perisai_desktop.services.reviewing import Reviewing
    from perisai_desktop.ui.screens.review_sign_in.presenter import ReviewSignInPresenter
    from perisai_desktop.ui.shell.review_window import ReviewWindow


class ReviewerSeat:
    """`place` shows a window; `left` is told once the reviewer has signed out."""

    def __init__(
        self,
        looks: Callable[[], Looks],
        place: Callable[[QWidget], None],
        left: Callable[[], None],
        choices: Choices,
    ) -> None:
        self.entry: EntryWindow | None = None
        self.window: ReviewWindow | None = None
        self.sign_in: ReviewSignInPresenter[Reviewing] | None = None
        self._looks = looks
        self._place = place
        self._left = left
        self._choices = choices
        self.jobs = QtJobs()
        self._reviewing: Reviewing | None = None
        self._practice = False

    def open(
        self, address: str, login: str = "", note: Practice | None = None, *, practice: bool
    ) -> EntryWindow:
        """Open the reviewer's sign-in in a window of its own; `note` fills in what a practice server wrote."""
        from perisai_desktop.services.reviewing import Reviewing
        from perisai_desktop.ui.screens.review_sign_in.screen import review_sign_in_screen

        self._practice = practice
        looks = self._looks()
        window = EntryWindow(looks.language, practice=practice, help_size=looks.help_size)
        view, self.sign_in = review_sign_in_screen(
            Reviewing.at,
            self.jobs,
            self._signed_in,
            address,
            login or (note.reviewer if note else ""),
            note.reviewer_password if note else "",
        )
        view.back_asked.connect(self._give_up)
        window.show_screen("review_sign_in", view)
        self._place(window)
        view.take_focus()
        self.entry = window
        return window

    def close(self) -> None:
        """Put everything away."""
        for window in (self.entry, self.window):
            if window is not None:
                window.close()
        self.jobs.close()
        if self._reviewing is not None:
            self._reviewing.close()
            self._reviewing = None

    def _give_up(self) -> None:
        """Nobody wants to review after all."""
        window, self.entry = self.entry, None
        self._left()
        put_away(window)

    def _signed_in(self, reviewing: Reviewing, reviewer: ReviewerIdentity) -> None:
        from perisai_desktop.background.system_printers import system_printers
        from perisai_desktop.services.reference_files import load_reference
        from perisai_desktop.ui.shell.review_window import ReviewWindow

        self._reviewing = reviewing
        looks = self._looks()
        window = ReviewWindow(
            reviewing,
            reviewer,
            self.jobs,
            looks,
            load_reference(),
            system_printers(),
            practice=self._practice,
            choices=self._choices,
        )
        window.left.connect(self._leave)
        self.window = window
        window.start()
        self._place(window)
        put_away(self.entry)
        self.entry = None

    def _leave(self) -> None:
        window, self.window = self.window, None
        reviewing, self._reviewing = self._reviewing, None
        if reviewing is not None:
            self.jobs.run(Lane.NETWORK, reviewing.sign_out, lambda _outcome: reviewing.close())
        self._left()
        put_away(window)

"""The composition root: joins services, jobs and windows, from the sign-in to the close."""

from __future__ import annotations

import random
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QByteArray, QStandardPaths, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QWidget

from perisai_desktop.background.ports import Lane
from perisai_desktop.background.qt_jobs import QtJobs
from perisai_desktop.config.clock import Clock
from perisai_desktop.config.practice import Practice, read_practice
from perisai_desktop.domain.failure import Failure
from perisai_desktop.security.instance_lock import InstanceLock
from perisai_desktop.startup import Ready, install_hook
from perisai_desktop.ui.screens.first_run.screen import first_run_screen
from perisai_desktop.ui.screens.sign_in.screen import sign_in_screen
from perisai_desktop.ui.shell.doors import StoreDoor
from perisai_desktop.ui.shell.entry_window import EntryWindow
from perisai_desktop.ui.shell.looks import Looks

if TYPE_CHECKING:
    from perisai_desktop.domain.agent import ReviewerIdentity
    from perisai_desktop.services.desk import AgentDesk
    from perisai_desktop.services.reviewing import Reviewing
    from perisai_desktop.ui.screens.first_run.view import FirstRunView
    from perisai_desktop.ui.screens.review_sign_in.presenter import ReviewSignInPresenter
    from perisai_desktop.ui.screens.sign_in.view import SignInView
    from perisai_desktop.ui.shell.agent_window import AgentWindow
    from perisai_desktop.ui.shell.review_window import ReviewWindow

__all__ = ["Practice", "Program", "read_practice"]

_TITLE_BAR = 32
"""What a window system puts above a window, in device-independent pixels."""


class Program:
    """One process: an entry window, then an agent's window, and a reviewer's beside it where one is asked for.

    What signing in needs is imported by the job that signs in, so that the first window is there at once.
    """

    def __init__(
        self,
        ready: Ready,
        clock: Clock,
        practice: Practice | None = None,
        *,
        heartbeat: bool = True,
        receipts: Path | None = None,
    ) -> None:
        self.ready = ready
        self.clock = clock
        self.practice = practice
        self.jobs = QtJobs()
        self.entry: EntryWindow | None = None
        self.review_entry: EntryWindow | None = None
        self.agent_window: AgentWindow | None = None
        self.review_window: ReviewWindow | None = None
        self.review_sign_in: ReviewSignInPresenter[Reviewing] | None = None
        self.desk: AgentDesk | None = None
        self._reviewing: Reviewing | None = None
        self._heartbeat = heartbeat
        self._receipts = receipts
        self._door = StoreDoor(ready.profile, clock, practice, self._remember_server)
        self._lock = InstanceLock(ready.profile.lock)
        install_hook(self.rest)

    @property
    def language(self) -> str:
        """The language in force, "id" or "en"."""
        return self.ready.choices.read().language

    def enter(self, *, first_run: bool | None = None) -> EntryWindow:
        """Open the first window: the sign-in, or the first run where this laptop is not enrolled.

        In practice the sign-in enrols by itself; `first_run` True shows the first run all the same.
        """
        window = self._entry()
        fresh = not self.ready.profile.enrolled
        if first_run if first_run is not None else fresh and self.practice is None:
            self._show_first_run(window)
        else:
            self._show_sign_in(window)
        self._place(window)
        self.entry = window
        return window

    def rest(self) -> None:
        """Keep everything that was typed."""
        if self.agent_window is not None:
            self.agent_window.rest()

    def close(self) -> None:
        """Put everything away; may be called twice."""
        for window in (self.entry, self.review_entry, self.agent_window, self.review_window):
            if window is not None:
                window.close()
        self.jobs.close()
        if self.desk is not None:
            self.desk.close()
            self.desk = None
        if self._reviewing is not None:
            self._reviewing.close()
            self._reviewing = None
        self._lock.release()

    def speak(self, language: str) -> None:
        """Switch the language: the window in sight is made anew in it."""
        self.ready.choices.keep(language=language)
        self.ready.language.speak(language)
        if self.agent_window is not None and self.desk is not None:
            self._open_agent(self.desk)
        elif self.entry is not None:
            old = self.entry
            self.enter()
            old.deleteLater()
            old.hide()

    def open_review(self, server: str = "", login: str = "") -> EntryWindow:
        """Open the reviewer's sign-in in a window of its own."""
        from perisai_desktop.services.reviewing import Reviewing
        from perisai_desktop.ui.screens.review_sign_in.screen import review_sign_in_screen

        window = self._entry()
        address = server or (self.practice.url if self.practice else self.ready.choices.read().server_url)
        name = login or (self.practice.reviewer if self.practice else "")
        view, self.review_sign_in = review_sign_in_screen(
            Reviewing.at,
            self.jobs,
            self._reviewer_in,
            address,
            name,
            self.practice.reviewer_password if self.practice and not server else "",
        )
        window.show_screen("review_sign_in", view)
        self._place(window)
        view.take_focus()
        self.review_entry = window
        return window

    def _entry(self) -> EntryWindow:
        window = EntryWindow(self.language, practice=self.practice is not None)
        window.closed.connect(self._window_closed)
        return window

    def _show_sign_in(self, window: EntryWindow) -> None:
        practise = self._door.practise if self.practice is not None else None
        view, presenter = sign_in_screen(self._door, self.jobs, self._signed_in, practise)
        self._join(view, window)
        window.show_screen("sign_in", view)
        try:
            self._lock.acquire()
        except Failure as failure:
            presenter.bar(failure)
        else:
            presenter.open()

    def _show_first_run(self, window: EntryWindow) -> None:
        server = self.practice.url if self.practice is not None else self.ready.choices.read().server_url
        view, presenter = first_run_screen(self._door.enrol, self.jobs, self._signed_in, server)
        self._join(view, window)
        window.show_screen("first_run", view)
        try:
            self._lock.acquire()
        except Failure:
            self._show_sign_in(window)
        else:
            presenter.open()

    def _join(self, view: SignInView | FirstRunView, window: EntryWindow) -> None:
        other = "en" if self.language == "id" else "id"
        view.language_asked.connect(lambda: self.speak(other))
        view.help_asked.connect(window.show_help)
        view.review_asked.connect(lambda: self.open_review())

    def _remember_server(self, url: str) -> None:
        self.ready.choices.keep(server_url=url)

    def _signed_in(self, desk: AgentDesk) -> None:
        self.desk = desk
        self.clock = desk.clock
        self._open_agent(desk)

    def _open_agent(self, desk: AgentDesk) -> None:
        from perisai_desktop.ui.shell.agent_window import AgentWindow

        before = self.agent_window
        self.rest()
        columns = self.ready.choices.read().columns
        window = AgentWindow(desk, self.jobs, self._looks(), self._receipts_folder(), columns)
        window.columns_moved.connect(lambda widths: self.ready.choices.keep(columns=widths))
        window.receipts_moved.connect(lambda folder: self.ready.choices.keep(receipts=str(folder)))
        window.left.connect(self._sign_out)
        window.closed.connect(self._window_closed)
        self.agent_window = window
        window.start(_pause if self._heartbeat else None)
        self._place(window)
        for old in (self.entry, before):
            if old is not None:
                old.hide()
                old.deleteLater()
        self.entry = None

    def _receipts_folder(self) -> Path:
        """Where receipts are saved as PDF: they hold names in the clear, so never inside a profile."""
        kept = self.ready.choices.read().receipts
        documents = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation)
        folder = self._receipts or (Path(kept) if kept else Path(documents) / "Kuitansi Perisai")
        folder.mkdir(parents=True, exist_ok=True)
        return folder

    def _sign_out(self) -> None:
        """Keys leave memory; the sign-in is there again."""
        window, self.agent_window = self.agent_window, None
        self.jobs.close()
        self.jobs = QtJobs()
        if self.desk is not None:
            self.desk.close()
            self.desk = None
        self.enter()
        if window is not None:
            window.hide()
            window.deleteLater()

    def _reviewer_in(self, reviewing: Reviewing, reviewer: ReviewerIdentity) -> None:
        from perisai_desktop.services.reference_files import load_reference
        from perisai_desktop.ui.shell.review_window import ReviewWindow

        self._reviewing = reviewing
        practice = self.practice is not None
        reference = self.desk.reference if self.desk is not None else load_reference()
        window = ReviewWindow(reviewing, reviewer, self.jobs, self._looks(), reference, practice=practice)
        window.left.connect(self._leave_review)
        window.closed.connect(self._window_closed)
        self.review_window = window
        window.start()
        self._place(window)
        if self.review_entry is not None:
            self.review_entry.hide()
            self.review_entry.deleteLater()
            self.review_entry = None

    def _leave_review(self) -> None:
        window, self.review_window = self.review_window, None
        reviewing, self._reviewing = self._reviewing, None
        if reviewing is not None:
            self.jobs.run(Lane.NETWORK, reviewing.sign_out, lambda _outcome: reviewing.close())
        if self.agent_window is None and self.entry is None:
            self.enter()
        if window is not None:
            window.hide()
            window.deleteLater()

    def _looks(self) -> Looks:
        return Looks(self.ready.theme, self.language, self.speak)

    def _place(self, window: QWidget) -> None:
        """Show `window` where the last one stood; the first fills a screen that has no room for it and its frame."""
        geometry = self.ready.choices.read().window
        if geometry:
            window.restoreGeometry(QByteArray.fromBase64(QByteArray(geometry.encode())))
        elif _too_large(window):
            window.setWindowState(Qt.WindowState.WindowMaximized)
        window.show()

    def _window_closed(self) -> None:
        for window in (self.agent_window, self.entry):
            if window is not None and window.isVisible():
                self.ready.choices.keep(window=window.saveGeometry().toBase64().toStdString())
                return


def _pause(failures: int) -> float:
    """Seconds to wait after so many failed runs, with jitter."""
    from sync.client.backoff import pause

    return pause(failures, random.SystemRandom().random())


def _too_large(window: QWidget) -> bool:
    """Whether `window` and its title bar do not fit between the bars of the screen; an offscreen one has none."""
    room = window.screen().availableSize()
    lacks_room = room.width() < window.width() or room.height() < window.height() + _TITLE_BAR
    return lacks_room and QGuiApplication.platformName() != "offscreen"

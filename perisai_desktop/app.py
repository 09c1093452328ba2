"""The composition root: joins services, jobs and windows, from the sign-in to the close."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QWidget

from perisai_desktop.background.qt_jobs import QtJobs
from perisai_desktop.config.choices import note
from perisai_desktop.config.clock import Clock
from perisai_desktop.config.paths import Profile
from perisai_desktop.config.practice import Practice, read_practice
from perisai_desktop.startup import Ready, WarmUp, install_hook
from perisai_desktop.ui.screens.sign_in.screen import sign_in_screen
from perisai_desktop.ui.shell.entry_hall import EntryHall
from perisai_desktop.ui.shell.entry_window import EntryWindow
from perisai_desktop.ui.shell.helping import HelpSize
from perisai_desktop.ui.shell.looks import Looks
from perisai_desktop.ui.shell.reviewer_seat import ReviewerSeat
from perisai_desktop.ui.shell.screen_lock import LockedDoor, ScreenLock
from perisai_desktop.ui.shell.side import Side
from perisai_desktop.ui.shell.standing import geometry_of, place, put_away
from perisai_desktop.ui.widgets.entry_foot import Beside

if TYPE_CHECKING:
    from perisai_desktop.services.desk import AgentDesk
    from perisai_desktop.services.printers import Printers
    from perisai_desktop.ui.shell.agent_window import AgentWindow

__all__ = ["Practice", "Program", "read_practice"]


class Program:
    """One process: an entry window, then an agent's window, and a reviewer's beside it where one is asked for.

    `beside` is the profile for practice on a laptop of real work; with the file of a practice server (`practice`)
    the program practises and nothing else. `attended` means that a person sits before it: whoever signs in for the first
    time is shown the tour, and a desk that nobody touches is locked. What signing in needs is imported once the first
    window is there.
    """

    def __init__(
        self,
        ready: Ready,
        clock: Clock,
        practice: Practice | None = None,
        *,
        beside: Profile | None = None,
        heartbeat: bool = True,
        attended: bool = False,
        receipts: Path | None = None,
        printers: Printers | None = None,
    ) -> None:
        self.ready = ready
        self.clock = clock
        self.practice = practice
        self.jobs = QtJobs()
        self.entry: EntryWindow | None = None
        self.agent_window: AgentWindow | None = None
        self.desk: AgentDesk | None = None
        self.side = Side(ready.profile, clock, practising=practice is not None, note=practice)
        self.review = ReviewerSeat(self._looks, self._place, self._reviewer_left, ready.choices)
        self._other: Side | None = None
        if beside is not None and practice is None:
            self._other = Side(beside, clock, practising=True)
        self._hall = EntryHall(lambda: self.jobs, self, self._help_size, ready.app)
        self._hall.made.connect(self._hold)
        self._hall.begun.connect(self._signed_in)
        self._hall.review_asked.connect(lambda: self.open_review())
        self._hall.beside_asked.connect(lambda: self.change_sides())
        self._hall.closed.connect(self._window_closed)
        self._heartbeat = heartbeat
        self._attended = attended
        self.screen_lock = ScreenLock(lambda: ready.choices.read().lock_minutes if attended else 0)
        self.screen_lock.idle.connect(lambda: self.lock())
        self._receipts = receipts
        self._warm_up = WarmUp(ready.watch, lambda: self.jobs)
        self._printers = printers
        install_hook(self.rest)

    @property
    def language(self) -> str:
        """The language in force, "id" or "en"."""
        return self.ready.choices.read().language

    def enter(self, *, first_run: bool | None = None) -> EntryWindow:
        """Open the first window: the sign-in, or the first run where this laptop is not enrolled.

        With a practice server's file the sign-in enrols by itself; `first_run` True shows the first run all the same.
        """
        self.side.finish_wipe()
        first = self.side.fresh if first_run is None else first_run
        window = self._hall.open(self.side, self._beside(), first_run=first)
        self._place(window)
        self.entry = window
        self._warm_up.after_first_paint()
        return window

    def change_sides(self) -> None:
        """Go from real work to the practice beside it, or back: an open desk is closed first, what was typed is kept."""
        if self._other is None:
            return
        self._hall.keep_typed(self.side)
        window = self._close_desk()
        self.side.lock.release()
        self.side, self._other = self._other, self.side
        self._enter_anew()
        put_away(window)

    def lock(self) -> None:
        """Take every window off the screen until the password of the open desk is given; sending goes on behind."""
        desk, side, agent = self.desk, self.side, self.agent_window
        if desk is None or agent is None or self.screen_lock.drawn:
            return
        self.rest()
        window = EntryWindow(self.language, practice=side.practising, help_size=self._help_size())
        practise = (lambda: desk) if side.note is not None else None
        door, lift = LockedDoor(side.door, desk), lambda _desk: self.screen_lock.lift()
        view, presenter = sign_in_screen(door, self.jobs, lift, practise, locked=True)
        view.foot.help_asked.connect(window.show_help)
        view.foot.leave_asked.connect(lambda: self._sign_out())
        window.show_screen("lock", view)
        self.screen_lock.draw(window, agent)
        presenter.open()

    def rest(self) -> None:
        """Keep everything that was typed."""
        if self.agent_window is not None:
            self.agent_window.rest()

    def close(self) -> None:
        """Put everything away; may be called twice."""
        for window in (self.entry, self.agent_window):
            if window is not None:
                window.close()
        self.screen_lock.drop()
        self.review.close()
        self._warm_up.stop()
        if self.desk is not None:
            self.desk.cards.cancel()
        self.jobs.close()
        if self.desk is not None:
            self.desk.close()
            self.desk = None
        self.side.lock.release()

    def speak(self, language: str) -> None:
        """Switch the language: the window in sight is made anew in it."""
        note(self.ready.choices, language=language)
        self.ready.language.speak(language)
        if self.agent_window is not None and self.desk is not None:
            self._open_agent(self.desk)
        elif self.entry is not None:
            self._hall.keep_typed(self.side)
            self._enter_anew()

    def open_review(self, server: str = "", login: str = "") -> EntryWindow:
        """Open the reviewer's sign-in in a window of its own."""
        side = self.side
        note = None if server else side.note
        return self.review.open(server or side.server, login, note, practice=side.practising)

    def _beside(self) -> Beside:
        if self._other is None:
            return Beside.NOTHING
        return Beside.PRACTICE if self._other.practising else Beside.WORK

    def _enter_anew(self) -> None:
        old = self.entry
        self.enter()
        put_away(old)

    def _hold(self, desk: AgentDesk) -> None:
        """The desk is open from here on, whatever window is in sight."""
        self.desk = desk
        self.side.typed = None

    def _signed_in(self, desk: AgentDesk) -> None:
        self._hold(desk)
        self._hall.leave()
        self.clock = desk.clock
        window = self._open_agent(desk)
        self.screen_lock.watch()
        if self._attended and not self.side.choices.read().toured:
            window.start_tour()

    def _open_agent(self, desk: AgentDesk) -> AgentWindow:
        from perisai_desktop.services.retrying import pause_after

        before, ready = self.agent_window, self.ready
        self.rest()
        laptop = self.side.laptop(ready.choices, ready.scale)
        window = self.side.agent_window(
            desk, self.jobs, self._looks(), laptop, receipts=self._receipts, printers=self._printers
        )
        window.lock_asked.connect(lambda: self.lock())
        window.lock_moved.connect(self.screen_lock.watch)
        window.renewed.connect(lambda renewed: self._renew(renewed))
        window.left.connect(self._sign_out)
        window.closed.connect(self._window_closed)
        self.agent_window = window
        first = before.frame.current if before is not None else window.upkeep.first(desk.clock.today())
        window.start(pause_after if self._heartbeat else None, first)
        self._place(window)
        put_away(self.entry)
        put_away(before)
        self.entry = None
        return window

    def _renew(self, desk: AgentDesk) -> None:
        """Other settings of the branch hold: the window in sight is made anew by them, where it stands."""
        self._window_closed()
        self.desk = desk
        self._open_agent(desk)

    def _sign_out(self) -> None:
        """Keys leave memory; the sign-in is there again."""
        window = self._close_desk()
        self.enter()
        put_away(window)

    def _close_desk(self) -> AgentWindow | None:
        """End the work of an open desk and forget its keys; the agent's window that is left over."""
        window, self.agent_window = self.agent_window, None
        self.screen_lock.drop()
        if window is not None:
            window.rest()
            window.end()
        if self.desk is not None:
            self.desk.cards.cancel()
        self.jobs.close()
        self.jobs = QtJobs()
        if self.desk is not None:
            self.desk.close()
            self.desk = None
        return window

    def _reviewer_left(self) -> None:
        if self.agent_window is None and self.entry is None:
            self.enter()

    def _looks(self) -> Looks:
        return Looks(self.ready.theme, self.language, self.speak, self._help_size())

    def _help_size(self) -> HelpSize:
        choices = self.ready.choices
        return HelpSize(lambda: choices.read().help, lambda size: note(choices, help=size))

    def _place(self, window: QWidget) -> None:
        place(window, self.ready.choices.read().window)

    def _window_closed(self) -> None:
        for window in (self.agent_window, self.entry):
            if window is not None and window.isVisible():
                note(self.ready.choices, window=geometry_of(window))
                return

"""The start of the day and the settings in an agent's window: built when shown, joined with what is around them."""

from __future__ import annotations

from datetime import date
from functools import cached_property
from pathlib import Path

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from perisai_desktop.background.ports import Jobs
from perisai_desktop.config.choices import note
from perisai_desktop.services.desk import AgentDesk
from perisai_desktop.services.licences import licences
from perisai_desktop.services.printers import Printers
from perisai_desktop.services.readiness import printer_standing
from perisai_desktop.ui.screens.ready_for_work.presenter import ReadyPresenter
from perisai_desktop.ui.screens.ready_for_work.screen import ready_screen
from perisai_desktop.ui.screens.ready_for_work.words import Act
from perisai_desktop.ui.screens.settings.presenter import SettingsPresenter
from perisai_desktop.ui.screens.settings.screen import settings_screen
from perisai_desktop.ui.screens.settings.view import SettingsView
from perisai_desktop.ui.shell.frame import Frame
from perisai_desktop.ui.shell.laptop import Laptop
from perisai_desktop.ui.shell.licences_window import LicencesWindow
from perisai_desktop.ui.shell.looks import Looks
from perisai_desktop.ui.shell.numbers_stand import NumbersStand
from perisai_desktop.ui.shell.relay import Relay
from perisai_desktop.ui.theme.theme import ThemeChoice

_FIRST = "home"


class UpkeepPages(QObject):
    """Plans the screens `ready_for_work` and `settings`.

    `send_asked`: send now. `receipts_moved` carries the folder for PDFs. `tour_asked`: show the tour again.
    `lock_moved`: the screen locks itself after another time.
    """

    send_asked = Signal()
    receipts_moved = Signal(object)
    tour_asked = Signal()
    lock_moved = Signal()

    def __init__(
        self,
        window: QWidget,
        frame: Frame,
        desk: AgentDesk,
        jobs: Jobs,
        looks: Looks,
        laptop: Laptop,
        printers: Printers,
        receipts: Path,
        numbers: NumbersStand,
    ) -> None:
        super().__init__(window)
        self._window = window
        self._frame = frame
        self._desk = desk
        self._jobs = jobs
        self._looks = looks
        self._laptop = laptop
        self._printers = printers
        self._receipts = receipts
        self._numbers = numbers
        self._relay = Relay(self)
        self._view: SettingsView | None = None
        self._last = laptop.choices.read().screen
        self._day_begins = False
        frame.plan("ready_for_work", lambda: self.ready)
        frame.plan("settings", lambda: self.settings)
        frame.moved.connect(self._moved)

    @cached_property
    def ready(self) -> ReadyPresenter:
        """The start of the day."""
        view, presenter = ready_screen(
            self._desk,
            self._jobs,
            lambda: printer_standing(self._printers, self._laptop.printing),
        )
        view.begun.connect(self._begin)
        view.acted.connect(self._act)
        view.show_above(self._numbers.card())
        self._frame.add("ready_for_work", view, view)
        return presenter

    @cached_property
    def settings(self) -> SettingsPresenter:
        """The settings."""
        view, presenter = settings_screen(
            self._desk,
            self._jobs,
            self._laptop.choices,
            self._printers,
            self._relay.post,
            self._laptop.scale,
            str(self._receipts),
            tour=True,
        )
        view.looks.show_looks(self._looks.language, self._looks.theme.choice.value)
        view.looks.language_chosen.connect(self._looks.speak)
        view.looks.theme_chosen.connect(lambda name: self._looks.theme.choose(ThemeChoice(name)))
        view.looks.restart_asked.connect(self._laptop.restart)
        view.paper.folder_chosen.connect(self.receipts_moved)
        view.about.licences_asked.connect(lambda: LicencesWindow(licences(), self._window).open())
        view.about.tour_asked.connect(self.tour_asked)
        view.password.lock_chosen.connect(lambda _minutes: self.lock_moved.emit())
        self._view = view
        self._frame.add("settings", view, view)
        return presenter

    def first(self, today: date) -> str:
        """The screen to open with: the start of the day once on each local date, then where the work was left.

        Work itself begins with the overview.
        """
        choices = self._laptop.choices
        if choices.read().ready_on == today.isoformat():
            return self._onward()
        note(choices, ready_on=today.isoformat())
        self._day_begins = True
        return "ready_for_work"

    def rest(self) -> None:
        """Remember the screen in sight for the next start."""
        if self._last and self._last != self._laptop.choices.read().screen:
            note(self._laptop.choices, screen=self._last)

    def end(self) -> None:
        """Give up a copy under way: nobody waits for a slow stick to sign out."""
        if self._frame.built("settings"):
            self.settings.stop()

    def _moved(self, name: str) -> None:
        if name not in ("ready_for_work", "settings"):
            self._last = name

    def _onward(self) -> str:
        return self._last if self._frame.knows(self._last) else _FIRST

    def _begin(self) -> None:
        self._frame.go(_FIRST if self._day_begins else self._onward())
        self._day_begins = False

    def _act(self, act: Act) -> None:
        if act is Act.SEND:
            self.send_asked.emit()
            return
        if act is Act.NEW_NUMBERS:
            self._numbers.show()
            return
        self._frame.go("settings")
        assert self._view is not None
        if act is Act.BACK_UP:
            self._view.show_backup()
        elif act is Act.CHOOSE_PRINTER:
            self._view.show_printer()

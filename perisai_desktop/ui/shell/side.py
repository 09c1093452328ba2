"""One side of a laptop: real work, or the practice beside it. They share the screen and nothing else."""

from __future__ import annotations

from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QStandardPaths
from PySide6.QtGui import QGuiApplication

from perisai_desktop.background.ports import Jobs
from perisai_desktop.config.choices import Choices, note
from perisai_desktop.config.clock import Clock
from perisai_desktop.config.paths import Profile
from perisai_desktop.config.practice import Practice
from perisai_desktop.domain.failure import Failure, FailureCode
from perisai_desktop.security.credentials import NoCredentials
from perisai_desktop.security.instance_lock import InstanceLock
from perisai_desktop.ui.scaling import RESTART
from perisai_desktop.ui.screens.first_run.screen import Typed
from perisai_desktop.ui.screens.first_run.state import FirstRunState, Page
from perisai_desktop.ui.shell.doors import StoreDoor
from perisai_desktop.ui.shell.laptop import Laptop, SideChoices
from perisai_desktop.ui.shell.looks import Looks

if TYPE_CHECKING:
    from perisai_desktop.services.desk import AgentDesk
    from perisai_desktop.services.printers import Printers
    from perisai_desktop.ui.shell.agent_window import AgentWindow

_NUMBERS = 20
"""So many receipt numbers are told by themselves."""


class Side:
    """A profile with its door, its lock and what was typed into its first run.

    `practising` is True for practice; `note` is the file of a practice server, with which one key signs in.
    """

    def __init__(
        self, profile: Profile, clock: Clock, *, practising: bool, note: Practice | None = None
    ) -> None:
        self.profile = profile
        self.practising = practising
        self.note = note
        self.choices = Choices(profile)
        self.lock = InstanceLock(profile.lock)
        self.door = StoreDoor(profile, clock, note, self._remember_server, practising=practising)
        self.typed: Typed | None = None

    @property
    def fresh(self) -> bool:
        """No device was enrolled here yet, and the sign-in can't do it by itself."""
        return not self.profile.enrolled and self.note is None

    @property
    def server(self) -> str:
        """The server's address as it is known before anybody signs in; may be empty."""
        return self.note.url if self.note is not None else self.choices.read().server_url

    def finish_wipe(self) -> None:
        """Take away what is left of a store that the branch had wiped; the first run then says what happened.

        Cash that is to be handed over is told at every start, until a device is enrolled here again.
        """
        begun, telling = self.profile.wiping.exists(), self.profile.owed.exists()
        if not begun and (not telling or self.profile.enrolled):
            return
        from perisai_desktop.services.wiping import Wiping

        if begun and not Wiping(self.profile, self.door.credentials() or NoCredentials()).finish():
            return
        self.typed = Typed(FirstRunState(page=Page.CODE, server=self.server, failure=self._emptied()))

    def _emptied(self) -> Failure:
        from perisai_desktop.services import owed_cash

        owed = owed_cash.kept(self.profile.owed)
        if owed is None:
            return Failure(FailureCode.DEVICE_WIPED)
        more = len(owed.receipts) - _NUMBERS
        told = (*owed.receipts[:_NUMBERS], *([f"… +{more}"] if more > 0 else []))
        return Failure(FailureCode.DEVICE_WIPED_OWING, cash=owed.rupiah, receipts=told)

    def receipts_folder(self, chosen: Path | None) -> Path:
        """Where receipts are saved as PDF: they hold names in the clear, so never inside a profile."""
        kept = self.choices.read().receipts
        documents = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation)
        name = "Kuitansi Latihan Perisai" if self.practising else "Kuitansi Perisai"
        standard = Path(documents) / name
        folder = chosen or (Path(kept) if kept else standard)
        try:
            folder.mkdir(parents=True, exist_ok=True)
        except OSError:
            # A stick that was pulled out, a folder that was taken away: nobody is kept from the work by it.
            folder = standard
            with suppress(OSError):
                folder.mkdir(parents=True, exist_ok=True)
        return folder

    def laptop(self, machine: Choices, scale: int) -> Laptop:
        """The laptop as a window on this side sees it; `machine` keeps what both sides share, `scale` is in force."""
        from perisai_desktop.background.system_cameras import SystemCameras

        return Laptop(SideChoices(self.choices, machine), scale, _restart, SystemCameras())

    def agent_window(
        self,
        desk: AgentDesk,
        jobs: Jobs,
        looks: Looks,
        laptop: Laptop,
        *,
        receipts: Path | None = None,
        printers: Printers | None = None,
    ) -> AgentWindow:
        """The window of an open desk.

        `receipts` and `printers` stand for the folder kept here and the system's printers.
        """
        from perisai_desktop.background.connection_cost import SystemCost
        from perisai_desktop.background.system_printers import system_printers
        from perisai_desktop.ui.shell.agent_window import AgentWindow

        desk.photo_allowance.cost = SystemCost()
        folder = self.receipts_folder(receipts)
        window = AgentWindow(desk, jobs, looks, folder, printers or system_printers(), laptop)
        window.toured.connect(lambda: note(self.choices, toured=True))
        return window

    def _remember_server(self, url: str) -> None:
        note(self.choices, server_url=url)


def _restart() -> None:
    """End the program, so that whoever runs it starts it again; the windows close first and keep what was typed."""
    QGuiApplication.exit(RESTART)

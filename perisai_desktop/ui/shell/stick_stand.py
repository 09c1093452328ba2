"""Where files go out on a stick and come in: asks for the folder or the file, then opens the window of the errand."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from datetime import datetime, timedelta
from pathlib import Path

from PySide6.QtCore import QObject, QStandardPaths, QStorageInfo, Signal
from PySide6.QtWidgets import QFileDialog, QWidget

from perisai_desktop.background.ports import Jobs
from perisai_desktop.domain.printing import PrintChoice
from perisai_desktop.services.carrying import keep_answer
from perisai_desktop.services.desk import AgentDesk
from perisai_desktop.services.hand_over_sheet import print_sheet, save_sheet
from perisai_desktop.services.printers import Printers
from perisai_desktop.services.reviewing import Reviewing
from perisai_desktop.ui.i18n import moment_words
from perisai_desktop.ui.screens.bundle.presenter import BundlePorts
from perisai_desktop.ui.screens.bundle.screen import bundle_window
from perisai_desktop.ui.screens.bundle.state import BundleState, Errand
from perisai_desktop.ui.screens.bundle.view import BundleWindow
from perisai_desktop.ui.shell.laptop import Laptop
from perisai_desktop.ui.widgets.practice_frame import PracticeFrame

_STICKS = ("/media/", "/run/media/", "/Volumes/")


class StickStand(QObject):
    """One errand at a time; `finished`: what waits here may have changed. `now` is the instant, `offset` minutes
    ahead of UTC."""

    finished = Signal()

    def __init__(
        self,
        ports: BundlePorts,
        jobs: Jobs,
        now: Callable[[], datetime],
        offset: int,
        owner: QWidget,
        laptop: Laptop | None = None,
        *,
        practice: bool,
    ) -> None:
        super().__init__(owner)
        self.window: BundleWindow | None = None
        self._ports = ports
        self._jobs = jobs
        self._now = now
        self._offset = offset
        self._owner = owner
        self._laptop = laptop or Laptop()
        self._practice = practice

    def ask(self, errand: Errand) -> None:
        """Ask where to, or which file, and go; nothing chosen changes nothing."""
        place = self._folder() if errand is Errand.SAVE else self._file(errand)
        if place:
            path = Path(place)
            self._laptop.keep_stick(path if errand is Errand.SAVE else path.parent)
            self.go(errand, path)

    def go(self, errand: Errand, place: Path) -> None:
        """Open the window and begin."""
        state = BundleState(errand, utc_offset=self._offset, practice=self._practice)
        window, presenter = bundle_window(
            self._ports, self._jobs, state, self.moment, self.finished.emit, self._start, self._owner
        )
        if self._practice:
            PracticeFrame(window)
        self.window = window
        window.finished.connect(lambda _code: self._closed(window))
        presenter.begin(place)
        window.open()

    def _folder(self) -> str:
        return QFileDialog.getExistingDirectory(
            self._owner, self.tr("USB stick to save to"), str(self._start())
        )

    def _start(self) -> Path:
        """Where a dialog opens: the last folder, else a stick that is plugged in, else Documents."""
        documents = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation)
        roots = (volume.rootPath() for volume in QStorageInfo.mountedVolumes())
        return self._laptop.stick or plugged_in(roots) or Path(documents)

    def _file(self, errand: Errand) -> str:
        if errand is Errand.READ:
            title, kinds = self.tr("Answer of the branch"), self.tr("Answers") + " (*.perisai-jawaban)"
        else:
            title, kinds = self.tr("File of a laptop"), self.tr("Files of Perisai") + " (*.perisai)"
        every = self.tr("All files") + " (*)"
        chosen, _ = QFileDialog.getOpenFileName(self._owner, title, str(self._start()), f"{kinds};;{every}")
        return chosen

    def moment(self, at: datetime) -> str:
        """An instant in words, by this laptop's clock."""
        shift = timedelta(minutes=self._offset)
        return moment_words((at + shift).replace(tzinfo=None), (self._now() + shift).date())

    def _closed(self, window: BundleWindow) -> None:
        window.deleteLater()
        if self.window is window:
            self.window = None


def plugged_in(roots: Iterable[str]) -> Path | None:
    """The first of the mounted volumes that is a stick, where the system mounts sticks apart."""
    return next((Path(root) for root in roots if root.startswith(_STICKS)), None)


def agent_ports(desk: AgentDesk, printers: Printers, choice: Callable[[], PrintChoice]) -> BundlePorts:
    """What an agent's laptop can do: save its own, read its answer, bring a colleague's."""
    return BundlePorts(
        carry=desk.carrying.carry,
        keep_answer=keep_answer,
        print_sheet=lambda hand_over: print_sheet(hand_over, choice(), printers),
        save_sheet=save_sheet,
        save=desk.bundling.save,
        read=desk.bundling.read,
    )


def reviewer_ports(reviewing: Reviewing, printers: Printers) -> BundlePorts:
    """What a reviewer's window can do: take in what is brought to the branch."""
    return BundlePorts(
        carry=lambda path: reviewing.carry(path),
        keep_answer=keep_answer,
        print_sheet=lambda hand_over: print_sheet(hand_over, PrintChoice(), printers),
        save_sheet=save_sheet,
    )

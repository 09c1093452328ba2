"""An agent's window whose jobs a test runs by hand."""

from pathlib import Path

from PySide6.QtCore import Qt

from perisai_desktop.background.hand_run import HandRunJobs
from perisai_desktop.services.desk import AgentDesk
from perisai_desktop.ui.shell.agent_window import AgentWindow
from perisai_desktop.ui.shell.laptop import Laptop
from perisai_desktop.ui.shell.looks import Looks
from perisai_desktop.ui.theme.theme import Theme
from tests.support.fake_printers import FakePrinters

CONTROL = Qt.KeyboardModifier.ControlModifier


class Rig:
    """A window whose jobs are run by hand."""

    def __init__(self, desk: AgentDesk, theme: Theme, folder: Path) -> None:
        self.desk = desk
        self.jobs = HandRunJobs()
        self.spoken: list[str] = []
        self.looks = Looks(theme, "id", self.spoken.append)
        self.printers = FakePrinters()
        self.laptop = Laptop()
        self.window = AgentWindow(desk, self.jobs, self.looks, folder, self.printers, self.laptop)

    def start(self) -> None:
        self.window.start()
        self.jobs.run_all()

"""What the agent's window asks of the laptop around it: its choices, the scale on screen, a new start."""

from collections.abc import Callable
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Protocol

from perisai_desktop.background.cameras import Cameras, NoCameras
from perisai_desktop.config.choices import note
from perisai_desktop.config.settings import Settings
from perisai_desktop.domain.paper import PaperSize
from perisai_desktop.domain.printing import PrintChoice


class Choices(Protocol):
    """The choices that the laptop keeps outside the store."""

    def read(self) -> Settings:
        """The choices as they are."""

    def keep(self, **changes: str | int | bool) -> None:
        """Change some of them; raises OSError."""


SHARED = ("scale", "columns", "lock_minutes")
"""Choices that hold for the whole program, whichever side of the laptop is at work."""


class SideChoices:
    """The choices of one side of a laptop (`side`), and those that it shares with the other (`machine`)."""

    def __init__(self, side: Choices, machine: Choices) -> None:
        self._side = side
        self._machine = machine

    def read(self) -> Settings:
        """The choices as they are."""
        machine = self._machine.read()
        return replace(self._side.read(), **{name: getattr(machine, name) for name in SHARED})

    def keep(self, **changes: str | int | bool) -> None:
        """Change some of them; raises OSError."""
        shared = {name: value for name, value in changes.items() if name in SHARED}
        own = {name: value for name, value in changes.items() if name not in SHARED}
        if shared:
            self._machine.keep(**shared)
        if own:
            self._side.keep(**own)


class PassingChoices:
    """Choices that last as long as the window."""

    def __init__(self) -> None:
        self._settings = Settings()

    def read(self) -> Settings:
        """The choices as they are."""
        return self._settings

    def keep(self, **changes: str | int | bool) -> None:
        """Change some of them."""
        self._settings = replace(self._settings, **changes)  # type: ignore[arg-type]


@dataclass(frozen=True, slots=True)
class Laptop:
    """`scale` is what this run is drawn at, percent; `restart` ends the program and starts it again."""

    choices: Choices = field(default_factory=PassingChoices)
    scale: int = 100
    restart: Callable[[], None] = lambda: None
    cameras: Cameras = field(default_factory=NoCameras)

    @property
    def printing(self) -> PrintChoice:
        """What receipts are printed on."""
        kept = self.choices.read()
        return PrintChoice(PaperSize(kept.paper), kept.printer, kept.roll_printer)

    def keep_printing(self, choice: PrintChoice) -> None:
        """Print on this from now on."""
        note(self.choices, paper=choice.paper.value, printer=choice.printer, roll_printer=choice.roll_printer)

    @property
    def stick(self) -> Path | None:
        """The folder that a file was last saved to, where it is there."""
        kept = self.choices.read().stick
        return Path(kept) if kept and Path(kept).is_dir() else None

    def keep_stick(self, folder: Path) -> None:
        """Propose this folder for the next file."""
        note(self.choices, stick=str(folder))

    def keep_camera(self, key: str) -> None:
        """Take photos with this camera from now on."""
        note(self.choices, camera=key)

    def keep_receipts(self, folder: Path) -> None:
        """Save PDFs in this folder from now on."""
        note(self.choices, receipts=str(folder))

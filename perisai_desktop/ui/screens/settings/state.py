"""What the settings show."""

from dataclasses import dataclass, field
from enum import StrEnum

from perisai_desktop.config.settings import Settings
from perisai_desktop.domain.backup import BackupProgress, BackupStanding
from perisai_desktop.domain.device import ReportPart
from perisai_desktop.domain.failure import Failure
from perisai_desktop.domain.printing import Printer
from perisai_desktop.domain.retention import CleaningStanding

SCALES = (100, 125, 150, 175, 200)
"""How large everything is drawn, percent."""
LOCK_MINUTES = (2, 5, 10, 15, 30)
"""After how many minutes without a touch the screen may lock itself."""


class Part(StrEnum):
    """The cards of the page."""

    LOOKS = "looks"
    PAPER = "paper"
    BACKUP = "backup"
    PASSWORD = "password"  # noqa: S105 - the name of a card
    REPORT = "report"


class Done(StrEnum):
    """What was done last."""

    COPIED = "copied"
    STOPPED = "stopped"
    PASSWORD_CHANGED = "password_changed"  # noqa: S105 - the name of an event
    REPORT_SAVED = "report_saved"


class Gap(StrEnum):
    """What is wrong with the passwords as typed."""

    OLD_MISSING = "old_missing"
    NEW_SHORT = "new_short"
    NEW_COMMON = "new_common"
    NEW_DIGITS = "new_digits"
    NEW_AS_OLD = "new_as_old"
    DIFFER = "differ"


@dataclass(frozen=True, slots=True)
class Told:
    """The last event of a card: what was done, or why not."""

    part: Part
    done: Done | None = None
    failure: Failure | None = None


@dataclass(frozen=True, slots=True)
class SettingsState:
    """The choices, and what is known of printers, copies and report; passwords are never part of a state.

    `scale` is what this run of the program is drawn at, percent. `printers` is None until the system has told.
    `changes` counts the passwords changed.
    """

    choices: Settings = field(default_factory=Settings)
    scale: int = 100
    pdf_folder: str = field(default="", repr=False)
    printers: tuple[Printer, ...] | None = None
    backup: BackupStanding | None = field(default=None, repr=False)
    cleaning: CleaningStanding | None = None
    copying: bool = False
    stopping: bool = False
    progress: BackupProgress | None = None
    report: tuple[ReportPart, ...] = ()
    gaps: frozenset[Gap] = frozenset()
    changing: bool = False
    changes: int = 0
    told: Told | None = None

    @property
    def scale_waits(self) -> bool:
        """Whether another scale was chosen than the one on screen."""
        return self.choices.scale != self.scale

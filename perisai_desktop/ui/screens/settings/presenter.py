"""What the settings do: keep choices, copy the store, change the password, save the report."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Protocol

from perisai_desktop.background.ports import Jobs, Lane
from perisai_desktop.config.settings import Settings
from perisai_desktop.domain.backup import Backup, BackupProgress, BackupStanding
from perisai_desktop.domain.device import ReportPart
from perisai_desktop.domain.failure import Failure, FailureCode
from perisai_desktop.domain.outcome import Err, Ok
from perisai_desktop.domain.paper import PaperSize
from perisai_desktop.domain.password import Strength, strength
from perisai_desktop.domain.printing import Printer
from perisai_desktop.domain.retention import CleaningStanding
from perisai_desktop.ui.screens.settings.state import Done, Gap, Part, SettingsState, Told

Show = Callable[[SettingsState], None]
Post = Callable[[Callable[[], None]], None]

_WEAK = {
    Strength.SHORT: Gap.NEW_SHORT,
    Strength.COMMON: Gap.NEW_COMMON,
    Strength.DIGITS: Gap.NEW_DIGITS,
}


class Choices(Protocol):
    """The laptop's choices."""

    def read(self) -> Settings:
        """The choices as they are."""

    def keep(self, **changes: str | int | bool) -> None:
        """Change some of them; raises OSError."""


class BackingUp(Protocol):
    """Copies of the store."""

    def standing(self) -> BackupStanding:
        """Where copies go, and the newest."""

    def choose(self, folder: Path) -> BackupStanding:
        """Remember where copies go; raises Failure."""

    def run(self, progress: Callable[[BackupProgress], None], cancelled: Callable[[], bool]) -> Backup | None:
        """Make a copy, None where it was stopped; raises Failure."""


class Passwords(Protocol):
    """The lock of the store."""

    def change(self, old: str, new: str) -> None:
        """Lock the store by another password; raises Failure."""


class Report(Protocol):
    """The report for whoever helps."""

    def parts(self) -> tuple[ReportPart, ...]:
        """What it would hold now."""

    def save(self, path: Path) -> None:
        """Write it; raises Failure."""


@dataclass(frozen=True, slots=True)
class Ports:
    """What the settings work on; `printers` asks the system and may take its time. `cleaning`: what is personal here."""

    choices: Choices
    backing_up: BackingUp
    password: Passwords
    report: Report
    printers: Callable[[], tuple[Printer, ...]]
    cleaning: Callable[[], CleaningStanding]


class SettingsPresenter:
    """`post` runs what a job tells on the screen's thread. `scale` is what this run is drawn at, percent."""

    def __init__(self, ports: Ports, jobs: Jobs, show: Show, post: Post, scale: int, pdf_folder: str) -> None:
        self._ports = ports
        self._jobs = jobs
        self._show = show
        self._post = post
        self._stop = False
        self.state = SettingsState(ports.choices.read(), scale, pdf_folder)

    def load(self) -> None:
        """Read everything again; a copy under way goes on."""
        choices = self._ports.choices.read()
        folder = choices.receipts or self.state.pdf_folder
        self._present(replace(self.state, choices=choices, pdf_folder=folder))
        self._jobs.run(Lane.LOCAL, self._ports.backing_up.standing, self._standing_known)
        self._jobs.run(Lane.LOCAL, self._ports.report.parts, self._parts_known)
        self._jobs.run(Lane.LOCAL, self._ports.cleaning, self._cleaning_known)
        self._jobs.run(Lane.PRINTER, self._ports.printers, self._printers_known)

    def scale(self, percent: int) -> None:
        """Draw everything at this scale from the next start on."""
        self._keep(Part.LOOKS, scale=percent)

    def paper(self, size: str) -> None:
        """Print receipts on this paper unless told otherwise."""
        self._keep(Part.PAPER, paper=size)

    def printer(self, name: str) -> None:
        """Print on this printer; sheets and rolls have one each. Empty: whatever the system offers."""
        roll = PaperSize(self.state.choices.paper).roll
        self._keep(Part.PAPER, **{"roll_printer" if roll else "printer": name})

    def pdf_folder(self, folder: Path) -> None:
        """Save receipts here from now on."""
        self._keep(Part.PAPER, receipts=str(folder))
        self._present(replace(self.state, pdf_folder=str(folder)))

    def backup_folder(self, folder: Path, *, begin: bool = False) -> None:
        """Copy to this folder from now on; `begin` makes a copy at once."""

        def chosen(outcome: Ok[BackupStanding] | Err) -> None:
            self._present(replace(self.state, told=None))
            self._standing_known(outcome)
            if begin and isinstance(outcome, Ok):
                self.back_up()

        self._jobs.run(Lane.LOCAL, lambda: self._ports.backing_up.choose(folder), chosen)

    def back_up(self) -> None:
        """Make a copy; it runs beside the work, in the lane where things may take long."""
        if self.state.copying:
            return
        self._stop = False
        self._present(replace(self.state, copying=True, stopping=False, progress=None, told=None))
        self._jobs.run(Lane.NETWORK, self._copy, self._copied)

    def stop(self) -> None:
        """Stop the copy; nothing of it stays."""
        if self.state.copying:
            self._stop = True
            self._present(replace(self.state, stopping=True))

    def lock_after(self, minutes: int) -> None:
        """Lock the screen after so many minutes without a touch."""
        self._keep(Part.PASSWORD, lock_minutes=minutes)

    def change_password(self, old: str, new: str, again: str) -> None:
        """Lock the store by `new` from now on."""
        if self.state.changing:
            return
        gaps = frozenset(_gaps(old, new, again))
        self._present(replace(self.state, gaps=gaps, changing=not gaps, told=None))
        if not gaps:
            self._jobs.run(Lane.LOCAL, lambda: self._ports.password.change(old, new), self._changed)

    def save_report(self, path: Path) -> None:
        """Save the report as a zip."""

        def saved(outcome: Ok[None] | Err) -> None:
            failure = outcome.failure if isinstance(outcome, Err) else None
            done = None if failure is not None else Done.REPORT_SAVED
            self._present(replace(self.state, told=Told(Part.REPORT, done, failure)))

        self._jobs.run(Lane.LOCAL, lambda: self._ports.report.save(path), saved)

    def _keep(self, part: Part, **changes: str | int) -> None:
        told = None
        try:
            self._ports.choices.keep(**changes)
        except OSError:
            told = Told(part, failure=Failure(FailureCode.DISK_FULL))
        self._present(replace(self.state, choices=self._ports.choices.read(), told=told))

    def _copy(self) -> Backup | None:
        return self._ports.backing_up.run(self._advanced, lambda: self._stop)

    def _advanced(self, progress: BackupProgress) -> None:
        self._post(lambda: self._advance(progress))

    def _advance(self, progress: BackupProgress) -> None:
        if self.state.copying:
            self._present(replace(self.state, progress=progress))

    def _copied(self, outcome: Ok[Backup | None] | Err) -> None:
        ended = replace(self.state, copying=False, stopping=False, progress=None)
        if isinstance(outcome, Err):
            self._present(replace(ended, told=Told(Part.BACKUP, failure=outcome.failure)))
        else:
            done = Done.COPIED if outcome.value is not None else Done.STOPPED
            self._present(replace(ended, told=Told(Part.BACKUP, done)))
        self._jobs.run(Lane.LOCAL, self._ports.backing_up.standing, self._standing_known)

    def _changed(self, outcome: Ok[None] | Err) -> None:
        ended = replace(self.state, changing=False)
        if isinstance(outcome, Err):
            self._present(replace(ended, told=Told(Part.PASSWORD, failure=outcome.failure)))
        else:
            told = Told(Part.PASSWORD, Done.PASSWORD_CHANGED)
            self._present(replace(ended, changes=ended.changes + 1, told=told))

    def _standing_known(self, outcome: Ok[BackupStanding] | Err) -> None:
        if isinstance(outcome, Ok):
            self._present(replace(self.state, backup=outcome.value))
        else:
            self._present(replace(self.state, told=Told(Part.BACKUP, failure=outcome.failure)))

    def _parts_known(self, outcome: Ok[tuple[ReportPart, ...]] | Err) -> None:
        if isinstance(outcome, Ok):
            self._present(replace(self.state, report=outcome.value))

    def _cleaning_known(self, outcome: Ok[CleaningStanding] | Err) -> None:
        if isinstance(outcome, Ok):
            self._present(replace(self.state, cleaning=outcome.value))

    def _printers_known(self, outcome: Ok[tuple[Printer, ...]] | Err) -> None:
        self._present(replace(self.state, printers=outcome.value if isinstance(outcome, Ok) else ()))

    def _present(self, state: SettingsState) -> None:
        self.state = state
        self._show(state)


def _gaps(old: str, new: str, again: str) -> Iterator[Gap]:
    if not old:
        yield Gap.OLD_MISSING
    judged = strength(new)
    if judged in _WEAK:
        yield _WEAK[judged]
    elif new == old:
        yield Gap.NEW_AS_OLD
    elif new != again:
        yield Gap.DIFFER

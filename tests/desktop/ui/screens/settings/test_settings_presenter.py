"""The settings keep choices, copy, change the password and save the report; the view is a list."""

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

from perisai_desktop.background.hand_run import HandRunJobs
from perisai_desktop.background.ports import Lane
from perisai_desktop.domain.backup import Backup, BackupProgress, BackupStanding
from perisai_desktop.domain.device import ReportPart
from perisai_desktop.domain.failure import Failure, FailureCode
from perisai_desktop.domain.printing import Printer
from perisai_desktop.domain.retention import CleaningStanding
from perisai_desktop.ui.screens.settings.presenter import Ports, SettingsPresenter
from perisai_desktop.ui.screens.settings.state import Done, Gap, Part, SettingsState, Told
from perisai_desktop.ui.shell.laptop import PassingChoices
from tests.support.morning import NOW

CLEANED = CleaningStanding(days=90, cleaned=1_204, newly=12, last_at=NOW)
MADE = Backup(NOW, "/usb/perisai-0Q2FK-01-20261122-091500", 40, 400_000)


class FullChoices(PassingChoices):
    """A disk without room."""

    def keep(self, **changes: str | int | bool) -> None:
        raise OSError


class Services:
    """Copies, password and report that answer as the test wants."""

    def __init__(self) -> None:
        self.failure: Failure | None = None
        self.folder = ""
        self.made: Backup | None = None
        self.done: list[object] = []

    def standing(self) -> BackupStanding:
        return BackupStanding(self.folder, self.made)

    def choose(self, folder: Path) -> BackupStanding:
        self._fail()
        self.folder = str(folder)
        return self.standing()

    def run(self, progress: Callable[[BackupProgress], None], cancelled: Callable[[], bool]) -> Backup | None:
        progress(BackupProgress(1, 2))
        self._fail()
        self.made = None if cancelled() else MADE
        return self.made

    def change(self, old: str, new: str) -> None:
        self._fail()
        self.done.append((old, new))

    def parts(self) -> tuple[ReportPart, ...]:
        return (ReportPart("versions.json", 200),)

    def save(self, path: Path) -> None:
        self._fail()
        self.done.append(path)

    def _fail(self) -> None:
        if self.failure is not None:
            raise self.failure


class Desk:
    """A presenter with everything around it."""

    def __init__(self, choices: PassingChoices | None = None) -> None:
        self.services = Services()
        self.choices = choices or PassingChoices()
        self.jobs = HandRunJobs()
        self.shown: list[SettingsState] = []
        ports = Ports(
            *(self.choices, self.services, self.services, self.services),
            lambda: (Printer("EPSON L3210"),),
            lambda: CLEANED,
        )
        self.presenter = SettingsPresenter(
            ports, self.jobs, self.shown.append, lambda act: act(), 100, "/home/kuitansi"
        )

    @property
    def state(self) -> SettingsState:
        return self.shown[-1]


@pytest.fixture
def desk() -> Desk:
    return Desk()


def test_everything_is_read_when_the_page_comes_into_sight(desk: Desk) -> None:
    desk.presenter.load()
    assert desk.jobs.waiting(Lane.PRINTER) == 1, "a slow spooler holds up no save"
    desk.jobs.run_all()
    assert desk.state.backup == BackupStanding("", None)
    assert desk.state.report == (ReportPart("versions.json", 200),)
    assert desk.state.cleaning == CLEANED
    assert desk.state.printers == (Printer("EPSON L3210"),)
    assert desk.state.pdf_folder == "/home/kuitansi"


def test_choices_are_kept_and_the_scale_waits_for_the_next_start(desk: Desk) -> None:
    desk.presenter.scale(150)
    desk.presenter.scale(100)
    assert [state.scale_waits for state in desk.shown] == [True, False]
    desk.presenter.printer("EPSON L3210")
    desk.presenter.paper("roll58")
    desk.presenter.printer("Blueprint")
    desk.presenter.pdf_folder(Path("/usb/pdf"))
    kept = desk.choices.read()
    assert (kept.paper, kept.printer, kept.roll_printer) == ("roll58", "EPSON L3210", "Blueprint")
    assert (kept.receipts, desk.state.pdf_folder) == (str(Path("/usb/pdf")), str(Path("/usb/pdf")))


def test_a_choice_that_cannot_be_kept_is_told() -> None:
    desk = Desk(FullChoices())
    desk.presenter.scale(200)
    assert desk.state.told == Told(Part.LOOKS, failure=Failure(FailureCode.DISK_FULL))
    assert desk.state.choices.scale == 100


def test_a_copy_is_made_beside_the_work(desk: Desk) -> None:
    desk.presenter.backup_folder(Path("/usb"), begin=True)
    desk.jobs.run_next(Lane.LOCAL)
    assert [state.copying for state in desk.shown][-1:] == [True]
    desk.presenter.back_up()
    assert desk.jobs.waiting(Lane.NETWORK) == 1, "one copy at a time"
    desk.jobs.run_all()
    assert BackupProgress(1, 2) in [state.progress for state in desk.shown]
    assert not desk.state.copying
    assert desk.state.backup == BackupStanding(str(Path("/usb")), MADE)
    assert desk.state.told == Told(Part.BACKUP, Done.COPIED)


def test_a_copy_can_be_stopped(desk: Desk) -> None:
    desk.presenter.stop()
    assert desk.shown == []
    desk.presenter.back_up()
    desk.presenter.stop()
    assert desk.state.stopping
    desk.jobs.run_all()
    assert desk.state.told == Told(Part.BACKUP, Done.STOPPED)


@pytest.mark.parametrize("step", ["choose", "run"])
def test_a_copy_that_fails_is_told(desk: Desk, step: str) -> None:
    desk.services.failure = Failure(FailureCode.BACKUP_NO_ROOM, needed=40)
    if step == "choose":
        desk.presenter.backup_folder(Path("/usb"), begin=True)
    else:
        desk.presenter.back_up()
    desk.jobs.run_all()
    assert desk.state.told == Told(Part.BACKUP, failure=desk.services.failure)
    assert not desk.state.copying


@pytest.mark.parametrize(
    ("old", "new", "again", "gaps"),
    [
        ("", "short", "short", {Gap.OLD_MISSING, Gap.NEW_SHORT}),
        ("pasar pagi", "rahasia123", "rahasia123", {Gap.NEW_COMMON}),
        ("pasar pagi", "27081964", "27081964", {Gap.NEW_DIGITS}),
        ("pasar pagi", "pasar pagi", "pasar pagi", {Gap.NEW_AS_OLD}),
        ("pasar pagi", "perahu biru", "perahu bira", {Gap.DIFFER}),
    ],
)
def test_passwords_that_do_not_do(desk: Desk, old: str, new: str, again: str, gaps: set[Gap]) -> None:
    desk.presenter.change_password(old, new, again)
    assert desk.state.gaps == gaps
    desk.jobs.run_all()
    assert desk.services.done == []


def test_the_password_is_changed_once(desk: Desk) -> None:
    for _ in range(2):
        desk.presenter.change_password("pasar pagi", "perahu biru", "perahu biru")
    desk.jobs.run_all()
    assert desk.services.done == [("pasar pagi", "perahu biru")]
    assert (desk.state.changes, desk.state.told) == (1, Told(Part.PASSWORD, Done.PASSWORD_CHANGED))
    desk.services.failure = Failure(FailureCode.WRONG_PASSWORD, attempts_left=4)
    desk.presenter.change_password("salah", "perahu biru", "perahu biru")
    desk.jobs.run_all()
    assert (desk.state.changes, desk.state.told) == (1, Told(Part.PASSWORD, failure=desk.services.failure))
    assert "perahu" not in repr(desk.state)


def test_the_report_is_saved_or_not(desk: Desk) -> None:
    desk.presenter.save_report(Path("/usb/report.zip"))
    desk.jobs.run_all()
    assert desk.state.told == Told(Part.REPORT, Done.REPORT_SAVED)
    desk.services.failure = Failure(FailureCode.REPORT_NOT_SAVED)
    desk.presenter.save_report(Path("/usb/report.zip"))
    desk.jobs.run_all()
    assert desk.state == replace(desk.state, told=Told(Part.REPORT, failure=desk.services.failure))

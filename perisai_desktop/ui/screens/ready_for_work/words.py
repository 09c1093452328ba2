"""Each fact of the morning in words: what it is, how it stands, what to do now, and the button that does it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum

from PySide6.QtCore import QCoreApplication

from perisai_desktop.domain.branch_rules import BranchRules, RulesTrouble
from perisai_desktop.domain.printing import PrinterState
from perisai_desktop.domain.readiness import (
    DRIFT_MINUTES,
    BackupAge,
    Check,
    ClockStanding,
    DiskRoom,
    LastSync,
    PrinterStanding,
    ProgramAge,
    ReliefEnd,
    Standing,
    StoreHealth,
    TariffInForce,
    UnsentWork,
)
from perisai_desktop.ui.i18n import age_words, moment_words, month_words, plain_date, size_words
from sync.rules.rupiah import Rupiah, format_number, format_rupiah

translate = QCoreApplication.translate


class Act(StrEnum):
    """What the program can do about a fact."""

    NOTHING = "nothing"
    SEND = "send"
    BACK_UP = "back_up"
    CHOOSE_PRINTER = "choose_printer"
    NEW_NUMBERS = "new_numbers"


@dataclass(frozen=True, slots=True)
class Line:
    """How a thing stands and what to do now; `act` has a button unless it is nothing."""

    words: str
    advice: str = ""
    act: Act = Act.NOTHING


@dataclass(frozen=True, slots=True)
class Morning:
    """Now, as the clock of the laptop has it; `offset` is local time ahead of UTC in minutes."""

    now: datetime
    offset: int

    def moment(self, at: datetime) -> str:
        """`09:14`, `20 Nov 16:40` of an instant."""
        shift = timedelta(minutes=self.offset)
        return moment_words(at + shift, (self.now + shift).date())


def title_of(check: Check) -> tuple[str, str]:
    """Icon and name of what is looked at."""
    return {
        Check.STORE: ("shield-check", translate("Ready", "Data on this laptop")),
        Check.BACKUP: ("save", translate("Ready", "Copy of the data")),
        Check.UNSENT: ("cloud-upload", translate("Ready", "Not sent yet")),
        Check.SYNC: ("refresh-cw", translate("Ready", "Connection to the branch")),
        Check.PRINTER: ("printer", translate("Ready", "Printer")),
        Check.DISK: ("hard-drive", translate("Ready", "Room on the disk")),
        Check.CLOCK: ("clock", translate("Ready", "Clock")),
        Check.TARIFF: ("badge-percent", translate("Ready", "Tariff")),
        Check.PROGRAM: ("laptop", translate("Ready", "Program")),
    }[check]


def act_words(act: Act) -> str:
    """What stands on the button."""
    return {
        Act.NOTHING: "",
        Act.SEND: translate("Ready", "Send now"),
        Act.BACK_UP: translate("Ready", "Back up now"),
        Act.CHOOSE_PRINTER: translate("Ready", "Choose a printer"),
        Act.NEW_NUMBERS: translate("Ready", "New numbers…"),
    }[act]


def line_of(standing: Standing, morning: Morning) -> Line:
    """One fact in words."""
    tell: Callable[..., Line] = _TELLERS[type(standing)]
    return tell(standing, morning)


def _store(store: StoreHealth, _morning: Morning) -> Line:
    if store.behind:
        return Line(
            translate("Ready", "Older than it was, so no receipts can be given"),
            translate("Ready", "Connect to the internet once, or call the branch for a code."),
            Act.NEW_NUMBERS,
        )
    if not store.entries:
        return Line(translate("Ready", "Opened, whole and still empty"))
    return Line(translate("Ready", "Opened and whole, {count} entries").format(count=_number(store.entries)))


def _backup(backup: BackupAge, morning: Morning) -> Line:
    advice = translate("Ready", "Plug in a USB stick; a copy takes about a minute.")
    if backup.made_at is None and backup.entries:
        return Line(
            translate("Ready", "None yet: if the laptop breaks, there is no second copy"), advice, Act.BACK_UP
        )
    if backup.made_at is None:
        return Line(translate("Ready", "Nothing to copy yet"))
    if backup.fine:
        return Line(translate("Ready", "Made {moment}").format(moment=morning.moment(backup.made_at)))
    age = age_words(timedelta(days=backup.days))
    return Line(translate("Ready", "The last one is {age} old").format(age=age), advice, Act.BACK_UP)


def _unsent(unsent: UnsentWork, _morning: Morning) -> Line:
    if not unsent.count:
        return Line(translate("Ready", "Everything is at the branch"))
    rupiah = format_rupiah(Rupiah(unsent.rupiah))
    if unsent.fine:
        words = translate("Ready", "{count} waiting, {rupiah}; sent by itself when there is a signal")
        return Line(words.format(count=_number(unsent.count), rupiah=rupiah))
    words = translate("Ready", "{count} waiting, {rupiah}, for {age} already").format(
        count=_number(unsent.count), rupiah=rupiah, age=age_words(timedelta(days=unsent.days))
    )
    return Line(words, translate("Ready", "Go where there is a signal, then send."), Act.SEND)


def _sync(sync: LastSync, morning: Morning) -> Line:
    advice = translate("Ready", "The branch's decisions come with the next connection.")
    if sync.at is None:
        return Line(translate("Ready", "Never connected so far"), advice, Act.SEND)
    if sync.fine:
        return Line(translate("Ready", "Last connected {moment}").format(moment=morning.moment(sync.at)))
    age = age_words(timedelta(days=sync.days))
    return Line(translate("Ready", "Last connected {age} ago").format(age=age), advice, Act.SEND)


def _printer(printer: PrinterStanding, _morning: Morning) -> Line:
    found = printer.printer
    without = translate("Ready", "Without one too: save the receipt as PDF and share it.")
    if found is None and not printer.wanted:
        return Line(translate("Ready", "No printer on this laptop"), without, Act.CHOOSE_PRINTER)
    if printer.missing:
        words = translate("Ready", "{printer} is not connected").format(printer=printer.wanted)
        advice = translate("Ready", "Plug it in and switch it on, or choose another one.")
        return Line(words, advice, Act.CHOOSE_PRINTER)
    assert found is not None
    told = {
        PrinterState.READY: translate("Ready", "{printer} is ready"),
        PrinterState.PAUSED: translate("Ready", "{printer} is paused"),
        PrinterState.OFFLINE: translate("Ready", "{printer} is switched off or unplugged"),
        PrinterState.ERROR: translate("Ready", "{printer} reports a fault"),
    }[found.state].format(printer=found.name)
    if printer.fine:
        return Line(told)
    advice = translate("Ready", "Look at paper, cover and cable, or choose another one.")
    return Line(told, advice, Act.CHOOSE_PRINTER)


def _disk(disk: DiskRoom, _morning: Morning) -> Line:
    if disk.free is None:
        return Line(translate("Ready", "The system does not tell how much is free"))
    words = translate("Ready", "{size} free, enough for about {count} enrolments").format(
        size=size_words(disk.free), count=_number(_roughly(disk.enrolments))
    )
    if disk.fine:
        return Line(words)
    return Line(
        words, translate("Ready", "Empty the recycle bin, and move films and pictures to a USB stick.")
    )


def _clock(clock: ClockStanding, _morning: Morning) -> Line:
    advice = translate(
        "Ready", "Set date, time and zone in the system's settings: every receipt carries them."
    )
    zone = {420: "WIB", 480: "WITA", 540: "WIT"}.get(clock.offset, "")
    if not clock.in_zone:
        return Line(translate("Ready", "The time zone is none of WIB, WITA and WIT"), advice)
    if clock.behind > DRIFT_MINUTES:
        words = translate("Ready", "{zone}, {age} behind the last entry: it was put back")
        return Line(words.format(zone=zone, age=age_words(timedelta(minutes=clock.behind))), advice)
    if clock.ahead is None:
        return Line(translate("Ready", "{zone}; compared with the next connection").format(zone=zone))
    if clock.ahead < -DRIFT_MINUTES:
        advice += " " + translate("Ready", "Until then the branch's date decides which prices hold.")
    if clock.ahead == 0:
        return Line(translate("Ready", "{zone}, right to the minute").format(zone=zone))
    age = age_words(timedelta(minutes=abs(clock.ahead)))
    pattern = (
        translate("Ready", "{zone}, {age} fast")
        if clock.ahead > 0
        else translate("Ready", "{zone}, {age} slow")
    )
    return Line(pattern.format(zone=zone, age=age), "" if clock.fine else advice)


def _tariff(tariff: TariffInForce, _morning: Morning) -> Line:
    if not tariff.version:
        return Line(
            translate("Ready", "No tariff for this month"),
            translate("Ready", "Ask the branch for the newest version before you take money."),
        )
    if not tariff.rules.fine:
        return _rules(tariff.rules)
    words = [translate("Ready", "Version {version}").format(version=tariff.version)]
    if tariff.last is not None:
        words.append(translate("Ready", "up to {month}").format(month=month_words(tariff.last)))
    return Line("; ".join([*words, *map(_relief, tariff.reliefs)]))


def _rules(rules: BranchRules) -> Line:
    """Settings of the branch that wait until nothing is begun, or that were not taken."""
    if rules.trouble is None:
        return Line(
            translate("Ready", "New settings of the branch are here; what you open next goes by them"),
            translate("Ready", "Finish what you have begun: it ends by the settings until now."),
        )
    words = {
        RulesTrouble.SIGNATURE: translate("Ready", "New settings were refused: the branch did not sign them"),
        RulesTrouble.OLDER: translate("Ready", "The branch's server told of settings older than these"),
        RulesTrouble.DAMAGED: translate("Ready", "New settings of the branch arrived damaged"),
        RulesTrouble.UNREADABLE: translate("Ready", "New settings of the branch need a newer program"),
    }[rules.trouble]
    advice = {
        RulesTrouble.DAMAGED: translate(
            "Ready", "The settings until now stay; they are fetched again with the next connection."
        ),
        RulesTrouble.UNREADABLE: translate(
            "Ready", "Ask the branch for the newest version; your data stays."
        ),
    }.get(rules.trouble, translate("Ready", "The settings until now stay. Call the branch and say this."))
    return Line(words, advice)


def _relief(relief: ReliefEnd) -> str:
    pattern = {
        None: translate("Ready", "{percent} % off ({law}) up to {month}"),
        True: translate("Ready", "transport {percent} % off ({law}) up to {month}"),
        False: translate("Ready", "{percent} % off ({law}) up to {month}"),
    }[relief.transport]
    words = pattern.format(percent=relief.percent, law=relief.law, month=month_words(relief.last))
    return words.replace(" %", "\u00a0%")


def _program(program: ProgramAge, _morning: Morning) -> Line:
    words = translate("Ready", "Version {version}").format(version=program.version)
    if program.fine:
        return Line(words)
    pattern = translate("Ready", "Version {version} is too old: the branch asks for {minimum} or newer")
    if program.on is not None:
        pattern = translate(
            "Ready", "Version {version}: to take cash from {day} on, {minimum} or newer is needed"
        )
    day = "" if program.on is None else plain_date(program.on)
    return Line(
        pattern.format(version=program.version, minimum=program.minimum, day=day),
        translate("Ready", "Ask the branch for the newest version; your data stays."),
    )


_TELLERS: dict[type, Callable[..., Line]] = {
    StoreHealth: _store,
    BackupAge: _backup,
    UnsentWork: _unsent,
    LastSync: _sync,
    PrinterStanding: _printer,
    DiskRoom: _disk,
    ClockStanding: _clock,
    TariffInForce: _tariff,
    ProgramAge: _program,
}


def _roughly(count: int) -> int:
    """Two figures say enough: 330,000 of 332,137."""
    figures = str(count)
    return int(figures[:2].ljust(len(figures), "0"))


def _number(count: int) -> str:
    return format_number(Rupiah(count))

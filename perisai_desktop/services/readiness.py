"""Looks at the laptop before the day's work: each fact by itself, so that a slow one holds up no other."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import datetime

from perisai_desktop import VERSION
from perisai_desktop.config.clock import Clock, minutes_behind
from perisai_desktop.config.paths import Profile
from perisai_desktop.domain.printing import PrintChoice, chosen
from perisai_desktop.domain.readiness import (
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
from perisai_desktop.services import backing_up, greetings
from perisai_desktop.services.branch_releases import BranchReleases
from perisai_desktop.services.line import Line
from perisai_desktop.services.pen import Pen
from perisai_desktop.services.printers import Printers
from perisai_desktop.storage import entry_status, feed, journal
from perisai_desktop.storage.database import Database
from sync.rules.iuran_month import IuranMonth
from sync.rules.reference import Reference
from sync.rules.states import Counter


@dataclass(frozen=True, slots=True)
class Readiness:
    """Every fact but the printer's, which only the system of windows knows."""

    database: Database
    profile: Profile
    clock: Clock
    pen: Pen
    line: Line
    reference: Reference
    releases: BranchReleases

    def standing(self, check: Check) -> Standing:
        """Look at one thing. Raises Failure, KeyError for the printer."""
        looks: Mapping[Check, Callable[[], Standing]] = {
            Check.STORE: self._store,
            Check.BACKUP: self._backup,
            Check.UNSENT: self._unsent,
            Check.SYNC: self._sync,
            Check.DISK: self._disk,
            Check.CLOCK: self._clock,
            Check.TARIFF: self._tariff,
            Check.PROGRAM: self._program,
        }
        return looks[check]()

    def _store(self) -> StoreHealth:
        with self.database.reading() as session:
            return StoreHealth(journal.length(session), self.pen.gate.closed)

    def _backup(self) -> BackupAge:
        with self.database.reading() as session:
            made, entries = backing_up.newest(session), journal.length(session)
        at = made.made_at if made is not None else None
        return BackupAge(at, self._days(at), entries)

    def _unsent(self) -> UnsentWork:
        with self.database.reading() as session:
            tally = entry_status.tallies(session)[Counter.UNSENT]
        return UnsentWork(tally.count, tally.rupiah, self._days(tally.oldest_at))

    def _sync(self) -> LastSync:
        with self.database.reading() as session:
            greeting, applied_at = greetings.last(session), feed.applied_at(session)
        at = greeting.at if greeting is not None else applied_at
        return LastSync(at, self._days(at))

    def _disk(self) -> DiskRoom:
        try:
            return DiskRoom(shutil.disk_usage(self.profile.root).free)
        except OSError:
            return DiskRoom(None)

    def _clock(self) -> ClockStanding:
        with self.database.reading() as session:
            greeting, newest = greetings.last(session), journal.newest_recorded_at(session)
            put_back = minutes_behind(greetings.told_at(session), self.clock.now())
        behind = minutes_behind(newest, self.clock.now())
        if greeting is None and not put_back:
            return ClockStanding(None, self.clock.offset(), behind)
        drift = 0 if greeting is None else greeting.drift
        minutes = round(abs(drift) / 60)
        ahead = minutes if drift >= 0 else -minutes
        return ClockStanding(min(ahead, -put_back) if put_back else ahead, self.clock.offset(), behind)

    def _tariff(self) -> TariffInForce:
        with self.database.reading() as session:
            today = greetings.day_reached(session, self.clock)
            rules = self.releases.standing(session, today, self.reference.version)
        month = IuranMonth(today.year, today.month)
        tariff = self.reference.tariff_for(month)
        reliefs = tuple(
            ReliefEnd(
                100 - 100 * relief.paid_numerator // relief.paid_denominator,
                relief.law,
                relief.last,
                relief.transport,
            )
            for relief in self.reference.reliefs
            if relief.first <= month <= relief.last
        )
        ends = tuple(sorted(reliefs, key=lambda relief: (relief.last, relief.percent)))
        if tariff is None:
            return TariffInForce("", None, ends, rules)
        return TariffInForce(tariff.version, tariff.last, ends, rules)

    def _program(self) -> ProgramAge:
        word = self.pen.gate.word
        return ProgramAge(VERSION, word.minimum_program, word.minimum_on)

    def _days(self, since: datetime | None) -> int:
        return 0 if since is None else max(0, (self.clock.now() - since).days)


def printer_standing(printers: Printers, choice: PrintChoice) -> PrinterStanding:
    """The printer that a receipt would go to now; may wait for the system."""
    wanted = choice.printer_for(choice.paper)
    return PrinterStanding(chosen(printers.listed(), choice.paper, wanted), wanted)

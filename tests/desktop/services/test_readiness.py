"""The facts of the morning, from a real store, its line and its disk."""

import shutil
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import NamedTuple

import pytest

from perisai_desktop import VERSION
from perisai_desktop.domain.branch_word import BranchWord
from perisai_desktop.domain.readiness import (
    BackupAge,
    Check,
    ClockStanding,
    DiskRoom,
    LastSync,
    ProgramAge,
    Standing,
    StoreHealth,
    TariffInForce,
    UnsentWork,
)
from perisai_desktop.services.desk import AgentDesk
from perisai_desktop.services.greetings import remember
from sync.rules.iuran_month import IuranMonth
from tests.support.desks import HandClock, filled_draft


class Room(NamedTuple):
    total: int
    used: int
    free: int


def _look(desk: AgentDesk, check: Check) -> Standing:
    return desk.upkeep.readiness.standing(check)


def test_a_fresh_laptop(desk: AgentDesk) -> None:
    assert _look(desk, Check.STORE) == StoreHealth(0, behind=False)
    assert _look(desk, Check.BACKUP) == BackupAge(None, 0, 0)
    assert _look(desk, Check.UNSENT) == UnsentWork(0, 0, 0)
    assert _look(desk, Check.SYNC) == LastSync(None, 0)
    assert _look(desk, Check.CLOCK) == ClockStanding(None, 420)
    assert _look(desk, Check.PROGRAM) == ProgramAge(VERSION, "")
    assert [_look(desk, check).fine for check in (Check.STORE, Check.BACKUP, Check.UNSENT, Check.SYNC)] == [
        True,
        True,
        True,
        False,
    ]


def test_work_that_waits_and_was_never_copied(desk: AgentDesk, clock: HandClock) -> None:
    receipt = desk.enrolling.enrol(filled_draft(desk))
    assert _look(desk, Check.UNSENT) == UnsentWork(1, receipt.total, 0)
    clock.move(days=1, hours=1)
    unsent, backup = _look(desk, Check.UNSENT), _look(desk, Check.BACKUP)
    assert (unsent, unsent.fine) == (UnsentWork(1, receipt.total, 1), False)
    assert isinstance(backup, BackupAge)
    assert backup.entries > 0
    assert not backup.fine


@pytest.mark.parametrize(
    ("drift", "ahead", "fine"), [(29, 0, True), (-300, -5, True), (400, 7, False), (-7200, -120, False)]
)
def test_the_clock_against_the_servers(
    desk: AgentDesk, clock: HandClock, drift: int, ahead: int, fine: bool
) -> None:
    readiness = desk.upkeep.readiness
    readiness.line.reached(clock.now(), drift)
    remember(readiness.database, readiness.line, clock)
    found = _look(desk, Check.CLOCK)
    assert (found, found.fine) == (ClockStanding(ahead, 420), fine)


def test_a_clock_that_was_put_back_is_told_before_the_next_receipt(desk: AgentDesk, clock: HandClock) -> None:
    desk.enrolling.enrol(filled_draft(desk))
    assert desk.counting.strip().clock_behind == 0
    clock.move(hours=-26)
    found = _look(desk, Check.CLOCK)
    assert (found, found.fine) == (ClockStanding(None, 420, 26 * 60), False)
    assert desk.counting.strip().clock_behind == 26 * 60


def test_a_zone_outside_indonesia() -> None:
    assert [ClockStanding(0, offset).fine for offset in (420, 480, 540, 0, 600)] == [True] * 3 + [False] * 2


def test_days_since_the_last_sync_and_the_oldest_program_wanted(desk: AgentDesk, clock: HandClock) -> None:
    readiness = desk.upkeep.readiness
    readiness.line.reached(clock.now(), 0)
    readiness.pen.gate.word = BranchWord(minimum_program="99.1.0", minimum_on=date(2026, 12, 1))
    remember(readiness.database, readiness.line, clock)
    met = clock.now()
    clock.move(days=2)
    sync, program = _look(desk, Check.SYNC), _look(desk, Check.PROGRAM)
    assert (sync, sync.fine) == (LastSync(met, 2), False)
    assert (program, program.fine) == (ProgramAge(VERSION, "99.1.0", date(2026, 12, 1)), False)
    assert ProgramAge("1.10.0", "1.9.0").fine


def test_the_tariff_and_the_ends_of_its_reliefs(desk: AgentDesk) -> None:
    found = _look(desk, Check.TARIFF)
    assert isinstance(found, TariffInForce)
    assert found.fine
    assert [(relief.percent, relief.last, relief.transport) for relief in found.reliefs] == [
        (50, IuranMonth(2026, 12), False),
        (50, IuranMonth(2027, 3), True),
    ]
    tariff = replace(desk.reference.tariffs[0], last=IuranMonth(2026, 1))
    late = replace(desk.upkeep.readiness, reference=replace(desk.reference, tariffs=(tariff,)))
    lapsed = late.standing(Check.TARIFF)
    assert isinstance(lapsed, TariffInForce)
    assert not lapsed.fine


def test_the_room_on_the_disk(desk: AgentDesk, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(shutil, "disk_usage", lambda _folder: Room(9, 9, 500_000_000))
    found = _look(desk, Check.DISK)
    assert (found, found.fine) == (DiskRoom(500_000_000), False)
    assert isinstance(found, DiskRoom)
    assert found.enrolments == 2000

    def unknown(_folder: Path) -> Room:
        raise OSError

    monkeypatch.setattr(shutil, "disk_usage", unknown)
    assert _look(desk, Check.DISK) == DiskRoom(None)
    assert DiskRoom(None).fine

"""Invented facts of a morning: everything fine, and everything that wants something done."""

from datetime import UTC, datetime

from perisai_desktop.domain.printing import Printer, PrinterState
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
from sync.rules.iuran_month import IuranMonth

NOW = datetime(2026, 11, 22, 2, 15, tzinfo=UTC)
RELIEFS = (
    ReliefEnd(50, "PP 50/2025", IuranMonth(2026, 12), transport=False),
    ReliefEnd(50, "PP 50/2025", IuranMonth(2027, 3), transport=True),
)
GREEN: dict[Check, Standing] = {
    Check.STORE: StoreHealth(1240, behind=False),
    Check.BACKUP: BackupAge(NOW, 0, 1240),
    Check.UNSENT: UnsentWork(2, 33_600, 0),
    Check.SYNC: LastSync(NOW, 0),
    Check.PRINTER: PrinterStanding(Printer("EPSON L3210", default=True), ""),
    Check.DISK: DiskRoom(83_034_000_000),
    Check.CLOCK: ClockStanding(3, 420),
    Check.TARIFF: TariffInForce("BPU-2015", None, RELIEFS),
    Check.PROGRAM: ProgramAge("0.1.0", ""),
}
AMBER: dict[Check, Standing] = {
    Check.STORE: StoreHealth(1240, behind=True),
    Check.BACKUP: BackupAge(None, 0, 1240),
    Check.UNSENT: UnsentWork(2, 33_600, 3),
    Check.SYNC: LastSync(NOW, 4),
    Check.PRINTER: PrinterStanding(Printer("EPSON L3210", PrinterState.OFFLINE), ""),
    Check.DISK: DiskRoom(500_000_000),
    Check.CLOCK: ClockStanding(-12, 420),
    Check.TARIFF: TariffInForce("", None, ()),
    Check.PROGRAM: ProgramAge("0.1.0", "0.2.0"),
}

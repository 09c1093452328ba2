"""Targets and coverage of an invented branch, as the reviewer's screen sees them."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime
from pathlib import Path

from perisai_desktop.domain.coverage import (
    Aim,
    CoverageGroup,
    CoverageHead,
    CoverageLine,
    CoverageSheet,
    WorkerCount,
)
from perisai_desktop.domain.failure import Failure
from perisai_desktop.domain.report import FileKind, Period
from sync.rules.iuran_month import IuranMonth
from tests.support.fake_agents import NAMES

ON = date(2026, 11, 22)
AT = datetime(2026, 11, 22, 3, 42, tzinfo=UTC)
NOVEMBER = IuranMonth(2026, 11)
HEAD = CoverageHead("Kantor Cabang Latihan", "Penyelia Contoh", ON, practice=True)
_PLACES = {
    CoverageGroup.REGION: (
        ("32.02", "Kab. Sukabumi", 412),
        ("33.74", "Kota Semarang", 640),
        ("35.14", "Kab. Pasuruan", None),
        ("", "", None),
    ),
    CoverageGroup.DISTRICT: (
        ("32.02.10", "Kec. Cibadak, Kab. Sukabumi", 96),
        ("33.74.01", "Kec. Semarang Tengah, Kota Semarang", 210),
        ("35.14.06", "Kec. Purwodadi, Kab. Pasuruan", None),
    ),
}


def line(key: str, name: str, part: int, **fields: object) -> CoverageLine:
    """A line whose figures grow with `part`; three of four rupiah are deposited, and the target is 25 people."""
    collected = part * 16_800
    made = CoverageLine(
        key=key,
        name=name,
        enrolled=part,
        active=part * 3,
        lapsed=part // 4,
        collected=collected,
        deposited=collected // 4 * 3,
        target_enrolled=25,
        target_collected=500_000,
    )
    return replace(made, **fields)  # type: ignore[arg-type]


def sheet(grouping: CoverageGroup = CoverageGroup.AGENT, lines: int = 14) -> CoverageSheet:
    """The months of 2026 up to November; regions are ranked as the server does."""
    months = tuple(
        line(str(NOVEMBER.plus(step)), "", 26 + step * step % 17, target_enrolled=30)
        for step in range(-11, 1)
    )
    if grouping.places:
        rows = tuple(
            line(key, name, 40 - 9 * place, workers=workers, target_enrolled=0, **_count(workers))
            for place, (key, name, workers) in enumerate(_PLACES[grouping])
        )
    elif grouping is CoverageGroup.MONTH:
        rows = months
    else:
        rows = tuple(
            line(
                f"{grouping}-{place}",
                NAMES[place % len(NAMES)],
                31 - 2 * place,
                detail=f"A-{place:04d}",
                office_share=4_000 * (31 - 2 * place) if grouping is CoverageGroup.OFFICE else None,
            )
            for place in range(lines)
        )
    total = CoverageLine(
        "",
        enrolled=sum(one.enrolled for one in rows),
        active=sum(one.active for one in rows),
        lapsed=sum(one.lapsed for one in rows),
        collected=sum(one.collected for one in rows),
        deposited=sum(one.deposited for one in rows),
        target_enrolled=sum(one.target_enrolled for one in rows),
        target_collected=sum(one.target_collected for one in rows),
        office_share=sum(one.office_share or 0 for one in rows) if grouping is CoverageGroup.OFFICE else None,
    )
    first = NOVEMBER.plus(-10) if grouping is CoverageGroup.MONTH else NOVEMBER
    return CoverageSheet(grouping, first, NOVEMBER, ON, AT, rows, total, months)


def _count(workers: int | None) -> dict[str, object]:
    return {} if workers is None else {"counted_in": 2025, "source": "BPS Sakernas"}


class FakeCoverage:
    """Fulfils the session that the screen asks; `failure` makes the next call fail."""

    def __init__(self) -> None:
        self.failure: Failure | None = None
        self.asked: list[tuple[CoverageGroup, Period | None]] = []
        self.fresh: list[bool] = []
        self.targets: list[tuple[CoverageGroup, str, Aim]] = []
        self.counts: list[tuple[str, WorkerCount]] = []
        self.saved: list[tuple[CoverageSheet, CoverageHead, Path, FileKind]] = []

    def sheet(
        self, grouping: CoverageGroup, period: Period | None = None, *, fresh: bool = False
    ) -> CoverageSheet:
        self._fail()
        self.asked.append((grouping, period))
        self.fresh.append(fresh)
        told = sheet(grouping)
        if period is None:
            return told
        return replace(told, first=IuranMonth.of(period.first), last=IuranMonth.of(period.last))

    def set_target(self, grouping: CoverageGroup, key: str, aim: Aim) -> None:
        self._fail()
        self.targets.append((grouping, key, aim))

    def set_workers(self, region: str, count: WorkerCount) -> None:
        self._fail()
        self.counts.append((region, count))

    def save(self, sheet: CoverageSheet, head: CoverageHead, path: Path, kind: FileKind) -> Path:
        self._fail()
        self.saved.append((sheet, head, path, kind))
        return path

    def _fail(self) -> None:
        if self.failure is not None:
            failure, self.failure = self.failure, None
            raise failure

"""Reports of the store: their periods, their lines, and the files they are saved as."""

from __future__ import annotations

import errno
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import BinaryIO

import pytest
from openpyxl import load_workbook

from perisai_desktop.domain.failure import Failure, FailureCode
from perisai_desktop.domain.report import FileKind, Grouping, Period, Report, Span, file_name, period_of
from perisai_desktop.services import reporting
from perisai_desktop.services.desk import AgentDesk
from tests.support.desk_money import MoneyHand
from tests.support.desks import HandClock
from tests.support.field_laptop import NOVEMBER, farmer_lines
from tests.support.round_desks import ELSEWHERE, enrol

TODAY = date(2026, 11, 22)


@pytest.fixture
def people(desk: AgentDesk) -> tuple[str, str]:
    """Two who were enrolled, in two villages, one of them with old-age savings."""
    return enrol(desk, 1, "=Wati"), enrol(desk, 2, "Ani", ELSEWHERE, offer="JKK+JKM+JHT")


@pytest.fixture
def out(tmp_path: Path) -> Path:
    """An empty folder for files."""
    folder = tmp_path / "out"
    folder.mkdir()
    return folder


def of(desk: AgentDesk, grouping: Grouping, span: Span = Span.MONTH) -> Report:
    """The report of a period in which today lies."""
    return desk.reporting.report(desk.reporting.period(span), grouping)


def test_periods_follow_each_other() -> None:
    day = period_of(Span.DAY, TODAY, TODAY)
    assert day.step(-22).first == date(2026, 10, 31)
    month = period_of(Span.MONTH, TODAY, TODAY)
    assert (month.first, month.last) == (date(2026, 11, 1), date(2026, 11, 30))
    assert (month.step(2).first, month.step(2).last) == (date(2027, 1, 1), date(2027, 1, 31))
    year = period_of(Span.YEAR, TODAY, TODAY)
    assert (year.step(1).first, year.step(-1).last) == (date(2027, 1, 1), date(2025, 12, 31))
    whole = period_of(Span.ALL, TODAY, date(2026, 3, 1))
    assert whole == whole.step(1) == Period(Span.ALL, date(2026, 3, 1), TODAY)
    assert period_of(Span.ALL, TODAY, date(2027, 1, 1)).first == TODAY


def test_a_laptop_without_records_reports_nothing(desk: AgentDesk) -> None:
    report = of(desk, Grouping.VILLAGE, Span.ALL)
    assert (report.period.first, report.period.last, report.lines) == (TODAY, TODAY, ())
    assert (report.total.received, report.cash.before, report.cash.after) == (0, 0, 0)


def test_lines_stand_for_days_months_villages_and_programmes(
    desk: AgentDesk, clock: HandClock, people: tuple[str, str]
) -> None:
    clock.move(days=10)
    MoneyHand(desk).pay(*farmer_lines(people[0], 1, NOVEMBER.plus(1)))
    villages = of(desk, Grouping.VILLAGE, Span.ALL).lines
    assert [(line.key, line.enrolled, line.payers, line.kept) for line in villages] == [
        (ELSEWHERE, 1, 1, 28_400),
        ("32.02.10.2006", 1, 1, 16_800),
    ]
    assert all("Kec." in line.name for line in villages)
    programmes = of(desk, Grouping.PROGRAMME, Span.ALL).lines
    assert [(line.key, line.enrolled, line.kept) for line in programmes] == [
        ("JKK", 2, 15_000),
        ("JKM", 2, 10_200),
        ("JHT", 1, 20_000),
    ]
    months = of(desk, Grouping.MONTH, Span.YEAR)
    assert [(line.key, line.enrolled, line.payers, line.kept) for line in months.lines] == [
        ("2026-11", 2, 2, 36_800),
        ("2026-12", 0, 1, 8_400),
    ]
    assert (months.targets["2026-09"], months.targets["2026-12"]) == ((1_800_000, 35), (2_000_000, 40))
    assert (months.total.payers, months.total.kept) == (2, 45_200)
    december = of(desk, Grouping.DAY)
    assert [line.key for line in december.lines] == ["2026-12-02"]
    assert (december.cash.before, december.cash.after) == (36_800, 45_200)


def test_credit_that_was_used_belongs_to_no_village(desk: AgentDesk, people: tuple[str, str]) -> None:
    MoneyHand(desk).pay(*farmer_lines(people[0], 1, NOVEMBER.plus(1)), credit=3_400)
    report = of(desk, Grouping.VILLAGE)
    assert (report.beside.received, report.total.received) == (-3_400, 41_800)


def test_a_report_is_saved_whole_and_named_without_anybody(
    desk: AgentDesk, out: Path, people: tuple[str, str]
) -> None:
    report, told = of(desk, Grouping.DAY), list[tuple[int, int]]()
    paths = {kind: out / file_name(report, "0Q2FK", kind) for kind in FileKind}
    for kind, path in paths.items():
        assert desk.reporting.save(report, path, kind, lambda done, of: told.append((done, of))) == path
    assert sorted(path.name for path in out.iterdir()) == [
        "Laporan-harian-2026-11-0Q2FK.pdf",
        "Laporan-harian-2026-11-0Q2FK.xlsx",
    ]
    assert paths[FileKind.PDF].read_bytes().startswith(b"%PDF")
    assert told == [(1, 2), (2, 2)]
    rows = list(load_workbook(paths[FileKind.XLSX])["Pembayaran"].iter_rows(min_row=2, values_only=True))
    assert [(row[2], row[3], row[10], row[11]) for row in rows] == [
        ("3202081408900001", "=Wati", 8_400, "berlaku"),
        ("3202081408900002", "Ani", 28_400, "berlaku"),
    ]
    for span, name in ((Span.DAY, "2026-11-22"), (Span.YEAR, "2026"), (Span.ALL, "2026-11-22-2026-11-22")):
        named = replace(report, period=desk.reporting.period(span), grouping=Grouping.PROGRAMME)
        assert file_name(named, "0Q2FK", FileKind.PDF) == f"Laporan-program-{name}-0Q2FK.pdf"


def test_the_sums_of_a_spreadsheet_are_those_of_its_payments(
    desk: AgentDesk, out: Path, people: tuple[str, str]
) -> None:
    read = of(desk, Grouping.DAY)
    enrol(desk, 3, "Wayan")
    desk.reporting.save(read, out / "Laporan.xlsx", FileKind.XLSX)
    book = load_workbook(out / "Laporan.xlsx")
    sums = {row[0]: row[3] for row in book["Ringkasan"].iter_rows(min_row=4, values_only=True)}
    payments = [int(str(row[10])) for row in book["Pembayaran"].iter_rows(min_row=2, values_only=True)]
    assert len(payments) == 3
    assert sums["Jumlah"] == sum(payments) > read.total.received


def test_a_file_that_is_given_up_leaves_nothing(desk: AgentDesk, out: Path, people: tuple[str, str]) -> None:
    path = out / "Laporan.xlsx"
    assert desk.reporting.save(of(desk, Grouping.DAY), path, FileKind.XLSX, stopped=lambda: True) is None
    assert list(out.iterdir()) == []


@pytest.mark.parametrize(
    ("number", "code"),
    [
        (errno.ENOSPC, FailureCode.EXPORT_NO_ROOM),
        (errno.EACCES, FailureCode.EXPORT_FILE_OPEN),
        (errno.ENOENT, FailureCode.REPORT_NOT_SAVED),
    ],
)
def test_what_breaks_the_writing_off_is_told(
    desk: AgentDesk, out: Path, monkeypatch: pytest.MonkeyPatch, number: int, code: FailureCode
) -> None:
    def breaking(_place: Path) -> BinaryIO:
        raise OSError(number, "told by the system")

    monkeypatch.setattr(reporting, "settling", breaking)
    with pytest.raises(Failure) as told:
        desk.reporting.save(of(desk, Grouping.DAY), out / "Laporan.pdf", FileKind.PDF)
    assert told.value == Failure(code)

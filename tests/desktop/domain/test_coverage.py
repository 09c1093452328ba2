"""Figures of targets and coverage, the lines that have a bar, and the name of a file."""

from dataclasses import replace
from datetime import date

from perisai_desktop.domain.coverage import CoverageGroup, CoverageLine, sheet_name
from perisai_desktop.domain.report import FileKind, Period, Span
from sync.rules.iuran_month import IuranMonth
from tests.support.fake_coverage import line, sheet


def test_outstanding_and_coverage_follow_from_the_figures() -> None:
    one = CoverageLine("32.02", active=120, collected=672_000, deposited=504_000, workers=412)
    assert (one.outstanding, round(one.coverage or 0, 4)) == (168_000, 0.2913)
    assert CoverageLine("35.14", active=3).coverage is None
    assert CoverageLine("35.14", active=3, workers=0).coverage is None


def test_regions_are_charted_by_coverage_on_a_round_scale() -> None:
    regions = sheet(CoverageGroup.REGION)
    assert regions.by_coverage
    assert [one.key for one in regions.charted(1)] == ["32.02"]
    assert [one.key for one in regions.charted(9)] == ["32.02", "33.74"]
    assert regions.scale == 0.5
    assert replace(regions, lines=(line("32.02", "", 1, workers=400),)).scale == 0.05
    assert replace(regions, lines=(line("32.02", "", 2, workers=3),)).scale == 2.0


def test_agents_are_charted_by_new_participants_and_months_all() -> None:
    agents = sheet(CoverageGroup.AGENT)
    assert not agents.by_coverage
    assert [one.enrolled for one in agents.charted(3)] == [31, 29, 27]
    months = sheet(CoverageGroup.MONTH)
    assert months.charted(3) == months.lines


def test_a_sheet_of_one_month_and_of_more_have_their_period_and_name() -> None:
    november, year = sheet(CoverageGroup.DISTRICT), sheet(CoverageGroup.MONTH)
    assert november.period == Period(Span.MONTH, date(2026, 11, 1), date(2026, 11, 30))
    assert year.period == Period(Span.YEAR, date(2026, 1, 1), date(2026, 12, 31))
    assert sheet_name(november, FileKind.PDF) == "Capaian-per-kecamatan-2026-11.pdf"
    assert sheet_name(year, FileKind.XLSX) == "Capaian-per-bulan-2026-01-2026-11.xlsx"
    assert replace(november, first=IuranMonth(2026, 11)).period == november.period
    assert [one.places for one in CoverageGroup] == [False, False, False, True, True, False]

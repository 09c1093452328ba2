"""Targets and coverage as a spreadsheet: the table with its sums, and the months; numbers are numbers."""

from collections.abc import Sequence
from typing import Any, BinaryIO

from perisai_desktop.documents.coverage_words import (
    COVERAGE,
    FIGURES,
    FIRST_COLUMN,
    OFFICE_SHARE,
    PER,
    WORKERS,
    line_name,
    notes,
    sheet_period,
)
from perisai_desktop.documents.report_book import money
from perisai_desktop.documents.spreadsheet import saved, text_cell
from perisai_desktop.domain.coverage import CoverageGroup, CoverageHead, CoverageLine, CoverageSheet
from sync.rules.dates import format_date
from sync.rules.iuran_month import IuranMonth

_SHARE = "0.0%"
_SHARE_WIDTH = 19
_WIDTHS = (38, 26, 13, 10, 10, 11, 16, 16, 16, 16, 12, 11, 9, 24)


def write_coverage_book(sheet: CoverageSheet, head: CoverageHead, file: BinaryIO) -> None:
    """Write the whole workbook."""
    with saved(file) as book:
        _write_table(book.create_sheet("Capaian"), sheet, head)
        _write_months(book.create_sheet("Bulan"), sheet)


def _write_table(page: Any, sheet: CoverageSheet, head: CoverageHead) -> None:
    for column, width in zip("ABCDEFGHIJKLMN", _WIDTHS, strict=True):
        page.column_dimensions[column].width = width
    if sheet.grouping is CoverageGroup.OFFICE:
        page.column_dimensions["K"].width = _SHARE_WIDTH
    page.freeze_panes = "B4"
    practice = " · LATIHAN" if head.practice else ""
    title = f"Capaian {sheet_period(sheet)} {PER[sheet.grouping]}{practice}"
    page.append([text_cell(page, title, bold=True)])
    told = (
        f"{head.branch} · peserta dihitung per {format_date(sheet.on)} · dibuat {format_date(head.made_on)}"
    )
    page.append([text_cell(page, told)])
    places = (WORKERS, COVERAGE, "Tahun", "Sumber") if sheet.grouping.places else ()
    offices = (OFFICE_SHARE,) if sheet.grouping is CoverageGroup.OFFICE else ()
    names = (FIRST_COLUMN[sheet.grouping], "Keterangan", *FIGURES, *places, *offices)
    page.append([text_cell(page, name, bold=True) for name in names])
    for line in sheet.lines:
        page.append(
            [
                text_cell(page, line_name(sheet, line)),
                text_cell(page, line.detail),
                *_figures(page, line),
                *(_place(page, line) if places else ()),
                *_share(page, line),
            ]
        )
    total = [text_cell(page, "Jumlah", bold=True), text_cell(page, "")]
    page.append([*total, *_figures(page, sheet.total, bold=True), *_share(page, sheet.total, bold=True)])
    page.append([])
    for note in notes(sheet):
        page.append([text_cell(page, note)])


def _write_months(page: Any, sheet: CoverageSheet) -> None:
    for column, width in zip("ABCDEFGHI", (18, *_WIDTHS[2:10]), strict=True):
        page.column_dimensions[column].width = width
    page.freeze_panes = "B2"
    names = (FIRST_COLUMN[CoverageGroup.MONTH], *FIGURES)
    page.append([text_cell(page, name, bold=True) for name in names])
    for line in sheet.months:
        page.append([text_cell(page, IuranMonth.parse(line.key).label), *_figures(page, line)])


def _figures(page: Any, line: CoverageLine, *, bold: bool = False) -> Sequence[Any]:
    return (
        line.enrolled,
        line.target_enrolled,
        line.active,
        line.lapsed,
        *(
            money(page, rupiah, bold=bold)
            for rupiah in (line.collected, line.target_collected, line.deposited, line.outstanding)
        ),
    )


def _share(page: Any, line: CoverageLine, *, bold: bool = False) -> Sequence[Any]:
    return () if line.office_share is None else (money(page, line.office_share, bold=bold),)


def _place(page: Any, line: CoverageLine) -> Sequence[Any]:
    from openpyxl.cell import WriteOnlyCell

    covered = WriteOnlyCell(page, line.coverage)
    covered.number_format = _SHARE
    return line.workers, covered, line.counted_in, text_cell(page, line.source)

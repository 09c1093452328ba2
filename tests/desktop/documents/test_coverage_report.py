"""Targets and coverage on paper and in a spreadsheet say what the screen says."""

from __future__ import annotations

import io
from dataclasses import replace

import pypdfium2
import pytest
from openpyxl import load_workbook

from perisai_desktop.documents.coverage_book import write_coverage_book
from perisai_desktop.documents.coverage_report import coverage_pdf
from perisai_desktop.domain.coverage import CoverageGroup, CoverageSheet
from perisai_desktop.ui.screens.coverage.words import cells
from tests.support.fake_coverage import HEAD, line, sheet
from tests.support.pages import page_sizes, pieces


def pages(pdf: bytes) -> list[str]:
    """The text of every page."""
    with pypdfium2.PdfDocument(pdf) as document:
        return [page.get_textpage().get_text_bounded() for page in document]


def workbook(told: CoverageSheet) -> list[list[object]]:
    """The rows of the table, the sums last."""
    stream = io.BytesIO()
    write_coverage_book(told, HEAD, stream)
    book = load_workbook(stream)
    assert [row[0].value for row in book["Bulan"].iter_rows(min_row=2)][-1] == "November 2026"
    rows: list[list[object]] = [[cell.value for cell in row] for row in book["Capaian"].iter_rows(min_row=4)]
    return rows[: len(told.lines) + 1]


@pytest.mark.parametrize("grouping", list(CoverageGroup))
def test_screen_workbook_and_page_hold_the_same_rupiah(grouping: CoverageGroup) -> None:
    told = sheet(grouping)
    page = " ".join(pages(coverage_pdf(told, HEAD)))
    rows = workbook(told)
    assert rows[-1][0] == "Jumlah"
    for one, row in zip((*told.lines, told.total), rows, strict=True):
        shown = [cell.text for cell in cells(told, one, total=one is told.total)]
        assert row[2:6] == [one.enrolled, one.target_enrolled, one.active, one.lapsed]
        assert row[6:10] == [one.collected, one.target_collected, one.deposited, one.outstanding]
        for rupiah in (one.collected, one.deposited, one.outstanding):
            words = f"Rp{rupiah:,}".replace(",", ".")
            assert words in shown
            assert words in page


def test_an_office_has_its_share_as_an_estimate_on_paper_and_in_the_book() -> None:
    told = sheet(CoverageGroup.OFFICE, lines=2)
    page = " ".join(pages(coverage_pdf(told, HEAD)))
    assert page.count("Bagian (perkiraan)") == 1
    assert "Bagian kantor: perkiraan" in page
    assert [row[10] for row in workbook(told)] == [124_000, 116_000, 240_000]
    for rupiah, one in ((124_000, told.lines[0]), (240_000, told.total)):
        words = f"Rp{rupiah:,}".replace(",", ".")
        assert words in page
        assert cells(told, one, total=one is told.total)[-1].text == words
    for grouping in set(CoverageGroup) - {CoverageGroup.OFFICE}:
        assert "perkiraan" not in " ".join(pages(coverage_pdf(sheet(grouping), HEAD)))


def test_regions_name_who_counted_their_workers() -> None:
    told = sheet(CoverageGroup.REGION)
    page = " ".join(pages(coverage_pdf(told, HEAD)))
    assert "412 (BPS Sakernas, 2025)" in page
    assert "batang penuh: 50,0 %" in page
    assert "29,1 %" in page
    assert "Tempat tinggal belum diketahui" in page
    first, *_, unknown, _total = workbook(told)
    assert (first[10], round(float(str(first[11])), 3), first[12:]) == (412, 0.291, [2025, "BPS Sakernas"])
    assert unknown[10:12] == [None, None]


def test_a_long_table_goes_on_under_its_heads_and_nothing_leaves_the_page() -> None:
    told = sheet(CoverageGroup.OFFICE, lines=60)
    lines = (replace(told.lines[0], name="Kantor " + "Sukamaju " * 12), *told.lines[1:])
    pdf = coverage_pdf(replace(told, lines=lines), HEAD)
    found = pages(pdf)
    assert len(found) == 3
    assert all("LATIHAN" in page for page in found)
    assert all("Belum disetor" in page for page in found)
    assert "…" in found[0]
    wide = page_sizes(pdf)[0][0]
    assert all(piece.left > 0 and piece.right < wide for piece in pieces(pdf) if "LATIHAN" not in piece.text)
    assert coverage_pdf(told, HEAD) == coverage_pdf(told, HEAD)


def test_a_sheet_without_lines_and_one_without_targets_are_set_all_the_same() -> None:
    empty = replace(sheet(), lines=())
    (page,) = pages(coverage_pdf(empty, replace(HEAD, practice=False)))
    assert "LATIHAN" not in page
    bare = line("a", "Agen", 3, target_enrolled=0, target_collected=0)
    (page,) = pages(coverage_pdf(replace(sheet(), lines=(bare,), total=bare), HEAD))
    assert "–" in page

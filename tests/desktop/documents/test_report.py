"""A report on paper and in a spreadsheet, opened and read back."""

from __future__ import annotations

import io
from collections.abc import Iterator
from dataclasses import replace
from datetime import date, datetime
from pathlib import Path

import pypdfium2
import pytest
from openpyxl import load_workbook

from perisai_desktop.documents.report import report_pdf
from perisai_desktop.documents.report_book import write_book
from perisai_desktop.domain.report import PaymentLine, Report, ReportLine, Span, period_of
from tests.support.pages import page_sizes, pieces
from tests.support.sample_reports import HEAD, by_day, by_month, by_village, payments


def pages(pdf: bytes) -> list[str]:
    """The text of every page."""
    with pypdfium2.PdfDocument(pdf) as document:
        return [page.get_textpage().get_text_bounded() for page in document]


@pytest.mark.parametrize("report", [by_day(), by_month(), by_village()], ids=["days", "months", "villages"])
def test_every_sum_is_on_the_page(report: Report) -> None:
    found = pages(report_pdf(report, HEAD))
    page = " ".join(found)
    for line in (*report.lines, report.total):
        assert f"Rp{line.kept:,}".replace(",", ".") in page
    assert f"Rp{report.cash.after:,}".replace(",", ".") in page
    assert f"Halaman 1 dari {len(found)}" in found[0]
    assert "LATIHAN" not in page


def test_a_long_table_goes_on_under_the_names_of_its_columns() -> None:
    report = replace(by_village(90), beside=ReportLine("", received=-8_400))
    found = pages(report_pdf(report, replace(HEAD, practice=True)))
    assert len(found) == 3
    assert all("LATIHAN" in page for page in found)
    assert all("Dikembalikan" in page for page in found[:2])
    assert "Kredit terpakai" in found[-1] + found[-2]
    assert report_pdf(report, HEAD) == report_pdf(report, HEAD)


def test_a_long_name_is_cut_to_the_room_under_its_bar() -> None:
    report = by_village(10)
    lines = tuple(replace(line, name="Desa Pa'rasangang Beru, Kec. Aru") for line in report.lines)
    (page,) = pages(report_pdf(replace(report, lines=lines), HEAD))
    assert page.count("Pa'rasangang Beru") == len(lines)
    assert page.count("…") == len(lines)


def test_a_title_of_two_dates_stays_within_the_page() -> None:
    period = period_of(Span.ALL, date(2026, 11, 30), date(2025, 9, 30))
    pdf = report_pdf(replace(by_day(), period=period), HEAD)
    (title,) = [piece for piece in pieces(pdf) if piece.text.startswith("Laporan 30 September 2025 sampai")]
    assert title.text.strip().endswith("2026")
    assert title.right <= page_sizes(pdf)[0][0] - title.left + 1


def test_a_report_without_lines_has_no_chart() -> None:
    (page,) = pages(report_pdf(replace(by_day(), lines=()), HEAD))
    assert "Jumlah" in page


def test_the_workbook_holds_numbers_as_numbers_and_codes_as_text() -> None:
    stream = io.BytesIO()
    report = by_month()
    write_book(report, HEAD, payments(), stream)
    book = load_workbook(stream)
    sums, paid = book["Ringkasan"], book["Pembayaran"]
    assert (sums.freeze_panes, paid.freeze_panes) == ("A4", "A2")
    column = [cell.value for cell in sums["F"] if isinstance(cell.value, int)]
    assert column == [*(line.kept for line in report.lines), report.total.kept]
    cash = {row[0].value: row[3].value for row in sums.iter_rows() if isinstance(row[3].value, int)}
    assert cash["Kas di tangan pada akhir periode"] == report.cash.after
    rows = list(paid.iter_rows(min_row=2))
    assert [row[2].value for row in rows] == [line.nik for line in payments()]
    assert [row[3].value for row in rows] == [line.worker_name for line in payments()]
    assert {cell.data_type for row in rows for cell in row[1:7]} <= {"s", "inlineStr", "n"}
    assert [cell.number_format for cell in rows[0]][7] == '"Rp"#,##0;-"Rp"#,##0'
    assert isinstance(rows[0][0].value, datetime)
    assert (rows[0][10].value, rows[2][11].value) == (8_400, "dibatalkan")


def test_signs_that_no_sheet_can_hold_are_left_out() -> None:
    stream = io.BytesIO()
    (line, *_) = payments()
    write_book(by_day(), replace(HEAD, practice=True), [replace(line, worker_name="A\x07ni")], stream)
    book = load_workbook(stream)
    assert book["Pembayaran"]["D2"].value == "Ani"
    assert str(book["Ringkasan"]["A1"].value).endswith("LATIHAN")


def test_what_is_given_up_leaves_no_names_behind(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("tempfile.tempdir", str(tmp_path))

    def broken() -> Iterator[PaymentLine]:
        yield from payments()
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        write_book(by_day(), HEAD, broken(), io.BytesIO())
    assert list(tmp_path.iterdir()) == []

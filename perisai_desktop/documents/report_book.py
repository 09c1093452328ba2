"""A report as a spreadsheet: its table, the cash, and every payment; numbers are numbers, codes are text."""

from collections.abc import Iterable, Sequence
from datetime import datetime, time
from typing import Any, BinaryIO

from perisai_desktop.documents.report_words import (
    BESIDE,
    FIRST_COLUMN,
    PER,
    SORTS,
    UNDONE,
    line_words,
    period_words,
)
from perisai_desktop.documents.spreadsheet import saved, text_cell
from perisai_desktop.domain.report import PaymentLine, Report, ReportHead

MONEY = '"Rp"#,##0;-"Rp"#,##0'
"""How an amount is shown; the program that opens the file writes its thousands as its own country does."""
DAY = "dd-mm-yyyy"
_PAYMENTS = (
    ("Tanggal", 12),
    ("Kuitansi", 20),
    ("NIK", 19),
    ("Nama", 30),
    ("KPJ", 14),
    ("Kode desa", 15),
    ("Bulan iuran", 12),
    ("JKK", 12),
    ("JKM", 12),
    ("JHT", 12),
    ("Jumlah", 13),
    ("Keadaan", 22),
)


def write_book(report: Report, head: ReportHead, payments: Iterable[PaymentLine], file: BinaryIO) -> None:
    """Write the whole workbook; whatever `payments` raises leaves nothing of it in temporary files."""
    with saved(file) as book:
        _Sums(book, report, head).write()
        _write_payments(book, payments)


class _Sums:
    """The sheet with the table of the report and the statement of the cash."""

    def __init__(self, book: Any, report: Report, head: ReportHead) -> None:
        self._report = report
        self._head = head
        self._sheet = book.create_sheet("Ringkasan")
        for column, width in zip("ABCDEF", (38, 14, 12, 16, 16, 16), strict=True):
            self._sheet.column_dimensions[column].width = width

    def write(self) -> None:
        """Write the sheet from top to bottom; the names of the columns stay in sight."""
        report, head, sheet = self._report, self._head, self._sheet
        sheet.freeze_panes = "A4"
        whose = " · ".join(part for part in (head.agent, head.agent_number, head.office) if part)
        practice = " · LATIHAN" if head.practice else ""
        title = f"Laporan {period_words(report.period)} {PER[report.grouping]}{practice}"
        sheet.append([text_cell(sheet, title, bold=True)])
        sheet.append([text_cell(sheet, whose)])
        names = (
            FIRST_COLUMN[report.grouping],
            "Peserta baru",
            "Membayar",
            "Diterima",
            "Dikembalikan",
            "Jumlah",
        )
        sheet.append([text_cell(sheet, name, bold=True) for name in names])
        lines = [(line_words(report, line), line) for line in report.lines]
        if report.beside.received or report.beside.given_back:
            lines.append((BESIDE, report.beside))
        for words, line in (*lines, ("Jumlah", report.total)):
            bold = line is report.total
            amounts = (line.received, -line.given_back, line.kept)
            sheet.append(
                [
                    text_cell(sheet, words, bold=bold),
                    line.enrolled,
                    line.payers,
                    *(money(sheet, amount, bold=bold) for amount in amounts),
                ]
            )
        sheet.append([])
        self._write_cash()

    def _write_cash(self) -> None:
        sheet, cash = self._sheet, self._report.cash
        sheet.append([text_cell(sheet, "Kas", bold=True), text_cell(sheet, "Banyaknya", bold=True)])
        sheet.append([text_cell(sheet, "Kas sebelum periode ini"), None, None, money(sheet, cash.before)])
        for line in cash.lines:
            row = [text_cell(sheet, SORTS[line.sort]), line.count, None, money(sheet, line.rupiah)]
            sheet.append(row)
        last = "Kas di tangan pada akhir periode"
        sheet.append([text_cell(sheet, last, bold=True), None, None, money(sheet, cash.after, bold=True)])


def _write_payments(book: Any, payments: Iterable[PaymentLine]) -> None:
    sheet = book.create_sheet("Pembayaran")
    sheet.freeze_panes = "A2"
    for place, (_name, width) in enumerate(_PAYMENTS):
        sheet.column_dimensions[chr(ord("A") + place)].width = width
    sheet.append([text_cell(sheet, name, bold=True) for name, _width in _PAYMENTS])
    for line in payments:
        sheet.append(_payment(sheet, line))


def _payment(sheet: Any, line: PaymentLine) -> Sequence[Any]:
    from openpyxl.cell import WriteOnlyCell

    day = WriteOnlyCell(sheet, datetime.combine(line.on, time()))
    day.number_format = DAY
    texts = (line.receipt, line.nik, line.worker_name, line.kpj, line.village, line.month)
    amounts = (line.jkk, line.jkm, line.jht, line.rupiah)
    return [
        day,
        *(text_cell(sheet, text) for text in texts),
        *(money(sheet, amount) for amount in amounts),
        text_cell(sheet, UNDONE.get(line.undone, line.undone)),
    ]


def money(sheet: Any, rupiah: int, *, bold: bool = False) -> Any:
    """A cell with an amount."""
    from openpyxl.cell import WriteOnlyCell
    from openpyxl.styles import Font

    cell = WriteOnlyCell(sheet, rupiah)
    cell.number_format = MONEY
    if bold:
        cell.font = Font(bold=True)
    return cell

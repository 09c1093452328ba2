"""Words of a report on paper and in a spreadsheet, in Bahasa Indonesia as both are always set."""

from datetime import date

from perisai_desktop.domain.report import Grouping, Period, Report, ReportLine, Span
from perisai_desktop.domain.till_book import CashSort
from sync.rules.dates import MONTH_NAMES, format_date
from sync.rules.iuran_month import IuranMonth

PER = {
    Grouping.DAY: "per hari",
    Grouping.MONTH: "per bulan",
    Grouping.VILLAGE: "per desa",
    Grouping.PROGRAMME: "per program",
}
FIRST_COLUMN = {
    Grouping.DAY: "Hari",
    Grouping.MONTH: "Bulan",
    Grouping.VILLAGE: "Desa",
    Grouping.PROGRAMME: "Program",
}
PROGRAMMES = {"JKK": "JKK, kecelakaan kerja", "JKM": "JKM, kematian", "JHT": "JHT, hari tua"}
SORTS = {
    CashSort.OPENING_FLOAT: "Kas awal",
    CashSort.RECEIPT: "Kuitansi",
    CashSort.VOID: "Pembatalan tanpa uang",
    CashSort.REFUND: "Uang dikembalikan",
    CashSort.DEPOSIT: "Setoran",
    CashSort.HAND_OVER: "Diserahkan ke kantor",
    CashSort.SURPLUS: "Kelebihan",
    CashSort.SHORTAGE: "Kekurangan",
}
BESIDE = "Kredit terpakai"
"""What receipts say beyond their lines."""
UNDONE = {
    "": "berlaku",
    "void_requested": "pembatalan diminta",
    "void_approved": "menunggu pengembalian",
    "voided": "dibatalkan",
    "refunded": "dikembalikan",
}


def period_words(period: Period) -> str:
    """`November 2026`, a day, a year, or from a day to another."""
    if period.span is Span.DAY:
        return format_date(period.first)
    if period.span is Span.MONTH:
        return IuranMonth.of(period.first).label
    if period.span is Span.YEAR:
        return f"{period.first:%Y}"
    return f"{format_date(period.first)} sampai {format_date(period.last)}"


def line_words(report: Report, line: ReportLine) -> str:
    """What a line stands for."""
    if report.grouping is Grouping.DAY:
        return format_date(date.fromisoformat(line.key))
    if report.grouping is Grouping.MONTH:
        return IuranMonth.parse(line.key).label
    if report.grouping is Grouping.PROGRAMME:
        return PROGRAMMES.get(line.key, line.key)
    return line.name or "Desa belum diketahui"


def short_words(report: Report, line: ReportLine) -> str:
    """The same under a bar of the chart."""
    if report.grouping is Grouping.DAY:
        return str(int(line.key[8:]))
    if report.grouping is Grouping.MONTH:
        month = IuranMonth.parse(line.key)
        return MONTH_NAMES[month.month - 1][:3]
    if report.grouping is Grouping.PROGRAMME:
        return line.key
    return line.name.split(",")[0].removeprefix("Desa ") or "?"


def short_rupiah(rupiah: int) -> str:
    """`0`, `800 rb`, `1,5 jt`: rupiah on an axis."""
    if rupiah >= 1_000_000:
        return f"{rupiah / 1_000_000:.1f}".rstrip("0").rstrip(".").replace(".", ",") + " jt"
    return f"{rupiah // 1_000} rb" if rupiah else "0"

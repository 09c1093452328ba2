"""A report's lines and periods in words."""

from datetime import date

from PySide6.QtCore import QCoreApplication

from perisai_desktop.domain.report import Grouping, Period, Report, ReportLine, Span
from perisai_desktop.domain.till_book import CashSort
from perisai_desktop.ui.i18n import decimal_words, month_short, month_words, plain_date
from sync.rules.iuran_month import IuranMonth

translate = QCoreApplication.translate


def period_words(period: Period) -> str:
    """A day, `November 2026`, a year, or from a day to another; all of it may be one day."""
    if period.span is Span.DAY or period.first == period.last:
        return plain_date(period.first)
    if period.span is Span.MONTH:
        return month_words(IuranMonth.of(period.first))
    if period.span is Span.YEAR:
        return f"{period.first:%Y}"
    words = translate("Reports", "{first} to {last}")
    return words.format(first=plain_date(period.first), last=plain_date(period.last))


def line_words(report: Report, line: ReportLine) -> str:
    """What a line stands for."""
    if report.grouping is Grouping.DAY:
        return plain_date(date.fromisoformat(line.key))
    if report.grouping is Grouping.MONTH:
        return month_words(IuranMonth.parse(line.key))
    if report.grouping is Grouping.PROGRAMME:
        return {
            "JKK": translate("Reports", "JKK, work accident"),
            "JKM": translate("Reports", "JKM, death"),
            "JHT": translate("Reports", "JHT, old age"),
        }[line.key]
    return line.name or translate("Reports", "Village not known")


def bar_words(report: Report, line: ReportLine) -> str:
    """The same under a bar."""
    if report.grouping is Grouping.DAY:
        return str(int(line.key[8:]))
    if report.grouping is Grouping.MONTH:
        return month_short(IuranMonth.parse(line.key)).split(" ")[0]
    if report.grouping is Grouping.PROGRAMME:
        return line.key
    return (line.name or translate("Reports", "Village not known")).split(",")[0].removeprefix("Desa ")


def short_rupiah(rupiah: int) -> str:
    """`0`, `800 rb`, `1,5 jt`: rupiah on an axis."""
    if rupiah >= 1_000_000:
        number = decimal_words(f"{rupiah / 1_000_000:.1f}".removesuffix(".0"))
        return translate("Reports", "{number} m", "millions of rupiah").format(number=number)
    if rupiah >= 1_000:
        number = f"{rupiah // 1_000}"
        return translate("Reports", "{number} k", "thousands of rupiah").format(number=number)
    return str(rupiah)


def sort_words(sort: CashSort) -> str:
    """What moved the cash."""
    return {
        CashSort.OPENING_FLOAT: translate("Reports", "Opening float"),
        CashSort.RECEIPT: translate("Reports", "Receipts"),
        CashSort.VOID: translate("Reports", "Voids without cash"),
        CashSort.REFUND: translate("Reports", "Money given back"),
        CashSort.DEPOSIT: translate("Reports", "Deposits"),
        CashSort.HAND_OVER: translate("Reports", "Handed over to the office"),
        CashSort.SURPLUS: translate("Reports", "Surplus"),
        CashSort.SHORTAGE: translate("Reports", "Shortage"),
    }[sort]

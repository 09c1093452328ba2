"""An invented month's report, its payments, and whose it is."""

from __future__ import annotations

import random
from datetime import date, timedelta

from perisai_desktop.domain.report import (
    CashStatement,
    Grouping,
    PaymentLine,
    Period,
    Report,
    ReportHead,
    ReportLine,
    Span,
    period_of,
)
from perisai_desktop.domain.till_book import CashSort, cash_lines

TODAY = date(2026, 11, 22)
HEAD = ReportHead("Nining Sukaesih", "A3", "Pos Cibadak", "Cabang Sukabumi", "0Q2FK", TODAY, practice=False)
MOVED = (
    (CashSort.OPENING_FLOAT, 1, 200_000),
    (CashSort.RECEIPT, 91, 2_209_200),
    (CashSort.VOID, 2, 25_200),
    (CashSort.REFUND, 1, 16_800),
    (CashSort.DEPOSIT, 4, 1_400_000),
    (CashSort.HAND_OVER, 1, 100_000),
    (CashSort.SHORTAGE, 1, 500),
)
VILLAGES = ("Sukamaju", "Mekarsari", "Sindangsari", "Karangtengah", "Cibuntu", "Tanjung Sari Wetan Hilir")


def statement(received: int, given_back: int) -> CashStatement:
    """Cash that agrees with the sums of a report: what was voided and given back as one void and one refund."""
    moved = [one for one in MOVED if one[0] not in (CashSort.RECEIPT, CashSort.VOID, CashSort.REFUND)]
    moved += [(CashSort.RECEIPT, 91, received), (CashSort.VOID, 2, given_back)]
    lines = cash_lines(moved)
    return CashStatement(376_400, lines, 376_400 + sum(line.rupiah for line in lines))


def report_of(lines: list[ReportLine], grouping: Grouping, period: Period, **more: object) -> Report:
    """A report whose sums are those of its lines."""
    received, back = sum(line.received for line in lines), sum(line.given_back for line in lines)
    total = ReportLine("", sum(line.enrolled for line in lines), 87, received, back)
    beside = ReportLine("")
    return Report(period, grouping, tuple(lines), total, beside, statement(received, back), **more)  # type: ignore[arg-type]


def by_day() -> Report:
    """November by day."""
    chance = random.Random(3)
    period = period_of(Span.MONTH, TODAY, TODAY)
    days = [period.first + timedelta(days=place) for place in range(22)]
    lines = [
        ReportLine(
            day.isoformat(),
            chance.randrange(4),
            chance.randrange(3, 12),
            8_400 * chance.randrange(4, 24),
            8_400 * (day.day % 9 == 0),
        )
        for day in days
        if day.weekday() != 4
    ]
    return report_of(lines, Grouping.DAY, period)


def by_month() -> Report:
    """The year by month, beside the branch's targets."""
    results = (
        (22, 1_531_200),
        (27, 1_879_200),
        (36, 2_505_600),
        (33, 2_296_800),
        (41, 2_853_600),
        (31, 2_157_600),
    )
    lines = [
        ReportLine(f"2026-{month:02}", enrolled, enrolled * 2, kept + 16_800, 16_800)
        for month, (enrolled, kept) in enumerate(results, 6)
    ]
    targets = {line.key: (2_000_000, 35) for line in lines}
    return report_of(lines, Grouping.MONTH, period_of(Span.YEAR, TODAY, TODAY), targets=targets)


def by_village(count: int = len(VILLAGES)) -> Report:
    """November by village, of which there may be many."""
    lines = [
        ReportLine(
            f"32.02.10.{2000 + place}",
            6 - place % 6,
            20 - place % 12,
            8_400 * (90 - 2 * place),
            8_400 * (place == 1),
            f"Desa {VILLAGES[place % 6]}{'' if place < 6 else f' {place}'}, Kec. Cibadak",
        )
        for place in range(count)
    ]
    return report_of(lines, Grouping.VILLAGE, period_of(Span.MONTH, TODAY, TODAY))


def payments() -> list[PaymentLine]:
    """Three payments, one of them by somebody whose name begins as a formula does."""
    names = ("Ma'rifah Wijaya", '=HYPERLINK("http://x")', "+62 Joko")
    return [
        PaymentLine(
            TODAY,
            f"0Q2FK-01-00012{place}-Q",
            name,
            f"032020814089000{place}",
            "",
            "32.02.10.2000",
            "2026-11",
            5_000,
            3_400,
            0,
            "voided" if place == 2 else "",
        )
        for place, name in enumerate(names)
    ]

"""Invented receipts of every shape for the tests of documents."""

from dataclasses import replace
from datetime import UTC, datetime

from perisai_desktop.domain.receipt import Receipt, ReceiptLine
from sync.rules.iuran_month import IuranMonth
from sync.rules.programmes import Programme

TWO = (Programme.JKK, Programme.JKM)
THREE = (Programme.JKK, Programme.JKM, Programme.JHT)
RELIEF = "Keringanan 50% PP 50/2025"
LONG_NAME = "Ma'rifah Nur Sa'adah Abdurrahman Wahid Sitor"
SIGNATURE = (((100, 250), (300, 80), (420, 400), (800, 120)), ((80, 430), (900, 400)))
_FULL = {Programme.JKK: 10_000, Programme.JKM: 6_800, Programme.JHT: 20_000}


def line(number: int, programmes: tuple[Programme, ...], *, relieved: bool, times: int = 1) -> ReceiptLine:
    """A month so many after November 2026; `times` raises JKK and JHT as a higher bracket does."""
    full = {each: _FULL[each] * (1 if each is Programme.JKM else times) for each in programmes}
    amounts = tuple(
        (each, amount // 2 if relieved and each is not Programme.JHT else amount)
        for each, amount in full.items()
    )
    return ReceiptLine(
        month=IuranMonth(2026, 11).plus(number),
        amounts=amounts,
        total=sum(amount for _, amount in amounts),
        full=sum(full.values()),
        relief=RELIEF if relieved else None,
    )


def receipt(months: int = 3, programmes: tuple[Programme, ...] = TWO, times: int = 1) -> Receipt:
    """A receipt as the law prices it for bracket 1, paid in November 2026 by somebody not in transport."""
    lines = tuple(line(number, programmes, relieved=number < 2, times=times) for number in range(months))
    price = sum(each.total for each in lines)
    return Receipt(
        number="7Q2FK-01-000123-Q",
        action_id="01935000-0000-7000-8000-000000000001",
        worker_id="01935000-0000-7000-8000-000000000002",
        issued_at=datetime(2026, 11, 22, 2, 15, tzinfo=UTC),
        utc_offset=420,
        received_from="Ujang Sobarna",
        nik_tail="0004",
        occupation="Petani",
        place="Desa Sukamaju, Kec. Cibadak",
        programmes=programmes,
        lines=lines,
        price=price,
        credit=0,
        total=price,
        agent_name="Nining Sukaesih",
        agent_number="A3",
        office="Pos Cibadak",
        branch="Cabang Sukabumi",
        hotline="0800 000 0000",
        link="https://latihan.invalid/k/7Q2FK-01-000123-Q/20261122/33600/" + "Ab3_-xYz" * 10 + "abcdef",
        signature=(),
        bracket_inferred=False,
        practice=False,
    )


def fullest() -> Receipt:
    """Everything that makes a receipt long, at once."""
    return replace(
        receipt(12, THREE),
        received_from=LONG_NAME,
        occupation="Pemandu Wisata Pegunungan dan Kehutanan",
        place="Kel. Kebon Jeruk Selatan, Kec. Cibeunying Kaler, Kab. Kepulauan Tanimbar",
        agent_name="Nining Sukaesih Nur Aisyah binti Abdul Qadir",
        signature=SIGNATURE,
        bracket_inferred=True,
        practice=True,
        copy=2,
        price=7_452_000,
        credit=8_400,
        total=7_443_600,
        stamp_duty_above=5_000_000,
    )


def longest() -> Receipt:
    """The most months that can be paid at once: three overdue and twelve more."""
    return replace(fullest(), lines=receipt(15, THREE).lines)


def dearest() -> Receipt:
    """Twelve months in a bracket whose amounts have six digits."""
    return receipt(12, THREE, times=20)


SHAPES = {
    "one month": receipt(1),
    "three months": receipt(3),
    "half a year, three programmes": receipt(6, THREE),
    "a year": receipt(12),
    "a year, three programmes": receipt(12, THREE),
    "arrears and a year": longest(),
    "the dearest bracket": dearest(),
    "a copy": replace(receipt(3), copy=12, signature=SIGNATURE),
    "a name that wraps": replace(receipt(2), received_from=LONG_NAME, signature=SIGNATURE),
    "one word too long": replace(receipt(1), received_from="Ma'" + "w" * 41, agent_name="W" * 60),
    "nothing known of the giver": replace(receipt(1), received_from="", nik_tail="", occupation="", place=""),
    "everything": fullest(),
}
"""One receipt of every kind."""

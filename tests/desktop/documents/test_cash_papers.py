"""The papers around cash: figures, reasons, denominations and lines to sign on; equal facts, equal bytes."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime

import pypdfium2

from perisai_desktop.documents.cash_papers import cash_pdf
from perisai_desktop.domain.cash_paper import (
    CashPaper,
    ClosingPaper,
    DepositedReceipt,
    DepositPaper,
    PaperHead,
    RefundPaper,
    file_name,
)
from tests.support.desks import SIGNATURE

AT = datetime(2026, 11, 22, 2, 15, tzinfo=UTC)
HEAD = PaperHead("Rina", "A-3302", "Kios Cibadak", "Cabang Sukabumi", "7Q2FK", AT, 420, practice=False)
TWO = (
    DepositedReceipt("7Q2FK-01-000001-Q", date(2026, 11, 21), 33_600),
    DepositedReceipt("7Q2FK-01-000002-R", date(2026, 11, 22), 16_800),
)
DEPOSIT = DepositPaper(HEAD, TWO, 49_900, -500, "Dipotong biaya bank", "123456789012", "atm", AT, slip=True)
CLOSING = ClosingPaper(HEAD, date(2026, 11, 21), ((50_000, 1), (200, 2)), 50_400, 50_000, 400, "Salah hitung")
REFUND = RefundPaper(HEAD, "7Q2FK-01-000001-Q", 33_600, True, "heir", "Siti Aminah", SIGNATURE)


def pages(paper: CashPaper) -> list[str]:
    document = pypdfium2.PdfDocument(cash_pdf(paper))
    try:
        return [" ".join(page.get_textpage().get_text_bounded().split()) for page in document]
    finally:
        document.close()


def test_a_deposit_names_its_receipts_and_why_it_differs() -> None:
    (page,) = pages(DEPOSIT)
    for part in (
        "Bukti setoran",
        "Rp49.900",
        "123456789012",
        "ATM",
        "22 November 2026, 09.15 WIB",
        "2 kuitansi · Rp50.400",
        "Selisih kurang -Rp500",
        "Dipotong biaya bank",
        "7Q2FK-01-000001-Q",
        "Rp16.800",
        "Disetor oleh agen",
    ):
        assert part in page
    assert "LATIHAN" not in page
    even = replace(DEPOSIT, amount=50_400, difference=0, reason="", slip=False)
    (page,) = pages(even)
    assert "Selisih" not in page
    assert "tidak ada" in page


def test_many_receipts_go_on_over_further_pages_with_the_mark_on_each() -> None:
    many = tuple(replace(TWO[0], number=f"7Q2FK-01-{place:06d}-Q") for place in range(80))
    practice = replace(HEAD, practice=True)
    found = pages(replace(DEPOSIT, head=practice, receipts=many))
    assert len(found) > 1
    assert all("LATIHAN" in page for page in found)
    assert sum(page.count("7Q2FK-01-") for page in found) == 80
    assert "Diterima oleh" in found[-1]


def test_what_is_signed_for_stands_above_the_lines_to_sign_on() -> None:
    for count in (1, 2, *range(7, 16), 40):
        many = tuple(replace(TWO[0], number=f"7Q2FK-01-{place:06d}-Q") for place in range(count))
        last = pages(replace(DEPOSIT, receipts=many))[-1]
        assert f"7Q2FK-01-{count - 1:06d}-Q" in last, count
        assert last.index("Jumlah Rp") < last.index("Diterima oleh"), count
    long = replace(CLOSING, reason=" ".join(["Salah hitung"] * 14))
    every = tuple((value, 3) for value in range(100_000, 100, -6_000))
    last = pages(replace(long, counts=every))[-1]
    assert last.index("Uang dihitung") < last.index("Diperiksa oleh")


def test_a_closing_holds_both_figures_and_every_denomination() -> None:
    (page,) = pages(CLOSING)
    for part in (
        "21 November 2026",
        "Rp200 2 Rp400",
        "Rp50.400",
        "Rp50.000",
        "Selisih lebih +Rp400",
        "Salah hitung",
    ):
        assert part in page
    assert page.count("Tanda tangan") == 2
    (empty,) = pages(replace(CLOSING, counts=(), counted=0, expected=0, difference=0, reason=""))
    assert "Tidak ada uang" in empty
    assert "Selisih Rp0" in empty
    every = tuple(
        (value, 3) for value in (100_000, 75_000, 50_000, 20_000, 10_000, 5_000, 2_000, 1_000, 500, 200, 100)
    )
    assert len(pages(replace(CLOSING, counts=every))) == 1


def test_a_refund_says_the_amount_in_figures_and_words() -> None:
    (page,) = pages(REFUND)
    for part in (
        "Rp33.600",
        "tiga puluh tiga ribu enam ratus rupiah",
        "Siti Aminah, ahli waris",
        "seluruh kuitansi",
    ):
        assert part in page
    assert "sebagian" in pages(replace(REFUND, whole=False))[0]
    assert cash_pdf(REFUND) == cash_pdf(REFUND)


def test_no_file_name_holds_a_name_and_no_two_entries_share_one() -> None:
    assert file_name(CLOSING) == "Tutup-kas-2026-11-21.pdf"
    assert file_name(DEPOSIT) == "Setoran-2026-11-22-091500-123456789012.pdf"
    assert file_name(REFUND) == "Pengembalian-2026-11-22-091500-7Q2FK-01-000001-Q.pdf"

"""The receipt of a kelompok names everybody: on its one page, on pages of their own, or on a roll as far as sensible."""

from __future__ import annotations

from dataclasses import replace

import pytest

from perisai_desktop.documents.receipt import receipt_pdf
from perisai_desktop.documents.receipt_words import months_span
from perisai_desktop.domain.paper import PaperSize
from perisai_desktop.domain.receipt import CoveredPerson, Receipt
from sync.rules.iuran_month import IuranMonth
from sync.rules.programmes import PayerKind
from tests.desktop.documents.receipts import LONG_NAME, TWO, receipt
from tests.support.pages import page_sizes, page_words


def covered(number: int, name: str = "") -> CoveredPerson:
    first = IuranMonth(2026, 11)
    return CoveredPerson(name or f"Contoh {number}", f"{number:04d}", first, first.plus(2), TWO, 33_600)


def of_kelompok(count: int) -> Receipt:
    """A sponsor pays three months for so many people."""
    one = receipt(3)
    lines = tuple(
        replace(
            line,
            amounts=tuple((programme, amount * count) for programme, amount in line.amounts),
            total=line.total * count,
            full=line.full * count,
        )
        for line in one.lines
    )
    people = tuple(covered(number) for number in range(1, count + 1))
    return replace(
        one,
        worker_id="",
        received_from="PT Contoh Peduli",
        payer=PayerKind.COMPANY,
        people=people,
        lines=lines,
        price=one.price * count,
        total=one.total * count,
    )


def test_a_family_stands_on_one_page() -> None:
    family = replace(of_kelompok(5), payer=PayerKind.SELF, received_from="Bu Tini")
    pdf = receipt_pdf(family)
    text = page_words(pdf)
    assert len(page_sizes(pdf)) == 1
    for part in ("Bu Tini", "Peserta atau keluarganya", "5 peserta", "Rp168.000"):
        assert part in text
    assert all(
        f"{number} Contoh {number} …{number:04d} Nov 26–Jan 27 33.600" in text for number in range(1, 6)
    )


@pytest.mark.parametrize(("size", "titles"), [(PaperSize.A5, 0), (PaperSize.A4, 1)])
def test_a_long_list_follows_on_pages_with_running_sums(size: PaperSize, titles: int) -> None:
    pdf = receipt_pdf(of_kelompok(70), size)
    assert len(page_sizes(pdf)) == 4
    text = page_words(pdf)
    first, lists = text[: text.index("DAFTAR PESERTA")], text[text.index("DAFTAR PESERTA") :]
    assert ("70 peserta" in first, "Contoh 1 " in first, "Rp2.352.000" in first) == (True, False, True)
    assert first.count("Untuk pembayar") == titles
    for part in ("Lampiran kuitansi 7Q2FK-01-000123-Q · 70 peserta", "halaman 2 dari 4", "70 Contoh 70"):
        assert part in lists
    assert "Jumlah sampai nomor 34 1.142.400" in lists
    assert lists.count("Jumlah 2.352.000") == 1 + titles


def test_a_roll_names_a_family_and_sums_a_list_up() -> None:
    family, many = (page_words(receipt_pdf(of_kelompok(count), PaperSize.ROLL_58)) for count in (5, 13))
    assert "5. Contoh 5" in family
    assert "Daftar 13 peserta ada pada kuitansi ini di kertas A4 atau A5." in many
    assert "Contoh 13" not in many


def test_names_that_are_long_or_gone_keep_their_line() -> None:
    people = (covered(1, LONG_NAME), covered(2, "W" * 60), replace(covered(3), name="", nik_tail=""))
    text = page_words(receipt_pdf(replace(of_kelompok(3), people=people)))
    assert f"1 {LONG_NAME} …0001" in text
    assert "WWW… …0002" in text
    assert "3 (nama sudah dihapus) Nov 26–Jan 27" in text


def test_months_are_short() -> None:
    one = covered(1)
    assert months_span(replace(one, last=one.first)) == "Nov 26"
    assert months_span(replace(one, last=one.first.plus(1))) == "Nov–Des 26"

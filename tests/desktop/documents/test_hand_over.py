"""The hand-over sheet says the same at both ends, leaves room for two hands, and names nobody."""

from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

import pypdfium2
import pytest

from perisai_desktop.documents.hand_over import hand_over_pdf
from perisai_desktop.domain.bundle import HandOver
from perisai_desktop.domain.failure import Failure, FailureCode
from perisai_desktop.domain.paper import PaperSize
from perisai_desktop.domain.printing import PrintChoice
from perisai_desktop.services.hand_over_sheet import print_sheet, save_sheet
from tests.support.fake_printers import FakePrinters

SHEET = HandOver(
    device="7Q2FK",
    name="perisai-7Q2FK-20261122-0915.perisai",
    made_at=datetime(2026, 11, 22, 2, 15, tzinfo=UTC),
    utc_offset=420,
    entries=1_234,
    rupiah_in=12_672_000,
    rupiah_refunded=0,
    mark="7KQ2-9WXM-4T0Z-H3RB",
    practice=False,
)


def words(pdf: bytes) -> str:
    document = pypdfium2.PdfDocument(pdf)
    try:
        assert len(document) == 1
        return " ".join(str(document[0].get_textpage().get_text_bounded()).split())
    finally:
        document.close()


def test_both_ends_sign_for_the_same() -> None:
    sheet = words(hand_over_pdf(SHEET))
    for part in (
        "7Q2FK",
        "perisai-7Q2FK-20261122-0915.perisai",
        "22 November 2026, 09.15 WIB",
        "1.234",
        "Rp12.672.000",
        "7KQ2-9WXM-4T0Z-H3RB",
        "Dicetak di laptop agen",
        "Diserahkan oleh agen",
        "Diterima di cabang oleh",
    ):
        assert part in sheet
    assert sheet.count("Tanda tangan") == 2
    assert "LATIHAN" not in sheet
    assert "dikembalikan" not in sheet
    received = words(hand_over_pdf(replace(SHEET, received=True, rupiah_refunded=33_600)))
    assert "Dicetak di cabang" in received
    assert "Rp33.600" in received


def test_practice_is_marked_and_equal_facts_give_equal_bytes() -> None:
    practice = replace(SHEET, practice=True)
    assert "LATIHAN" in words(hand_over_pdf(practice))
    assert hand_over_pdf(practice) == hand_over_pdf(practice)
    assert hand_over_pdf(practice) != hand_over_pdf(SHEET)


def test_it_goes_to_the_sheet_printer_whatever_receipts_are_printed_on() -> None:
    printers = FakePrinters()
    print_sheet(SHEET, PrintChoice(PaperSize.ROLL_58, roll_printer="Struk"), printers)
    (name, document) = printers.sent[0]
    assert (name, document.paper, document.raw) == ("Kantor", PaperSize.A5, False)
    with pytest.raises(Failure) as failure:
        print_sheet(SHEET, PrintChoice(), FakePrinters(printers=()))
    assert failure.value.code is FailureCode.NO_PRINTER


def test_it_is_saved_beside_the_file(tmp_path: Path) -> None:
    save_sheet(SHEET, tmp_path / "sheet.pdf")
    assert (tmp_path / "sheet.pdf").read_bytes() == hand_over_pdf(SHEET)
    with pytest.raises(Failure) as failure:
        save_sheet(SHEET, tmp_path / "gone" / "sheet.pdf")
    assert failure.value.code is FailureCode.BUNDLE_FOLDER_MISSING

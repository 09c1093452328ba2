"""The receipt is opened and read back: its words, its figures, its code and its margins."""

from dataclasses import replace

import pypdfium2
import pytest
import zxingcpp
from PIL import Image
from reportlab.pdfbase import pdfmetrics

from perisai_desktop.documents.fonts import Weight, font, width
from perisai_desktop.documents.preview import page_image
from perisai_desktop.documents.receipt import receipt_pdf
from perisai_desktop.documents.receipt_words import zone
from perisai_desktop.documents.wrapping import wrapped
from perisai_desktop.domain.receipt import Receipt
from tests.desktop.documents.receipts import LONG_NAME, RELIEF, SIGNATURE, THREE, fullest, receipt
from tests.support.pages import page_words

MM = 72 / 25.4
DPI_58_MM = 203


def picture(pdf: bytes, width: int) -> Image.Image:
    image = page_image(pdf, width)
    return Image.frombytes("RGB", (image.width, image.height), image.pixels, "raw", "BGRX", image.stride)


def shapes() -> list[Receipt]:
    return [
        receipt(1),
        receipt(3),
        receipt(6, THREE),
        receipt(12),
        receipt(12, THREE),
        replace(receipt(12, THREE), received_from=LONG_NAME, practice=True, signature=SIGNATURE),
        fullest(),
    ]


def test_the_paper_says_what_was_paid() -> None:
    text = page_words(receipt_pdf(receipt()))
    for part in (
        "KUITANSI PENERIMAAN IURAN",
        "7Q2FK-01-000123-Q",
        "22 November 2026, 09.15 WIB",
        "Ujang Sobarna",
        "•••••• •••••• 0004",
        "Petani · Desa Sukamaju, Kec. Cibadak",
        "November 2026 5.000 3.400 8.400",
        RELIEF,
        "Januari 2027 10.000 6.800 16.800",
        "Rp33.600",
        "tiga puluh tiga ribu enam ratus rupiah",
        "Nining Sukaesih · A3",
        "Pos Cibadak",
        "Layanan 0800 000 0000",
        "Ini kuitansi agen. Bukti resmi menyusul setelah uang disetor.",
        "3 bulan iuran lunas berturut-turut",
    ):
        assert part in text
    for absent in ("LATIHAN", "SALINAN", "meterai", "belum tercantum", "JHT", "Tanda tangan"):
        assert absent not in text


def test_the_fullest_receipt_says_all_of_it_on_one_page() -> None:
    text = page_words(receipt_pdf(fullest()))
    for part in (
        LONG_NAME,
        "SALINAN 2",
        "Oktober 2027 10.000 6.800 20.000 36.800",
        "Rp7.452.000",
        "Rp7.443.600",
        "tujuh juta empat ratus empat puluh tiga ribu enam ratus rupiah",
        "meterai Rp10.000 (UU 10/2020)",
        "belum tercantum",
        "Tanda tangan peserta",
        RELIEF,
        "LATIHAN",
    ):
        assert part in text


@pytest.mark.parametrize("above", [None, 5_000_000])
def test_stamp_duty_is_noted_with_the_limit_that_was_passed(above: int | None) -> None:
    text = page_words(receipt_pdf(replace(receipt(), stamp_duty_above=above)))
    assert ("Jumlah di atas Rp5.000.000: bubuhkan meterai" in text) is (above is not None)


@pytest.mark.parametrize("shape", range(7))
def test_all_of_it_stands_between_the_margins(shape: int) -> None:
    pdf = receipt_pdf(replace(shapes()[shape], practice=False))
    image = picture(pdf, 740).convert("L").point(lambda level: 255 if level < 250 else 0)
    box = image.getbbox()
    assert box is not None
    per_mm = 740 / 148
    left, top, right, bottom = box
    assert left >= 9.5 * per_mm
    assert top >= 9.5 * per_mm
    assert right <= (148 - 9.5) * per_mm
    assert bottom <= (210 - 9.0) * per_mm


@pytest.mark.parametrize("shape", range(7))
@pytest.mark.parametrize("dots_per_inch", [DPI_58_MM, 300])
def test_the_code_reads_as_printed(shape: int, dots_per_inch: int) -> None:
    example = shapes()[shape]
    image = picture(receipt_pdf(example), round(148 / 25.4 * dots_per_inch)).convert("1").convert("L")
    found = zxingcpp.read_barcodes(image)
    assert [code.text for code in found] == [example.link]


def test_the_quiet_zone_stays_white_in_practice() -> None:
    example = replace(receipt(12, THREE), practice=True)
    plain = picture(receipt_pdf(replace(example, practice=False)), 1480)
    marked = picture(receipt_pdf(example), 1480)
    (code,) = zxingcpp.read_barcodes(marked)
    corner = code.position
    module = (corner.top_right.x - corner.top_left.x) / 53
    quiet = 3.5 * module
    box = (
        round(corner.top_left.x - quiet),
        round(corner.top_left.y - quiet),
        round(corner.bottom_right.x + quiet),
        round(corner.bottom_right.y + quiet),
    )
    assert marked.crop(box).tobytes() == plain.crop(box).tobytes()
    assert marked.tobytes() != plain.tobytes()


def test_equal_receipts_give_equal_bytes_and_others_do_not() -> None:
    assert receipt_pdf(receipt()) == receipt_pdf(receipt())
    assert receipt_pdf(receipt()) != receipt_pdf(replace(receipt(), received_from="Asep Sobarna"))


def test_the_page_is_a5() -> None:
    document = pypdfium2.PdfDocument(receipt_pdf(receipt()))
    try:
        assert document[0].get_size() == pytest.approx((148 * MM, 210 * MM), abs=0.01)
    finally:
        document.close()


@pytest.mark.parametrize(
    ("offset", "name"), [(420, "WIB"), (480, "WITA"), (540, "WIT"), (330, "UTC+05:30"), (-60, "UTC-01:00")]
)
def test_zones_have_their_indonesian_names(offset: int, name: str) -> None:
    assert zone(offset) == name


def test_a_page_that_is_not_there_is_refused() -> None:
    with pytest.raises(IndexError):
        page_image(receipt_pdf(receipt()), 100, page=1)


def test_a_word_longer_than_its_line_is_cut() -> None:
    lines = wrapped("Ab " + "W" * 60, 100.0, Weight.REGULAR, 9.0)
    assert lines[0] == "Ab"
    assert "".join(lines[1:]) == "W" * 60
    assert all(width(line, Weight.REGULAR, 9.0) <= 100.0 for line in lines)


def test_a_letter_that_the_font_lacks_takes_the_room_of_its_box() -> None:
    text = "Nur 王 Aisyah"
    drawn = pdfmetrics.stringWidth(text, font(Weight.MEDIUM), 9.0)
    assert width(text, Weight.MEDIUM, 9.0) == pytest.approx(drawn)


def test_figures_have_one_width_and_a_capital_i_is_no_l() -> None:
    assert len({width(figure, Weight.BOLD, 10.0) for figure in "0123456789"}) == 1
    image = picture(receipt_pdf(replace(receipt(), received_from="Il")), 740)
    other = picture(receipt_pdf(replace(receipt(), received_from="ll")), 740)
    assert image.tobytes() != other.tobytes()

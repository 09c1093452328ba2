"""A roll is printed by a thermal head: black alone, whole dots, and a code that reads."""

from dataclasses import replace

import pytest
import zxingcpp
from PIL import Image

from perisai_desktop.documents.escpos import print_job
from perisai_desktop.documents.paper import DOT, MM, PAPERS
from perisai_desktop.documents.preview import page_dots
from perisai_desktop.documents.qr import QUIET_MODULES, qr_code
from perisai_desktop.documents.receipt import receipt_pdf
from perisai_desktop.domain.paper import PaperSize
from perisai_desktop.domain.receipt import Receipt
from tests.desktop.documents.receipts import SHAPES, receipt
from tests.support.pages import BLACK_AND_WHITE, fills, page_sizes, pieces, read_codes
from tests.support.thermal_printer import ThermalPrinter, printed

ROLLS = (PaperSize.ROLL_80, PaperSize.ROLL_58)

every_shape = pytest.mark.parametrize("example", SHAPES.values(), ids=SHAPES)
every_roll = pytest.mark.parametrize("size", ROLLS)


@every_roll
@every_shape
def test_a_roll_knows_no_grey(example: Receipt, size: PaperSize) -> None:
    assert fills(receipt_pdf(example, size)) <= BLACK_AND_WHITE


@every_roll
def test_practice_is_framed_at_head_and_foot_of_a_roll(size: PaperSize) -> None:
    pdf = receipt_pdf(replace(receipt(), practice=True), size)
    marks = [piece for piece in pieces(pdf) if piece.text.strip() == "LATIHAN"]
    assert len(marks) == 2
    others = [piece for piece in pieces(pdf) if "LATIHAN" not in piece.text and "bukan" not in piece.text]
    assert marks[0].bottom > max(other.top for other in others)
    assert marks[1].top < min(other.bottom for other in others)
    assert all(mark.top - mark.bottom > 3 * MM for mark in marks)


@pytest.mark.parametrize(("size", "dots"), [(PaperSize.ROLL_80, 576), (PaperSize.ROLL_58, 384)])
def test_a_roll_has_the_dots_of_its_head(size: PaperSize, dots: int) -> None:
    pdf = receipt_pdf(receipt(), size)
    wide, high = page_sizes(pdf)[0]
    assert wide == pytest.approx(PAPERS[size].width, abs=0.01)
    made = page_dots(pdf, size)
    assert (made.width, made.height) == (dots, round(high / DOT))
    assert high / DOT == pytest.approx(made.height, abs=0.01)
    assert len(made.bits) == made.stride * made.height


@every_roll
@every_shape
def test_a_printed_roll_reads(example: Receipt, size: PaperSize) -> None:
    dots = page_dots(receipt_pdf(example, size), size)
    printer = ThermalPrinter(dots.width)
    printer.receive(print_job(dots, cut=size is PaperSize.ROLL_80))
    assert printer.paper.crop((0, 0, dots.width, dots.height)).tobytes() == printed(dots).tobytes()
    assert read_codes(printer.paper) == [example.link]


@every_roll
@every_shape
def test_a_module_is_a_whole_number_of_dots_in_a_white_margin(example: Receipt, size: PaperSize) -> None:
    image = printed(page_dots(receipt_pdf(example, size), size))
    (found,) = zxingcpp.read_barcodes(image.convert("L"))
    code = qr_code(example.link)
    across = found.position.top_right.x - found.position.top_left.x
    dots = round(across / code.modules)
    assert dots >= 4
    drawn = Image.new("1", ((code.modules + 2 * QUIET_MODULES) * dots,) * 2, 1)
    for row, column, length in code.runs:
        left, top = (column + QUIET_MODULES) * dots, (row + QUIET_MODULES) * dots
        drawn.paste(0, (left, top, left + length * dots, top + dots))
    corner = found.position.top_left
    near = [(corner.x + x, corner.y + y) for x in range(-2, 3) for y in range(-2, 3)]
    quiet = QUIET_MODULES * dots
    boxes = [(x - quiet, y - quiet, x - quiet + drawn.width, y - quiet + drawn.height) for x, y in near]
    assert any(image.crop(box).tobytes() == drawn.tobytes() for box in boxes)


def test_a_sheet_has_no_dots() -> None:
    with pytest.raises(ValueError, match="a5"):
        page_dots(receipt_pdf(receipt()), PaperSize.A5)


@every_roll
def test_a_roll_is_as_long_as_its_receipt(size: PaperSize) -> None:
    short, long = (page_sizes(receipt_pdf(receipt(months), size))[0][1] for months in (1, 6))
    assert 80 * MM < short < long < 250 * MM

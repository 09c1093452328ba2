"""Every shape of receipt on every paper: all of it is there, between the margins, with nothing over anything else."""

import re
from dataclasses import replace
from datetime import UTC, datetime

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from PIL import Image

from perisai_desktop.documents.paper import MM, PAPERS
from perisai_desktop.documents.preview import page_dots, page_image
from perisai_desktop.documents.receipt import receipt_pdf
from perisai_desktop.domain.paper import PaperSize
from perisai_desktop.domain.receipt import Receipt
from sync.rules.programmes import Programme
from sync.rules.rupiah import format_number, format_rupiah
from sync.rules.terbilang import terbilang
from tests.desktop.documents.receipts import SHAPES, THREE, TWO, dearest, fullest, longest, receipt
from tests.support.pages import BLACK_AND_WHITE, Piece, fills, page_sizes, page_words, pieces, read_codes
from tests.support.thermal_printer import printed

SHEETS = (PaperSize.A5, PaperSize.A4)

every_shape = pytest.mark.parametrize("example", SHAPES.values(), ids=SHAPES)
every_paper = pytest.mark.parametrize("size", PaperSize)


def squeezed(text: str) -> str:
    """Without any space: a word that was cut at a line's end reads as one again."""
    return re.sub(r"\s+", "", text)


def told(example: Receipt) -> list[str]:
    """What must be read on the paper, whichever it is."""
    found = [
        example.number,
        example.received_from,
        example.nik_tail,
        example.occupation,
        example.place,
        format_rupiah(example.total),
        terbilang(example.total),
        f"{example.agent_name} · {example.agent_number}",
        example.office,
        example.branch,
        example.hotline,
        f"SALINAN {example.copy}" if example.copy else "",
        "LATIHAN" if example.practice else "",
        "Tanda tangan peserta" if example.signature else "",
        "Ini kuitansi agen. Bukti resmi menyusul setelah uang disetor.",
        "periksa kapan saja lewat kode QR",
        "Pindai untuk periksa",
        "meterai Rp10.000 (UU 10/2020)" if example.stamp_duty_above else "",
    ]
    for line in example.lines:
        found += [line.month.label, line.relief or "", format_number(line.total)]
        found += [format_number(amount) for _, amount in line.amounts]
    return found


def at_203(pdf: bytes) -> Image.Image:
    """The first page as an office printer at 203 dots an inch in black alone would print it."""
    across = round(page_sizes(pdf)[0][0] / 72 * 203)
    image = page_image(pdf, across)
    whole = Image.frombytes("RGB", (image.width, image.height), image.pixels, "raw", "BGRX", image.stride)
    return whole.convert("L").point(lambda level: 255 if level > 127 else 0)


def assert_well_set(example: Receipt, size: PaperSize) -> None:
    """Text between the margins, on its own half of an A4 sheet, and never on other text."""
    paper = PAPERS[size]
    shown = replace(example, practice=example.practice and size.roll)
    pdf = receipt_pdf(shown, size)
    for page, (wide, high) in enumerate(page_sizes(pdf)):
        found = [piece for piece in pieces(pdf, page) if piece.text.strip()]
        for piece in found:
            half = piece.left // paper.width * paper.width if wide > paper.width + 1 else 0.0
            assert piece.left - half >= paper.margin - 0.7, piece
            assert piece.right - half <= paper.width - paper.margin + 0.7, piece
            assert 0.4 * paper.headroom <= piece.bottom, piece
            assert piece.top <= high - paper.headroom + 1, piece
        assert_apart(found)


def assert_apart(found: list[Piece]) -> None:
    for number, piece in enumerate(found):
        for other in found[number + 1 :]:
            assert not piece.overlaps(other, by=0.35), (piece, other)


@every_paper
@every_shape
def test_all_of_it_is_on_the_paper(example: Receipt, size: PaperSize) -> None:
    text = squeezed(page_words(receipt_pdf(example, size)))
    for part in told(example):
        assert squeezed(part) in text, part


@every_paper
@every_shape
def test_text_stands_between_the_margins_and_on_no_other_text(example: Receipt, size: PaperSize) -> None:
    assert_well_set(example, size)


words = st.text(st.sampled_from("abeghijmnprstuwyMSNKIW'’.-"), min_size=1, max_size=14)
names = st.lists(words, min_size=1, max_size=9).map(" ".join)


@every_paper
@settings(max_examples=40)
@given(
    name=names,
    place=names,
    agent=names,
    office=names,
    months=st.integers(1, 15),
    programmes=st.sampled_from([TWO, THREE]),
    times=st.sampled_from([1, 9, 41]),
    copy=st.integers(0, 120),
    practice=st.booleans(),
)
def test_whatever_is_written_stands_well(
    size: PaperSize,
    name: str,
    place: str,
    agent: str,
    office: str,
    months: int,
    programmes: tuple[Programme, ...],
    times: int,
    copy: int,
    practice: bool,
) -> None:
    example = replace(
        receipt(months, programmes, times=times),
        received_from=name[:44],
        place=place,
        agent_name=agent[:60],
        office=office[:60],
        copy=copy,
        practice=practice,
    )
    assert_well_set(example, size)


@pytest.mark.parametrize("size", SHEETS)
def test_fifteen_months_still_stand_on_one_page(size: PaperSize) -> None:
    assert len(page_sizes(receipt_pdf(longest(), size))) == 1


@every_paper
def test_what_fits_no_page_goes_on_to_the_next(size: PaperSize) -> None:
    example = replace(receipt(80, THREE, times=100), practice=True, copy=3)
    pdf = receipt_pdf(example, size)
    text = squeezed(page_words(pdf))
    for part in told(example):
        assert squeezed(part) in text, part
    count = len(page_sizes(pdf))
    assert (count == 1) is size.roll
    for page in range(1, count + 1):
        assert (squeezed(f"SALINAN 3 · {example.number} · halaman {page} dari {count}") in text) is (
            count > 1
        )
    assert_well_set(example, size)


def test_a4_holds_one_for_the_worker_and_one_for_the_file() -> None:
    pdf = receipt_pdf(fullest(), PaperSize.A4)
    assert page_sizes(pdf)[0] == pytest.approx((297 * MM, 210 * MM), abs=0.01)
    middle = 148.5 * MM
    halves = {piece.text.strip(): piece.left > middle for piece in pieces(pdf)}
    assert (halves["Untuk peserta"], halves["Arsip agen"]) == (False, True)
    assert page_words(pdf).count("Ma'rifah") == 2
    assert read_codes(at_203(pdf)) == [fullest().link] * 2
    assert "Arsip" not in page_words(receipt_pdf(fullest(), PaperSize.A5))


def test_a_sheet_has_its_shades() -> None:
    assert len(fills(receipt_pdf(receipt())) - BLACK_AND_WHITE) == 4


@pytest.mark.parametrize(
    "host", ["k.id", "kuitansi." + "cabang-perisai." * 4 + "go.id", "a" * 61 + ".id" * 64]
)
@every_paper
def test_the_longest_link_reads_at_203_dots_an_inch(size: PaperSize, host: str) -> None:
    example = replace(dearest(), link=receipt().link.replace("latihan.invalid", host))
    pdf = receipt_pdf(example, size)
    image = printed(page_dots(pdf, size)) if size.roll else at_203(pdf)
    assert read_codes(image) == [example.link] * (2 if size is PaperSize.A4 else 1)


@every_paper
def test_equal_receipts_give_equal_bytes(size: PaperSize) -> None:
    other = replace(receipt(), issued_at=datetime(2026, 11, 22, 2, 16, tzinfo=UTC))
    assert receipt_pdf(receipt(), size) == receipt_pdf(receipt(), size) != receipt_pdf(other, size)

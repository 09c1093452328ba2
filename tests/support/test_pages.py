"""The reader of pages sees text where it stands, one text over another, and every colour."""

from io import BytesIO

import pytest
from reportlab.lib.colors import HexColor
from reportlab.pdfgen.canvas import Canvas

from tests.support.pages import fills, page_sizes, page_words, pieces


def page(*texts: tuple[float, float, str]) -> bytes:
    stream = BytesIO()
    canvas = Canvas(stream, pagesize=(300, 200))
    for x, y, text in texts:
        canvas.setFont("Helvetica", 10)
        canvas.drawString(x, y, text)
    canvas.setFillColor(HexColor("#336699"))
    canvas.rect(10, 10, 5, 5, stroke=0, fill=1)
    canvas.setStrokeColor(HexColor("#CC0000"))
    canvas.line(0, 0, 9, 9)
    canvas.showPage()
    canvas.save()
    return stream.getvalue()


def test_text_is_found_where_it_stands() -> None:
    pdf = page((20, 150, "Kuitansi"), (20, 100, "Total"))
    assert (page_words(pdf), page_sizes(pdf)) == ("Kuitansi Total", [(300, 200)])
    first, second = pieces(pdf)
    assert (first.text, second.text) == ("Kuitansi", "Total")
    assert first.left == pytest.approx(20, abs=1)
    assert first.bottom == pytest.approx(150, abs=1)
    assert 6 < first.top - first.bottom < 11
    assert not first.overlaps(second, by=0)


@pytest.mark.parametrize(
    ("x", "y", "over"), [(40, 150, True), (20, 154, True), (20, 162, False), (90, 150, False)]
)
def test_text_over_text_is_seen(x: float, y: float, over: bool) -> None:
    found = pieces(page((20, 150, "November"), (x, y, "2026")))
    pairs = [(one, other) for number, one in enumerate(found) for other in found[number + 1 :]]
    assert any(one.overlaps(other, by=0.35) for one, other in pairs) is over


def test_every_colour_is_seen() -> None:
    assert fills(page((20, 150, "x"))) == {(0, 0, 0), (0x33, 0x66, 0x99), (0xCC, 0, 0)}

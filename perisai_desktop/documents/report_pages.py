"""What the reports have in common on paper: shaded boxes, and pages bound with who made them and their numbers."""

import io
from collections.abc import Sequence
from dataclasses import dataclass

from reportlab.pdfgen.canvas import Canvas

from perisai_desktop.documents.fonts import Weight, font
from perisai_desktop.documents.paper import MM
from perisai_desktop.documents.practice_mark import draw_mark
from perisai_desktop.documents.sheet import Sheet

FOOT = 8 * MM
"""Height that the line at the foot of each page needs above the lower margin."""


@dataclass(frozen=True, slots=True)
class Imprint:
    """Title and subject of the file, the line at the foot of each page, and whether it is practice."""

    title: str
    subject: str
    made: str
    practice: bool


def fill(sheet: Sheet, x: float, y: float, wide: float, high: float) -> None:
    """A shaded rectangle."""
    shade = sheet.inks.shade

    def draw(canvas: Canvas, top: float) -> None:
        canvas.setFillColor(shade or sheet.inks.line)
        canvas.roundRect(x, top - y - high, wide, high, 4, stroke=0, fill=1)

    sheet.put(draw)


def bound(sheets: Sequence[Sheet], imprint: Imprint) -> bytes:
    """The pages as one file; equal facts give equal bytes."""
    stream = io.BytesIO()
    paper = sheets[0].paper
    high = paper.height or 0.0
    canvas = Canvas(
        stream,
        pagesize=(paper.width, high),
        invariant=1,
        pageCompression=1,
        initialFontName=font(Weight.REGULAR),  # type: ignore[arg-type]
    )
    canvas.setTitle(imprint.title)
    canvas.setAuthor("Perisai")
    canvas.setSubject(imprint.subject)
    for number, sheet in enumerate(sheets, 1):
        if imprint.practice:
            draw_mark(canvas, paper.width, high)
        for page in sheet.pages:
            page.play(canvas, high)
        canvas.setFont(font(Weight.REGULAR), 7.6)
        canvas.setFillColor(sheet.inks.muted)
        canvas.drawString(paper.margin, paper.headroom, imprint.made)
        canvas.drawRightString(
            paper.width - paper.margin, paper.headroom, f"Halaman {number} dari {len(sheets)}"
        )
        canvas.showPage()
    canvas.save()
    return stream.getvalue()

"""The parts of an A5 sheet that people sign for by hand: head, facts, figures, and the lines to sign on."""

import io
from collections.abc import Callable, Iterable, Sequence

from reportlab.pdfgen.canvas import Canvas

from perisai_desktop.documents.fonts import Weight, font
from perisai_desktop.documents.paper import A5, AIRY, MM, Density, Paper
from perisai_desktop.documents.practice_mark import draw_mark
from perisai_desktop.documents.sheet import Sheet

Facts = Iterable[tuple[str, str]]
SIGNED_LINES = (("Nama", 13 * MM), ("Tanggal dan jam", 13 * MM), ("Tanda tangan", 24 * MM))
"""What is written by hand, and the room above its line in points."""
_NOTE = 7.5  # points
SHORT_LINES = (("Nama", 11 * MM), ("Tanda tangan", 18 * MM))


def sheet_pdf(
    title: str,
    subject: str,
    put: Callable[[Sheet], None],
    *,
    practice: bool,
    density: Density = AIRY,
    paper: Paper = A5,
    note: Callable[[int, int], str] | None = None,
) -> bytes:
    """A PDF with what `put` puts on its pages; equal facts give equal bytes.

    `note` says what stands at the foot of a page, by its number and how many there are.
    """
    sheet = Sheet(paper, density)
    put(sheet)
    stream = io.BytesIO()
    high = paper.height or 0.0
    canvas = Canvas(
        stream,
        pagesize=(paper.width, high),
        invariant=1,
        pageCompression=1,
        initialFontName=font(Weight.REGULAR),  # type: ignore[arg-type]
    )
    canvas.setTitle(title)
    canvas.setAuthor("Perisai")
    canvas.setSubject(subject)
    pages = sheet.pages
    for number, page in enumerate(pages, start=1):
        if practice:
            draw_mark(canvas, paper.width, high)
        page.play(canvas, high)
        if note is not None:
            canvas.setFillColor(sheet.inks.muted)
            canvas.setFont(font(Weight.REGULAR), _NOTE)
            canvas.drawRightString(paper.width - paper.margin, paper.headroom / 2, note(number, len(pages)))
        canvas.showPage()
    canvas.save()
    return stream.getvalue()


def put_head(sheet: Sheet, title: str, below: str) -> None:
    """The title, a muted line, and a bold rule."""
    density = sheet.density
    sheet.y += density.title
    sheet.text(title, sheet.left, density.title, Weight.BOLD)
    sheet.y += density.leading
    sheet.text(below, sheet.left, density.body, colour=sheet.inks.muted)
    sheet.y += density.gap
    sheet.rule(bold=True)
    sheet.y += density.gap


def put_facts(sheet: Sheet, facts: Facts) -> None:
    """A line each: what it is at the left, its value at the right."""
    density = sheet.density
    for label, value in facts:
        room = sheet.paper.measure - sheet.width(label, Weight.REGULAR, density.body) - 12
        for place, line in enumerate(sheet.wrapped(value, room, Weight.SEMIBOLD, density.body) or ("",)):
            sheet.y += density.row if not place else density.leading
            if not place:
                sheet.text(label, sheet.left, density.body, colour=sheet.inks.muted)
            sheet.text(line, sheet.right, density.body, Weight.SEMIBOLD, align_right=True)


def put_total(sheet: Sheet, label: str, amount: str) -> None:
    """The figure that the sheet is about, large, in a box."""
    density, inset = sheet.density, 8.0
    high = density.total * 1.9
    sheet.box(sheet.y, high)
    middle = sheet.y + high / 2
    sheet.text(
        label, sheet.left + inset, density.body * 1.1, Weight.SEMIBOLD, baseline=middle + density.body * 0.38
    )
    sheet.text(
        amount,
        sheet.right - inset,
        density.total,
        Weight.BOLD,
        baseline=middle + density.total * 0.36,
        align_right=True,
    )
    sheet.y += high


def put_paragraph(sheet: Sheet, words: str) -> None:
    """Words across the measure."""
    density = sheet.density
    for line in sheet.wrapped(words, sheet.paper.measure, Weight.REGULAR, density.body):
        sheet.y += density.leading
        sheet.text(line, sheet.left, density.body)


def put_hands(
    sheet: Sheet, titles: tuple[str, str], lines: Sequence[tuple[str, float]] = SIGNED_LINES
) -> None:
    """Two columns of blank lines, one for each of two people."""
    density, gutter = sheet.density, 8 * MM
    wide = (sheet.paper.measure - gutter) / 2
    top = sheet.y
    for place, title in enumerate(titles):
        left = sheet.left + place * (wide + gutter)
        sheet.y = top + density.body
        sheet.text(title, left, density.body, Weight.SEMIBOLD)
        for line, room in lines:
            sheet.y += room
            put_line(sheet, left, wide)
            sheet.text(
                line, left, density.small, colour=sheet.inks.muted, baseline=sheet.y + density.small + 2
            )
    sheet.y += density.leading


def put_line(sheet: Sheet, left: float, wide: float) -> None:
    """A thin line to write on."""
    at, ink = sheet.y, sheet.inks.muted

    def draw(canvas: Canvas, upper: float) -> None:
        canvas.setStrokeColor(ink)
        canvas.setLineWidth(0.6)
        canvas.line(left, upper - at, left + wide, upper - at)

    sheet.put(draw)

"""The hand-over sheet of a file on a stick (lembar serah terima): what both ends compare and sign for."""

import io
from datetime import timedelta

from reportlab.pdfgen.canvas import Canvas

from perisai_desktop.documents.fonts import Weight, font
from perisai_desktop.documents.paper import A5, AIRY, MM
from perisai_desktop.documents.practice_mark import draw_mark
from perisai_desktop.documents.receipt_words import zone
from perisai_desktop.documents.sheet import Sheet
from perisai_desktop.domain.bundle import HandOver
from sync.rules.dates import format_date
from sync.rules.rupiah import format_number, format_rupiah

_LINES = (("Nama", 13 * MM), ("Tanggal dan jam", 13 * MM), ("Tanda tangan", 24 * MM))
"""What is written by hand, and the room above its line in points."""
_MARK_SIZE = 22.0


def hand_over_pdf(hand_over: HandOver) -> bytes:
    """One A5 page; equal facts give equal bytes."""
    sheet = Sheet(A5, AIRY)
    _put(sheet, hand_over)
    stream = io.BytesIO()
    high = A5.height or 0.0
    canvas = Canvas(
        stream,
        pagesize=(A5.width, high),
        invariant=1,
        pageCompression=1,
        initialFontName=font(Weight.REGULAR),  # type: ignore[arg-type]
    )
    canvas.setTitle(f"Serah terima {hand_over.name}")
    canvas.setAuthor("Perisai")
    canvas.setSubject("Lembar serah terima berkas")
    if hand_over.practice:
        draw_mark(canvas, A5.width, high)
    for page in sheet.pages:
        page.play(canvas, high)
        canvas.showPage()
    canvas.save()
    return stream.getvalue()


def _put(sheet: Sheet, hand_over: HandOver) -> None:
    density, muted = sheet.density, sheet.inks.muted
    sheet.y += density.title
    sheet.text("Lembar serah terima berkas", sheet.left, density.title, Weight.BOLD)
    sheet.y += density.leading
    end = "Dicetak di Cabang" if hand_over.received else "Dicetak di laptop agen"
    sheet.text(end, sheet.left, density.body, colour=muted)
    sheet.y += density.gap
    sheet.rule(bold=True)
    sheet.y += density.gap
    for label, value in _facts(hand_over):
        sheet.y += density.row
        sheet.text(label, sheet.left, density.body, colour=muted)
        sheet.text(value, sheet.right, density.body, Weight.SEMIBOLD, align_right=True)
    sheet.y += density.gap * 1.4
    _put_mark(sheet, hand_over.mark)
    sheet.y += density.gap
    for line in sheet.wrapped(
        "Samakan catatan, rupiah, dan tanda berkas di kedua lembar. Kalau ada yang berbeda, jangan tanda tangani; "
        "simpan lagi dari laptop agen.",
        sheet.paper.measure,
        Weight.REGULAR,
        density.body,
    ):
        sheet.y += density.leading
        sheet.text(line, sheet.left, density.body)
    sheet.y += density.gap * 1.6
    _put_hands(sheet)


def _facts(hand_over: HandOver) -> tuple[tuple[str, str], ...]:
    local = hand_over.made_at + timedelta(minutes=hand_over.utc_offset)
    at = f"{format_date(local.date())}, {local:%H.%M} {zone(hand_over.utc_offset)}"
    facts = [
        ("Perangkat", hand_over.device),
        ("Berkas", hand_over.name),
        ("Disimpan", at),
        ("Catatan", format_number(hand_over.entries)),
        ("Uang kuitansi", format_rupiah(hand_over.rupiah_in)),
    ]
    if hand_over.rupiah_refunded:
        facts.append(("Uang dikembalikan", format_rupiah(hand_over.rupiah_refunded)))
    return tuple(facts)


def _put_mark(sheet: Sheet, mark: str) -> None:
    """The mark in large type within a frame."""
    density, top = sheet.density, sheet.y
    high = 24 * MM
    sheet.frame(top, high, sheet.inks.bold_rule)
    middle = (sheet.left + sheet.right) / 2
    sheet.centred("Tanda berkas", middle, density.body, Weight.REGULAR, top + 7 * MM)
    half = sheet.width(mark, Weight.BOLD, _MARK_SIZE) / 2
    sheet.text(mark, middle - half, _MARK_SIZE, Weight.BOLD, baseline=top + 17 * MM)
    sheet.y = top + high


def _put_hands(sheet: Sheet) -> None:
    """Two columns of blank lines: who hands over, and who receives."""
    density, gutter = sheet.density, 8 * MM
    wide = (sheet.paper.measure - gutter) / 2
    top = sheet.y
    for place, title in enumerate(("Diserahkan oleh agen", "Diterima di Cabang oleh")):
        left = sheet.left + place * (wide + gutter)
        sheet.y = top + density.body
        sheet.text(title, left, density.body, Weight.SEMIBOLD)
        for line, room in _LINES:
            sheet.y += room
            _put_line(sheet, left, wide)
            sheet.text(
                line, left, density.small, colour=sheet.inks.muted, baseline=sheet.y + density.small + 2
            )
    sheet.y += density.leading


def _put_line(sheet: Sheet, left: float, wide: float) -> None:
    at, ink = sheet.y, sheet.inks.muted

    def draw(canvas: Canvas, upper: float) -> None:
        canvas.setStrokeColor(ink)
        canvas.setLineWidth(0.6)
        canvas.line(left, upper - at, left + wide, upper - at)

    sheet.put(draw)

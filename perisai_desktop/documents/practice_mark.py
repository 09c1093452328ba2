"""LATIHAN on what practice prints: pale behind the text of a sheet, in a frame on a roll, which knows no pale."""

from reportlab.lib.colors import HexColor
from reportlab.pdfgen.canvas import Canvas

from perisai_desktop.documents.fonts import Weight, font
from perisai_desktop.documents.sheet import Sheet

_INK = HexColor("#E3E8EE")
_WORD = "LATIHAN"
_MEANING = "bukan bukti pembayaran"


def draw_mark(canvas: Canvas, wide: float, high: float) -> None:
    """Across the page, behind everything that follows."""
    size = wide * 0.19
    canvas.saveState()
    canvas.setFillColor(_INK)
    canvas.setFont(font(Weight.BOLD), size)
    canvas.translate(wide / 2, high / 2)
    canvas.rotate(45)
    canvas.drawCentredString(0, -size * 0.36, _WORD)
    canvas.restoreState()


def put_frame(sheet: Sheet) -> None:
    """In a bold frame across the roll, at the current y."""
    density, inks = sheet.density, sheet.inks
    size, top = density.title * 1.5, sheet.y
    middle = (sheet.left + sheet.right) / 2
    sheet.y += density.gap + size * 0.73
    sheet.centred(_WORD, middle, size, Weight.BOLD, sheet.y)
    sheet.y += density.leading
    sheet.centred(_MEANING, middle, density.small, Weight.MEDIUM, sheet.y)
    sheet.y += density.gap
    sheet.frame(top, sheet.y - top, inks.bold_rule)

"""The foot of a receipt: who took the money, who signed for it, and the code that proves it."""

from reportlab.pdfgen.canvas import Canvas

from perisai_desktop.documents.fonts import Weight
from perisai_desktop.documents.paper import DOT
from perisai_desktop.documents.qr import QUIET_MODULES, QrCode, draw_qr
from perisai_desktop.documents.receipt_words import hotline, receiver
from perisai_desktop.documents.sheet import Sheet
from perisai_desktop.domain.draft import SIGNATURE_HEIGHT, SIGNATURE_WIDTH, Stroke
from perisai_desktop.domain.receipt import Receipt

_CAPTION = "Pindai untuk periksa"
_NARROWEST = 80.0  # points that the agent's name needs beside the code
_SIGNATURE = 66.0  # points across


def put_hand_over(sheet: Sheet, receipt: Receipt, code: QrCode) -> None:
    """Who took the money on the left and the code on the right, or below on a narrow roll."""
    density = sheet.density
    side = _side(sheet, code)
    quiet = code.quiet_zone(side)
    code_left = sheet.right - side - quiet
    measure = code_left - quiet - sheet.left - 8
    top = sheet.y
    if measure < _NARROWEST:
        code_left = sheet.snapped((sheet.left + sheet.right - side) / 2)
        _agent(sheet, receipt, sheet.paper.measure)
        sheet.y += density.gap
        top = sheet.y
    else:
        _agent(sheet, receipt, measure)
    caption = _code(sheet, code, code_left, top, side)
    sheet.y = max(sheet.y, caption) + density.gap * 0.8 + sheet.spare
    sheet.rule()
    sheet.y += density.gap * 0.6


def _side(sheet: Sheet, code: QrCode) -> float:
    """Width of the code; on a thermal paper a module is a whole number of dots, since half a dot blurs it."""
    if not sheet.paper.thermal:
        return sheet.paper.qr
    widest = sheet.paper.measure * code.modules / (code.modules + 2 * QUIET_MODULES)
    return max(1, int(min(sheet.paper.qr, widest) / DOT / code.modules + 0.001)) * code.modules * DOT


def _code(sheet: Sheet, code: QrCode, left: float, top: float, side: float) -> float:
    """Put the code with half its quiet zone below `top`; where its caption ends."""
    quiet = code.quiet_zone(side)
    upper_edge = sheet.snapped(top + quiet * 0.5)

    def draw(canvas: Canvas, upper: float) -> None:
        draw_qr(canvas, code, left, upper - upper_edge - side, side)

    sheet.put(draw)
    small = sheet.density.small
    caption = upper_edge + side + quiet + small * 0.9
    sheet.centred(_CAPTION, left + side / 2, small, Weight.REGULAR, caption)
    return caption


def _agent(sheet: Sheet, receipt: Receipt, measure: float) -> None:
    density, muted = sheet.density, sheet.inks.muted
    sheet.y += density.body
    sheet.text("Diterima oleh agen", sheet.left, density.body, colour=muted)
    for text, weight in (
        (receiver(receipt), Weight.SEMIBOLD),
        (receipt.branch, Weight.REGULAR),
        (hotline(receipt), Weight.REGULAR),
    ):
        for line in sheet.wrapped(text, measure, weight, density.body):
            sheet.y += density.leading
            sheet.text(line, sheet.left, density.body, weight)
    if receipt.signature:
        sheet.y += density.leading * 1.1
        sheet.text("Tanda tangan peserta", sheet.left, density.small, colour=muted)
        put_signature(sheet, receipt.signature, _SIGNATURE)


def put_signature(sheet: Sheet, strokes: tuple[Stroke, ...], wide: float) -> None:
    """Put the strokes of a pad below the current y, `wide` points across."""
    top, left, scale = sheet.y + 3, sheet.left, wide / SIGNATURE_WIDTH
    ink, thickness = sheet.inks.ink, 1.2 if sheet.paper.thermal else 0.9

    def draw(canvas: Canvas, upper: float) -> None:
        canvas.setStrokeColor(ink)
        canvas.setLineWidth(thickness)
        canvas.setLineCap(1)
        canvas.setLineJoin(1)
        for stroke in strokes:
            path = canvas.beginPath()
            for number, (x, y) in enumerate(stroke):
                move = path.lineTo if number else path.moveTo
                move(left + x * scale, upper - top - y * scale)
            canvas.drawPath(path, stroke=1, fill=0)

    sheet.put(draw)
    sheet.y = top + SIGNATURE_HEIGHT * scale

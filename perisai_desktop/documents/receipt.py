"""The receipt (kuitansi) as a PDF."""

import io

from reportlab.lib.colors import HexColor
from reportlab.pdfgen.canvas import Canvas

from perisai_desktop.documents.fonts import Weight, font
from perisai_desktop.documents.paper import DENSITIES, PAPERS, SPARE_GAP, Paper
from perisai_desktop.documents.qr import qr_code
from perisai_desktop.documents.receipt_parts import WIDE_GAPS, put_receipt
from perisai_desktop.documents.sheet import Sheet
from perisai_desktop.domain.paper import PaperSize
from perisai_desktop.domain.receipt import Receipt

_PRACTICE_INK = HexColor("#E3E8EE")


def receipt_pdf(receipt: Receipt, size: PaperSize = PaperSize.A5) -> bytes:
    """One page with the receipt; equal receipts give equal bytes.

    The rows stand as widely as the paper allows: twelve months with three programmes still fit A5.
    """
    paper = PAPERS[size]
    sheet = _fitted(receipt, paper)
    high = paper.height or sheet.height
    stream = io.BytesIO()
    canvas = Canvas(
        stream,
        pagesize=(paper.width, high),
        invariant=1,
        pageCompression=1,
        initialFontName=font(Weight.REGULAR),  # type: ignore[arg-type]
    )
    canvas.setTitle(f"Kuitansi {receipt.number}")
    canvas.setAuthor("Perisai")
    canvas.setSubject("Kuitansi penerimaan iuran")
    if receipt.practice:
        _mark_practice(canvas, paper.width, high)
    sheet.play(canvas, high)
    canvas.showPage()
    canvas.save()
    return stream.getvalue()


def _fitted(receipt: Receipt, paper: Paper) -> Sheet:
    """The receipt set as widely as the paper's height allows, or as closely as we ever set it."""
    code = qr_code(receipt.link)
    sheet = Sheet(paper, DENSITIES[0])
    for density in DENSITIES:
        sheet = Sheet(paper, density)
        put_receipt(sheet, receipt, code)
        if paper.height is None:
            return sheet
        if sheet.height <= paper.height:
            break
    spare = min(max((paper.height or 0.0) - sheet.height, 0.0) / WIDE_GAPS, SPARE_GAP)
    spaced = Sheet(paper, sheet.density, spare)
    put_receipt(spaced, receipt, code)
    return spaced


def _mark_practice(canvas: Canvas, wide: float, high: float) -> None:
    """LATIHAN across the page, behind everything that follows."""
    size = wide * 0.19
    canvas.saveState()
    canvas.setFillColor(_PRACTICE_INK)
    canvas.setFont(font(Weight.BOLD), size)
    canvas.translate(wide / 2, high / 2)
    canvas.rotate(45)
    canvas.drawCentredString(0, -size * 0.36, "LATIHAN")
    canvas.restoreState()

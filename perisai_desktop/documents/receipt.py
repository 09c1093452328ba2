"""The receipt (kuitansi) as a PDF."""

import io
from dataclasses import replace

from reportlab.pdfgen.canvas import Canvas

from perisai_desktop.documents.fonts import Weight, font
from perisai_desktop.documents.inks import SHEET_INKS
from perisai_desktop.documents.paper import MM, PAPERS, SPARE_GAP, Paper
from perisai_desktop.documents.practice_mark import draw_mark
from perisai_desktop.documents.qr import QrCode, qr_code
from perisai_desktop.documents.receipt_parts import WIDE_GAPS, put_receipt
from perisai_desktop.documents.receipt_words import AGENTS_COPY, PAYERS_COPY, WORKERS_COPY, page_note
from perisai_desktop.documents.sheet import Sheet
from perisai_desktop.domain.paper import PaperSize
from perisai_desktop.domain.receipt import Receipt


def receipt_pdf(receipt: Receipt, size: PaperSize = PaperSize.A5) -> bytes:
    """The receipt on one of its papers; equal receipts give equal bytes.

    The rows stand as widely as a sheet allows: fifteen months with three programmes still fit A5. What fits no
    sheet goes on to a second page; a roll is as long as its receipt. On A4 it stands twice, for the worker and
    for the agent's file.
    """
    paper = PAPERS[size]
    theirs = PAYERS_COPY if receipt.people else WORKERS_COPY
    titles = (theirs, AGENTS_COPY) if size is PaperSize.A4 else ("",)
    columns = _columns(receipt, paper, titles)
    high = paper.height or columns[0].height
    stream = io.BytesIO()
    canvas = Canvas(
        stream,
        pagesize=(paper.width * len(columns), high),
        invariant=1,
        pageCompression=1,
        initialFontName=font(Weight.REGULAR),  # type: ignore[arg-type]
    )
    canvas.setTitle(f"Kuitansi {receipt.number}")
    canvas.setAuthor("Perisai")
    canvas.setSubject("Kuitansi penerimaan iuran")
    count = len(columns[0].pages)
    for number in range(count):
        note = page_note(receipt, number + 1, count) if count > 1 else ""
        for place, sheet in enumerate(columns):
            canvas.saveState()
            canvas.translate(place * paper.width, 0)
            if receipt.practice and not paper.thermal:
                draw_mark(canvas, paper.width, high)
            sheet.pages[number].play(canvas, high)
            if note:
                _draw_note(canvas, paper, note)
            canvas.restoreState()
        if len(columns) > 1:
            _draw_cut(canvas, paper.width, high)
        canvas.showPage()
    canvas.save()
    return stream.getvalue()


def _columns(receipt: Receipt, paper: Paper, titles: tuple[str, ...]) -> tuple[Sheet, ...]:
    """One sheet for each title, set as widely as the paper's height allows, or as closely as we ever set it.

    The people of a kelompok go on pages of their own where one page does not hold everything.
    """
    code = qr_code(receipt.link)
    sheet, attached = _measured(receipt, paper, titles[0], code), False
    if receipt.people and paper.height is not None and sheet.height > paper.height:
        sheet, attached = _measured(replace(receipt, people=()), paper, titles[0], code), True
    if paper.height is None:
        return (sheet,)
    spare = min(max(paper.height - sheet.height, 0.0) / WIDE_GAPS, SPARE_GAP)
    columns = tuple(Sheet(paper, sheet.density, spare) for _ in titles)
    for column, title in zip(columns, titles, strict=True):
        put_receipt(column, receipt, code, title, attached=attached)
    return columns


def _measured(receipt: Receipt, paper: Paper, title: str, code: QrCode) -> Sheet:
    """The receipt at the widest density with which one page holds it, else at the closest."""
    sheet = Sheet(paper, paper.densities[0])
    for density in paper.densities:
        sheet = Sheet(paper, density)
        put_receipt(sheet, receipt, code, title)
        if paper.height is None or sheet.height <= paper.height:
            break
    return sheet


def _draw_cut(canvas: Canvas, x: float, high: float) -> None:
    """The dashed line along which two receipts are cut apart."""
    canvas.setStrokeColor(SHEET_INKS.muted)
    canvas.setLineWidth(0.4)
    canvas.setDash(3, 3)
    canvas.line(x, 4 * MM, x, high - 4 * MM)


def _draw_note(canvas: Canvas, paper: Paper, note: str) -> None:
    canvas.setFillColor(SHEET_INKS.muted)
    canvas.setFont(font(Weight.REGULAR), 6.6)
    canvas.drawRightString(paper.width - paper.margin, paper.headroom / 2, note)

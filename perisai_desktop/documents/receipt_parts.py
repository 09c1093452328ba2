"""The parts of a receipt, from its head to its notes, each put below the one before."""

from reportlab.pdfgen.canvas import Canvas

from perisai_desktop.documents.fonts import Weight, font
from perisai_desktop.documents.qr import QrCode, draw_qr
from perisai_desktop.documents.receipt_table import put_table
from perisai_desktop.documents.receipt_words import notes, zone
from perisai_desktop.documents.sheet import INK, MUTED, SHADE, Sheet, wrapped
from perisai_desktop.domain.draft import SIGNATURE_HEIGHT, SIGNATURE_WIDTH, Stroke
from perisai_desktop.domain.receipt import Receipt
from sync.rules.dates import format_date
from sync.rules.rupiah import format_rupiah
from sync.rules.terbilang import terbilang

WIDE_GAPS = 4  # gaps that share the height a receipt leaves free


def put_receipt(sheet: Sheet, receipt: Receipt, code: QrCode) -> None:
    """Put the whole receipt on the sheet; `code` is that of its link."""
    _head(sheet, receipt)
    _facts(sheet, receipt)
    put_table(sheet, receipt)
    _total(sheet, receipt)
    _words(sheet, receipt)
    _hand_over(sheet, receipt, code)
    _notes(sheet, receipt)


def _head(sheet: Sheet, receipt: Receipt) -> None:
    density = sheet.density
    sheet.y += density.title * 0.75
    sheet.text("KUITANSI PENERIMAAN IURAN", sheet.left, density.title, Weight.BOLD)
    if receipt.copy:
        sheet.text(f"SALINAN {receipt.copy}", sheet.right, density.body, Weight.BOLD, align_right=True)
    sheet.y += density.leading
    issuer = " · ".join(part for part in (receipt.agent_name, receipt.office) if part)
    for line in wrapped(issuer, sheet.paper.measure, Weight.REGULAR, density.body):
        sheet.text(line, sheet.left, density.body, colour=MUTED)
        sheet.y += density.leading
    sheet.y += density.gap - density.leading
    sheet.rule(sheet.y, INK, 0.9)
    sheet.y += density.gap


def _facts(sheet: Sheet, receipt: Receipt) -> None:
    local = receipt.issued_local
    moment = f"{format_date(local.date())}, {local:%H.%M} {zone(receipt.utc_offset)}"
    work = " · ".join(part for part in (receipt.occupation, receipt.place) if part)
    for label, value, weight in (
        ("Nomor", receipt.number, Weight.SEMIBOLD),
        ("Tanggal", moment, Weight.MEDIUM),
        ("Diterima dari", receipt.received_from, Weight.SEMIBOLD),
        ("NIK", f"•••••• •••••• {receipt.nik_tail}", Weight.MEDIUM),
        ("Pekerjaan", work, Weight.MEDIUM),
    ):
        _fact(sheet, label, value, weight)
    sheet.y += sheet.density.gap * 0.7 + sheet.spare


def _fact(sheet: Sheet, label: str, value: str, weight: Weight) -> None:
    density = sheet.density
    start = sheet.left + sheet.paper.label_width
    sheet.y += density.body * 0.8
    sheet.text(label, sheet.left, density.body, colour=MUTED)
    for number, line in enumerate(wrapped(value, sheet.right - start, weight, density.body) or ("",)):
        if number:
            sheet.y += density.body * 1.28
        sheet.text(line, start, density.body, weight)
    sheet.y += density.leading - density.body * 0.8


def _total(sheet: Sheet, receipt: Receipt) -> None:
    density = sheet.density
    inset = 6.0
    if receipt.credit:
        for label, amount in (
            ("Harga", format_rupiah(receipt.price)),
            ("Dipotong kredit dari cabang", f"−{format_rupiah(receipt.credit)}"),
        ):
            sheet.y += density.row * 0.72
            sheet.text(label, sheet.left + inset, density.body)
            sheet.text(amount, sheet.right - inset, density.body, align_right=True)
            sheet.y += density.row * 0.28
    sheet.y += density.total * 1.12 + density.gap * 0.2 + sheet.spare * 0.5
    sheet.text("Total", sheet.left + inset, density.body * 1.15, Weight.SEMIBOLD)
    sheet.text(
        format_rupiah(receipt.total), sheet.right - inset, density.total, Weight.BOLD, align_right=True
    )
    sheet.y += density.gap + sheet.spare * 0.5


def _words(sheet: Sheet, receipt: Receipt) -> None:
    density = sheet.density
    inset = 6.0
    lines = wrapped(
        terbilang(receipt.total), sheet.paper.measure - 2 * inset, Weight.SEMIBOLD, density.body * 1.05
    )
    step = density.body * 1.36
    high = density.gap * 0.9 + density.small * 1.15 + step * len(lines)
    sheet.box(sheet.left, sheet.y, sheet.paper.measure, high, SHADE)
    baseline = sheet.y + density.gap * 0.4 + density.small
    sheet.text("Terbilang", sheet.left + inset, density.small, colour=MUTED, baseline=baseline)
    for line in lines:
        baseline += step
        sheet.text(line, sheet.left + inset, density.body * 1.05, Weight.SEMIBOLD, baseline=baseline)
    sheet.y += high + density.gap + sheet.spare


def _hand_over(sheet: Sheet, receipt: Receipt, code: QrCode) -> None:
    """Who took the money on the left, the code on the right."""
    density = sheet.density
    top = sheet.y
    side = sheet.paper.qr
    quiet = code.quiet_zone(side)
    code_left = sheet.right - side - quiet

    def draw(canvas: Canvas, upper: float) -> None:
        draw_qr(canvas, code, code_left, upper - top - side - quiet * 0.5, side)

    sheet.put(draw)
    caption = top + side + quiet * 1.5 + density.small * 0.9
    caption_text = "Pindai untuk periksa"
    middle = code_left + side / 2
    sheet.put(lambda canvas, upper: _centred(canvas, caption_text, middle, upper - caption, density.small))
    measure = code_left - quiet - sheet.left - 8
    _agent(sheet, receipt, measure)
    sheet.y = max(sheet.y, caption) + density.gap * 0.8 + sheet.spare
    sheet.rule(sheet.y)
    sheet.y += density.gap * 0.6


def _agent(sheet: Sheet, receipt: Receipt, measure: float) -> None:
    density = sheet.density
    sheet.y += density.body
    sheet.text("Diterima oleh agen", sheet.left, density.body, colour=MUTED)
    for line in wrapped(
        f"{receipt.agent_name} · {receipt.agent_number}", measure, Weight.SEMIBOLD, density.body
    ):
        sheet.y += density.leading
        sheet.text(line, sheet.left, density.body, Weight.SEMIBOLD)
    for text in (receipt.branch, f"Layanan {receipt.hotline}" if receipt.hotline else ""):
        for line in wrapped(text, measure, Weight.REGULAR, density.body):
            sheet.y += density.leading
            sheet.text(line, sheet.left, density.body)
    if receipt.signature:
        sheet.y += density.leading * 1.1
        sheet.text("Tanda tangan peserta", sheet.left, density.small, colour=MUTED)
        _signature(sheet, receipt.signature, 66.0)


def _signature(sheet: Sheet, strokes: tuple[Stroke, ...], wide: float) -> None:
    top, left, scale = sheet.y + 3, sheet.left, wide / SIGNATURE_WIDTH

    def draw(canvas: Canvas, upper: float) -> None:
        canvas.setStrokeColor(INK)
        canvas.setLineWidth(0.9)
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


def _notes(sheet: Sheet, receipt: Receipt) -> None:
    density = sheet.density
    for note in notes(receipt):
        for line in wrapped(note, sheet.paper.measure, Weight.REGULAR, density.small):
            sheet.y += density.small * 1.38
            sheet.text(line, sheet.left, density.small, colour=MUTED)
        sheet.y += density.small * 0.35
    sheet.y -= density.small * 0.35


def _centred(canvas: Canvas, text: str, middle: float, baseline: float, size: float) -> None:
    canvas.setFont(font(Weight.REGULAR), size)
    canvas.setFillColor(MUTED)
    canvas.drawCentredString(middle, baseline, text)

"""The parts of a receipt, from its head to its notes, each put below the one before."""

from perisai_desktop.documents.fonts import Weight
from perisai_desktop.documents.practice_mark import put_frame
from perisai_desktop.documents.qr import QrCode
from perisai_desktop.documents.receipt_hand_over import put_hand_over
from perisai_desktop.documents.receipt_people import attach_people, put_people
from perisai_desktop.documents.receipt_table import put_table
from perisai_desktop.documents.receipt_words import issuer, moment, notes, payer, people_count, work
from perisai_desktop.documents.sheet import Sheet
from perisai_desktop.domain.receipt import Receipt
from sync.rules.rupiah import format_rupiah
from sync.rules.terbilang import terbilang

WIDE_GAPS = 4  # gaps that share the height a receipt leaves free


def put_receipt(
    sheet: Sheet, receipt: Receipt, code: QrCode, title: str = "", *, attached: bool = False
) -> None:
    """Put the whole receipt on the sheet; `code` is that of its link, `title` says whose copy it is.

    The people of a kelompok stand above what was paid, or where they are `attached` on pages of their own.
    """
    framed = receipt.practice and sheet.paper.thermal
    if framed:
        put_frame(sheet)
        sheet.y += sheet.density.gap
    _head(sheet, receipt, title)
    _facts(sheet, receipt)
    if receipt.people and not attached:
        put_people(sheet, receipt)
        sheet.begin_block()
    put_table(sheet, receipt)
    sheet.begin_block()
    _total(sheet, receipt)
    _words(sheet, receipt)
    sheet.begin_block()
    put_hand_over(sheet, receipt, code)
    sheet.begin_block()
    _notes(sheet, receipt)
    if framed:
        sheet.y += sheet.density.gap * 1.5
        put_frame(sheet)
    if attached:
        attach_people(sheet, receipt)


def _head(sheet: Sheet, receipt: Receipt, title: str) -> None:
    density, measure = sheet.density, sheet.paper.measure
    for line in sheet.wrapped("KUITANSI PENERIMAAN IURAN", measure, Weight.BOLD, density.title):
        sheet.y += density.title * (0.75 if sheet.y == sheet.paper.headroom else 1.1)
        sheet.text(line, sheet.left, density.title, Weight.BOLD)
    if receipt.copy:
        _copy_mark(sheet, f"SALINAN {receipt.copy}")
    sheet.y += density.leading
    if title:
        measure -= sheet.width(title, Weight.SEMIBOLD, density.body) + 12
        sheet.text(title, sheet.right, density.body, Weight.SEMIBOLD, align_right=True)
    for line in sheet.wrapped(issuer(receipt), measure, Weight.REGULAR, density.body):
        sheet.text(line, sheet.left, density.body, colour=sheet.inks.muted)
        sheet.y += density.leading
    sheet.y += density.gap - density.leading
    sheet.rule(bold=True)
    sheet.y += density.gap


def _copy_mark(sheet: Sheet, mark: str) -> None:
    """At the right of the title where there is room, else on a line of its own."""
    density = sheet.density
    if sheet.paper.thermal:
        sheet.y += density.leading * 1.3
        sheet.text(mark, sheet.left, density.body * 1.3, Weight.BOLD)
    else:
        sheet.text(mark, sheet.right, density.body, Weight.BOLD, align_right=True)


def _facts(sheet: Sheet, receipt: Receipt) -> None:
    for label, value, weight in (
        ("Nomor", receipt.number, Weight.SEMIBOLD),
        ("Tanggal", moment(receipt), Weight.MEDIUM),
        ("Diterima dari", receipt.received_from, Weight.SEMIBOLD),
        *(_of_kelompok(receipt) if receipt.people else _of_worker(receipt)),
    ):
        _fact(sheet, label, value, weight)
    sheet.y += sheet.density.gap * 0.7 + sheet.spare


def _of_worker(receipt: Receipt) -> tuple[tuple[str, str, Weight], ...]:
    return (
        ("NIK", f"•••••• •••••• {receipt.nik_tail}", Weight.MEDIUM),
        ("Pekerjaan", work(receipt), Weight.MEDIUM),
    )


def _of_kelompok(receipt: Receipt) -> tuple[tuple[str, str, Weight], ...]:
    return (
        ("Pembayar", payer(receipt), Weight.MEDIUM),
        ("Untuk", people_count(receipt), Weight.SEMIBOLD),
    )


def _fact(sheet: Sheet, label: str, value: str, weight: Weight) -> None:
    """The value beside its label, or below it where the column of labels is too narrow for this one."""
    density = sheet.density
    start, size = sheet.left + sheet.paper.label_width, density.body
    above = sheet.width(label, Weight.REGULAR, size) > sheet.paper.label_width
    if above:
        start, size = sheet.left, density.small
        sheet.y += density.gap * 0.4
    sheet.y += density.body * 0.8
    sheet.text(label, sheet.left, size, colour=sheet.inks.muted)
    if above:
        sheet.y += density.body * 1.2
    for number, line in enumerate(sheet.wrapped(value, sheet.right - start, weight, density.body) or ("",)):
        if number:
            sheet.y += density.body * 1.28
        sheet.text(line, start, density.body, weight)
    sheet.y += density.leading - density.body * 0.8


def _total(sheet: Sheet, receipt: Receipt) -> None:
    """The total in large figures beside its label, or below it where they take the whole measure."""
    density, inset = sheet.density, sheet.paper.inset
    if receipt.credit:
        _pair(sheet, "Harga", format_rupiah(receipt.price))
        _pair(sheet, "Dipotong kredit dari cabang", f"−{format_rupiah(receipt.credit)}")
    label, size, total = "Total", density.body * 1.15, format_rupiah(receipt.total)
    taken = sheet.width(label, Weight.SEMIBOLD, size) + sheet.width(total, Weight.BOLD, density.total)
    high = density.total * 1.12 + density.gap * 0.2 + sheet.spare * 0.5
    beside = taken + 2 * inset + 6 <= sheet.paper.measure
    sheet.y += high if beside else size * 1.3
    sheet.text(label, sheet.left + inset, size, Weight.SEMIBOLD)
    sheet.y += 0.0 if beside else high
    sheet.text(total, sheet.right - inset, density.total, Weight.BOLD, align_right=True)
    sheet.y += max(density.gap, density.total * 0.55) + sheet.spare * 0.5


def _pair(sheet: Sheet, label: str, amount: str) -> None:
    """A label and its amount, which stands on the label's last line where that wraps."""
    density, inset = sheet.density, sheet.paper.inset
    room = sheet.paper.measure - 2 * inset - sheet.width(amount, Weight.REGULAR, density.body) - 6
    sheet.y += density.row * 0.72
    for number, line in enumerate(sheet.wrapped(label, room, Weight.REGULAR, density.body)):
        if number:
            sheet.y += density.body * 1.28
        sheet.text(line, sheet.left + inset, density.body)
    sheet.text(amount, sheet.right - inset, density.body, align_right=True)
    sheet.y += density.row * 0.28


def _words(sheet: Sheet, receipt: Receipt) -> None:
    density = sheet.density
    inset = 6.0
    lines = sheet.wrapped(
        terbilang(receipt.total), sheet.paper.measure - 2 * inset, Weight.SEMIBOLD, density.body * 1.05
    )
    step = density.body * 1.36
    high = density.gap * 0.9 + density.small * 1.15 + step * len(lines)
    sheet.box(sheet.y, high)
    baseline = sheet.y + density.gap * 0.4 + density.small
    sheet.text("Terbilang", sheet.left + inset, density.small, colour=sheet.inks.muted, baseline=baseline)
    for line in lines:
        baseline += step
        sheet.text(line, sheet.left + inset, density.body * 1.05, Weight.SEMIBOLD, baseline=baseline)
    sheet.y += high + density.gap + sheet.spare


def _notes(sheet: Sheet, receipt: Receipt) -> None:
    density = sheet.density
    for note in notes(receipt):
        for line in sheet.wrapped(note, sheet.paper.measure, Weight.REGULAR, density.small):
            sheet.y += density.small * 1.38
            sheet.text(line, sheet.left, density.small, colour=sheet.inks.muted)
        sheet.y += density.small * 0.35
    sheet.y -= density.small * 0.35

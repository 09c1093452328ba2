"""The paper of a deposit (bukti setoran): what was deposited, how, and the receipts whose cash it was."""

from perisai_desktop.documents.cash_words import CHANNELS, difference_words, moment, with_sign, writer
from perisai_desktop.documents.fonts import Weight
from perisai_desktop.documents.sheet import Sheet
from perisai_desktop.documents.signed_sheet import SHORT_LINES, put_facts, put_hands, put_head, put_total
from perisai_desktop.domain.cash_paper import DepositPaper
from sync.rules.dates import format_short_date
from sync.rules.rupiah import format_number, format_rupiah

_TOGETHER = 3
"""So many of the last receipts stay with the sum and the lines to sign on."""


def put_deposit(sheet: Sheet, paper: DepositPaper) -> None:
    """Put the whole paper; many receipts go on over further pages."""
    density = sheet.density
    put_head(sheet, "Bukti setoran", writer(paper.head))
    put_total(sheet, "Disetor", format_rupiah(paper.amount))
    facts = [
        ("Kode iuran", paper.billing_code),
        ("Lewat", CHANNELS.get(paper.channel, paper.channel)),
        ("Waktu setor", moment(paper.head, paper.deposited_at)),
        ("Laptop", paper.head.device),
        ("Foto slip", "ada" if paper.slip else "tidak ada"),
        ("Jumlah kuitansi", f"{format_number(len(paper.receipts))} kuitansi · {format_rupiah(paper.sum)}"),
    ]
    if paper.difference:
        facts.append((difference_words(paper.difference), with_sign(paper.difference)))
        facts.append(("Alasan selisih", paper.reason))
    put_facts(sheet, facts)
    sheet.y += density.gap
    sheet.rule(bold=True)
    sheet.y += density.gap * 0.4
    step = density.body * 1.5
    last = len(paper.receipts) - _TOGETHER
    for place, receipt in enumerate(paper.receipts):
        if place <= last:
            sheet.begin_block()
        sheet.y += step
        sheet.text(receipt.number, sheet.left, density.body, Weight.MEDIUM)
        middle = sheet.left + sheet.paper.measure * 0.62
        day = format_short_date(receipt.on)
        sheet.text(day, middle, density.body, colour=sheet.inks.muted, align_right=True)
        sheet.text(format_rupiah(receipt.rupiah), sheet.right, density.body, align_right=True)
    sheet.y += density.body * 0.7
    sheet.rule()
    sheet.y += step
    sheet.text("Jumlah", sheet.left, density.body, Weight.SEMIBOLD)
    sheet.text(format_rupiah(paper.sum), sheet.right, density.body, Weight.SEMIBOLD, align_right=True)
    sheet.y += density.gap * 1.8
    put_hands(sheet, ("Disetor oleh agen", "Diterima oleh"), SHORT_LINES)

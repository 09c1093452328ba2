"""The receipt for money that was given back (kuitansi pengembalian), signed by whoever received it."""

from perisai_desktop.documents.cash_words import RECEIVERS, moment, writer
from perisai_desktop.documents.fonts import Weight
from perisai_desktop.documents.receipt_hand_over import put_signature
from perisai_desktop.documents.sheet import Sheet
from perisai_desktop.documents.signed_sheet import put_facts, put_head, put_paragraph, put_total
from perisai_desktop.domain.cash_paper import RefundPaper
from sync.rules.rupiah import format_rupiah
from sync.rules.terbilang import terbilang


def put_refund(sheet: Sheet, paper: RefundPaper) -> None:
    """Put the whole paper."""
    density = sheet.density
    put_head(sheet, "Kuitansi pengembalian", writer(paper.head))
    of = "seluruh kuitansi" if paper.whole else "sebagian kuitansi"
    put_facts(
        sheet,
        (
            ("Untuk kuitansi", paper.receipt),
            ("Dikembalikan", of),
            ("Waktu", moment(paper.head, paper.head.at)),
            ("Laptop", paper.head.device),
            ("Diterima oleh", ", ".join(filter(None, (paper.name, RECEIVERS[paper.received_by])))),
        ),
    )
    sheet.y += density.gap * 1.2
    put_total(sheet, "Uang dikembalikan", format_rupiah(paper.amount))
    sheet.y += density.gap * 0.4
    put_paragraph(sheet, f"Terbilang: {terbilang(paper.amount)}")
    sheet.y += density.gap
    put_paragraph(
        sheet,
        "Uang di atas sudah saya terima kembali dari agen. Bulan iuran yang dikembalikan tidak lagi terhitung lunas.",
    )
    sheet.y += density.gap * 1.6
    sheet.text("Tanda tangan penerima", sheet.left, density.small, colour=sheet.inks.muted)
    put_signature(sheet, paper.signature, 150.0)
    sheet.y += density.leading
    sheet.text(paper.name, sheet.left, density.body, Weight.SEMIBOLD)

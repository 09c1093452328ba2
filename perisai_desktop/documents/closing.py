"""The closing of a day (tutup kas): the count by denomination, both figures, and two lines to sign on."""

from perisai_desktop.documents.cash_words import difference_words, moment, with_sign, writer
from perisai_desktop.documents.fonts import Weight
from perisai_desktop.documents.sheet import Sheet
from perisai_desktop.documents.signed_sheet import SHORT_LINES, put_facts, put_hands, put_head, put_total
from perisai_desktop.domain.cash_paper import ClosingPaper
from sync.rules.dates import format_date
from sync.rules.rupiah import format_number, format_rupiah

_COUNT_AT = 0.62
"""Where the column of counts ends, as a share of the measure."""


def put_closing(sheet: Sheet, paper: ClosingPaper) -> None:
    """Put the whole paper."""
    density = sheet.density
    put_head(sheet, "Tutup kas", writer(paper.head))
    put_facts(
        sheet,
        (
            ("Tanggal usaha", format_date(paper.on)),
            ("Ditutup", moment(paper.head, paper.head.at)),
            ("Laptop", paper.head.device),
        ),
    )
    sheet.y += density.gap * 1.2
    _put_counts(sheet, paper)
    sheet.begin_block()
    sheet.y += density.gap * 0.8
    put_total(sheet, "Uang dihitung", format_rupiah(paper.counted))
    facts = [
        ("Seharusnya ada menurut catatan", format_rupiah(paper.expected)),
        (difference_words(paper.difference), with_sign(paper.difference)),
    ]
    if paper.difference:
        facts.append(("Alasan selisih", paper.reason))
    put_facts(sheet, facts)
    sheet.y += density.gap * 1.4
    put_hands(sheet, ("Dihitung oleh agen", "Diperiksa oleh"), SHORT_LINES)


def _put_counts(sheet: Sheet, paper: ClosingPaper) -> None:
    """A line for each denomination: the note, how many, and what they are worth."""
    density, middle = sheet.density, sheet.left + sheet.paper.measure * _COUNT_AT
    rows = [("Pecahan", "Banyaknya", "Jumlah")]
    rows += [
        (format_rupiah(value), format_number(count), format_rupiah(value * count))
        for value, count in paper.counts
    ]
    if not paper.counts:
        rows.append(("Tidak ada uang", "0", format_rupiah(0)))
    step = density.body * 1.75
    for place, (value, count, worth) in enumerate(rows):
        sheet.y += step
        weight = Weight.REGULAR if place else Weight.SEMIBOLD
        ink = None if place else sheet.inks.muted
        sheet.text(value, sheet.left, density.body, weight, ink)
        sheet.text(count, middle, density.body, weight, ink, align_right=True)
        sheet.text(worth, sheet.right, density.body, weight, ink, align_right=True)
        sheet.y += step * 0.28
        sheet.rule(bold=not place)
        sheet.y -= step * 0.28
    sheet.y += step * 0.28

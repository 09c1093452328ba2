"""The hand-over sheet of a file on a stick (lembar serah terima): what both ends compare and sign for."""

from datetime import timedelta

from perisai_desktop.documents.fonts import Weight
from perisai_desktop.documents.paper import MM
from perisai_desktop.documents.receipt_words import zone
from perisai_desktop.documents.sheet import Sheet
from perisai_desktop.documents.signed_sheet import put_facts, put_hands, put_head, put_paragraph, sheet_pdf
from perisai_desktop.domain.bundle import HandOver
from sync.rules.dates import format_date
from sync.rules.rupiah import format_number, format_rupiah

_MARK_SIZE = 22.0


def hand_over_pdf(hand_over: HandOver) -> bytes:
    """One A5 page; equal facts give equal bytes."""
    return sheet_pdf(
        f"Serah terima {hand_over.name}",
        "Lembar serah terima berkas",
        lambda sheet: _put(sheet, hand_over),
        practice=hand_over.practice,
    )


def _put(sheet: Sheet, hand_over: HandOver) -> None:
    density = sheet.density
    end = "Dicetak di cabang" if hand_over.received else "Dicetak di laptop agen"
    put_head(sheet, "Lembar serah terima berkas", end)
    put_facts(sheet, _facts(hand_over))
    sheet.y += density.gap * 1.4
    _put_mark(sheet, hand_over.mark)
    sheet.y += density.gap
    put_paragraph(
        sheet,
        "Samakan catatan, rupiah, dan tanda berkas di kedua lembar. Kalau ada yang berbeda, jangan tanda tangani; "
        "simpan lagi dari laptop agen. Satu pendaftaran atau pembayaran terdiri dari beberapa catatan.",
    )
    sheet.y += density.gap * 1.6
    put_hands(sheet, ("Diserahkan oleh agen", "Diterima di cabang oleh"))


def _facts(hand_over: HandOver) -> tuple[tuple[str, str], ...]:
    local = hand_over.made_at + timedelta(minutes=hand_over.utc_offset)
    at = f"{format_date(local.date())}, {local:%H.%M} {zone(hand_over.utc_offset)}"
    facts = [
        ("Laptop", hand_over.device),
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

"""Movements of cash in words, and how old the oldest rupiah is."""

from PySide6.QtCore import QCoreApplication

from perisai_desktop.domain.till_book import CashBook, CashSort
from perisai_desktop.ui.i18n import plain_date
from perisai_desktop.ui.theme.tokens import Tone
from perisai_desktop.ui.widgets.marks import Face
from sync.rules.rupiah import format_rupiah

translate = QCoreApplication.translate


def sort_words(sort: CashSort) -> str:
    """What moved the cash."""
    return {
        CashSort.OPENING_FLOAT: translate("Cash", "Opening float"),
        CashSort.RECEIPT: translate("Cash", "Receipts"),
        CashSort.VOID: translate("Cash", "Voids without cash"),
        CashSort.REFUND: translate("Cash", "Money given back"),
        CashSort.DEPOSIT: translate("Cash", "Deposits"),
        CashSort.HAND_OVER: translate("Cash", "Handed over to the office"),
        CashSort.SURPLUS: translate("Cash", "Surplus"),
        CashSort.SHORTAGE: translate("Cash", "Shortage"),
    }[sort]


def age_face(book: CashBook) -> Face:
    """How long the oldest receipt has not been deposited, as a badge."""
    if book.oldest_on is None:
        return Face(translate("Cash", "Everything is deposited"), "circle-check", Tone.OK)
    tone = Tone.ERROR if book.red else Tone.WARNING if book.late else Tone.INFO
    icon = "triangle-alert" if book.late else "clock"
    if not book.oldest_days:
        return Face(translate("Cash", "Oldest from today"), icon, tone)
    if book.oldest_days == 1:
        return Face(translate("Cash", "Oldest from yesterday"), icon, tone)
    words = translate("Cash", "Oldest is {count} days old").format(count=book.oldest_days)
    return Face(words, icon, tone)


def undeposited_words(book: CashBook) -> str:
    """How many receipts are not deposited, and since when."""
    if book.oldest_on is None:
        return translate("Cash", "No receipt waits to be deposited.")
    words = translate("Cash", "Receipts not deposited: {count}, since {day}.")
    return words.format(count=book.undeposited, day=plain_date(book.oldest_on))


def voids_words(book: CashBook) -> str:
    """The part of the figure whose void awaits the branch, empty for none."""
    if not book.voids_awaiting:
        return ""
    words = translate("Cash", "Of this, {amount} is of receipts whose void awaits the branch.")
    return words.format(amount=format_rupiah(book.voids_awaiting))


def moved_words(rupiah: int) -> str:
    """A movement with its sign: `+Rp16.800`."""
    return f"+{format_rupiah(rupiah)}" if rupiah > 0 else format_rupiah(rupiah)

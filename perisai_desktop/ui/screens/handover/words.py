"""A hand-over in words: who passes to whom, and what becomes of the cash."""

from PySide6.QtCore import QCoreApplication

from perisai_desktop.domain.handover import HandoverTask
from perisai_desktop.ui.theme.tokens import Tone
from sync.rules.rupiah import format_number, format_rupiah

translate = QCoreApplication.translate


def title_words(task: HandoverTask) -> str:
    """`The branch moves 12 participants to Agus (A-0002)`."""
    words = (
        translate("Handover", "The branch moves {count} participants to {agent} ({number})")
        if task.giving
        else translate("Handover", "The branch gives you {count} participants of {agent} ({number})")
    )
    return words.format(count=format_number(task.workers), agent=task.other, number=task.other_number)


def cash_words(task: HandoverTask) -> tuple[str, str, Tone]:
    """What becomes of the cash that they paid."""
    if not task.giving:
        title = translate("Handover", "They fall due in your round from then on")
        words = translate("Handover", "Cash that they paid before is settled by the other agent.")
        return title, words, Tone.INFO
    if task.in_hand:
        title = translate("Handover", "{rupiah} of theirs is in your hand").format(
            rupiah=format_rupiah(task.in_hand)
        )
        words = translate("Handover", "It stays yours to deposit: no cash passes to the other agent.")
        return title, words, Tone.WARNING
    title = translate("Handover", "No cash of theirs is in your hand")
    return title, translate("Handover", "Their receipts stay with you, in your books."), Tone.OK

"""What is said of two records: what they have in common, what somebody said of them, and where money stands."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from perisai_desktop.domain.comparison import Comparison, PaidReceipt, PairSaid
from perisai_desktop.ui.i18n import date_words, month_words
from perisai_desktop.ui.marking import QT_TRANSLATE_NOOP
from sync.rules.pairs import Saying

translate = QCoreApplication.translate

ALIKE: dict[str, str] = {
    "same_nik": QT_TRANSLATE_NOOP("Pairs", "the same NIK"),
    "same_name": QT_TRANSLATE_NOOP("Pairs", "the same name"),
    "name_alike": QT_TRANSLATE_NOOP("Pairs", "names alike"),
    "same_birth_date": QT_TRANSLATE_NOOP("Pairs", "the same date of birth"),
    "birth_date_close": QT_TRANSLATE_NOOP("Pairs", "dates of birth alike"),
    "same_mother": QT_TRANSLATE_NOOP("Pairs", "the same mother"),
    "same_phone": QT_TRANSLATE_NOOP("Pairs", "the same phone number"),
    "same_village": QT_TRANSLATE_NOOP("Pairs", "the same village"),
    "same_photo": QT_TRANSLATE_NOOP("Pairs", "the same photo"),
    "same_receipt_number": QT_TRANSLATE_NOOP("Pairs", "the same receipt number"),
}
REASONS: dict[str, str] = {
    "documents_differ": QT_TRANSLATE_NOOP("Pairs", "Their documents are of two people"),
    "documents_agree": QT_TRANSLATE_NOOP("Pairs", "Their documents are of one person"),
    "spoken_with": QT_TRANSLATE_NOOP("Pairs", "I spoke with them"),
    "relatives": QT_TRANSLATE_NOOP("Pairs", "They are relatives"),
    "agent_confirms": QT_TRANSLATE_NOOP("Pairs", "The agent says so"),
    "documents_unclear": QT_TRANSLATE_NOOP("Pairs", "Their documents cannot be read well"),
    "cannot_reach": QT_TRANSLATE_NOOP("Pairs", "Nobody can be reached"),
    "much_money": QT_TRANSLATE_NOOP("Pairs", "Much money hangs on it"),
    "knows_them": QT_TRANSLATE_NOOP("Pairs", "I know them"),
    "other": QT_TRANSLATE_NOOP("Pairs", "Another reason, see the note"),
}
BUCKETS: dict[str, str] = {
    "pending": QT_TRANSLATE_NOOP("Pairs", "not arrived"),
    "accepted": QT_TRANSLATE_NOOP("Pairs", "booked"),
    "under_review": QT_TRANSLATE_NOOP("Pairs", "under review"),
    "held": QT_TRANSLATE_NOOP("Pairs", "held"),
    "refunded": QT_TRANSLATE_NOOP("Pairs", "given back"),
    "voided": QT_TRANSLATE_NOOP("Pairs", "voided"),
}
DEPOSITS: dict[str, str] = {
    "in_hand": QT_TRANSLATE_NOOP("Pairs", "cash with the agent"),
    "deposited": QT_TRANSLATE_NOOP("Pairs", "deposited"),
    "matched": QT_TRANSLATE_NOOP("Pairs", "deposit seen"),
}


def alike_words(seen: Comparison) -> str:
    """Why the two are taken for one, in one line."""
    words = [translate("Pairs", ALIKE[code]) for code in seen.alike if code in ALIKE]
    line = " · ".join(words)
    return line[:1].upper() + line[1:]


def reason_words(code: str) -> str:
    """A coded reason for what is said."""
    return translate("Pairs", REASONS[code]) if code in REASONS else code


def saying_words(saying: Saying) -> str:
    """What can be said, as a button says it."""
    return {
        Saying.APART: translate("Pairs", "Not a duplicate"),
        Saying.SAME: translate("Pairs", "The same person"),
        Saying.ESCALATE: translate("Pairs", "Ask somebody else"),
    }[saying]


def follows_words(saying: Saying) -> str:
    """What follows from saying it."""
    return {
        Saying.APART: translate(
            "Pairs",
            "The flag is taken from both, and these two are not taken for one another again. You decide on the record as "
            "on any other.",
        ),
        Saying.SAME: translate(
            "Pairs",
            "The record becomes a duplicate and its agent is told so, without your reason. Its money stays under review "
            "until it is given back.",
        ),
        Saying.ESCALATE: translate(
            "Pairs",
            "Another reviewer or the administrator of the branch says it. Until then you decide nothing about either "
            "record.",
        ),
    }[saying]


def said_words(said: PairSaid) -> tuple[str, str]:
    """What somebody said of the pair, and why."""
    title = {
        Saying.APART: translate("Pairs", "{name} said: these are two people"),
        Saying.SAME: translate("Pairs", "{name} said: this is one person"),
        Saying.ESCALATE: translate("Pairs", "{name} asks somebody else to say whether it is one person"),
    }[said.saying].format(name=said.by or "–")
    why = [reason_words(said.reason), said.note]
    if said.saying is Saying.ESCALATE and said.mine:
        why.append(translate("Pairs", "Another reviewer or the administrator of the branch answers it."))
    if not said.current:
        why.append(translate("Pairs", "A record was corrected since."))
    return title, " · ".join(part for part in why if part)


def receipt_words(receipt: PaidReceipt) -> tuple[str, str]:
    """A receipt's number, and its day, months and where its money is."""
    months = (
        month_words(receipt.months[0])
        if len(receipt.months) == 1
        else f"{month_words(receipt.months[0])} – {month_words(receipt.months[-1])}"
    )
    stands = [BUCKETS.get(receipt.bucket, ""), DEPOSITS.get(receipt.deposit, "")]
    parts = [date_words(receipt.issued_on), months, *(translate("Pairs", one) for one in stands if one)]
    return receipt.number or "–", " · ".join(parts)

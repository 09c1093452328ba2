"""Words and faces of the reviewer's screen: states, moves, the form's fields."""

from __future__ import annotations

from datetime import datetime, timedelta

from PySide6.QtCore import QCoreApplication

from perisai_desktop.domain.review import DayTill, ReviewStep
from perisai_desktop.ui.enrolment_words import value_words
from perisai_desktop.ui.i18n import clock_words, zone_words
from perisai_desktop.ui.marking import QT_TRANSLATE_NOOP
from perisai_desktop.ui.record_words import state_face
from sync.rules.dates import format_short_date, parse_date
from sync.rules.nik import format_nik
from sync.rules.reasons import ReasonKind
from sync.rules.reference import Reference
from sync.rules.rupiah import format_number

translate = QCoreApplication.translate


def clock_at(at: datetime, offset: int, here: int) -> str:
    """`09:14` where something was recorded; the zone is named where it is not the reviewer's: `22:34 WIB`.

    Both in minutes ahead of UTC: `offset` there, `here` at the reviewer's.
    """
    words = clock_words(at + timedelta(minutes=offset))
    return words if offset == here else f"{words}\u00a0{zone_words(offset)}"


def till_words(till: DayTill) -> str:
    """What became of the receipts of a day: issued, deposited, and seen by the branch, in rupiah."""
    return translate("ReviewWords", "receipts {issued} · deposited {deposited} · matched {matched}").format(
        issued=format_number(till.issued),
        deposited=format_number(till.deposited),
        matched=format_number(till.matched),
    )


def shown_value(name: str, text: str, place: str) -> str:
    """A field as a reviewer reads it; `place` names the village of the form, where it is known."""
    if name == "nik":
        return format_nik(text)
    if name == "village":
        return place or text
    if name == "birth_date":
        born = parse_date(text)
        return text if born is None else format_short_date(born)
    return value_words(name, text)


def reason_words(reference: Reference, kind: ReasonKind, code: str, language: str) -> str:
    """A coded reason in the language on screen, or the code where the reference data does not know it."""
    reason = reference.reason(kind, code)
    if reason is None:
        return code
    return reason.label_id if language == "id" else reason.label_en


_DEEDS = {
    "propose_approve": QT_TRANSLATE_NOOP("ReviewWords", "Approved, waits for a second reviewer"),
    "propose_refuse": QT_TRANSLATE_NOOP("ReviewWords", "Refused, waits for a second reviewer"),
    "turn_down": QT_TRANSLATE_NOOP("ReviewWords", "Refused by the agency"),
    "propose_turn_down": QT_TRANSLATE_NOOP(
        "ReviewWords", "Refused by the agency, waits for a second reviewer"
    ),
    "decline": QT_TRANSLATE_NOOP("ReviewWords", "Second reviewer did not agree"),
    "withdraw": QT_TRANSLATE_NOOP("ReviewWords", "Taken back"),
    "take_over": QT_TRANSLATE_NOOP("ReviewWords", "Taken over"),
    "told_apart": QT_TRANSLATE_NOOP("ReviewWords", "Said to be two people"),
    "same_person": QT_TRANSLATE_NOOP("ReviewWords", "Said to be one person"),
    "escalate": QT_TRANSLATE_NOOP("ReviewWords", "Somebody else is to say whether it is one person"),
}
"""Deeds that leave a record in its state, or whose state does not say whose they were."""


def step_words(step: ReviewStep) -> str:
    """One line of the history: what happened, and by whom."""
    what = _DEEDS.get(step.move)
    what = state_face(step.state).text if what is None else translate("ReviewWords", what)
    return f"{what} · {step.actor}" if step.actor else what

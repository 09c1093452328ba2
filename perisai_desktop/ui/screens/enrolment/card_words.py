"""What is said of fields that a machine read off the KTP, and of the reading itself."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from perisai_desktop.domain.card_reading import ReadingEnd
from perisai_desktop.ui.enrolment_words import value_words
from perisai_desktop.ui.screens.enrolment.card_marks import CardMarks
from perisai_desktop.ui.theme.tokens import Tone

translate = QCoreApplication.translate


def mark_words(marks: CardMarks, name: str) -> tuple[Tone, str] | None:
    """Tone and words beside a field that nobody has looked at, None where somebody has or it was typed."""
    if name not in marks.unchecked:
        return None
    if marks.doubtful(name):
        return Tone.WARNING, translate("CardWords", "read with doubt, compare each letter")
    return Tone.INFO, translate("CardWords", "read, please check")


def offer_words(marks: CardMarks, name: str) -> str:
    """What the card says where something else was typed, and the key that takes it; empty where nothing is offered."""
    if name not in marks.offered or name == "village":
        return ""
    return translate("CardWords", "↓ KTP: {value}").format(value=value_words(name, marks.offered[name]))


def end_words(marks: CardMarks) -> tuple[Tone, str]:
    """How a reading ended, or that there can be one, and the tone of that."""
    ends = {
        ReadingEnd.READ: (Tone.OK, translate("CardWords", "Everything that was read has been checked.")),
        ReadingEnd.NO_CARD: (
            Tone.WARNING,
            translate("CardWords", "No KTP can be read on this photo. Type it in, or take it again closer."),
        ),
        ReadingEnd.TOO_SLOW: (
            Tone.WARNING,
            translate("CardWords", "Reading took too long and was ended. Please type it in."),
        ),
        ReadingEnd.FAILED: (
            Tone.WARNING,
            translate("CardWords", "The reader failed. Nothing was changed, please type it in."),
        ),
    }
    offer = Tone.MUTED, translate("CardWords", "This photo can be read to fill in empty fields.")
    return ends.get(marks.end, offer) if marks.end is not None else offer

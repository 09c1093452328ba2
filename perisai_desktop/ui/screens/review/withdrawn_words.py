"""Consent that a worker took back, in words: what for, since when, and by when its use has to end."""

from __future__ import annotations

from datetime import datetime, timedelta

from PySide6.QtCore import QCoreApplication

from perisai_desktop.domain.review import ReviewRecord, TakenBack
from perisai_desktop.ui.i18n import plain_date
from perisai_desktop.ui.marking import QT_TRANSLATE_NOOP
from perisai_desktop.ui.screens.review.words import clock_at
from sync.rules.withdrawal import stop_due

translate = QCoreApplication.translate

PURPOSES: dict[str, str] = {
    "enrolment": QT_TRANSLATE_NOOP("TakenBack", "enrolling and recording contributions"),
    "branch_check": QT_TRANSLATE_NOOP("TakenBack", "checking at the branch"),
    "other_programmes": QT_TRANSLATE_NOOP("TakenBack", "being contacted about other programmes"),
}


def withdrawn_words(record: ReviewRecord, here: int) -> tuple[str, str] | None:
    """A title and, for each time, the purposes with the last instant; None where nothing was taken back."""
    if not record.withdrawn:
        return None
    told = "\n".join(_line(one, record.utc_offset, here) for one in record.withdrawn)
    return translate("TakenBack", "The worker took consent back: stop using the data for it"), told


def _line(one: TakenBack, offset: int, here: int) -> str:
    purposes = ", ".join(
        translate("TakenBack", PURPOSES[code]) if code in PURPOSES else code for code in one.purposes
    )
    words = translate("TakenBack", "{purposes}: taken back {since}, stop by {due}")
    due = stop_due(one.at)
    return words.format(
        purposes=purposes, since=_moment(one.at, offset, here), due=_moment(due, offset, here)
    )


def _moment(at: datetime, offset: int, here: int) -> str:
    return f"{plain_date((at + timedelta(minutes=offset)).date())} {clock_at(at, offset, here)}"

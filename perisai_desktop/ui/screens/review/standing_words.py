"""Who is at a record: a colleague who has it open, or a decision that waits for a second person."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QCoreApplication

from perisai_desktop.domain.review import Proposal, ReviewRecord
from perisai_desktop.ui.screens.review.words import clock_at

translate = QCoreApplication.translate


def standing_words(record: ReviewRecord, here: int, reason: Callable[[str], str]) -> tuple[str, str] | None:
    """A title and what can be done; None where nobody else is at the record. `reason` words a coded refusal."""
    if record.taken:
        return (
            translate("Standing", "{name} has this record open").format(name=record.claimed_by),
            translate("Standing", "It can be read. T takes it over; say why, your colleague reads it."),
        )
    waits = record.proposal
    if waits is None:
        return None
    clock = clock_at(waits.at, record.utc_offset, here)
    if waits.mine:
        title = {
            "approve": translate("Standing", "You approved this at {clock}; a second reviewer has to agree"),
            "refuse": translate("Standing", "You refused this at {clock}; a second reviewer has to agree"),
        }[waits.move]
        return title.format(clock=clock), translate(
            "Standing", "The agent is told nothing until then. N takes it back."
        )
    title = {
        "approve": translate("Standing", "{name} approved this at {clock}; it takes two"),
        "refuse": translate("Standing", "{name} refused this at {clock}; it takes two"),
    }[waits.move]
    return title.format(name=waits.by, clock=clock), _told(waits, reason)


def _told(waits: Proposal, reason: Callable[[str], str]) -> str:
    keys = {
        "approve": translate("Standing", "A: you agree, and it stands. N: you do not."),
        "refuse": translate("Standing", "R: you agree, and it stands. N: you do not."),
    }[waits.move]
    said = [reason(waits.reason) if waits.reason else "", waits.note, keys]
    return " · ".join(part for part in said if part)

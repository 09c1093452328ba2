"""Who was on a laptop, in words and cells."""

from collections.abc import Sequence
from datetime import datetime, timedelta

from PySide6.QtCore import QCoreApplication

from perisai_desktop.domain.lost_laptop import HeldList, HeldPerson
from perisai_desktop.ui.i18n import moment_words
from perisai_desktop.ui.marking import QT_TRANSLATE_NOOP
from perisai_desktop.ui.widgets.table_model import Cell, Column
from sync.rules.rupiah import format_number

translate = QCoreApplication.translate

_KINDS = {
    "identity": QT_TRANSLATE_NOOP("HeldRecords", "identity"),
    "contact": QT_TRANSLATE_NOOP("HeldRecords", "contact"),
    "family": QT_TRANSLATE_NOOP("HeldRecords", "family"),
    "work": QT_TRANSLATE_NOOP("HeldRecords", "work"),
    "bank": QT_TRANSLATE_NOOP("HeldRecords", "bank"),
    "payments": QT_TRANSLATE_NOOP("HeldRecords", "payments"),
    "photos": QT_TRANSLATE_NOOP("HeldRecords", "photos"),
    "signature": QT_TRANSLATE_NOOP("HeldRecords", "signature"),
    "erased": QT_TRANSLATE_NOOP("HeldRecords", "erased since"),
}


def columns() -> tuple[Column, ...]:
    """Heads and widths of the table."""
    return (
        Column("name", translate("HeldRecords", "Name"), 176),
        Column("phone", translate("HeldRecords", "Phone"), 120, tabular=True),
        Column("data", translate("HeldRecords", "Data on the laptop"), 240, stretch=True),
        Column("arrived", translate("HeldRecords", "Last arrived"), 120, spare=True),
    )


def cells(person: HeldPerson, shift: timedelta, now: datetime) -> Sequence[Cell]:
    """One person's line."""
    name = person.name or translate("HeldRecords", "erased at the branch")
    arrived = (
        translate("HeldRecords", "card only")
        if person.received_at is None
        else moment_words((person.received_at + shift).replace(tzinfo=None), (now + shift).date())
    )
    return (
        Cell(name, detail=person.nik, strong=bool(person.name)),
        Cell(person.phone or "–"),
        Cell(kind_words(person.data)),
        Cell(arrived),
    )


def kind_words(data: Sequence[str]) -> str:
    """Kinds of data, one after the other; one that is not known here by its code."""
    return ", ".join(translate("HeldRecords", _KINDS[kind]) if kind in _KINDS else kind for kind in data)


def count_words(held: HeldList) -> str:
    """How many people, and what is known to be on it and not at the branch."""
    words = translate("HeldRecords", "{people} people · {missing} records known to be missing").format(
        people=format_number(held.total), missing=format_number(held.missing)
    )
    chains = "; ".join(
        translate("HeldRecords", "book {epoch}: received up to {received} of {told}").format(
            epoch=f"{chain.epoch:02d}",
            received=format_number(chain.received),
            told=format_number(chain.told),
        )
        for chain in held.chains
    )
    return f"{words} · {chains}" if chains else words


def beyond_words() -> str:
    """What no list can tell."""
    return translate(
        "HeldRecords",
        "What was written after the last connection, drafts, and the agent's own list of former participants the "
        "branch does not know: ask the agent.",
    )

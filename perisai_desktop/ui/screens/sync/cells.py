"""One item on its way in cells: who and what, where it stands and why, what it is worth, how old and how large."""

from collections.abc import Sequence
from datetime import datetime

from PySide6.QtCore import QCoreApplication

from perisai_desktop.domain.exchange import SyncItem
from perisai_desktop.ui.i18n import age_words, size_words
from perisai_desktop.ui.screens.sync.state import SyncState
from perisai_desktop.ui.screens.sync.words import cause_words, kind_words
from perisai_desktop.ui.state_words import ReasonWords, short_face
from perisai_desktop.ui.theme.tokens import Tone
from perisai_desktop.ui.widgets.table_model import Cell, Column
from sync.rules.rupiah import Rupiah, format_number
from sync.rules.states import Counter

translate = QCoreApplication.translate


def columns() -> tuple[Column, ...]:
    """Heads and widths of the table."""
    return (
        Column("name", translate("Sync", "Who and what"), 200, stretch=True),
        Column("state", translate("Sync", "State"), 164),
        Column("cause", translate("Sync", "Why"), 190, spare=True),
        Column("rupiah", translate("Sync", "Rupiah"), 84, tabular=True, right=True),
        Column("age", translate("Sync", "Age"), 88, right=True, spare=True),
    )


def cells(item: SyncItem, now: datetime, state: SyncState, reasons: ReasonWords) -> Sequence[Cell]:
    """The cells of one item at instant `now`."""
    tone = Tone.ERROR if item.counter is Counter.TO_FIX else Tone.PLAIN
    return (
        Cell(who_words(item), detail=what_words(item), strong=True),
        Cell(badge=short_face(item.client, item.review)),
        Cell(cause_words(item, state, reasons), tone=tone),
        Cell(format_number(Rupiah(item.rupiah)) if item.rupiah else "–"),
        Cell(age_words(now - item.recorded_at), detail=size_words(item.bytes)),
    )


def unread() -> Sequence[Cell]:
    """The cells of an item that is being read."""
    return (Cell("…"), Cell(), Cell(), Cell(), Cell())


def who_words(item: SyncItem) -> str:
    """Whom an item is about."""
    return item.worker_name or translate("Sync", "This laptop")


def what_words(item: SyncItem) -> str:
    """What was done, and the receipt."""
    return " · ".join(part for part in (kind_words(item.kind), item.receipt_number) if part)

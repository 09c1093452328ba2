"""One item on its way in cells: who, what it is worth, how old, where it stands and why."""

from collections.abc import Sequence
from datetime import datetime

from PySide6.QtCore import QCoreApplication

from perisai_desktop.domain.exchange import SyncItem
from perisai_desktop.ui.i18n import age_words, size_words
from perisai_desktop.ui.state_words import ReasonWords, reason_words, short_face
from perisai_desktop.ui.theme.tokens import Tone
from perisai_desktop.ui.widgets.table_model import Cell, Column
from sync.rules.rupiah import Rupiah, format_number

translate = QCoreApplication.translate


def columns() -> tuple[Column, ...]:
    """Heads and widths of the table."""
    return (
        Column("name", translate("Sync", "Worker"), 220, stretch=True),
        Column("rupiah", translate("Sync", "Rupiah"), 96, tabular=True, right=True),
        Column("age", translate("Sync", "Age"), 100, spare=True),
        Column("size", translate("Sync", "Size"), 72, right=True, spare=True),
        Column("state", translate("Sync", "State"), 160),
    )


def cells(item: SyncItem, now: datetime, reasons: ReasonWords) -> Sequence[Cell]:
    """The cells of one item at instant `now`."""
    reason = reason_words(item.reason, reasons)
    name = item.worker_name or translate("Sync", "Work of this laptop")
    detail = reason or (item.receipt_number or "")
    return (
        Cell(name, detail=detail, detail_tone=Tone.ERROR if reason else Tone.MUTED, strong=True),
        Cell(format_number(Rupiah(item.rupiah)) if item.rupiah else "–"),
        Cell(age_words(now - item.recorded_at)),
        Cell(size_words(item.bytes), tone=Tone.MUTED),
        Cell(badge=short_face(item.client, item.review)),
    )

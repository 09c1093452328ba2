"""One line of the workers' table in cells."""

from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication

from perisai_desktop.domain.worker import StateFilter, WorkerRow
from perisai_desktop.ui.i18n import month_short
from perisai_desktop.ui.state_words import short_face, told_face
from perisai_desktop.ui.theme.tokens import Tone
from perisai_desktop.ui.widgets.table_model import Cell, Column
from sync.rules.nik import format_nik

translate = QCoreApplication.translate


def columns() -> tuple[Column, ...]:
    """Heads and widths of the table."""
    return (
        Column("name", translate("Workers", "Name"), 160, stretch=True),
        Column("nik", translate("Workers", "NIK"), 172, tabular=True),
        Column("occupation", translate("Workers", "Occupation"), 148, spare=True),
        Column("paid_until", translate("Workers", "Paid until"), 104, spare=True),
        Column("state", translate("Workers", "State"), 160),
    )


def cells(row: WorkerRow) -> Sequence[Cell]:
    """The cells of one worker; the NIK is copied without its gaps."""
    return (
        Cell(row.name, strong=True),
        Cell(format_nik(row.nik), copy=row.nik),
        Cell(row.occupation),
        _paid(row),
        Cell(badge=told_face() if row.told else short_face(row.client, row.review)),
    )


def arrears_words(months: int) -> tuple[str, Tone]:
    """Months overdue in words, with the tone: red from three on, when membership is about to end."""
    one, many = translate("Workers", "1 month overdue"), translate("Workers", "{count} months overdue")
    words = (one if months == 1 else many).format(count=months)
    return words, Tone.ERROR if months >= 3 else Tone.WARNING


def filter_words(narrowed: StateFilter) -> str:
    """The words on a filter's chip."""
    return {
        StateFilter.ALL: translate("Workers", "All"),
        StateFilter.UNSENT: translate("Workers", "Not sent yet"),
        StateFilter.WAITING: translate("Workers", "Waiting for a decision"),
        StateFilter.TO_FIX: translate("Workers", "To correct"),
        StateFilter.APPROVED: translate("Workers", "Approved"),
        StateFilter.ARREARS: translate("Workers", "Overdue"),
    }[narrowed]


def _paid(row: WorkerRow) -> Cell:
    paid = "–" if row.paid_until is None else month_short(row.paid_until)
    if not row.arrears:
        return Cell(paid)
    words, tone = arrears_words(row.arrears)
    return Cell(paid, detail=words, detail_tone=tone)

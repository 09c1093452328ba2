"""Agents and laptops in words and cells."""

from collections.abc import Sequence
from datetime import date, timedelta
from functools import partial

from PySide6.QtCore import QCoreApplication

from perisai_desktop.domain.branch_agent import AgentLaptop, BranchAgent, LaptopState
from perisai_desktop.ui.theme.tokens import Tone
from perisai_desktop.ui.widgets.marks import Face
from perisai_desktop.ui.widgets.table_model import Cell, Column
from sync.rules.branch_settings import BranchSettings
from sync.rules.cash import CashAlert, cash_alert
from sync.rules.rupiah import Rupiah, format_number, format_rupiah

translate = QCoreApplication.translate

_TONES = {CashAlert.CALM: Tone.PLAIN, CashAlert.ALERT: Tone.WARNING, CashAlert.RED: Tone.ERROR}
SILENT_DAYS = 3
"""An agent of whom nothing was heard for more days than these is told in amber."""
NOTHING = "–"


def columns() -> tuple[Column, ...]:
    """Heads and widths of the table; every column sorts."""
    figure = partial(Column, tabular=True, right=True, sortable=True)
    return (
        Column("name", translate("Agents", "Agent"), 176, stretch=True, sortable=True),
        figure("cash", translate("Agents", "Cash in hand"), 116),
        figure("cash_days", translate("Agents", "Oldest cash"), 116),
        figure("silent", translate("Agents", "Silent"), 140, spare=True),
        figure("missing", translate("Agents", "Missing"), 88, spare=True),
        figure("enrolments", translate("Agents", "New, 30 days"), 112, spare=True),
        figure("returned", translate("Agents", "Sent back"), 112, spare=True),
        figure("entries", translate("Agents", "Records"), 88, spare=True),
    )


def cells(agent: BranchAgent, today: date, settings: BranchSettings) -> Sequence[Cell]:
    """One agent's line."""
    missing = agent.missing_entries + agent.missing_receipts
    silent = agent.silent_days is not None and agent.silent_days > SILENT_DAYS
    return (
        Cell(agent.name, detail=agent.number, strong=True),
        Cell(format_rupiah(Rupiah(agent.cash)), strong=agent.cash != 0),
        Cell(days_words(agent.cash_days), tone=cash_tone(agent.cash_days, today, settings)),
        Cell(days_words(agent.silent_days), tone=Tone.WARNING if silent else Tone.PLAIN),
        Cell(format_number(missing) if missing else NOTHING, tone=Tone.ERROR if missing else Tone.PLAIN),
        Cell(format_number(agent.month_enrolments)),
        Cell(rate_words(agent)),
        Cell(format_number(agent.month_entries)),
    )


def cash_tone(days: int | None, today: date, settings: BranchSettings) -> Tone:
    """How loudly the age of undeposited cash is said: by the branch's two limits."""
    oldest = None if days is None else today - timedelta(days=days)
    return _TONES[cash_alert(oldest, today, settings)]


def days_words(days: int | None) -> str:
    """`today`, `1 day`, `5 days`; a dash where there is nothing to count from."""
    if days is None:
        return NOTHING
    if days == 0:
        return translate("Agents", "today")
    one, many = translate("Agents", "1 day"), translate("Agents", "{count} days")
    return one if days == 1 else many.format(count=format_number(days))


def rate_words(agent: BranchAgent) -> str:
    """The share that was sent back, in whole per cent."""
    rate = agent.return_rate
    return NOTHING if rate is None else f"{round(rate * 100)} %"


def figures(agent: BranchAgent) -> tuple[tuple[str, str], ...]:
    """Names and figures of the card."""
    returned = translate("Agents", "{returned} of {decided}").format(
        returned=format_number(agent.returned), decided=format_number(agent.decided)
    )
    return (
        (translate("Agents", "Cash in hand"), format_rupiah(Rupiah(agent.cash))),
        (translate("Agents", "Oldest cash"), days_words(agent.cash_days)),
        (translate("Agents", "New participants, 7 days"), format_number(agent.week_enrolments)),
        (translate("Agents", "New participants, 30 days"), format_number(agent.month_enrolments)),
        (translate("Agents", "Records, 7 days"), format_number(agent.week_entries)),
        (translate("Agents", "Records, 30 days"), format_number(agent.month_entries)),
        (translate("Agents", "Sent back, 30 days"), returned if agent.decided else NOTHING),
        (translate("Agents", "Records not arrived"), format_number(agent.missing_entries)),
        (translate("Agents", "Receipt numbers missing"), format_number(agent.missing_receipts)),
        (translate("Agents", "Silent"), days_words(agent.silent_days)),
    )


def laptop_face(laptop: AgentLaptop) -> Face:
    """The state of a laptop as a badge."""
    if laptop.lost_at is not None and laptop.state is not LaptopState.WIPED:
        return Face(translate("Agents", "Lost"), "triangle-alert", Tone.ERROR)
    if laptop.wipe_asked_at is not None and laptop.state is not LaptopState.WIPED:
        return Face(translate("Agents", "To be wiped"), "ban", Tone.ERROR)
    return {
        LaptopState.ACTIVE: Face(translate("Agents", "At work"), "circle-check", Tone.OK),
        LaptopState.PAUSED: Face(translate("Agents", "Paused"), "circle-pause", Tone.WARNING),
        LaptopState.REVOKED: Face(translate("Agents", "Revoked"), "shield-x", Tone.ERROR),
        LaptopState.WIPED: Face(translate("Agents", "Wiped"), "circle-x", Tone.MUTED),
        LaptopState.UNKNOWN: Face(translate("Agents", "Other state"), "info", Tone.MUTED),
    }[laptop.state]


def meaning_words(laptop: AgentLaptop) -> str:
    """What the state of a laptop means."""
    if laptop.wipe_asked_at is not None and laptop.state is not LaptopState.WIPED:
        return translate(
            "Agents", "It writes nothing more, sends what it has, and is wiped at a hello after that."
        )
    return {
        LaptopState.ACTIVE: translate("Agents", "It sends its records and receives news from the branch."),
        LaptopState.PAUSED: translate("Agents", "It sends its records and receives no personal data."),
        LaptopState.REVOKED: translate(
            "Agents", "Reported lost or taken away: what it still sends is held until a person decides."
        ),
        LaptopState.WIPED: translate(
            "Agents", "Keys and data on it are destroyed; the branch has everything."
        ),
        LaptopState.UNKNOWN: translate("Agents", "A newer program at the branch knows what this means."),
    }[laptop.state]

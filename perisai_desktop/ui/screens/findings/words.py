"""Findings in words and cells."""

from collections.abc import Sequence
from datetime import date

from PySide6.QtCore import QCoreApplication

from perisai_desktop.domain.branch_finding import BranchFinding
from perisai_desktop.ui.finding_words import code_words
from perisai_desktop.ui.i18n import month_short, plain_date
from perisai_desktop.ui.screens.findings.state import Grouping, Line
from perisai_desktop.ui.widgets.table_model import Cell, Column
from sync.rules.iuran_month import IuranMonth
from sync.rules.rupiah import Rupiah, format_number, format_rupiah

translate = QCoreApplication.translate

_DAYS = frozenset({"cash_old", "clock_ahead", "clock_back", "photo_missing", "age_near_limit"})
_COUNTS = frozenset({"voids_out_of_pattern", "entries_missing", "many_in_one_hour", "phone_of_many"})


def columns() -> tuple[Column, ...]:
    """Heads and widths of the list."""
    return (
        Column("found", translate("BranchFindings", "What was found"), 300, stretch=True),
        Column("on", translate("BranchFindings", "Day"), 112, tabular=True, spare=True),
        Column("count", translate("BranchFindings", "Findings"), 88, tabular=True, right=True, spare=True),
        Column("rupiah", translate("BranchFindings", "Rupiah"), 116, tabular=True, right=True),
    )


def cells(line: Line, grouping: Grouping) -> Sequence[Cell]:
    """A head with how many and how much, or a finding below it."""
    if line.finding is None:
        count = format_number(len(line.group.findings))
        return (
            Cell(head_words(line, grouping), strong=True),
            Cell(),
            Cell(count, strong=True),
            Cell(_money(line.group.rupiah), strong=True),
        )
    one = line.finding
    about = agent_words(one) if grouping is Grouping.KIND else ""
    return (
        Cell(finding_words(one), detail=about),
        Cell(f"{one.on.day} {month_short(IuranMonth.of(one.on))}"),
        Cell(),
        Cell(_money(one.rupiah)),
    )


def head_words(line: Line, grouping: Grouping) -> str:
    """The kind, or the agent, that a group is of."""
    first = line.group.findings[0]
    return code_words(first.code) if grouping is Grouping.KIND else agent_words(first)


def finding_words(one: BranchFinding) -> str:
    """What was found, in one sentence with its measure."""
    words = code_words(one.code)
    measure = _measure(one)
    return f"{words}: {measure}" if measure else words


def agent_words(one: BranchFinding) -> str:
    """The agent's name and number."""
    return f"{one.agent_name} · {one.agent_number}"


def _measure(one: BranchFinding) -> str:
    if one.code in _DAYS:
        unit = translate("Agents", "1 day") if one.measure == 1 else translate("Agents", "{count} days")
        return unit.format(count=format_number(one.measure))
    if one.code in _COUNTS:
        return format_number(one.measure)
    return _money(one.rupiah)


def _money(rupiah: int) -> str:
    return format_rupiah(Rupiah(rupiah)) if rupiah else ""


def span_words(since: date, until: date) -> str:
    """From which day to which, or the one day."""
    if since == until:
        return plain_date(until)
    return f"{plain_date(since)} – {plain_date(until)}"

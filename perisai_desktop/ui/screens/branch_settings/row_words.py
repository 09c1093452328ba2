"""Rows of a branch's settings in words: versions, tables of contributions, reliefs."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import QCoreApplication

from perisai_desktop.domain.branch_settings_book import PublishedVersion
from perisai_desktop.ui.i18n import month_words, plain_date
from perisai_desktop.ui.screens.branch_settings.words import (
    NOTHING,
    months_between,
    occupation_sectors,
    percent_words,
    sectors,
)
from perisai_desktop.ui.theme.tokens import Tone
from perisai_desktop.ui.widgets.table_model import Cell, Column
from sync.rules.iuran_month import IuranMonth

translate = QCoreApplication.translate


def version_columns() -> tuple[Column, ...]:
    """Heads of the table of versions."""
    return (
        Column("version", translate("BranchSettings", "Version"), 168, stretch=True),
        Column("start", translate("BranchSettings", "Holds from"), 152),
        Column("state", translate("BranchSettings", "State"), 132),
        Column("by", translate("BranchSettings", "Published by"), 138),
    )


def version_cells(one: PublishedVersion) -> Sequence[Cell]:
    """One version."""
    states = {
        "in_force": (translate("BranchSettings", "Holds"), Tone.OK),
        "coming": (translate("BranchSettings", "Waits for its day"), Tone.INFO),
        "over": (translate("BranchSettings", "Over"), Tone.PLAIN),
    }
    words, tone = states[one.state]
    return (
        Cell(one.version, strong=one.state == "in_force"),
        Cell(plain_date(one.in_force_on)),
        Cell(words, tone=tone),
        Cell(one.published_by),
    )


def table_columns() -> tuple[Column, ...]:
    """Heads of the list of tables of contributions, and of reliefs."""
    return (
        Column("name", translate("BranchSettings", "Name"), 150, stretch=True),
        Column("months", translate("BranchSettings", "Iuran months"), 200),
        Column("what", translate("BranchSettings", "Content"), 150),
    )


def tariff_cells(table: dict[str, Any]) -> Sequence[Cell]:
    """A table of contributions."""
    rows = translate("BranchSettings", "{count} brackets").format(count=len(table["brackets"]))
    return (
        Cell(table["version"], strong=True),
        Cell(months_between(table["first"], table["last"] or "")),
        Cell(rows),
    )


def occupation_columns() -> tuple[Column, ...]:
    """Heads of the list of occupations."""
    return (
        Column("name", translate("BranchSettings", "Occupation"), 220, stretch=True),
        Column("sector", translate("BranchSettings", "Sector"), 150),
        Column("last", translate("BranchSettings", "Offered until"), 140),
    )


def occupation_cells(occupation: dict[str, Any]) -> Sequence[Cell]:
    """An occupation, with the names that it had."""
    former = ", ".join(occupation.get("former", ()))
    was = translate("BranchSettings", "was: {names}").format(names=former) if former else ""
    transport = occupation["transport"]
    sector = next(one.label for one in occupation_sectors() if (one.value == "transport") is transport)
    last = occupation.get("last")
    return (
        Cell(occupation["name"], detail=was, strong=True),
        Cell(sector),
        Cell(month_words(IuranMonth.parse(last)) if last else NOTHING),
    )


def relief_cells(relief: dict[str, Any]) -> Sequence[Cell]:
    """A relief."""
    paid = 100 * relief["paid_numerator"] // relief["paid_denominator"]
    sector = {True: "transport", False: "others", None: "all"}[relief["transport"]]
    whom = next(option.label for option in sectors() if option.value == sector)
    months = (
        months_between(relief["first"], relief["last"]) if relief["first"] and relief["last"] else NOTHING
    )
    return (
        Cell(relief["code"], detail=relief["law"], strong=True),
        Cell(months),
        Cell(percent_words(paid), detail=whom),
    )

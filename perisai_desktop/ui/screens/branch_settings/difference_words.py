"""What publishing a draft would change, and prices before and after, in words."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication

from perisai_desktop.domain.branch_settings_book import Difference, PriceDifference
from perisai_desktop.ui.enrolment_words import payers
from perisai_desktop.ui.i18n import month_words
from perisai_desktop.ui.screens.branch_settings.words import (
    NOTHING,
    figure_words,
    months_between,
    occupation_sectors,
    percent_words,
    place_words,
    sectors,
    uses,
)
from perisai_desktop.ui.theme.tokens import Tone
from perisai_desktop.ui.widgets.table_model import Cell, Column
from sync.rules.iuran_month import IuranMonth
from sync.rules.programmes import PayerKind
from sync.rules.rupiah import Rupiah, format_rupiah

translate = QCoreApplication.translate
_GROUPS = {"setting": "", "check": "checks.", "commission": "commission."}
"""Kind of difference -> what stands before the name of a figure."""


def difference_cells(one: Difference) -> Sequence[Cell]:
    """What it is, and its value before and after."""
    before = translate("BranchSettings", "until now: {value}").format(
        value=value_words(one.kind, one.before, one.after)
    )
    return (
        Cell(_kind_words(one), strong=True),
        Cell(value_words(one.kind, one.after, one.before), detail=before),
    )


def _kind_words(one: Difference) -> str:
    pattern = {
        "tariff": translate("BranchSettings", "Table {name}"),
        "relief": translate("BranchSettings", "Relief {name}"),
        "target": translate("BranchSettings", "Target from {name}"),
        "occupation": translate("BranchSettings", "Occupation {name}"),
        "consent": translate("BranchSettings", "Text to read aloud"),
    }.get(one.kind, "{name}")
    name = one.name
    if one.kind == "field":
        name = place_words(name)
    elif one.kind in _GROUPS:
        name = figure_words(_GROUPS[one.kind] + name)
    elif one.kind == "target":
        name = month_words(IuranMonth.parse(name))
    return pattern.format(name=name)


def value_words(kind: str, value: str, other: str = "") -> str:
    """A value before or after; of a relief or an occupation what is unlike the `other` one."""
    if not value:
        return NOTHING
    if kind == "tariff":
        first, last, rows = value.split("/")
        return translate("BranchSettings", "{months}, {rows} brackets").format(
            months=months_between(first, last), rows=rows
        )
    if kind == "target":
        enrolled, collected = value.split("/")
        words = translate("BranchSettings", "{count} enrolled, {rupiah} collected")
        return words.format(count=enrolled, rupiah=format_rupiah(Rupiah(int(collected))))
    if kind == "occupation":
        before = _occupation_parts(other) if other else (value.split("/", 2)[2],)
        return ", ".join(part for part in _occupation_parts(value) if part not in before)
    if kind == "relief":
        parts, others = _relief_parts(value), _relief_parts(other) if other else ()
        return ", ".join(part for part in parts if part not in others)
    known = {option.value: option.label for option in (*uses(), *sectors())}
    known |= {"yes": translate("BranchSettings", "Yes"), "no": translate("BranchSettings", "No")}
    return known.get(value, value)


def _relief_parts(value: str) -> tuple[str, ...]:
    """Months, share, programmes, sector, payers, and how long who is new pays the full price."""
    first, last, share, programmes, sector, whose, full = value.split("/")
    paid, whole = map(int, share.split(":"))
    payer_words = {kind.value: words for kind, words in payers()}
    return (
        months_between(first, last),
        percent_words(100 * paid // whole),
        programmes,
        next(option.label for option in sectors() if option.value == sector),
        " + ".join(words for kind, words in payer_words.items() if kind in whose.split("+")),
        translate("BranchSettings", "months at full price: {count}").format(count=full),
    )


def _occupation_parts(value: str) -> tuple[str, ...]:
    """Sector, until when it is offered, and name."""
    sector, last, name = value.split("/", 2)
    until = month_words(IuranMonth.parse(last)) if last else translate("BranchSettings", "no end")
    return (
        next(option.label for option in occupation_sectors() if option.value == sector),
        translate("BranchSettings", "offered until: {month}").format(month=until),
        name,
    )


def difference_columns() -> tuple[Column, ...]:
    """Heads of the table of differences."""
    return (
        Column("what", translate("BranchSettings", "What changes"), 150, stretch=True),
        Column("after", translate("BranchSettings", "Then"), 250),
    )


def price_columns() -> tuple[Column, ...]:
    """Heads of the table of prices."""
    return (
        Column("who", translate("BranchSettings", "Month and person"), 150, stretch=True),
        Column("before", translate("BranchSettings", "Until now"), 96, tabular=True, right=True),
        Column("after", translate("BranchSettings", "Then"), 96, tabular=True, right=True),
    )


def price_cells(one: PriceDifference) -> Sequence[Cell]:
    """Somebody's price before and after."""
    sector = (
        translate("BranchSettings", "transport") if one.transport else translate("BranchSettings", "others")
    )
    income = format_rupiah(Rupiah(one.income))
    payer = "" if one.payer == PayerKind.SELF else dict(payers())[PayerKind(one.payer)]
    who = " · ".join(filter(None, (income, one.offer, sector, payer)))
    changed = one.before != one.after
    return (
        Cell(month_words(IuranMonth.parse(one.month)), detail=who),
        Cell(_price(one.before)),
        Cell(_price(one.after), strong=changed, tone=Tone.WARNING if changed else Tone.PLAIN),
    )


def _price(rupiah: int | None) -> str:
    return NOTHING if rupiah is None else format_rupiah(Rupiah(rupiah))

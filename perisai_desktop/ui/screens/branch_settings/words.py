"""A branch's settings in words: labels, problems, differences, versions."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import QCoreApplication

from perisai_desktop.domain.branch_settings_book import (
    Difference,
    DraftProblem,
    PriceDifference,
    PublishedVersion,
)
from perisai_desktop.ui.enrolment_words import field_words
from perisai_desktop.ui.i18n import month_words, plain_date
from perisai_desktop.ui.theme.tokens import Tone
from perisai_desktop.ui.widgets.suggestions import Option
from perisai_desktop.ui.widgets.table_model import Cell, Column
from sync.rules.branch_settings import FieldUse
from sync.rules.iuran_month import IuranMonth
from sync.rules.rupiah import Rupiah, format_rupiah

translate = QCoreApplication.translate

NOTHING = "–"
FIGURES: tuple[str, ...] = (
    "undeposited_alert_days",
    "undeposited_red_days",
    "purge_after_days",
    "checks.age_near_days",
    "checks.phone_workers",
    "checks.gap_months",
    "checks.enrolled_per_hour",
    "checks.missing_days",
    "checks.photo_days",
    "checks.voids",
    "checks.voids_percent",
)
"""The figures on the sheet of limits, in their order."""


def figure_words(name: str) -> str:
    """The label of a figure."""
    return {
        "undeposited_alert_days": translate("BranchSettings", "Cash in hand: warn after days"),
        "undeposited_red_days": translate("BranchSettings", "Cash in hand: too old after days"),
        "purge_after_days": translate("BranchSettings", "Personal data kept on laptops, days"),
        "stamp_duty_above": translate("BranchSettings", "Stamp duty noted above, rupiah"),
        "checks.age_near_days": translate("BranchSettings", "Days before the 65th birthday"),
        "checks.phone_workers": translate("BranchSettings", "Participants with one phone"),
        "checks.gap_months": translate("BranchSettings", "Overdue months before a payment"),
        "checks.enrolled_per_hour": translate("BranchSettings", "Enrolments in one hour"),
        "checks.missing_days": translate("BranchSettings", "Days until an entry is missing"),
        "checks.photo_days": translate("BranchSettings", "Days until a photo is missing"),
        "checks.voids": translate("BranchSettings", "Voids of one agent"),
        "checks.voids_percent": translate("BranchSettings", "Voids in a hundred receipts"),
        "hotline": translate("BranchSettings", "Number to call"),
        "months_offered": translate("BranchSettings", "Months that can be paid at once"),
        "village_budget_relief": translate("BranchSettings", "Relief for the village budget"),
    }.get(name, name)


def uses() -> tuple[Option, ...]:
    """How a field can be used."""
    return (
        Option(FieldUse.REQUIRED.value, translate("BranchSettings", "Required")),
        Option(FieldUse.OPTIONAL.value, translate("BranchSettings", "May be left empty")),
        Option(FieldUse.OFF.value, translate("BranchSettings", "Not asked")),
    )


def sectors() -> tuple[Option, ...]:
    """Whom a relief is for."""
    return (
        Option("all", translate("BranchSettings", "Everybody")),
        Option("transport", translate("BranchSettings", "Transport alone")),
        Option("others", translate("BranchSettings", "All but transport")),
    )


def months_ahead(today: IuranMonth) -> tuple[Option, ...]:
    """The months of three years, from January of this one."""
    first = IuranMonth(today.year, 1)
    return tuple(Option(str(first.plus(step)), month_words(first.plus(step))) for step in range(36))


def problem_words(problem: DraftProblem) -> str:
    """What is wrong, and where."""
    pattern = {
        "file_missing": translate("BranchSettings", "A part of the settings is missing: {place}"),
        "in_force_past": translate("BranchSettings", "The day from which it holds is over"),
        "malformed": translate("BranchSettings", "Not filled in right: {place}"),
        "tariff_missing": translate("BranchSettings", "There is no table of contributions"),
        "tariff_version_malformed": translate(
            "BranchSettings", "A table's name holds letters, digits, dots and dashes alone: {place}"
        ),
        "bracket_numbers": translate(
            "BranchSettings", "The bracket numbers of table {place} are not 1, 2, 3 …"
        ),
        "tariff_version_twice": translate("BranchSettings", "Two tables are called {place}"),
        "tariff_ends_before_start": translate("BranchSettings", "Table {place} ends before it begins"),
        "tariff_end_missing": translate("BranchSettings", "Table {place} needs a last month"),
        "tariff_overlaps": translate("BranchSettings", "Table {place} begins while the one before holds"),
        "tariff_hole": translate("BranchSettings", "Before table {place} are months without a table"),
        "tariff_newest_ends": translate("BranchSettings", "Table {place} is the newest and must not end"),
        "tariff_changed": translate("BranchSettings", "Table {place} is published and must stay as it is"),
        "brackets_not_rising": translate("BranchSettings", "The incomes of table {place} do not rise from 0"),
        "relief_code_malformed": translate(
            "BranchSettings", "A relief's short name holds letters, digits, dots and dashes alone: {place}"
        ),
        "relief_code_twice": translate("BranchSettings", "Two reliefs are called {place}"),
        "relief_share": translate("BranchSettings", "A relief must leave less than the whole price"),
        "relief_ends_before_start": translate("BranchSettings", "Relief {place} ends before it begins"),
        "relief_for_nobody": translate("BranchSettings", "Relief {place} is for nobody"),
        "relief_not_whole_rupiah": translate("BranchSettings", "Relief {place} leaves parts of a rupiah"),
        "relief_overlaps": translate("BranchSettings", "Reliefs for the same people and months: {place}"),
        "setting_unknown": translate("BranchSettings", "Nobody knows this setting: {place}"),
        "field_unknown": translate("BranchSettings", "The form has no such field: {place}"),
        "field_always_required": translate("BranchSettings", "Must always be filled in: {place}"),
        "field_part_of_other": translate("BranchSettings", "Goes with another field: {place}"),
        "limit_out_of_range": translate("BranchSettings", "{place}: from {least} to {most}"),
        "alert_after_red": translate("BranchSettings", "Cash: the warning must come before the limit"),
        "months_not_allowed": translate("BranchSettings", "At least one number of months, at most 12"),
        "host_changed": translate("BranchSettings", "The address on receipts is the server's"),
        "hotline_malformed": translate("BranchSettings", "The number to call is missing or too long"),
        "occupations_missing": translate("BranchSettings", "There are no occupations"),
        "occupation_too_long": translate("BranchSettings", "Too long: {place}"),
        "occupation_twice": translate("BranchSettings", "Twice in the list: {place}"),
        "consent_version_kept": translate("BranchSettings", "Another text to read aloud needs a new version"),
        "consent_code_malformed": translate(
            "BranchSettings",
            "The version of the text to read aloud holds letters, digits, dots and dashes alone",
        ),
        "consent_without_purposes": translate("BranchSettings", "The text to read aloud has no purposes"),
    }[problem.code]
    place = _place(problem.place)
    return pattern.format(place=place, least=problem.least, most=problem.most)


def _place(name: str) -> str:
    try:
        return field_words(name)
    except KeyError:
        return figure_words(name)


def difference_cells(one: Difference) -> Sequence[Cell]:
    """What it is, and its value before and after."""
    before = translate("BranchSettings", "until now: {value}").format(value=value_words(one.kind, one.before))
    return (
        Cell(_kind_words(one), strong=True),
        Cell(value_words(one.kind, one.after), detail=before),
    )


def _kind_words(one: Difference) -> str:
    pattern = {
        "tariff": translate("BranchSettings", "Table {name}"),
        "relief": translate("BranchSettings", "Relief {name}"),
        "commission": translate("BranchSettings", "Commission: {name}"),
        "target": translate("BranchSettings", "Target from {name}"),
        "occupation": translate("BranchSettings", "Occupation {name}"),
        "consent": translate("BranchSettings", "Text to read aloud"),
    }.get(one.kind, "{name}")
    name = one.name
    if one.kind == "field":
        name = _place(name)
    elif one.kind in ("setting", "check"):
        name = figure_words(f"checks.{name}" if one.kind == "check" else name)
    elif one.kind == "target":
        name = month_words(IuranMonth.parse(name))
    return pattern.format(name=name)


def value_words(kind: str, value: str) -> str:
    """A value before or after."""
    if not value:
        return NOTHING
    if kind == "tariff":
        first, last, rows = value.split("/")
        return translate("BranchSettings", "{months}, {rows} brackets").format(
            months=_months(first, last), rows=rows
        )
    if kind == "relief":
        first, last, share, *_others = value.split("/")
        paid, whole = map(int, share.split(":"))
        return f"{_months(first, last)}, {percent_words(100 * paid // whole)}"
    known = {option.value: option.label for option in (*uses(), *sectors())}
    known |= {"yes": translate("BranchSettings", "Yes"), "no": translate("BranchSettings", "No")}
    return known.get(value, value)


def percent_words(paid: int) -> str:
    """The share that is left to pay."""
    return translate("BranchSettings", "{percent} % is paid").format(percent=paid).replace(" %", "\u00a0%")


def _months(first: str, last: str) -> str:
    begin = month_words(IuranMonth.parse(first))
    if not last:
        return translate("BranchSettings", "from {month} on").format(month=begin)
    return f"{begin} – {month_words(IuranMonth.parse(last))}"


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
    changed = one.before != one.after
    return (
        Cell(month_words(IuranMonth.parse(one.month)), detail=f"{income} · {one.offer} · {sector}"),
        Cell(_price(one.before)),
        Cell(_price(one.after), strong=changed, tone=Tone.WARNING if changed else Tone.PLAIN),
    )


def _price(rupiah: int | None) -> str:
    return NOTHING if rupiah is None else format_rupiah(Rupiah(rupiah))


def version_columns() -> tuple[Column, ...]:
    """Heads of the table of versions."""
    return (
        Column("version", translate("BranchSettings", "Version"), 176, stretch=True),
        Column("start", translate("BranchSettings", "Holds from"), 128),
        Column("state", translate("BranchSettings", "State"), 120),
        Column("by", translate("BranchSettings", "Published by"), 150),
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
    return Cell(table["version"], strong=True), Cell(_months(table["first"], table["last"] or "")), Cell(rows)


def relief_cells(relief: dict[str, Any]) -> Sequence[Cell]:
    """A relief."""
    paid = 100 * relief["paid_numerator"] // relief["paid_denominator"]
    sector = {True: "transport", False: "others", None: "all"}[relief["transport"]]
    whom = next(option.label for option in sectors() if option.value == sector)
    months = _months(relief["first"], relief["last"]) if relief["first"] and relief["last"] else NOTHING
    return (
        Cell(relief["code"], detail=relief["law"], strong=True),
        Cell(months),
        Cell(percent_words(paid), detail=whom),
    )

"""A branch's settings in words: labels, choices, problems."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from perisai_desktop.domain.branch_settings_book import DraftProblem
from perisai_desktop.ui.enrolment_words import field_words
from perisai_desktop.ui.i18n import month_words
from perisai_desktop.ui.widgets.suggestions import Option
from sync.rules.branch_settings import FieldUse
from sync.rules.iuran_month import IuranMonth

translate = QCoreApplication.translate

NOTHING = "–"
FIGURES: tuple[str, ...] = (
    "undeposited_alert_days",
    "undeposited_red_days",
    "stamp_duty_above",
    "purge_after_days",
    "checks.age_near_days",
    "checks.phone_workers",
    "checks.gap_months",
    "checks.enrolled_per_hour",
    "checks.missing_days",
    "checks.photo_days",
    "checks.voids",
    "checks.voids_percent",
    "commission.new_two_programmes",
    "commission.new_three_programmes",
    "commission.new_at_least",
    "commission.office_percent",
    "commission.early_percent",
    "commission.early_until_month",
    "commission.late_percent",
    "commission.late_until_month",
)
"""The figures on the sheet of limits, in their order."""


def figure_words(name: str) -> str:
    """The label of a figure."""
    return {
        "undeposited_alert_days": translate("BranchSettings", "Cash in hand: days until a warning"),
        "undeposited_red_days": translate("BranchSettings", "Cash in hand: days until too old"),
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
        "commission.new_two_programmes": translate("BranchSettings", "Commission: new, JKK+JKM, rupiah"),
        "commission.new_three_programmes": translate("BranchSettings", "Commission: new, with JHT, rupiah"),
        "commission.new_at_least": translate("BranchSettings", "Commission: new ones needed in a month"),
        "commission.early_percent": translate("BranchSettings", "Commission: first period, percent"),
        "commission.early_until_month": translate("BranchSettings", "First period: up to month"),
        "commission.late_percent": translate("BranchSettings", "Commission: second period, percent"),
        "commission.late_until_month": translate("BranchSettings", "Second period: up to month"),
        "commission.office_percent": translate("BranchSettings", "Commission: office, percent"),
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


def occupation_sectors() -> tuple[Option, ...]:
    """Whether an occupation counts as transport (PP 50/2025)."""
    return (
        Option("others", translate("BranchSettings", "Not transport")),
        Option("transport", translate("BranchSettings", "Transport sector")),
    )


def consent_part_words(name: str) -> str:
    """What a part of the text that is read aloud is."""
    return {
        "introduction": translate("BranchSettings", "Introduction"),
        "enrolment": translate("BranchSettings", "Agreed to: enrolling and recording (must be)"),
        "branch_check": translate("BranchSettings", "Agreed to: the branch's check (must be)"),
        "other_programmes": translate("BranchSettings", "Agreed to: other programmes (may be refused)"),
        "declaration": translate("BranchSettings", "Declaration"),
        "text": translate("BranchSettings", "a part of the text to read aloud"),
    }.get(name, name)


def months_ahead(today: IuranMonth, *others: str) -> tuple[Option, ...]:
    """The months of three years, from January of this one, and others (`2020-08`), in their order."""
    first = IuranMonth(today.year, 1)
    months = {first.plus(step) for step in range(36)} | {IuranMonth.parse(one) for one in others if one}
    return tuple(Option(str(month), month_words(month)) for month in sorted(months))


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
        "occupation_removed": translate(
            "BranchSettings", "Entries name this occupation, so it cannot go; say until when: {place}"
        ),
        "occupation_twice": translate("BranchSettings", "Twice in the list: {place}"),
        "consent_version_kept": translate("BranchSettings", "Another text to read aloud needs a new version"),
        "consent_code_malformed": translate(
            "BranchSettings",
            "The version of the text to read aloud holds letters, digits, dots and dashes alone",
        ),
        "consent_without_purposes": translate("BranchSettings", "The text to read aloud has no purposes"),
    }[problem.code]
    place = place_words(problem.place)
    return pattern.format(place=place, least=problem.least, most=problem.most)


def place_words(name: str) -> str:
    """The label of a field of the form or of a figure."""
    try:
        return field_words(name)
    except KeyError:
        return consent_part_words(figure_words(name))


def percent_words(paid: int) -> str:
    """The share that is left to pay."""
    return translate("BranchSettings", "{percent} % is paid").format(percent=paid).replace(" %", "\u00a0%")


def months_between(first: str, last: str) -> str:
    """A span of iuran months (`2027-01`); `last` is empty where it has no end."""
    begin = month_words(IuranMonth.parse(first))
    if not last:
        return translate("BranchSettings", "from {month} on").format(month=begin)
    return f"{begin} – {month_words(IuranMonth.parse(last))}"

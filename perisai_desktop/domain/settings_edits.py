"""Edits of a branch's draft: each gives new documents and leaves the old ones as they were.

What is typed is kept as it is, also where it is no number: the server names what is wrong with it.
"""

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from typing import Any

from perisai_desktop.domain.branch_settings_book import Documents
from sync.rules.branch_settings import DEFAULT_REQUIRED, FieldUse
from sync.rules.further_fields import FURTHER
from sync.rules.iuran_month import IuranMonth

SETTINGS, TARIFF, RELIEFS = "settings.json", "tariff.json", "reliefs.json"
CHOOSABLE: tuple[str, ...] = ("birth_place", "mother_name", "street", "phone", *FURTHER)
"""Fields of the form whose use a branch may choose; the others identity, price or proof need."""


def use_of(documents: Documents, name: str) -> FieldUse:
    """How a field of the form is used."""
    chosen = documents[SETTINGS]["fields"].get(name)
    default = FieldUse.REQUIRED if name in DEFAULT_REQUIRED else FieldUse.OPTIONAL
    return default if chosen is None else FieldUse(chosen)


def with_use(documents: Documents, name: str, use: FieldUse) -> Documents:
    """The same with another use of a field."""
    return with_setting(documents, "fields", documents[SETTINGS]["fields"] | {name: use.value})


def with_setting(documents: Documents, name: str, value: object) -> Documents:
    """The same with another value of a setting."""
    return _with(documents, SETTINGS, name, value)


def number_of(documents: Documents, name: str) -> str:
    """A figure as it is typed; `checks.voids` names a limit of the checks."""
    group, _, inner = name.rpartition(".")
    found = documents[SETTINGS][group] if group else documents[SETTINGS]
    return str(found[inner])


def with_number(documents: Documents, name: str, typed: str) -> Documents:
    """The same with another figure."""
    value = int(typed) if typed.isascii() and typed.isdigit() else typed
    group, _, inner = name.rpartition(".")
    if group:
        return with_setting(documents, group, documents[SETTINGS][group] | {inner: value})
    return with_setting(documents, inner, value)


def with_month_offered(documents: Documents, months: int, offered: bool) -> Documents:
    """The same with so many months at once offered, or not."""
    others = set(documents[SETTINGS]["months_offered"]) - {months}
    return with_setting(documents, "months_offered", sorted(others | ({months} if offered else set())))


def tables_of(documents: Documents) -> tuple[Mapping[str, Any], ...]:
    """The tables of contributions, oldest first."""
    return tuple(documents[TARIFF]["tables"])


def with_table(
    documents: Documents, version: str, first: IuranMonth, brackets: Collection[Mapping[str, Any]]
) -> Documents:
    """The same with one more table; the one before it ends with the month before."""
    *older, newest = tables_of(documents)
    ended = {**newest, "last": str(first.plus(-1))}
    added = {"version": version, "first": str(first), "last": None, "brackets": list(brackets)}
    return _with(documents, TARIFF, "tables", [*older, ended, added])


def without_newest_table(documents: Documents) -> Documents:
    """The same without the newest table; the one before it holds until further notice."""
    *older, before, _newest = tables_of(documents)
    return _with(documents, TARIFF, "tables", [*older, {**before, "last": None}])


@dataclass(frozen=True, slots=True)
class ReliefForm:
    """A relief as it is typed: `paid` is the percent of the price that is left to pay, months as `2027-01`."""

    code: str = ""
    title: str = ""
    law: str = ""
    paid: str = "50"
    first: str = ""
    last: str = ""
    sector: str = "all"
    payers: tuple[str, ...] = ("self", "enterprise", "company")


_SECTORS = {"transport": True, "others": False, "all": None}


def reliefs_of(documents: Documents) -> tuple[Mapping[str, Any], ...]:
    """The reliefs, in the order in which they are tried."""
    return tuple(documents[RELIEFS]["reliefs"])


def relief_form(relief: Mapping[str, Any]) -> ReliefForm:
    """A relief as it is typed."""
    sector = next(name for name, flag in _SECTORS.items() if flag is relief["transport"])
    return ReliefForm(
        code=relief["code"],
        title=relief["title"],
        law=relief["law"],
        paid=str(100 * relief["paid_numerator"] // relief["paid_denominator"]),
        first=relief["first"],
        last=relief["last"],
        sector=sector,
        payers=tuple(relief["payers"]),
    )


def with_relief(documents: Documents, form: ReliefForm) -> Documents:
    """The same with one more relief of JKK and JKM, or another one in place of that with its code."""
    typed = int(form.paid) if form.paid.isascii() and form.paid.isdigit() else 100
    before = next((one for one in reliefs_of(documents) if one["code"] == form.code), None)
    fresh = {"programmes": ["JKK", "JKM"], "new_participants_pay_full": 0}
    relief = {
        **(fresh if before is None else before),
        "code": form.code,
        "title": form.title,
        "law": form.law,
        "paid_numerator": typed,
        "paid_denominator": 100,
        "first": form.first,
        "last": form.last,
        "transport": _SECTORS[form.sector],
        "payers": list(form.payers),
    }
    if before is None:
        return _with(documents, RELIEFS, "reliefs", [*reliefs_of(documents), relief])
    rows = [relief if one is before else one for one in reliefs_of(documents)]
    return _with(documents, RELIEFS, "reliefs", rows)


def without_relief(documents: Documents, code: str) -> Documents:
    """The same without a relief."""
    return _with(documents, RELIEFS, "reliefs", [one for one in reliefs_of(documents) if one["code"] != code])


def _with(documents: Documents, file: str, name: str, value: object) -> Documents:
    return {**documents, file: {**documents[file], name: value}}

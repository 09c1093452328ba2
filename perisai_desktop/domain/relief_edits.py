"""Edits of the reliefs in a branch's draft."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from perisai_desktop.domain.branch_settings_book import Documents
from perisai_desktop.domain.settings_edits import typed_number, with_part
from sync.rules.programmes import PayerKind, Programme

RELIEFS = "reliefs.json"
_SECTORS = {"transport": True, "others": False, "all": None}


@dataclass(frozen=True, slots=True)
class ReliefForm:
    """A relief as it is typed: `paid` is the percent of the price that is left to pay, months as `2027-01`.

    `full`: so many first months are paid in full by who enrols after the relief began.
    """

    code: str = ""
    title: str = ""
    law: str = ""
    paid: str = "50"
    first: str = ""
    last: str = ""
    sector: str = "all"
    full: str = "0"
    programmes: tuple[str, ...] = ("JKK", "JKM")
    payers: tuple[str, ...] = ("self", "enterprise", "company")


def reliefs_of(documents: Documents) -> tuple[Mapping[str, Any], ...]:
    """The reliefs, in the order in which they are tried."""
    return tuple(documents[RELIEFS]["reliefs"])


def relief_form(relief: Mapping[str, Any]) -> ReliefForm:
    """A relief as it is typed; a percent that is no whole number is cut."""
    return ReliefForm(
        code=relief["code"],
        title=relief["title"],
        law=relief["law"],
        paid=str(100 * relief["paid_numerator"] // relief["paid_denominator"]),
        first=relief["first"],
        last=relief["last"],
        sector=next(name for name, flag in _SECTORS.items() if flag is relief["transport"]),
        full=str(relief["new_participants_pay_full"]),
        programmes=tuple(relief["programmes"]),
        payers=tuple(relief["payers"]),
    )


def with_relief(documents: Documents, form: ReliefForm) -> Documents:
    """The same with one more relief, or another one in place of that with its code.

    A percent that was not typed anew keeps the fraction that the law gives.
    """
    before = next((one for one in reliefs_of(documents) if one["code"] == form.code), None)
    paid = typed_number(form.paid)
    relief = {
        **({} if before is None else before),
        "code": form.code,
        "title": form.title,
        "law": form.law,
        "programmes": [one.value for one in Programme if one.value in form.programmes],
        "paid_numerator": paid if isinstance(paid, int) else 100,
        "paid_denominator": 100,
        "first": form.first,
        "last": form.last,
        "transport": _SECTORS[form.sector],
        "payers": [one.value for one in PayerKind if one.value in form.payers],
        "new_participants_pay_full": typed_number(form.full),
    }
    if before is None:
        return with_part(documents, RELIEFS, "reliefs", [*reliefs_of(documents), relief])
    if relief_form(before).paid == form.paid:
        relief |= {name: before[name] for name in ("paid_numerator", "paid_denominator")}
    rows = [relief if one is before else one for one in reliefs_of(documents)]
    return with_part(documents, RELIEFS, "reliefs", rows)


def without_relief(documents: Documents, code: str) -> Documents:
    """The same without a relief."""
    kept = [one for one in reliefs_of(documents) if one["code"] != code]
    return with_part(documents, RELIEFS, "reliefs", kept)

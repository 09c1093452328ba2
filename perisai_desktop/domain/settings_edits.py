"""Edits of a branch's draft: each gives new documents and leaves the old ones as they were.

What is typed is kept as it is, also where it is no number: the server names what is wrong with it.
"""

from collections.abc import Collection, Mapping
from typing import Any

from perisai_desktop.domain.branch_settings_book import Documents
from sync.rules.branch_settings import DEFAULT_REQUIRED, FieldUse
from sync.rules.further_fields import FURTHER
from sync.rules.iuran_month import IuranMonth

SETTINGS, TARIFF = "settings.json", "tariff.json"
_MOST_DIGITS = 12
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
    return with_part(documents, SETTINGS, name, value)


def number_of(documents: Documents, name: str) -> str:
    """A figure as it is typed; `checks.voids` names a limit of the checks."""
    group, _, inner = name.rpartition(".")
    found = documents[SETTINGS][group] if group else documents[SETTINGS]
    return str(found[inner])


def with_number(documents: Documents, name: str, typed: str) -> Documents:
    """The same with another figure."""
    value = typed_number(typed)
    group, _, inner = name.rpartition(".")
    if group:
        return with_setting(documents, group, documents[SETTINGS][group] | {inner: value})
    return with_setting(documents, inner, value)


def typed_number(typed: str) -> int | str:
    """What is typed as a whole number; as it is where it is none, or one of more than twelve digits."""
    return int(typed) if typed.isascii() and typed.isdigit() and len(typed) <= _MOST_DIGITS else typed


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
    return with_part(documents, TARIFF, "tables", [*older, ended, added])


def without_newest_table(documents: Documents) -> Documents:
    """The same without the newest table; the one before it holds until further notice."""
    *older, before, _newest = tables_of(documents)
    return with_part(documents, TARIFF, "tables", [*older, {**before, "last": None}])


def with_part(documents: Documents, file: str, name: str, value: object) -> Documents:
    """The same with another value of one part of a file."""
    return {**documents, file: {**documents[file], name: value}}

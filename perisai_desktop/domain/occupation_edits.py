"""Edits of the occupations in a branch's draft: what was published is renamed or ends, and is never lost."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from perisai_desktop.domain.branch_settings_book import Documents
from perisai_desktop.domain.settings_edits import with_part
from sync.rules.occupations import name_key

OCCUPATIONS = "occupations.json"


@dataclass(frozen=True, slots=True)
class OccupationForm:
    """An occupation as it is typed; `last`: the last month in which it is offered (`2027-01`), empty for no end."""

    name: str = ""
    transport: bool = False
    last: str = ""


def occupations_of(documents: Documents) -> tuple[Mapping[str, Any], ...]:
    """The occupations in their order."""
    return tuple(documents[OCCUPATIONS]["occupations"])


def occupations_like(documents: Documents, sought: str) -> tuple[Mapping[str, Any], ...]:
    """Those whose name, or a former one, holds what is sought."""
    key = name_key(sought)
    return tuple(one for one in occupations_of(documents) if any(key in name_key(n) for n in names_of(one)))


def names_of(occupation: Mapping[str, Any]) -> tuple[str, ...]:
    """Every name that it has or had, oldest first."""
    return (*occupation.get("former", ()), occupation["name"])


def occupation_form(occupation: Mapping[str, Any]) -> OccupationForm:
    """An occupation as it is typed."""
    return OccupationForm(occupation["name"], occupation["transport"], occupation.get("last") or "")


def with_occupation(documents: Documents, form: OccupationForm) -> Documents:
    """The same with one occupation more."""
    return _with(documents, [*occupations_of(documents), _row({"note": ""}, form)])


def with_occupation_changed(
    documents: Documents, published: Documents, name: str, form: OccupationForm
) -> Documents:
    """The same with another content of the one called `name`; a name that was published stays known as a former one."""
    rows = []
    for one in occupations_of(documents):
        row = one
        if one["name"] == name:
            row = _row(one, form)
            known = [*one.get("former", ()), *([name] if is_published(published, name) else [])]
            former = [old for old in known if name_key(old) != name_key(form.name)]
            row |= {"former": former} if former or "former" in one else {}
        rows.append(row)
    return _with(documents, rows)


def without_occupation(documents: Documents, name: str) -> Documents:
    """The same without an occupation that was never published."""
    return _with(documents, [one for one in occupations_of(documents) if one["name"] != name])


def is_published(published: Documents, name: str) -> bool:
    """Whether entries may name it."""
    return any(
        name_key(name) == name_key(known) for one in occupations_of(published) for known in names_of(one)
    )


def _row(before: Mapping[str, Any], form: OccupationForm) -> dict[str, Any]:
    kept = {key: value for key, value in before.items() if key != "last"}
    ends = {"last": form.last} if form.last else {}
    return kept | {"name": form.name, "transport": form.transport} | ends


def _with(documents: Documents, rows: Iterable[Mapping[str, Any]]) -> Documents:
    return with_part(documents, OCCUPATIONS, "occupations", list(rows))

"""What a day on the tour holds: the people of its files, and how much of what is done with them."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from perisai_desktop.domain.kelompok import KelompokKind
from perisai_desktop.tour.roster import Roster, read_roster

VOIDS = 3
"""One approved without cash, one approved with cash and refunded, one refused."""


@dataclass(frozen=True, slots=True)
class FamilyPlan:
    """A family: what holds for all of it, and what is typed of each of its people, by field of the form."""

    shared: Mapping[str, str]
    people: tuple[Mapping[str, str], ...]


@dataclass(frozen=True, slots=True)
class ListPlan:
    """A list in a spreadsheet and who pays for it; `mended`: by line of the file the field to put right, and how."""

    kind: KelompokKind
    payer: str
    file: Path
    mended: Mapping[int, tuple[str, str]]


@dataclass(frozen=True, slots=True)
class DayPlan:
    """`past` are those enrolled in earlier months; amounts are rupiah.

    `corrections` of the enrolments are sent back first. `short`: what the deposit lacks and follows later;
    `missing`: what the evening's count lacks.
    `slip` and `page` are photos: of the bank's slip, and of a list that people signed. `pays_on`: the payer of a list who
    pays for a further month of its people.
    """

    past: tuple[Roster, ...]
    enrolments: Roster
    renewals: int
    corrections: int
    opening_float: int
    short: int
    missing: int
    slip: Path
    page: Path
    family: FamilyPlan
    lists: tuple[ListPlan, ...]
    pays_on: str


def read_plan(folder: Path) -> DayPlan:
    """The plan in `folder`/plan.json and the files beside it.

    Raises OSError, ValueError, KeyError where it can't be read, and RosterFault as `read_roster`.
    """
    told = json.loads((folder / "plan.json").read_bytes())
    return DayPlan(
        past=tuple(read_roster(folder / name) for name in told["past"]),
        enrolments=read_roster(folder / "enrolments.csv"),
        renewals=int(told["renewals"]),
        corrections=int(told["corrections"]),
        opening_float=int(told["opening_float"]),
        short=int(told["short"]),
        missing=int(told["missing"]),
        slip=folder / "slip.png",
        page=folder / "page.png",
        family=FamilyPlan(told["family"]["shared"], tuple(told["family"]["people"])),
        lists=tuple(_list(folder, one) for one in told["lists"]),
        pays_on=told["pays_on"],
    )


def _list(folder: Path, told: Mapping[str, Any]) -> ListPlan:
    mended = {int(row): (field, text) for row, (field, text) in told["mended"].items()}
    return ListPlan(KelompokKind(told["kind"]), told["payer"], folder / told["file"], mended)

"""What a day on the tour holds: the people of its files, and how much of what is done with them."""

from __future__ import annotations

import json
from dataclasses import dataclass
from pathlib import Path

from perisai_desktop.tour.roster import Roster, read_roster

VOIDS = 3
"""One approved without cash, one approved with cash and refunded, one refused."""


@dataclass(frozen=True, slots=True)
class DayPlan:
    """`past` are those enrolled in earlier months; amounts are rupiah.

    `corrections` of the enrolments are sent back first. `short`: what the deposit lacks and follows later;
    `missing`: what the evening's count lacks.
    """

    past: tuple[Roster, ...]
    enrolments: Roster
    renewals: int
    corrections: int
    opening_float: int
    short: int
    missing: int
    slip: Path


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
    )

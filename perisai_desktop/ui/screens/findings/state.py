"""What the screen of findings shows: groups, the worst first, and the line that is chosen."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from perisai_desktop.domain.branch_finding import DEPOSIT_DIFFERS, BranchFinding, FindingBook, FoundDays
from perisai_desktop.domain.failure import Failure

WORST = (
    DEPOSIT_DIFFERS,
    "cash_old",
    "same_hand",
    "clock_ahead",
    "clock_back",
    "voids_out_of_pattern",
    "entries_missing",
    "receipt_gap",
    "photo_used_before",
    "duplicate",
    "same_person_likely",
    "many_in_one_hour",
    "phone_of_many",
    "photo_missing",
    "birth_date_differs",
    "first_after_gap",
    "age_near_limit",
)
"""Kinds of findings, money first; a kind that this program does not know comes last."""
_LESS_IS_WORSE = "age_near_limit"
"""Counts the days that are left."""


class Grouping(StrEnum):
    """What the findings are grouped by."""

    KIND = "kind"
    AGENT = "agent"


@dataclass(frozen=True, slots=True)
class Group:
    """Findings of one kind, or about one agent; `key` is the kind's code or the agent's id."""

    key: str
    findings: tuple[BranchFinding, ...]

    @property
    def rupiah(self) -> int:
        """The money of all of them."""
        return sum(one.rupiah for one in self.findings)


@dataclass(frozen=True, slots=True)
class Line:
    """A line of the list: a finding, or the head of its group where `finding` is None."""

    group: Group
    finding: BranchFinding | None = None


@dataclass(frozen=True, slots=True)
class FindingsState:
    """`days`: which are asked for. `book` is None until the findings were read."""

    days: FoundDays
    book: FindingBook | None = None
    grouping: Grouping = Grouping.KIND
    chosen: Line | None = None
    busy: bool = False
    failure: Failure | None = None

    @property
    def groups(self) -> tuple[Group, ...]:
        """The worst first; in a group too."""
        return () if self.book is None else grouped(self.book.findings, self.grouping)

    @property
    def lines(self) -> tuple[Line, ...]:
        """Each group's head, and its findings below it."""
        return tuple(
            line
            for group in self.groups
            for line in (Line(group), *(Line(group, finding) for finding in group.findings))
        )


def grouped(findings: tuple[BranchFinding, ...], grouping: Grouping) -> tuple[Group, ...]:
    """Findings in groups; a group is as bad as its worst finding, of two alike the one with more comes first."""
    found: dict[str, list[BranchFinding]] = {}
    for one in sorted(findings, key=_badness):
        found.setdefault(one.code if grouping is Grouping.KIND else one.agent_id, []).append(one)
    groups = (Group(key, tuple(of_group)) for key, of_group in found.items())
    return tuple(sorted(groups, key=lambda group: (_rank(group.findings[0]), -len(group.findings))))


def _badness(one: BranchFinding) -> tuple[int, int, int, str, str]:
    counted = one.measure if one.code == _LESS_IS_WORSE else -one.measure
    return _rank(one), counted, -one.on.toordinal(), one.agent_number, one.subject or ""


def _rank(one: BranchFinding) -> int:
    return WORST.index(one.code) if one.code in WORST else len(WORST)

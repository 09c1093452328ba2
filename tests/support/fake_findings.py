"""Findings of an invented branch, as the reviewer's screen sees them."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

from perisai_desktop.domain.branch_finding import BranchFinding, FindingBook, FoundDays, FoundSpan
from perisai_desktop.domain.failure import Failure
from tests.support.fake_agents import NAMES
from tests.support.sample_bodies import identifier

ON = date(2026, 11, 22)


def finding(code: str, place: int, measure: int = 1, **fields: object) -> BranchFinding:
    """A finding about the day of the agent at `place`, with one record that shows it."""
    made = BranchFinding(
        code=code,
        agent_id=f"agent-{place}",
        agent_number=f"A-{place:04d}",
        agent_name=NAMES[place],
        on=ON,
        subject=None,
        evidence=(identifier(place + 10),),
        measure=measure,
    )
    return replace(made, **fields)  # type: ignore[arg-type]


def book() -> FindingBook:
    """Every kind of finding about four agents, in the server's order."""
    record = {"subject": identifier(1)}
    entries = tuple(identifier(place) for place in range(20, 27))
    return FindingBook(
        ON - timedelta(days=6),
        ON,
        (
            finding("age_near_limit", 0, 120, **record, evidence=()),
            finding("many_in_one_hour", 0, 13, evidence=entries),
            finding("phone_of_many", 2, 6, **record),
            finding("deposit_differs", 1, 150_000, **record, evidence=entries[:3]),
            finding("deposit_differs", 2, 1_250_400, on=ON - timedelta(days=2), **record),
            finding("cash_old", 1, 9, on=ON - timedelta(days=9), evidence=entries[:2]),
            finding("clock_ahead", 2, 180, **record, evidence=entries[:2]),
            finding("voids_out_of_pattern", 1, 4, evidence=entries[:4]),
            finding("entries_missing", 1, 12, on=ON - timedelta(days=7), evidence=()),
            finding("photo_missing", 3, 7, on=ON - timedelta(days=7), **record, evidence=()),
            finding("photo_used_before", 3, 1, **record),
            finding("same_person_likely", 0, 1, **record),
        ),
    )


class FakeFindings:
    """Fulfils the session that the screen asks; `failure` makes the next call fail."""

    def __init__(self) -> None:
        self.told = book()
        self.failure: Failure | None = None
        self.asked = 0
        self.days = FoundDays(FoundSpan.WEEK, ON)

    def book(self, days: FoundDays) -> FindingBook:
        self.asked += 1
        self.days = days
        if self.failure is not None:
            failure, self.failure = self.failure, None
            raise failure
        return self.told

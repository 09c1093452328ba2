"""Pages of the records that wait: whole days of agents, oldest first, each page from where the one before ended."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import date
from typing import TypeAlias

from sync.server.refusals import Refusal
from sync.server.storage.decision_records import AgentDay
from sync.server.storage.records import Review
from sync.server.storage.store import UnitOfWork

PAGE = 200
"""So many records at once, unless one agent's day alone has more."""
LARGEST_LANE = 2_000
"""So many records of one branch and sort are told, and no more: who has decided on them asks anew."""
PLACE_FORM = r"^\d{1,4}~\d{1,4}~(\d{4}-\d{2}-\d{2})?~[0-9A-Za-z-]{0,64}$"

Lane: TypeAlias = tuple[str, Collection[str]]
"""A branch and the states that wait beside one another."""


@dataclass(frozen=True, slots=True)
class Place:
    """How far the pages were read: the lane, how many records of it, and its last day and agent (None: none yet)."""

    lane: int = 0
    told: int = 0
    after: AgentDay | None = None

    def text(self) -> str:
        """The place as a program says it again."""
        on, agent = ("", "") if self.after is None else (self.after[0].isoformat(), self.after[1])
        return f"{self.lane}~{self.told}~{on}~{agent}"


def place_of(text: str | None) -> Place:
    """The place that a page named, in its form; the beginning for None. Refusal: `request_invalid`."""
    if text is None:
        return Place()
    lane, told, on, agent = text.split("~")
    try:
        after = (date.fromisoformat(on), agent) if on else None
    except ValueError:
        raise Refusal("request_invalid", field="query.after") from None
    return Place(int(lane), int(told), after)


def page_of(
    tx: UnitOfWork, lanes: Sequence[Lane], place: Place, size: int
) -> tuple[list[Review], Place | None]:
    """About so many reviews behind a place, lane by lane and no day of an agent in halves; and where the next page begins."""
    found: list[Review] = []
    while place.lane < len(lanes) and len(found) < size:
        days, more = _days(tx, lanes[place.lane], size - len(found), place.after)
        found += days
        told = place.told + len(days)
        if more and told < LARGEST_LANE:
            return found, Place(place.lane, told, _day(days[-1]))
        place = Place(place.lane + 1)
    return found, place if place.lane < len(lanes) else None


def _days(tx: UnitOfWork, lane: Lane, size: int, after: AgentDay | None) -> tuple[Sequence[Review], bool]:
    """As many whole days of agents as have so many reviews, one at least; and whether there are more."""
    while True:
        found = tx.reviews.queue(*lane, size + 1, after)
        if len(found) <= size:
            return found, False
        days = [one for one in found if _day(one) != _day(found[-1])]
        if days:
            return days, True
        size *= 2


def _day(review: Review) -> AgentDay:
    return review.recorded_on, review.agent_id

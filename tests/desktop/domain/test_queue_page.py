"""Pages of a queue make one queue: an agent's day is one group, and a record stands as it was told last."""

from dataclasses import replace
from datetime import date, timedelta

from perisai_desktop.domain.queue_page import joined
from perisai_desktop.domain.review import QueueGroup, QueueRecord
from sync.rules.states import ReviewState
from tests.support.fake_reviewing import FakeReviewing, record

ON = date(2026, 11, 22)
(RECORD, LATER) = FakeReviewing([record(1, "Ujang"), record(2, "Maria")]).queue()[0].records


def group(agent: str, *records: QueueRecord, day: int = 0) -> QueueGroup:
    rupiah = sum(one.rupiah for one in records)
    return QueueGroup(agent, agent, ON + timedelta(days=day), len(records), rupiah, records)


def test_days_are_in_order_and_an_agents_day_is_one_group() -> None:
    late, early, other = group("a", LATER, day=1), group("a", LATER), group("b", RECORD)
    assert joined((late,), (other, early)) == (early, other, late)
    assert joined((early,), (group("a", RECORD),)) == (group("a", RECORD, LATER),)


def test_a_record_on_two_pages_stands_as_the_later_one_says() -> None:
    returned = replace(RECORD, state=ReviewState.RETURNED)
    assert joined((group("a", RECORD),), (group("a", returned),)) == (group("a", returned),)

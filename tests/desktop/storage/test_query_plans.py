"""What a run of the sync asks however little there is to do is never answered by walking through the journal."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from perisai_desktop.storage import journal, outbox, photos
from perisai_desktop.storage.database import Database, Session
from tests.support.query_plans import plans
from tests.support.sample_entries import every_kind
from tests.support.stores import store_all

QUESTIONS: dict[str, Callable[[Session], object]] = {
    "ends of the chains": journal.heads,
    "entries that wait": outbox.waiting,
    "what waits, summed": outbox.queue,
    "withdrawals that wait": lambda session: outbox.urgent(session, 100, 40_960),
    "the oldest that waits": lambda session: outbox.oldest_of(session, ("receipt", "consent_withdrawal")),
    "the picture that goes next": lambda session: photos.going(session, (), allowed=True),
}


@pytest.mark.parametrize("asked", QUESTIONS.values(), ids=QUESTIONS.keys())
def test_no_question_of_an_idle_run_walks_through_the_journal(
    store: Database, asked: Callable[[Session], object]
) -> None:
    store_all(store, every_kind())
    with store.reading() as session:
        with plans(session) as steps:
            asked(session)
        assert steps
        assert [step for step in steps if step.startswith("SCAN journal")] == []


def test_a_walk_through_the_journal_is_seen(store: Database) -> None:
    with store.reading() as session:
        with plans(session) as steps:
            journal.of_kind(session, "receipt")
        assert any(step.startswith("SCAN journal") for step in steps)

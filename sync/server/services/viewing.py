"""Notes who was shown whose data: one row of the audit trail for each view, before it goes out."""

from __future__ import annotations

from collections.abc import Collection
from enum import StrEnum

from sync.protocol.canonical import JsonValue
from sync.protocol.review import ReviewQueue, ReviewRecord
from sync.server.clock import Clock
from sync.server.services.accounts import SignedIn
from sync.server.services.auditing import audit
from sync.server.storage.store import Store

EVERY_BRANCH = "branches"
"""The subject of a list that was read by somebody without a branch."""


class Way(StrEnum):
    """By which request a record was shown."""

    READ = "read"
    OPENED = "opened"
    RELEASED = "released"
    TAKEN_OVER = "taken_over"
    DECLINED = "declined"
    ATTRIBUTED = "attributed"
    COMPARED = "compared"


class Viewing:
    """The trail holds ids and counts: neither names nor what was searched for."""

    def __init__(self, store: Store, clock: Clock) -> None:
        self._store = store
        self._clock = clock

    def record(self, person: SignedIn, record: ReviewRecord, way: Way) -> ReviewRecord:
        """A record as it goes out: its form with NIK, names and addresses, and who else is named in it."""
        others: list[JsonValue] = [stranger.worker_id for stranger in record.strangers]
        named: dict[str, JsonValue] = {} if record.worker_id is None else {"worker": record.worker_id}
        self._note(person, "record_seen", record.entry_id, way=way.value, people=others, **named)
        return record

    def queue(self, person: SignedIn, queue: ReviewQueue) -> ReviewQueue:
        """A list of records as it goes out, with names and occupations: who had it, and how many were in it."""
        count = sum(group.count for group in queue.groups)
        self._note(person, "list_seen", person.branch_id or EVERY_BRANCH, count=count)
        return queue

    def search(self, person: SignedIn, found: Collection[str]) -> None:
        """A search among workers that found these."""
        people: list[JsonValue] = [*found]
        self._note(
            person, "workers_searched", person.branch_id or EVERY_BRANCH, count=len(found), people=people
        )

    def _note(self, person: SignedIn, act: str, subject: str, **detail: JsonValue) -> None:
        with self._store.transaction() as tx:
            audit(tx, self._clock.now(), person.account_id, act, subject, **detail)

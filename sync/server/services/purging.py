"""The retention purge: goes through all people, erases what is due in small transactions, and logs every part.

It may be stopped at any point and begun again. Raw batches are cut before the personal parts in them go; a picture's row
says that it is erased before its file goes, and files that were left are swept at the next run.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Collection, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta

from sync.server.clock import Clock, western_day
from sync.server.domain.retention import (
    ERASES_ALL,
    Hold,
    PurgeReason,
    Standing,
    due,
    hold_of,
    over,
)
from sync.server.services.contents import content_reviews
from sync.server.services.cutting import cut_refused, cut_settled
from sync.server.services.erasing import Erasure, Going, erase_loose, erase_person, going_of
from sync.server.services.loose_entries import workers_of
from sync.server.services.person_standing import is_waiting, read_subjects
from sync.server.settings import Periods
from sync.server.storage.ports.blob_files import BlobFiles
from sync.server.storage.records import StoredEntry
from sync.server.storage.store import Store, UnitOfWork

RULES = "rules"
"""Who purges where nobody asked: the server by itself."""
_PAGE, _AT_ONCE = 2_000, 50
_SWEPT = 500

Pages = Callable[[UnitOfWork, str, int], tuple[str, ...]]


@dataclass(slots=True)
class Purged:
    """What a purge erased, or would erase, by reason; what it kept although its time is over, by what holds it."""

    people: Counter[PurgeReason] = field(default_factory=Counter)
    parts: Counter[PurgeReason] = field(default_factory=Counter)
    photos: Counter[PurgeReason] = field(default_factory=Counter)
    kept: Counter[Hold] = field(default_factory=Counter)
    looked_at: int = 0
    batches: int = 0

    def add(self, erasure: Erasure) -> None:
        """Count what went of one person or entry."""
        self.people[erasure.reason] += erasure.of_person
        self.parts[erasure.reason] += erasure.parts
        self.photos[erasure.reason] += erasure.photos


class Purging:
    """`required`: the purposes of consent without which nobody is enrolled, as they hold now."""

    def __init__(
        self,
        store: Store,
        clock: Clock,
        files: BlobFiles,
        required: Callable[[], frozenset[str]],
        periods: Periods,
    ) -> None:
        self._store = store
        self._clock = clock
        self._files = files
        self._required = required
        self._periods = periods

    def survey(self) -> Purged:
        """What a purge would erase now; nothing is changed."""
        purged, at = Purged(), self._clock.now()
        for page in self._people(_everybody):
            with self._store.reading() as tx:
                for going in self._going(tx, page, at, purged):
                    purged.add(going.erasure)
        for together in self._loose():
            with self._store.reading() as tx:
                for _, reason in self._due_loose(tx, together, at):
                    purged.add(Erasure(reason, 1, 0, of_person=False))
        return purged

    def run(self, actor: str) -> Purged:
        """Erase what is due. `actor`: an account id, `terminal`, or `RULES`."""
        purged, at = self._purge(actor, _everybody), self._clock.now()
        for together in self._loose():
            with self._store.reading() as tx:
                found = self._due_loose(tx, together, at)
            self._cut({stored.record.device for stored, _ in found}, at, purged)
            with self._store.transaction() as tx:
                tx.feed.lock({stored.record.agent_id for stored, _ in found})
                for stored, reason in self._due_loose(tx, [stored for stored, _ in found], at):
                    purged.add(erase_loose(tx, stored, reason, actor, at))
        long_ago = at - timedelta(days=self._periods.refused)
        purged.batches += cut_refused(self._store, long_ago, at)
        self._sweep()
        return purged

    def follow_withdrawals(self) -> Purged:
        """Erase the data of whose withdrawal of consent was settled so, as soon as nothing holds them."""
        purged = self._purge(RULES, _withdrawn)
        if purged.people:
            self._sweep()
        return purged

    def _purge(self, actor: str, pages: Pages) -> Purged:
        purged, at = Purged(), self._clock.now()
        for page in self._people(pages):
            with self._store.reading() as tx:
                found = self._going(tx, page, at, purged)
            if not found:
                continue
            self._cut({one.record.device for going in found for one in going.entries}, at, purged)
            with self._store.transaction() as tx:
                tx.feed.lock({one.record.agent_id for going in found for one in going.subject.entries})
                people = [going.subject.worker_id for going in found]
                for going in self._going(tx, people, at, Purged()):
                    erase_person(tx, going, actor, at)
                    purged.add(going.erasure)
        return purged

    def _people(self, pages: Pages) -> Iterator[tuple[str, ...]]:
        """People a few at a time, found many at a time."""
        after = ""
        while True:
            with self._store.reading() as tx:
                page = pages(tx, after, _PAGE)
            if not page:
                return
            for start in range(0, len(page), _AT_ONCE):
                yield page[start : start + _AT_ONCE]
            after = page[-1]

    def _loose(self) -> Iterator[tuple[StoredEntry, ...]]:
        """Entries about no worker alone, a few at a time."""
        after = ("", "")
        while True:
            with self._store.reading() as tx:
                page = tx.purges.loose(after, _AT_ONCE)
            if not page:
                return
            yield page
            after = (page[-1].record.device, page[-1].record.hash)

    def _going(
        self, tx: UnitOfWork, worker_ids: Collection[str], at: datetime, purged: Purged
    ) -> list[Going]:
        """What goes of some people; who was looked at and who is kept is counted."""
        today, found = western_day(at), []
        all_due = self._all_due(tx, at)
        for subject in read_subjects(tx, worker_ids, self._required(), at).values():
            purged.looked_at += 1
            reason = over(subject.standing, self._periods, today)
            hold = hold_of(subject.standing)
            going = None if reason is None else going_of(tx, subject, reason, all_due)
            if going is not None and hold is not None:
                purged.kept[hold] += 1
            elif going is not None:
                found.append(going)
        return found

    def _due_loose(
        self, tx: UnitOfWork, together: Collection[StoredEntry], at: datetime
    ) -> list[tuple[StoredEntry, PurgeReason]]:
        """Which entries about many people, or about nobody who is known, go with all of them."""
        found = []
        all_due = self._all_due(tx, at)
        for stored in together:
            workers = workers_of(tx, stored)
            reasons = all_due(workers)
            if workers and set(reasons) == workers and set(reasons.values()) <= ERASES_ALL:
                found.append((stored, min(reasons.values(), key=list(PurgeReason).index)))
            elif not workers and self._of_nobody(tx, stored, western_day(at)):
                found.append((stored, PurgeReason.MEMBERSHIP_ENDED))
        return found

    def _of_nobody(self, tx: UnitOfWork, stored: StoredEntry, today: date) -> bool:
        """Whether an entry that the ledger connects with nobody is settled, and as old as any may be."""
        reviews = content_reviews(tx, [stored.record]).values()
        waits = any(is_waiting(review) for review in reviews)
        standing = Standing(quiet_on := western_day(stored.record.received_at), waits, lapsed_on=quiet_on)
        return due(standing, self._periods, today) is not None

    def _all_due(
        self, tx: UnitOfWork, at: datetime
    ) -> Callable[[Collection[str]], Mapping[str, PurgeReason]]:
        """Answers why the data of people go; those whose stay are left out. Each of the people on a list is judged once."""
        today = western_day(at)
        judged: dict[str, PurgeReason | None] = {}

        def reasons(worker_ids: Collection[str]) -> Mapping[str, PurgeReason]:
            unread = set(worker_ids) - judged.keys()
            subjects = read_subjects(tx, unread, self._required(), at) if unread else {}
            judged.update(dict.fromkeys(unread))
            for worker_id, subject in subjects.items():
                judged[worker_id] = due(subject.standing, self._periods, today)
            wanted = {worker_id: judged[worker_id] for worker_id in worker_ids}
            return {worker_id: reason for worker_id, reason in wanted.items() if reason is not None}

        return reasons

    def _cut(self, devices: Collection[str], at: datetime, purged: Purged) -> None:
        for device in sorted(devices):
            purged.batches += cut_settled(self._store, device, at)

    def _sweep(self) -> None:
        """Delete the files of pictures that are erased, and what the database's own files still hold."""
        while True:
            with self._store.reading() as tx:
                page = tx.purges.dropped(_SWEPT)
            if not page:
                break
            for device, sha256 in page:
                self._files.drop(device, sha256)
            with self._store.transaction() as tx:
                for device, sha256 in page:
                    tx.purges.swept(device, sha256)
        self._store.scrub()


def _everybody(tx: UnitOfWork, after: str, limit: int) -> tuple[str, ...]:
    return tx.purges.people(after, limit)


def _withdrawn(tx: UnitOfWork, after: str, limit: int) -> tuple[str, ...]:
    return tx.purges.withdrawn(after, limit)

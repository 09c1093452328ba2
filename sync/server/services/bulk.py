"""Approves many records at once: a sample is looked at first, and it stands ten minutes later unless it is undone."""

from __future__ import annotations

import secrets
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from random import SystemRandom

from sync.protocol.identifiers import uuid7
from sync.rules.states import Move, ReviewState
from sync.server.clock import Clock
from sync.server.domain.bulk import APPROVED, GRACE, BulkEntry, drawn, read, unfit, why_not, written
from sync.server.domain.decisions import Request, refuse_maker
from sync.server.permissions import Role
from sync.server.refusals import Refusal
from sync.server.services.accounts import SignedIn
from sync.server.services.auditing import audit
from sync.server.services.review_access import checker_of
from sync.server.services.reviewing import Reviewing
from sync.server.storage.decision_records import Bulk
from sync.server.storage.store import Store, UnitOfWork

_SHOWN = timedelta(days=1)
_DONE = (ReviewState.APPROVED.value, ReviewState.REGISTERED.value)


@dataclass(frozen=True, slots=True)
class BulkStanding:
    """A bulk with its rows, who made it, and which of its sample that person has opened since."""

    bulk: Bulk
    by: str
    mine: bool
    rows: tuple[BulkEntry, ...]
    seen: frozenset[str]


class BulkApproving:
    """Bulks of one's own branch; each belongs to the person who drew it."""

    def __init__(
        self,
        store: Store,
        clock: Clock,
        reviewing: Reviewing,
        pick: Callable[[int, int], Sequence[int]] | None = None,
    ) -> None:
        self._store = store
        self._clock = clock
        self._reviewing = reviewing
        self._pick = pick or (lambda count, size: SystemRandom().sample(range(count), size))

    def draw(self, person: SignedIn, entry_ids: Sequence[str]) -> BulkStanding:
        """Take records together, and draw by chance which of them have to be opened.

        Refusals: `record_unknown`, `maker_is_checker`, `record_unfit` (reason: `record_flagged`, `move_refused`,
        `second_person_needed`).
        """
        at = self._clock.now()
        with self._store.transaction() as tx:
            found = tx.reviews.reviews(entry_ids)
            reviews = [found[one] for one in dict.fromkeys(entry_ids) if one in found]
            known = [one for one in reviews if one.branch_id == person.branch_id]
            if not known or len(known) != len(set(entry_ids)):
                raise Refusal("record_unknown")
            branch = tx.organisation.branch(known[0].branch_id)
            for review in known:
                refuse_maker(review, checker_of(person))
                code = why_not(review, branch)
                if code is not None:
                    raise unfit(code)
            bulk = Bulk(
                bulk_id=uuid7(at, secrets.token_bytes(10)),
                branch_id=known[0].branch_id,
                account_id=person.account_id,
                at=at,
                state="drawn",
                rows=written(drawn(known, self._pick)),
            )
            tx.bulks.add(bulk)
            audit(tx, at, person.account_id, "bulk_drawn", bulk.bulk_id, count=len(known))
            return _standing(tx, bulk, person)

    def schedule(self, person: SignedIn, bulk_id: str) -> BulkStanding:
        """Have a bulk stand in ten minutes. Refusals: `bulk_unknown`, `bulk_over`, `sample_unseen` (missing)."""
        at = self._clock.now()
        with self._store.transaction() as tx:
            standing = _standing(tx, _own(tx, person, bulk_id), person)
            if standing.bulk.state != "drawn":
                raise Refusal("bulk_over")
            missing = sum(row.sampled and row.entry_id not in standing.seen for row in standing.rows)
            if missing:
                raise Refusal("sample_unseen", missing=missing)
            bulk = replace(standing.bulk, state="scheduled", due_at=at + GRACE)
            tx.bulks.put(bulk)
            audit(tx, at, person.account_id, "bulk_scheduled", bulk_id, count=len(standing.rows))
            return replace(standing, bulk=bulk)

    def undo(self, person: SignedIn, bulk_id: str) -> BulkStanding:
        """Take a bulk back before it stands. Refusals: `bulk_unknown`, `bulk_over`."""
        at = self._clock.now()
        with self._store.transaction() as tx:
            bulk = _own(tx, person, bulk_id)
            over = bulk.due_at is not None and bulk.due_at <= at
            if bulk.state not in ("drawn", "scheduled") or over:
                raise Refusal("bulk_over")
            bulk = replace(bulk, state="undone")
            tx.bulks.put(bulk)
            audit(tx, at, person.account_id, "bulk_undone", bulk_id)
            return _standing(tx, bulk, person)

    def standing(self, person: SignedIn) -> tuple[BulkStanding, ...]:
        """The bulks of the person's branch since yesterday, newest first."""
        self.apply()
        with self._store.reading() as tx:
            found = tx.bulks.of_branch(person.branch_id or "", self._clock.now() - _SHOWN)
            return tuple(_standing(tx, bulk, person) for bulk in found)

    def apply(self) -> int:
        """Approve what is due, record by record; what changed meanwhile falls out. How many bulks that were."""
        at = self._clock.now()
        with self._store.reading() as tx:
            due = tx.bulks.due(at)
        for bulk in due:
            rows = tuple(self._approved(bulk, row, at) for row in read(bulk.rows))
            with self._store.transaction() as tx:
                tx.bulks.put(replace(bulk, state="applied", rows=written(rows)))
                approved = sum(row.outcome == APPROVED for row in rows)
                audit(tx, at, bulk.account_id, "bulk_applied", bulk.bulk_id, count=approved)
        return len(due)

    def _approved(self, bulk: Bulk, row: BulkEntry, at: datetime) -> BulkEntry:
        """A row with its outcome; one that was approved before the program died stays so."""
        with self._store.reading() as tx:
            person = _person(tx, bulk, at)
            review = tx.reviews.reviews([row.entry_id])[row.entry_id]
        if person is None:
            return replace(row, outcome="account_unknown")
        if review.state in _DONE and review.hash == row.hash:
            return replace(row, outcome=APPROVED)
        try:
            asked = Request(Move.APPROVE, row.hash, among_many=True)
            self._reviewing.decide(person, row.entry_id, asked)
        except Refusal as refusal:
            return replace(row, outcome=refusal.code)
        return replace(row, outcome=APPROVED)


def _own(tx: UnitOfWork, person: SignedIn, bulk_id: str) -> Bulk:
    bulk = tx.bulks.bulk(bulk_id, locking=True)
    if bulk is None or bulk.account_id != person.account_id:
        raise Refusal("bulk_unknown")
    return bulk


def _person(tx: UnitOfWork, bulk: Bulk, at: datetime) -> SignedIn | None:
    """Who made a bulk, as one who may still decide; a session is not needed for what was scheduled in one."""
    account = tx.accounts.account(bulk.account_id)
    if account is None or account.role != Role.REVIEWER.value:
        return None
    if account.disabled_at is not None or account.must_change:
        return None
    return SignedIn(
        account_id=account.account_id,
        login=account.login,
        name=account.name,
        role=Role.REVIEWER,
        branch_id=account.branch_id,
        agent_id=account.agent_id,
        expires_at=at,
        must_change=False,
        token_hash="",
    )


def _standing(tx: UnitOfWork, bulk: Bulk, person: SignedIn) -> BulkStanding:
    rows = read(bulk.rows)
    sample = [row.entry_id for row in rows if row.sampled]
    reviews = tx.reviews.reviews(sample)
    seen = {
        one
        for one in sample
        if _claimed(reviews[one].claimed_by, reviews[one].claimed_at, bulk)
        or any(
            move.move == Move.OPEN and move.account_id == bulk.account_id and move.at >= bulk.at
            for move in tx.reviews.moves(one)
        )
    }
    names = tx.accounts.names({bulk.account_id})
    mine = bulk.account_id == person.account_id
    return BulkStanding(bulk, names.get(bulk.account_id, ""), mine, rows, frozenset(seen))


def _claimed(by: str | None, at: datetime | None, bulk: Bulk) -> bool:
    return by == bulk.account_id and at is not None and at >= bulk.at

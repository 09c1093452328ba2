"""A person says of two records that they are of two people or of one, or has somebody else say it."""

from __future__ import annotations

import json
from collections.abc import Collection, Mapping
from dataclasses import dataclass, field, replace
from datetime import datetime, timedelta

from sync.rules.pairs import PAIR_REASONS, Saying
from sync.rules.states import Move, ReviewState
from sync.server.clock import Clock
from sync.server.domain.decisions import Request, is_conflict, refuse_other_claim, unclaimed
from sync.server.domain.pairs import (
    pair_of,
    refuse_unsayable,
    standing_of_pairs,
    told_apart,
    without_flags,
)
from sync.server.permissions import Role
from sync.server.refusals import Refusal
from sync.server.services.accounts import SignedIn
from sync.server.services.review_access import checker_of, locked_pair, refuse_makers
from sync.server.services.review_moves import Step, record, settle, tell
from sync.server.services.reviewing import Reviewing
from sync.server.storage.decision_records import PairSaying
from sync.server.storage.records import Review
from sync.server.storage.store import Store, UnitOfWork

DEEDS: Mapping[Saying, str] = {
    Saying.APART: "told_apart",
    Saying.SAME: "same_person",
    Saying.ESCALATE: "escalate",
}
"""What a history calls each saying."""


@dataclass(frozen=True, slots=True)
class Said:
    """What is said of a record and another one; the hashes are those of the contents that were looked at."""

    saying: Saying
    hash: str
    other_hash: str
    reason: str
    note: str | None = field(default=None, repr=False)


class TellingApart:
    """Pairs of one's own branch; every call is one transaction under both agents' feed locks."""

    def __init__(self, store: Store, clock: Clock, reviewing: Reviewing, claim_lifetime: timedelta) -> None:
        self._store = store
        self._clock = clock
        self._reviewing = reviewing
        self._claim_lifetime = claim_lifetime

    def say(self, person: SignedIn, entry_id: str, other_id: str, said: Said) -> None:
        """Keep what a person says of a record that waits and another one, and do what follows from it.

        Apart: neither is flagged for the other any longer, nor will be; a duplicate goes back into review. Same: the
        record is a duplicate. Escalate: another reviewer or a branch administrator is to say it.
        Refusals: `reason_unknown`, `record_unknown`, `maker_is_checker`, `claimed_by_other`, `content_changed`,
        `second_person_needed`, `move_refused`.
        """
        if said.reason not in PAIR_REASONS[said.saying]:
            raise Refusal("reason_unknown", reason=said.reason)
        at, checker = self._clock.now(), checker_of(person)
        decides = person.role is Role.REVIEWER
        with self._store.transaction() as tx:
            mine, other = locked_pair(tx, person, entry_id, other_id)
            for one in (mine, other):
                refuse_makers(tx, one, checker)
            refuse_other_claim(mine, checker, at, self._claim_lifetime)
            if (said.hash, said.other_hash) != (mine.hash, other.hash):
                raise Refusal("content_changed")
            pair = pair_of(entry_id, other_id)
            standing = standing_of_pairs(tx.pairs.sayings([entry_id])).get(pair)
            refuse_unsayable(mine, other, standing, said.saying, person.account_id, decides=decides)
            number = 1 if standing is None else standing.number + 1
            tx.pairs.say(_row(mine, other, number, said, person, at))
            if said.saying is Saying.APART:
                self._lift(tx, person, (mine, other), said, at)
            elif said.saying is Saying.SAME and mine.state != ReviewState.DUPLICATE.value:
                self._reviewing.decide_in(tx, person, entry_id, Request(Move.DUPLICATE, mine.hash), at)
            if said.saying is not Saying.APART:
                _note(tx, person, entry_id, said, at, ())
            if said.saying is Saying.ESCALATE or not decides:
                _give_back(tx, person, entry_id, at)

    def _lift(
        self, tx: UnitOfWork, person: SignedIn, reviews: tuple[Review, Review], said: Said, at: datetime
    ) -> None:
        """Take the flags from both, and from the corrections in them, for which only the other one spoke."""
        mine, other = reviews
        if mine.state == ReviewState.DUPLICATE.value:
            self._reviewing.decide_in(tx, person, mine.entry_id, Request(Move.NOT_DUPLICATE, mine.hash), at)
        pair = pair_of(mine.entry_id, other.entry_id)
        kept, lifted = told_apart(tx.checks.about(pair), pair)
        tx.checks.replace(pair, kept)
        for one in reviews:
            gone = lifted.get(one.entry_id, frozenset())
            _note(tx, person, one.entry_id, said, at, gone)
            for part in tx.reviews.corrections(one.entry_id):
                if not is_conflict(part) and gone & set(json.loads(part.flags)):
                    _note(tx, person, part.entry_id, said, at, gone)


def _row(mine: Review, other: Review, number: int, said: Said, person: SignedIn, at: datetime) -> PairSaying:
    hashes = {mine.entry_id: mine.hash, other.entry_id: other.hash}
    first, second = pair_of(mine.entry_id, other.entry_id)
    return PairSaying(
        first_id=first,
        second_id=second,
        number=number,
        first_hash=hashes[first],
        second_hash=hashes[second],
        saying=said.saying.value,
        account_id=person.account_id,
        at=at,
        reason=said.reason,
        note=said.note,
    )


def _note(
    tx: UnitOfWork, person: SignedIn, entry_id: str, said: Said, at: datetime, lifted: Collection[str]
) -> None:
    """Write the deed into a record's history and the audit trail; its agent hears of another state, not of the reason."""
    review = tx.reviews.reviews([entry_id])[entry_id]
    asked = Request(Move.NOT_DUPLICATE, review.hash, said.reason, said.note)
    step = Step(at, person, DEEDS[said.saying], review, without_flags(review, lifted), asked)
    record(tx, step)
    if step.after.state != review.state:
        tell(tx, replace(step, asked=None))


def _give_back(tx: UnitOfWork, person: SignedIn, entry_id: str, at: datetime) -> None:
    """Give back a record that the person has open, so that somebody else may take it."""
    review = tx.reviews.reviews([entry_id])[entry_id]
    if review.state == ReviewState.IN_REVIEW.value:
        settle(tx, Step(at, person, Move.RELEASE, review, unclaimed(review)))

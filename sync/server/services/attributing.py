"""A reviewer says for whom money was paid that came for somebody unknown: its lines become that worker's."""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime, timedelta

from sync.protocol.attribution import FoundWorker, StrangePayer
from sync.protocol.bodies.contribution import ContributionPersonal
from sync.protocol.feed import AttributionPayload, DecisionPayload
from sync.protocol.kinds import EntryKind
from sync.protocol.wire import wire_bytes
from sync.rules.iuran_month import IuranMonth
from sync.rules.reactions import Reaction
from sync.rules.states import ReviewState
from sync.server.clock import Clock
from sync.server.domain.contents import is_apart
from sync.server.domain.decisions import refuse_maker, refuse_other_claim
from sync.server.domain.paid_receipts import GONE
from sync.server.refusals import Refusal
from sync.server.services.accounts import SignedIn
from sync.server.services.auditing import audit
from sync.server.services.cards import cards_of
from sync.server.services.intake_reading import read_histories
from sync.server.services.moving import settle_money
from sync.server.services.record_forms import readable
from sync.server.services.review_access import checker_of, locked_review
from sync.server.services.worker_search import workers_meant
from sync.server.storage.records import LedgerLine, Review, ReviewMove
from sync.server.storage.store import Store, UnitOfWork

ATTRIBUTE = "attribute"
_OPEN = frozenset(
    {
        ReviewState.PARKED,
        ReviewState.SUSPENSE,
        ReviewState.FLAGGED,
        ReviewState.RECEIVED,
        ReviewState.IN_REVIEW,
    }
)
_WAITED = frozenset({ReviewState.PARKED, ReviewState.SUSPENSE})
_ABOUT_STRANGERS = frozenset({"worker_unknown", "worker_by_nik"})


class Attributing:
    """Inside the person's own branch; a payment is decided on like any other once its people are known."""

    def __init__(self, store: Store, clock: Clock, claim_lifetime: timedelta) -> None:
        self._store = store
        self._clock = clock
        self._claim_lifetime = claim_lifetime

    def find(self, person: SignedIn, text: str) -> tuple[FoundWorker, ...]:
        """Workers of the branch with this NIK, phone or receipt, or whose name begins so (three letters or more), by name."""
        at = self._clock.now()
        with self._store.reading() as tx:
            agents = {agent.agent_id: agent.name for agent in tx.organisation.agents(person.branch_id)}
            meant = workers_meant(tx, text, at.date(), agents)
            cards = list(cards_of(tx, meant, IuranMonth.of(at.date())))
        found = [
            FoundWorker(
                worker_id=card.worker_id,
                nik=card.nik,
                name=card.name,
                birth_date=card.birth_date,
                agent_name=agents[meant[card.worker_id]],
                paid_until=card.paid_until,
            )
            for card in cards
        ]
        return tuple(sorted(found, key=lambda one: (one.name, one.worker_id)))

    def attribute(self, person: SignedIn, entry_id: str, content: str, payer: str, worker_id: str) -> None:
        """Say that what a payment (content by hash) names `payer` for was paid for a worker of the branch.

        Its lines move, whatever bucket they lie in; months that the worker had paid already are flagged. One that
        waited for nobody else is for a person to decide on from then on. The worker's agent gets the card anew.
        Refusals: `record_unknown`, `maker_is_checker`, `claimed_by_other`, `content_changed`, `move_refused`,
        `worker_unknown` (either of the two).
        """
        at, checker = self._clock.now(), checker_of(person)
        with self._store.transaction() as tx:
            review = locked_review(tx, person, entry_id)
            refuse_maker(review, checker)
            refuse_other_claim(review, checker, at, self._claim_lifetime)
            if content != review.hash:
                raise Refusal("content_changed")
            state = ReviewState(review.state)
            if review.kind != EntryKind.CONTRIBUTION.value or state not in _OPEN or is_apart(review):
                raise Refusal("move_refused", state=review.state, move=ATTRIBUTE)
            serving = next((one.agent_id for one in read_histories(tx, {worker_id}).values()), None)
            agent = None if serving is None else tx.organisation.agent(serving)
            strangers = {one.worker_id for one in strange_payers(tx, review)}
            if agent is None or agent.branch_id != person.branch_id or payer not in strangers:
                raise Refusal("worker_unknown")
            lines = [line for line in _lines(tx, review) if line.worker_id == payer]
            twice = tx.money.paid_months({worker_id}).get(worker_id, frozenset())
            tx.money.assign(lines, worker_id)
            after = _attributed(
                review, worker_id, strangers - {payer}, twice & {line.month for line in lines}
            )
            _record(tx, person, review, after, at)
            _tell(tx, person, review, after, payer, worker_id, at)
            if agent.agent_id != review.agent_id:
                cards = [
                    wire_bytes(card).decode() for card in cards_of(tx, {worker_id}, IuranMonth.of(at.date()))
                ]
                tx.feed.extend(agent.agent_id, "worker", at, cards)


def strange_payers(tx: UnitOfWork, review: Review) -> tuple[StrangePayer, ...]:
    """For whom a payment was made whom the branch does not know by the id it names; nobody where it is another record."""
    if (
        review.kind != EntryKind.CONTRIBUTION.value
        or ReviewState(review.state) not in _OPEN
        or is_apart(review)
    ):
        return ()
    (entry,) = readable(tx.entries.stored(review.device, [review.entry_hash]))
    named = entry.personal.workers if isinstance(entry.personal, ContributionPersonal) else ()
    told = {one.worker_id: one for one in named}
    paid: dict[str, int] = {}
    for line in _lines(tx, review):
        worker_id = str(line.worker_id)
        paid[worker_id] = paid.get(worker_id, 0) + line.amount
    known = {history.worker_id for history in read_histories(tx, paid).values()}
    return tuple(
        StrangePayer(
            worker_id=worker_id,
            nik=told[worker_id].nik if worker_id in told else "",
            name=told[worker_id].name if worker_id in told else "",
            rupiah=rupiah,
        )
        for worker_id, rupiah in paid.items()
        if worker_id not in known
    )


def _lines(tx: UnitOfWork, review: Review) -> list[LedgerLine]:
    """The lines of a payment that are neither voided nor refunded."""
    return [
        line
        for line in tx.money.lines(review.action_id)
        if line.hash == review.entry_hash and line.bucket not in GONE
    ]


def _attributed(review: Review, worker_id: str, strangers: set[str], twice: frozenset[str]) -> Review:
    flags = [flag for flag in json.loads(review.flags) if strangers or flag not in _ABOUT_STRANGERS]
    flags += [Reaction.MONTH_ALREADY_PAID.value] if twice else []
    settled = ReviewState(review.state) in _WAITED and not strangers
    return replace(
        review,
        state=ReviewState.FLAGGED.value if settled else review.state,
        flags=json.dumps(list(dict.fromkeys(flags))),
        worker_id=next(iter(sorted(strangers)), worker_id),
    )


def _record(tx: UnitOfWork, person: SignedIn, before: Review, after: Review, at: datetime) -> None:
    """Store the review, its history and its money's bucket."""
    tx.reviews.put(after)
    move = ReviewMove(
        entry_id=after.entry_id,
        number=tx.reviews.move_counts([after.entry_id]).get(after.entry_id, 0) + 1,
        at=at,
        account_id=person.account_id,
        move=ATTRIBUTE,
        from_state=before.state,
        to_state=after.state,
        hash=after.hash,
    )
    tx.reviews.add_moves([move])
    settle_money(tx, after)


def _tell(
    tx: UnitOfWork,
    person: SignedIn,
    before: Review,
    after: Review,
    payer: str,
    worker_id: str,
    at: datetime,
) -> None:
    """Tell the agent who took the money, and the audit trail."""
    attributed = AttributionPayload(
        entry_id=after.entry_id,
        hash=after.entry_hash,
        payer=payer,
        worker_id=worker_id,
        decided_at=at,
        reviewer=person.name,
    )
    rows: Sequence[tuple[str, bytes]] = [("attribution", wire_bytes(attributed))]
    if before.state != after.state:
        decided = DecisionPayload(
            entry_id=after.entry_id,
            hash=after.entry_hash,
            state=ReviewState(after.state),
            decided_at=at,
            reviewer=person.name,
        )
        rows = [*rows, ("decision", wire_bytes(decided))]
    for kind, payload in rows:
        tx.feed.append(after.agent_id, kind, at, payload.decode())
    audit(
        tx,
        at,
        person.account_id,
        "payment_attributed",
        after.entry_id,
        hash=after.entry_hash,
        payer=payer,
        worker=worker_id,
    )

"""What a reviewer reads: the queue by agent and day, and one record with all that belongs to it."""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping, Sequence
from datetime import date
from itertools import groupby

from sync.protocol.entry import DecodedEntry
from sync.protocol.feed import FieldComment
from sync.protocol.review import (
    DayTill,
    FormView,
    PhotoView,
    QueueGroup,
    QueueRecord,
    ReviewFinding,
    ReviewQueue,
    ReviewRecord,
    ReviewStep,
)
from sync.rules.reactions import Reaction, field_of
from sync.rules.regions import Gazetteer
from sync.rules.states import DepositState, ReviewState
from sync.server.domain.held_actions import leading
from sync.server.domain.histories import EnrolmentHistory
from sync.server.domain.record_form import (
    RecordForm,
    occupation,
    worker_name,
)
from sync.server.domain.record_photos import is_here, loss_of, named_photos
from sync.server.refusals import Refusal
from sync.server.services.accounts import SignedIn
from sync.server.services.attributing import strange_payers
from sync.server.services.contents import action_of
from sync.server.services.other_contents import other_content
from sync.server.services.queue_pages import PAGE, page_of, place_of
from sync.server.services.record_forms import counting_corrections, form_for, living, paid_lines, readable
from sync.server.services.review_standing import proposal_of, standing_of
from sync.server.services.rival_receipts import rivals_of
from sync.server.services.withdrawals import withdrawn_of
from sync.server.storage.records import Review, ReviewMove, StoredEntry
from sync.server.storage.store import Store, UnitOfWork

WAITING = frozenset(
    {
        ReviewState.RECEIVED,
        ReviewState.FLAGGED,
        ReviewState.IN_REVIEW,
        ReviewState.DUPLICATE,
        ReviewState.HELD,
        ReviewState.SUSPENSE,
    }
)
"""The states that wait for a reviewer; the queue shows these unless one state is asked for."""

BESIDE = (frozenset({ReviewState.RETURNED}), frozenset({ReviewState.PARKED}))
"""Waits for the agent, or for other data: shown in the queue beside the others, and never in their place."""

_BESIDE = ("void_request", "deposit")
"""Kinds about money that other records of the queue have brought already."""
_NAMELESS = ("change", "consent_withdrawal", "void_request")
"""Kinds about a worker whose name stands elsewhere."""
_WESTERN_MINUTES = 420


class ReviewReading:
    """Reads of the person's own branch; an auditor without a branch reads all branches.

    `required`: the purposes of consent without which nobody is enrolled, as they hold now.
    """

    def __init__(
        self, store: Store, gazetteer: Gazetteer, required: Callable[[], frozenset[str]] = frozenset
    ) -> None:
        self._store = store
        self._gazetteer = gazetteer
        self._required = required

    def queue(
        self, person: SignedIn, state: ReviewState | None = None, after: str | None = None, size: int = PAGE
    ) -> ReviewQueue:
        """A page of records by local day and agent, oldest first: all that wait for anything, or those in one state.

        `after`: where the page before ended. Refusal: `request_invalid`.
        """
        parts = (WAITING, *BESIDE) if state is None else ({state},)
        with self._store.reading() as tx:
            lanes = [(branch_id, part) for branch_id in _branches(tx, person) for part in parts]
            page, following = page_of(tx, lanes, place_of(after), size)
            reviews = leading(page)
            agents = {agent.agent_id: agent.name for agent in tx.organisation.agents(person.branch_id)}
            names = {
                one: agents.get(one) or _agent_name(tx, one) for one in {one.agent_id for one in reviews}
            }
            entries = {entry.hash: entry for entry in readable(_contents(tx, reviews))}
            named = living(tx, {one.worker_id for one in reviews if one.kind in _NAMELESS})
            who = standing_of(tx, reviews, person)
            rows = [
                (one, _row(tx, one, entries.get(one.entry_hash), named).model_copy(update=who[one.entry_id]))
                for one in reviews
            ]
            tills = _tills(tx, reviews)
        rows.sort(
            key=lambda row: (
                row[0].recorded_on,
                names[row[0].agent_id],
                row[0].agent_id,
                row[0].recorded_at,
                row[0].entry_id,
            )
        )
        groups = []
        for (on, agent_id), of_group in groupby(rows, lambda row: (row[0].recorded_on, row[0].agent_id)):
            records = tuple(record for _, record in of_group)
            paid = {record.action_id: record.rupiah for record in records if record.kind not in _BESIDE}
            rupiah = sum(paid.values())
            groups.append(
                QueueGroup(
                    agent_id=agent_id,
                    agent_name=names[agent_id],
                    on=on,
                    count=len(records),
                    rupiah=rupiah,
                    till=tills.get((agent_id, on)),
                    records=records,
                )
            )
        return ReviewQueue(groups=tuple(groups), following=None if following is None else following.text())

    def record(self, person: SignedIn, entry_id: str) -> ReviewRecord:
        """One record of the person's branch. Refusal: `record_unknown`."""
        with self._store.reading() as tx:
            review = tx.reviews.reviews([entry_id]).get(entry_id)
            if review is None or review.branch_id not in _branches(tx, person):
                raise Refusal("record_unknown")
            who = {
                "mine": review.claimed_by == person.account_id,
                "proposal": proposal_of(tx, review, person),
                "withdrawn": withdrawn_of(tx, review.worker_id, self._required()),
            }
            record = _record(tx, review).model_copy(update=who)
        place = self._gazetteer.place(record.form.fields.get("village", ""))
        return record if place is None else record.model_copy(update={"place": place.label})


def _tills(tx: UnitOfWork, reviews: Sequence[Review]) -> Mapping[tuple[str, date], DayTill]:
    """What became of the receipts of the days and agents that some reviews are of."""
    if not reviews:
        return {}
    dates = [review.recorded_on for review in reviews]
    days = tx.money.days({review.agent_id for review in reviews}, min(dates), max(dates))
    return {
        day: DayTill(
            issued=sum(sums.values()),
            deposited=sum(rupiah for deposit, rupiah in sums.items() if deposit != DepositState.IN_HAND),
            matched=sums.get(DepositState.MATCHED.value, 0),
        )
        for day, sums in days.items()
    }


def _branches(tx: UnitOfWork, person: SignedIn) -> tuple[str, ...]:
    if person.branch_id is not None:
        return (person.branch_id,)
    return tuple(branch.branch_id for branch in tx.organisation.branches())


def _agent_name(tx: UnitOfWork, agent_id: str) -> str:
    agent = tx.organisation.agent(agent_id)
    return "" if agent is None else agent.name


def _contents(tx: UnitOfWork, reviews: Sequence[Review]) -> tuple[StoredEntry, ...]:
    """What some reviews are about, also where it lies beside the chain."""
    standing = {one.record.hash: one for one in tx.entries.of_ids([review.entry_id for review in reviews])}
    hashes: dict[str, list[str]] = {}
    for review in reviews:
        if review.entry_hash not in standing:
            hashes.setdefault(review.device, []).append(review.entry_hash)
    beside = (stored for device in hashes for stored in tx.entries.stored(device, hashes[device]))
    return (*standing.values(), *beside)


def _row(
    tx: UnitOfWork,
    review: Review,
    entry: DecodedEntry | None,
    named: Mapping[str | None, EnrolmentHistory],
) -> QueueRecord:
    """A row of the queue; corrections are read only where the newest content is not the entry's own."""
    corrections = () if review.hash == review.entry_hash else counting_corrections(tx, review.entry_id)
    name = "" if entry is None else worker_name(entry, corrections)
    if not name and review.worker_id in named and review.kind in _NAMELESS:
        name = named[review.worker_id].form.name
    return QueueRecord(
        entry_id=review.entry_id,
        action_id=review.action_id,
        kind=review.kind,
        worker_name=name,
        occupation="" if entry is None else occupation(entry, corrections),
        rupiah=review.rupiah,
        state=ReviewState(review.state),
        flags=tuple(json.loads(review.flags)),
        recorded_at=review.recorded_at,
        utc_offset=_WESTERN_MINUTES if entry is None else entry.envelope.utc_offset,
        receipt_number=review.receipt_number,
        corrected=review.hash != review.entry_hash,
    )


def _record(tx: UnitOfWork, review: Review) -> ReviewRecord:
    """All of a record; one whose bytes cannot be read has no form and can only be refused."""
    entry = next(iter(readable(_contents(tx, [review]))), None)
    together = readable(action_of(tx, review))
    corrections = counting_corrections(tx, review.entry_id)
    form = RecordForm({}) if entry is None else form_for(tx, entry, together, corrections)
    moves = tx.reviews.moves(review.entry_id)
    accounts = {one for one in (review.claimed_by, *(move.account_id for move in moves)) if one is not None}
    names = tx.accounts.names(accounts) if accounts else {}
    return ReviewRecord(
        entry_id=review.entry_id,
        action_id=review.action_id,
        worker_id=review.worker_id,
        hash=review.hash,
        kind=review.kind,
        state=ReviewState(review.state),
        agent_id=review.agent_id,
        agent_name=_agent_name(tx, review.agent_id),
        device=review.device,
        recorded_at=review.recorded_at,
        utc_offset=_WESTERN_MINUTES if entry is None else entry.envelope.utc_offset,
        form=FormView(
            fields=dict(form.fields),
            previous=dict(form.previous),
            consents=form.consents,
            declaration=form.declaration,
        ),
        flags=tuple(json.loads(review.flags)),
        findings=() if entry is None else _findings(entry, corrections),
        lines=paid_lines(together, review.worker_id),
        receipt_number=review.receipt_number,
        rupiah=review.rupiah,
        rivals=rivals_of(tx, review),
        other=other_content(tx, review),
        strangers=strange_payers(tx, review),
        claimed_by=None if review.claimed_by is None else names.get(review.claimed_by),
        history=tuple(_step(move, names) for move in moves),
        photos=_photos(tx, review, (*together, *corrections)),
    )


def _photos(tx: UnitOfWork, review: Review, entries: Sequence[DecodedEntry]) -> tuple[PhotoView, ...]:
    """The pictures of the record's action and of its corrections."""
    named = named_photos(entries, review.worker_id)
    rows = {blob.sha256: blob for blob in tx.blobs.blobs(review.device, [one.sha256 for one in named])}
    return tuple(
        PhotoView(
            sha256=photo.sha256,
            length=photo.length,
            shows=photo.shows,
            arrived=photo.sha256 in rows and is_here(rows[photo.sha256]),
            lost=loss_of(rows[photo.sha256]) if photo.sha256 in rows else None,
            previous=photo.previous,
        )
        for photo in named
    )


def _findings(entry: DecodedEntry, corrections: Sequence[DecodedEntry]) -> tuple[ReviewFinding, ...]:
    """What the rules raised, with the agent's reasons; the newest correction's list replaces earlier ones."""
    newest = (corrections[-1] if corrections else entry).body
    return tuple(
        ReviewFinding(code=found.code, field=_field_of(found.code), reason=found.reason)
        for found in getattr(newest, "findings", ())
    )


def _field_of(code: str) -> str:
    return field_of(Reaction(code)) if code in frozenset(Reaction) else ""


def _step(move: ReviewMove, names: Mapping[str, str]) -> ReviewStep:
    return ReviewStep(
        at=move.at,
        actor="" if move.account_id is None else names.get(move.account_id, ""),
        move=move.move,
        state=ReviewState(move.to_state),
        reason=move.reason,
        note=move.note,
        comments=tuple(
            FieldComment(field=comment["field"], text=comment["text"])
            for comment in json.loads(move.comments)
        ),
    )

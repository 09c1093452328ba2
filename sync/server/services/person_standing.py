"""Reads how people stand at the branch, as the rules of retention judge it (`domain/retention.py`)."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime

from sync.protocol.bodies.consent import ConsentWithdrawal
from sync.protocol.kinds import EntryKind
from sync.rules.breach import notice_due
from sync.rules.iuran_month import IuranMonth
from sync.rules.states import ReviewState
from sync.server.clock import western_day
from sync.server.domain.retention import Standing, lapsed_on
from sync.server.services.contents import content_reviews
from sync.server.services.intake_reading import read_histories
from sync.server.services.record_forms import readable
from sync.server.storage.records import Review, StoredEntry
from sync.server.storage.store import UnitOfWork

SETTLED = frozenset({ReviewState.APPROVED, ReviewState.REGISTERED, ReviewState.REFUSED})
"""States in which a record waits for nobody."""


@dataclass(frozen=True, slots=True)
class Subject:
    """One person: every entry about the worker, the reviews of them, and how the person stands."""

    worker_id: str
    entries: tuple[StoredEntry, ...] = field(repr=False)
    reviews: tuple[Review, ...] = field(repr=False)
    standing: Standing


def read_subjects(
    tx: UnitOfWork, worker_ids: Collection[str], required: frozenset[str], at: datetime
) -> Mapping[str, Subject]:
    """People by worker id; one of whom no entry is has no standing. `required`: the purposes without which nobody is
    enrolled."""
    entries: dict[str, list[StoredEntry]] = {}
    for worker_id, stored in tx.purges.about(worker_ids):
        entries.setdefault(worker_id, []).append(stored)
    reviews = content_reviews(tx, [one.record for together in entries.values() for one in together])
    others = _Others.read(tx, entries, at)
    found = {}
    for worker_id, own in entries.items():
        judged = [reviews[one.record.hash] for one in own if one.record.hash in reviews]
        standing = _standing(worker_id, own, judged, others, required, at)
        found[worker_id] = Subject(worker_id, tuple(own), tuple(judged), standing)
    return found


@dataclass(frozen=True, slots=True)
class _Others:
    """What stands elsewhere: open money, paid months, ends that were said, and the agents whose laptop is lost."""

    unsettled: frozenset[str]
    paid: Mapping[str, frozenset[str]]
    ended: Mapping[str, str]
    serving: Mapping[str, str]
    losing: frozenset[str]

    @classmethod
    def read(cls, tx: UnitOfWork, workers: Collection[str], at: datetime) -> _Others:
        """Of all these workers at once."""
        histories = read_histories(tx, workers).values()
        lost = [
            one for one in tx.devices.devices() if one.lost_at is not None and notice_due(one.lost_at) > at
        ]
        return cls(
            unsettled=tx.purges.unsettled(workers),
            paid=tx.money.paid_months(workers),
            ended={one.worker_id: one.ended_from for one in histories if one.ended_from is not None},
            serving={one.worker_id: one.agent_id for one in tx.handovers.serving(workers).values()},
            losing=frozenset(one.agent_id for one in lost),
        )


def _standing(
    worker_id: str,
    entries: Sequence[StoredEntry],
    reviews: Sequence[Review],
    others: _Others,
    required: frozenset[str],
    at: datetime,
) -> Standing:
    instants = [one.record.received_at for one in entries]
    instants += [one.decided_at for one in reviews if one.decided_at is not None]
    quiet_on = western_day(max(instants))
    withdrawals = [one for one in reviews if one.kind == EntryKind.CONSENT_WITHDRAWAL.value]
    enrolments = {ReviewState(one.state) for one in reviews if one.kind == EntryKind.ENROLMENT.value}
    refused = enrolments == {ReviewState.REFUSED}
    months = [IuranMonth.parse(one) for one in others.paid.get(worker_id, ())]
    ended = others.ended.get(worker_id)
    lapsed = lapsed_on(
        max(months, default=None), None if ended is None else IuranMonth.parse(ended), quiet_on
    )
    agents = {one.record.agent_id for one in entries} | {others.serving.get(worker_id, "")}
    return Standing(
        quiet_on=quiet_on,
        undecided=any(is_waiting(one) for one in reviews if one not in withdrawals),
        money_open=worker_id in others.unsettled,
        withdrawal_open=any(is_waiting(one) for one in withdrawals),
        laptop_lost=bool(agents & others.losing),
        withdrawn=_withdrawn(entries, withdrawals, required),
        refused=refused,
        lapsed_on=lapsed if not refused and lapsed <= western_day(at) else None,
        answered_on=_answered(reviews, enrolments),
    )


def is_waiting(review: Review) -> bool:
    """Whether a record still waits for somebody."""
    return ReviewState(review.state) not in SETTLED


def _answered(reviews: Iterable[Review], enrolments: Collection[ReviewState]) -> date | None:
    """The day of the agency's newest answer; None while another enrolment of the worker has none."""
    if ReviewState.REGISTERED not in enrolments or not set(enrolments) <= {
        ReviewState.REGISTERED,
        ReviewState.REFUSED,
    }:
        return None
    answered = [
        one.decided_at
        for one in reviews
        if one.kind == EntryKind.ENROLMENT.value and one.state == ReviewState.REGISTERED.value
    ]
    return max((western_day(one) for one in answered if one is not None), default=None)


def _withdrawn(
    entries: Iterable[StoredEntry], withdrawals: Iterable[Review], required: frozenset[str]
) -> bool:
    """Whether consent to a required purpose was taken back, and settled so, since the worker was last enrolled."""
    approved = {one.entry_hash for one in withdrawals if one.state == ReviewState.APPROVED.value}
    taken = [
        entry.envelope.recorded_at
        for entry in readable(one for one in entries if one.record.hash in approved)
        if isinstance(entry.body, ConsentWithdrawal) and required & set(entry.body.purposes)
    ]
    enrolled = [one.record.recorded_at for one in entries if one.record.kind == EntryKind.ENROLMENT.value]
    return bool(taken) and max(taken) >= max(enrolled, default=max(taken))

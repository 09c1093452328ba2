"""Reads two records that may be of one person: what they collide by, their forms, and the money of both."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping, Sequence
from itertools import groupby

from sync.protocol.comparison import ComparedRecord, Comparison, LedgerReceipt, Match, SayingView
from sync.protocol.review import ReviewRecord
from sync.rules.iuran_month import IuranMonth
from sync.rules.membership import paid_until
from sync.rules.pairs import Saying
from sync.server.domain.checks.finding import Check
from sync.server.domain.pairs import ALIKE, Pair, pair_of, sayable, standing_of_pairs, why_alike
from sync.server.permissions import Role
from sync.server.refusals import Refusal
from sync.server.services.accounts import SignedIn
from sync.server.services.contents import action_of, content_reviews, holder_of
from sync.server.services.review_reading import ReviewReading
from sync.server.services.viewing import Viewing, Way
from sync.server.storage.decision_records import PairSaying
from sync.server.storage.records import Review
from sync.server.storage.store import Store, UnitOfWork

MOST_MATCHES = 20
_MOST_LINES = 200
_FOUND = frozenset({*ALIKE, Check.PHOTO_USED_BEFORE.value})
_SAID, _SAME_NUMBER, _SAME_ENTRY = "said", "receipt_twice", "id_conflict"


class Comparing:
    """Records of one's own branch; of another branch's it is told that there is one, and whose."""

    def __init__(self, store: Store, viewing: Viewing, reading: ReviewReading) -> None:
        self._store = store
        self._viewing = viewing
        self._reading = reading

    def compared(self, person: SignedIn, entry_id: str, other_id: str | None = None) -> Comparison:
        """A record beside another one; that both were seen is in the audit trail before they go out.

        Refusals: `record_unknown` (also for another one with which the record does not collide).
        """
        record = self._reading.record(person, entry_id)
        with self._store.reading() as tx:
            review = tx.reviews.reviews([entry_id])[entry_id]
            found = _found(tx, review)
            reviews = tx.reviews.reviews(found)
            standing = standing_of_pairs(tx.pairs.sayings([entry_id]))
            matches = tuple(
                _match(tx, person, review, reviews[one], (codes, standing)) for one, codes in found.items()
            )
        readable = [one.entry_id for one in matches if one.branch is None]
        chosen = other_id or next(iter(readable), None)
        if chosen is None:
            return Comparison(mine=self._side(person, record), matches=matches)
        if chosen not in readable:
            raise Refusal("record_unknown")
        beside = self._reading.record(person, chosen)
        return Comparison(
            mine=self._side(person, record),
            other=self._side(person, beside),
            matches=matches,
            alike=(*why_alike(record.form.fields, beside.form.fields), *_alike_by_proof(record, beside)),
            may=sayable(
                review,
                reviews[chosen],
                standing.get(pair_of(entry_id, chosen)),
                person.account_id,
                decides=person.role is Role.REVIEWER,
            )
            if person.role is not Role.AUDITOR
            else (),
        )

    def _side(self, person: SignedIn, record: ReviewRecord) -> ComparedRecord:
        """One side with its money; that it was seen is written down."""
        self._viewing.record(person, record, Way.COMPARED)
        with self._store.reading() as tx:
            ledger = () if record.worker_id is None else _ledger(tx, record.worker_id)
            paid = tx.money.paid_months({record.worker_id or ""}).get(record.worker_id or "", frozenset())
        first = record.form.fields.get("first_month", "")
        months = frozenset(map(IuranMonth.parse, paid))
        until = paid_until(IuranMonth.parse(first), months) if first else max(months, default=None)
        return ComparedRecord(record=record, ledger=ledger, paid_until=None if until is None else str(until))


def _found(tx: UnitOfWork, review: Review) -> Mapping[str, tuple[str, ...]]:
    """By entry, what says that a record collides with it: findings, who holds the NIK, sayings, and one number or id."""
    found: dict[str, dict[str, None]] = {}

    def add(entry_id: str, code: str) -> None:
        found.setdefault(entry_id, {})[code] = None

    for one in tx.checks.about([review.entry_id]):
        if one.check_code in _FOUND:
            for entry_id in json.loads(one.evidence):
                add(entry_id, one.check_code)
    for pair in standing_of_pairs(tx.pairs.sayings([review.entry_id])):
        add(pair[0] if pair[1] == review.entry_id else pair[1], _SAID)
    for rival in _rivals(tx, review):
        add(rival.entry_id, _SAME_NUMBER)
    holder = holder_of(tx, review)
    if holder is not None:
        add(holder.record.entry_id, _SAME_ENTRY)
    known = tx.reviews.reviews(found)
    by_record: dict[str, dict[str, None]] = {}
    for entry_id, codes in found.items():
        if entry_id in known:
            by_record.setdefault(known[entry_id].parent_id or entry_id, {}).update(codes)
    standing = tx.reviews.reviews(by_record)
    listed = [one for one in by_record if one in standing and one != review.entry_id]
    return {entry_id: tuple(by_record[entry_id]) for entry_id in listed[:MOST_MATCHES]}


def _rivals(tx: UnitOfWork, review: Review) -> Iterable[Review]:
    """The records of other receipts under the number of a record."""
    if review.receipt_number is None:
        return
    own = {stored.record.hash for stored in action_of(tx, review)}
    for receipt in tx.money.receipt(review.receipt_number):
        if receipt.hash not in own:
            together = [stored.record for stored in tx.entries.of_actions([receipt.action_id])]
            yield from content_reviews(tx, together).values()


def _match(
    tx: UnitOfWork,
    person: SignedIn,
    review: Review,
    other: Review,
    known: tuple[Sequence[str], Mapping[Pair, PairSaying]],
) -> Match:
    codes, standing = known
    branch = None
    if person.branch_id not in (None, other.branch_id):
        elsewhere = tx.organisation.branch(other.branch_id)
        branch = other.branch_id if elsewhere is None else elsewhere.name
    saying = standing.get(pair_of(review.entry_id, other.entry_id))
    told = tuple(code for code in codes if code != _SAID)
    said = None if saying is None else saying_view(tx, person, saying, (review, other))
    return Match(entry_id=other.entry_id, found=told, branch=branch, saying=said)


def saying_view(
    tx: UnitOfWork, person: SignedIn, saying: PairSaying, reviews: Iterable[Review]
) -> SayingView:
    """What was said of a pair, as the person sees it."""
    looked = {saying.first_id: saying.first_hash, saying.second_id: saying.second_hash}
    return SayingView(
        saying=Saying(saying.saying),
        by=tx.accounts.names({saying.account_id}).get(saying.account_id, ""),
        mine=saying.account_id == person.account_id,
        at=saying.at,
        reason=saying.reason,
        note=saying.note,
        current=all(looked[one.entry_id] == one.hash for one in reviews),
    )


def _ledger(tx: UnitOfWork, worker_id: str) -> tuple[LedgerReceipt, ...]:
    """What was paid for a worker, by receipt and bucket, newest first."""
    lines = tx.money.lines_of(worker_id, _MOST_LINES)
    numbers = {line.receipt_number for line in lines if line.receipt_number is not None}
    receipts = {number: tx.money.receipt(number)[:1] for number in sorted(numbers)}
    rows = []
    for (on, number, bucket), of_receipt in groupby(
        lines, lambda line: (line.recorded_on, line.receipt_number, line.bucket)
    ):
        paid = list(of_receipt)
        issued = receipts.get(number or "", ())
        rows.append(
            LedgerReceipt(
                number=number,
                issued_on=on,
                rupiah=sum(line.amount for line in paid),
                months=tuple(sorted({line.month for line in paid})),
                bucket=bucket,
                deposit=issued[0].deposit if issued else None,
                state=issued[0].state if issued else None,
            )
        )
    return tuple(rows)


def _alike_by_proof(mine: ReviewRecord, other: ReviewRecord) -> tuple[str, ...]:
    """What two records have in common beside their forms."""
    photos = _standing_photos(mine) & _standing_photos(other)
    number = mine.receipt_number is not None and mine.receipt_number == other.receipt_number
    found = {"same_photo": bool(photos), "same_receipt_number": number}
    return tuple(code for code, holds in found.items() if holds)


def _standing_photos(record: ReviewRecord) -> frozenset[str]:
    """The pictures of a record by their SHA-256, without those that a correction replaced."""
    return frozenset(one.sha256 for one in record.photos if not one.previous)

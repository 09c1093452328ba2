"""Reads the form that a reviewer sees of a record: an enrolment, what corrects it, or a change in a worker's life."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from sync.protocol.bodies.change import Change
from sync.protocol.bodies.contribution import Contribution
from sync.protocol.bodies.correction import Correction
from sync.protocol.entry import DecodedEntry, EntryFault, decode
from sync.protocol.review import ReviewLine
from sync.server.domain.histories import EnrolmentHistory
from sync.server.domain.record_form import RecordForm, correction_texts, life_form, record_form
from sync.server.services.intake_reading import counts, read_histories
from sync.server.storage.records import StoredEntry
from sync.server.storage.store import UnitOfWork


def readable(stored: Iterable[StoredEntry]) -> tuple[DecodedEntry, ...]:
    """What can be read; broken bytes and unknown kinds are left out."""
    entries = []
    for one in stored:
        try:
            entry = decode(one.raw, one.personal)
        except EntryFault:
            continue
        if isinstance(entry, DecodedEntry):
            entries.append(entry)
    return tuple(entries)


def counting_corrections(tx: UnitOfWork, entry_id: str) -> tuple[DecodedEntry, ...]:
    """The corrections that count, oldest first; one in conflict stands apart."""
    reviews = {review.entry_id: review for review in tx.reviews.corrections(entry_id)}
    found = tx.entries.of_ids(reviews)
    counting = [one for one in found if counts(one.record, reviews[one.record.entry_id])]
    return readable(sorted(counting, key=lambda one: one.record.received_at))


def form_for(
    tx: UnitOfWork,
    entry: DecodedEntry,
    together: Sequence[DecodedEntry],
    corrections: Sequence[DecodedEntry],
) -> RecordForm:
    """The form of a record; a correction in conflict is shown beside the record as it stands."""
    if isinstance(entry.body, Change):
        history = living(tx, {entry.envelope.worker_id}).get(entry.envelope.worker_id)
        return record_form(entry, (), ()) if history is None else life_form(entry, history)
    if not isinstance(entry.body, Correction):
        return record_form(entry, together, corrections)
    stored = tx.entries.entry(entry.body.corrects)
    parent = None if stored is None else next(iter(readable([stored])), None)
    asked = correction_texts(entry)
    if parent is None:
        return RecordForm(asked)
    beside = readable(tx.entries.of_actions([parent.envelope.action_id]))
    standing = record_form(parent, beside, counting_corrections(tx, parent.envelope.entry_id)).fields
    return RecordForm(asked, {name: standing.get(name, "") for name in asked})


def paid_lines(together: Iterable[DecodedEntry], worker_id: str | None) -> tuple[ReviewLine, ...]:
    """What the contributions of an action paid for a worker, None for all of them."""
    return tuple(
        ReviewLine(
            month=line.month,
            programme=line.programme,
            amount=line.amount,
            bracket=line.bracket,
            relief=line.relief,
        )
        for entry in together
        if isinstance(entry.body, Contribution)
        for line in entry.body.lines
        if worker_id in (None, line.worker_id)
    )


def living(tx: UnitOfWork, worker_ids: Iterable[str | None]) -> Mapping[str | None, EnrolmentHistory]:
    """The newest enrolment of some workers, by worker."""
    histories = read_histories(tx, {one for one in worker_ids if one is not None})
    return {history.worker_id: history for history in histories.values()}

"""Reads reviews by the content they are about, also where several contents came under one entry id."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from sync.rules.states import VerdictKind
from sync.server.domain.contents import half_of, is_apart, review_name
from sync.server.storage.records import EntryRecord, Review, StoredEntry
from sync.server.storage.store import UnitOfWork


def content_reviews(tx: UnitOfWork, records: Iterable[EntryRecord]) -> Mapping[str, Review]:
    """The reviews of exactly these contents, by their hashes."""
    names = {review_name(record): record.hash for record in records}
    found = tx.reviews.reviews(names)
    return {
        digest: found[name]
        for name, digest in names.items()
        if name in found and found[name].entry_hash == digest
    }


def entry_id_of(tx: UnitOfWork, review: Review) -> str:
    """The entry id that the reviewed content carries."""
    if not is_apart(review):
        return review.entry_id
    (stored,) = tx.entries.stored(review.device, [review.entry_hash])
    return stored.record.entry_id


def action_of(tx: UnitOfWork, review: Review) -> list[StoredEntry]:
    """The entries of a reviewed content's action that go with it."""
    return half_of(tx.entries.of_actions([review.action_id]), apart=is_apart(review))


def holder_of(tx: UnitOfWork, review: Review) -> StoredEntry | None:
    """The content that holds the entry id under which a reviewed one came too, None for one that has its own."""
    if not is_apart(review):
        return None
    named = tx.entries.known(review.device, (), [entry_id_of(tx, review)])
    holding = [one for one in named if one.seq and one.verdict != VerdictKind.ID_CONFLICT.value]
    holder = min(holding, key=lambda one: one.aside)
    (stored,) = tx.entries.stored(holder.device, [holder.hash])
    return stored

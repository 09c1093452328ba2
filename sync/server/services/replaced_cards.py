"""Which pictures of the KTP stand for a person no more, since corrections brought others in their place."""

from __future__ import annotations

from collections.abc import Collection, Mapping

from sync.server.services.intake_reading import read_histories
from sync.server.storage.store import UnitOfWork


def replaced_cards(tx: UnitOfWork, worker_ids: Collection[str]) -> Mapping[str, frozenset[str]]:
    """By worker the SHA-256 of pictures that corrections replaced and that no enrolment of the worker shows now."""
    replaced: dict[str, set[str]] = {}
    stand: dict[str, set[str]] = {}
    for history in read_histories(tx, worker_ids).values() if worker_ids else ():
        replaced.setdefault(history.worker_id, set()).update(history.replaced_cards)
        stand.setdefault(history.worker_id, set()).add(history.form.ktp_photo)
    return {worker_id: frozenset(cards - stand[worker_id]) for worker_id, cards in replaced.items()}

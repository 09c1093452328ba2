"""What stands of pairs of records: who was told apart from whom, and what waits for a second person."""

from __future__ import annotations

from collections.abc import Collection, Mapping

from sync.rules.pairs import Saying
from sync.server.domain.pairs import is_escalated, standing_of_pairs
from sync.server.storage.decision_records import PairSaying
from sync.server.storage.store import UnitOfWork


def apart_from(tx: UnitOfWork, entry_ids: Collection[str]) -> Mapping[str, frozenset[str]]:
    """By entry, the entries of which a person said that they are of somebody else."""
    found: dict[str, frozenset[str]] = {}
    for (first, second), said in standing_of_pairs(tx.pairs.sayings(entry_ids)).items():
        if said.saying == Saying.APART.value:
            found[first] = found.get(first, frozenset()) | {second}
            found[second] = found.get(second, frozenset()) | {first}
    return found


def escalated(tx: UnitOfWork, entry_ids: Collection[str]) -> Mapping[str, PairSaying]:
    """By entry, what somebody else has to say of it; both records of a pair are named."""
    found: dict[str, PairSaying] = {}
    for pair, said in standing_of_pairs(tx.pairs.sayings(entry_ids)).items():
        if is_escalated(said):
            found.update(dict.fromkeys(pair, said))
    return found

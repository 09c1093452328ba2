"""The port of what people said of two records."""

from collections.abc import Collection, Sequence
from typing import Protocol

from sync.server.storage.decision_records import PairSaying


class PairPort(Protocol):
    """Pairs of records that may be of one person; nothing that was said is taken away."""

    def say(self, saying: PairSaying) -> None:
        """Keep what was said; a number that the pair has is `rows_refused`."""
        ...

    def sayings(self, entry_ids: Collection[str]) -> Sequence[PairSaying]:
        """Everything said of pairs with one of these entries, by pair and number."""
        ...

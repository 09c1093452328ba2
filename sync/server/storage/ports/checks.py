"""The port of the checks: uses of pictures, findings about entries, and what is counted by agent and day."""

from collections.abc import Collection, Mapping, Sequence
from datetime import date
from typing import Protocol

from sync.server.storage.check_records import DatedEntry, HeldCash, PhotoUse, StoredFinding


class CheckPort(Protocol):
    """What the checks ask, and what they found."""

    def use(self, uses: Sequence[PhotoUse]) -> None:
        """Note who names a picture; what is noted already is left as it is."""
        ...

    def uses(self, hashes: Collection[str], limit: int) -> tuple[PhotoUse, ...]:
        """The uses of these pictures that are compared, by picture and entry."""
        ...

    def replace(self, entry_ids: Collection[str], findings: Sequence[StoredFinding]) -> None:
        """Put findings in place of all that was found about some entries."""
        ...

    def about(self, entry_ids: Collection[str]) -> tuple[StoredFinding, ...]:
        """What was found about some entries, by entry and check."""
        ...

    def found(self, branch_id: str, since: date, until: date, limit: int) -> tuple[StoredFinding, ...]:
        """Findings about entries of a branch, both days included, newest day first."""
        ...

    def written(
        self, branch_id: str, kind: str, since: date, until: date, limit: int
    ) -> tuple[DatedEntry, ...]:
        """Entries of a kind that a person decides, of a branch, both local dates included, in order of time."""
        ...

    def held(self, agents: Collection[str], before: date, limit: int) -> tuple[HeldCash, ...]:
        """Genuine receipts of some agents whose cash was taken before a day and is in hand, oldest first."""
        ...

    def receipts(self, agents: Collection[str], since: date, until: date) -> Mapping[str, int]:
        """How many receipts each of some agents issued, both days included; none is left out."""
        ...

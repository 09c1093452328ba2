"""What went away with a disk or a backup and that nobody can have any more, whatever the protocol does."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from sync.server.storage.records import EntryRecord
from tests.simulation.centre import Centre
from tests.simulation.disk import Line
from tests.simulation.laptop import Laptop
from tests.simulation.oracle import Oracle


@dataclass(slots=True)
class Losses:
    """`receipts` are hashes of lost ones; `marked`, by laptop, places of its chain that a copy took away and the mark
    kept outside still covers."""

    centre: Centre
    oracle: Oracle
    receipts: set[str] = field(default_factory=set)
    marked: dict[str, set[tuple[int, int]]] = field(default_factory=dict)

    def overwritten(
        self, laptop: Laptop, kept: Sequence[Line], laptops: Sequence[Laptop], *, whole: bool
    ) -> None:
        """A copy comes back to a disk: what stood on it alone and did not travel is gone.

        A mark that goes with the disk (`whole`) takes with it what nobody was told yet.
        """
        elsewhere = {line.hash for each in laptops if each is not laptop for line in each.content.journal}
        elsewhere |= {record.hash for record in self.centre.records()}
        left = {line.hash for line in kept}
        here = {line.hash for line in laptop.content.journal} - left
        self._lose(here - elsewhere)
        if whole:
            self.marked.pop(laptop.name, None)
            return
        mark = laptop.mark
        self.marked.setdefault(laptop.name, set()).update(
            (line.epoch, line.seq)
            for line in laptop.content.journal
            if mark is not None and line.hash not in left
            if line.epoch == mark.epoch and line.seq <= mark.seq
        )

    def forgotten(self, before: Sequence[EntryRecord], laptops: Sequence[Laptop]) -> None:
        """A backup came back to the server: what no laptop holds is gone, and what marks had told with it."""
        elsewhere = {line.hash for each in laptops for line in each.content.journal}
        elsewhere |= {record.hash for record in self.centre.records()}
        self._lose({record.hash for record in before} - elsewhere)
        self.marked.clear()

    def settled(self) -> frozenset[str]:
        """Receipts that are lost in the end: another copy may have brought one after all."""
        return frozenset(self.receipts - {record.hash for record in self.centre.records()})

    def _lose(self, hashes: set[str]) -> None:
        self.receipts |= hashes & self.oracle.issued.keys()

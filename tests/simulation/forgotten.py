"""What a server that was set back to a backup was made to forget: nobody can blame it for that."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from tests.simulation.centre import Centre


@dataclass(frozen=True, slots=True)
class Known:
    """What a server knows: `hashes` of entries, `positions` of rows (agent, position), decisions of persons by record
    and state, epochs by device."""

    hashes: frozenset[str]
    positions: frozenset[tuple[str, int]]
    decided: frozenset[tuple[tuple[str, str], str]]
    epochs: Mapping[str, frozenset[int]]

    @classmethod
    def of(cls, centre: Centre) -> Known:
        """What it knows in this moment."""
        records = centre.records()
        return cls(
            frozenset(one.hash for one in records),
            frozenset((one.agent_id, one.feed_position) for one in records)
            | frozenset((item.stream, item.position) for item in centre.feed_items()),
            frozenset(centre.decisions().items()),
            {one.device: centre.epochs(one.device) for one in centre.devices()},
        )


@dataclass(slots=True)
class Forgotten:
    """Gathered over all set-backs of a world; `undecided`: a decision of a person is among it."""

    happened: bool = False
    hashes: set[str] = field(default_factory=set)
    positions: set[tuple[str, int]] = field(default_factory=set)
    undecided: bool = False
    _epochs: dict[str, set[int]] = field(default_factory=dict)

    def note(self, before: Known, after: Known) -> None:
        """What is not known any more."""
        self.happened = True
        self.hashes |= before.hashes - after.hashes
        self.positions |= before.positions - after.positions
        self.undecided = self.undecided or bool(before.decided - after.decided)
        for device, epochs in before.epochs.items():
            self._epochs.setdefault(device, set()).update(epochs - after.epochs[device])

    def epochs_of(self, device: str) -> set[int]:
        """Epochs that the server had granted to a device."""
        return self._epochs.get(device, set())

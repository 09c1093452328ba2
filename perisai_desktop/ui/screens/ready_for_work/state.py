"""What the start of the day shows."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from perisai_desktop.domain.failure import Failure
from perisai_desktop.domain.readiness import Check, Standing


@dataclass(frozen=True, slots=True)
class ReadyState:
    """What was found so far, and what could not be looked at; `looking` until every fact is there."""

    found: Mapping[Check, Standing] = field(default_factory=dict, repr=False)
    failures: Mapping[Check, Failure] = field(default_factory=dict)
    looking: bool = False

    @property
    def to_do(self) -> int:
        """How many things want something done."""
        return len(self.failures) + sum(not standing.fine for standing in self.found.values())

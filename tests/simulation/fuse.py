"""Makes one commit of a step fail: any of them, counted from the first."""

from __future__ import annotations

import sys
from dataclasses import dataclass, field

PASSES = (0, 0, 0, 0, 1, 1, 2, 3)
"""So many commits pass before the one that fails; what a number of an event chooses among."""


@dataclass(slots=True)
class Fuse:
    """`kind` is how the commit fails, None for not at all; `burnt` are the functions whose commit failed."""

    kind: str | None = None
    passes: int = 0
    burnt: list[str] = field(default_factory=list)

    def light(self, kind: str | None, choice: int) -> None:
        """Let a commit of this step fail, or none."""
        self.kind, self.passes = kind, PASSES[choice % len(PASSES)]

    def put_out(self) -> None:
        """Let everything be committed."""
        self.kind = None

    def at_commit(self) -> str | None:
        """How the commit that is due fails. To be called from a context manager made of a generator."""
        if self.kind is None:
            return None
        if self.passes:
            self.passes -= 1
            return None
        kind, self.kind = self.kind, None
        self.burnt.append(sys._getframe(3).f_code.co_name)
        return kind

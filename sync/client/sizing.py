"""How large the next batch should be: about two seconds on the link as it was measured (sync/README.md, "The client's course")."""

from __future__ import annotations

from dataclasses import dataclass, replace

FIRST_ENTRIES = 100
MOST_ENTRIES = 2_000
MOST_BYTES = 1024 * 1024
AIMED_SECONDS = 2.0
SHORTEST_TIME_OUT = 15.0
LONGEST_TIME_OUT = 120.0
_PATIENCE = 6.0


@dataclass(frozen=True, slots=True)
class Sizing:
    """The size aimed at; kept by the caller from one run to the next. `rate` in bytes a second, None unmeasured."""

    entries: int = FIRST_ENTRIES
    most_entries: int = MOST_ENTRIES
    most_bytes: int = MOST_BYTES
    rate: float | None = None

    def limited(self, most_entries: int, most_bytes: int) -> Sizing:
        """Within what the server says it takes, and never above the protocol's own ceilings."""
        entries, size = min(most_entries, MOST_ENTRIES), min(most_bytes, MOST_BYTES)
        return replace(self, most_entries=entries, most_bytes=size, entries=min(self.entries, entries))

    def succeeded(self, bytes_sent: int, seconds: float) -> Sizing:
        """After a batch went through: twice as many where it stayed within the time aimed at, else as many."""
        rate = bytes_sent / max(seconds, 0.001)
        rate = rate if self.rate is None else (self.rate + rate) / 2
        entries = self.entries * 2 if seconds <= AIMED_SECONDS else self.entries
        return replace(self, rate=rate, entries=min(entries, self.most_entries))

    def shrunk(self) -> Sizing:
        """After a time-out or a 413: half as many, at least one."""
        return replace(self, entries=max(1, self.entries // 2))

    @property
    def smallest(self) -> bool:
        """Whether nothing smaller than one action can be asked for."""
        return self.entries == 1

    @property
    def time_out(self) -> float:
        """Seconds to wait for an answer to a batch: several times what the measured rate lets expect."""
        expected = 0.0 if self.rate is None else self.most_bytes / self.rate
        return min(max(SHORTEST_TIME_OUT, expected * _PATIENCE), LONGEST_TIME_OUT)

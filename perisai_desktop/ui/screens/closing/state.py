"""What the closing of a day shows."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from perisai_desktop.domain.failure import Failure
from perisai_desktop.domain.till import DENOMINATIONS, ClosingOutlook

MOST = 99_999
"""Notes or coins of one denomination."""


@dataclass(frozen=True, slots=True)
class ClosingState:
    """The date to close with what is expected, the count exactly as typed by denomination, and a coded reason."""

    outlook: ClosingOutlook | None = None
    typed: Mapping[int, str] = field(default_factory=dict)
    reason: str = ""
    busy: bool = False
    failure: Failure | None = None

    def count(self, denomination: int) -> int | None:
        """How many were typed, 0 for an empty field, None where that is no number."""
        text = self.typed.get(denomination, "").strip()
        if not text:
            return 0
        fits = text.isascii() and text.isdigit() and int(text) <= MOST
        return int(text) if fits else None

    @property
    def counts(self) -> dict[int, int]:
        """Notes and coins by denomination, without those that are no number."""
        found = {value: self.count(value) for value in DENOMINATIONS}
        return {value: count for value, count in found.items() if count is not None}

    @property
    def wrong(self) -> tuple[int, ...]:
        """The denominations whose field holds no number."""
        return tuple(value for value in DENOMINATIONS if self.count(value) is None)

    @property
    def counted(self) -> int:
        """What was counted, in rupiah."""
        return sum(value * count for value, count in self.counts.items())

    @property
    def difference(self) -> int:
        """Counted less expected, in rupiah."""
        return 0 if self.outlook is None else self.counted - self.outlook.expected

    @property
    def ready(self) -> bool:
        """Whether the day can be closed with this count."""
        settled = not self.difference or bool(self.reason)
        return self.outlook is not None and not self.wrong and settled and not self.busy

"""How a batch came, and on which day the cash of its receipts was taken, whatever the laptop's clock said."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime, timedelta

from sync.server.clock import eastern_day


@dataclass(frozen=True, slots=True)
class Sending:
    """How a batch came: when, how many whole days its laptop's clock was ahead as it signed it, and the last local day
    before on which anything had come from that laptop."""

    at: datetime
    ahead_days: int = 0
    heard_on: date = date.min


def whole_days(ahead: timedelta) -> int:
    """The whole days that a clock is ahead; none for one that is behind, or in another zone."""
    return max(0, ahead.days)


def day_taken(issued_on: date, sent: Sending) -> date:
    """The local day by which the cash of a receipt grows old: its own, or the day of its arrival where that is earlier.

    Where the clock was ahead as the laptop sent it, and nobody turned it back before (`checks/clocks.py`), it was ahead when
    the receipt was written: its day is so much earlier, but not before the laptop was heard last.
    """
    written_on = max(issued_on - timedelta(days=sent.ahead_days), sent.heard_on)
    return min(issued_on, eastern_day(sent.at), written_on)

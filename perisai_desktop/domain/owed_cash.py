"""The cash that an agent still has to hand over when the laptop is emptied."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class OwedCash:
    """`rupiah` in hand, and the numbers of the receipts that no deposit covers; nothing personal."""

    rupiah: int
    receipts: tuple[str, ...]

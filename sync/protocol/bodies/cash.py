"""Movements of cash in hand that are neither receipt nor deposit, and the count at the end of a day."""

from __future__ import annotations

from typing import Annotated, Literal, Self

from pydantic import Field, model_validator

from sync.protocol.wire import Code, Count, Day, PositiveRupiah, Rupiah, SignedRupiah, StrictModel


class CashAdjustment(StrictModel):
    """`amount` in rupiah, always positive: the kind says whether cash in hand grows or falls by it."""

    what: Literal["opening_float", "shortage", "surplus", "hand_over"]
    amount: PositiveRupiah
    reason: Code | None = None


class CountOfDenomination(StrictModel):
    """So many notes or coins of one denomination (rupiah)."""

    denomination: PositiveRupiah
    count: Count


class Closing(StrictModel):
    """The cash of a business date as counted, against what the journal expects; `difference` is counted - expected."""

    on: Day
    counts: Annotated[tuple[CountOfDenomination, ...], Field(max_length=32)]
    counted: Rupiah
    expected: SignedRupiah
    difference: SignedRupiah
    reason: Code | None = None

    @model_validator(mode="after")
    def _sound(self) -> Self:
        if sum(line.denomination * line.count for line in self.counts) != self.counted:
            raise ValueError("count_differs")
        if self.counted - self.expected != self.difference:
            raise ValueError("difference_differs")
        if (self.difference == 0) != (self.reason is None):
            raise ValueError("difference_reason")
        return self

"""A deposit of the cash of receipts."""

from __future__ import annotations

from typing import Annotated, Self

from pydantic import Field, model_validator

from sync.protocol.wire import Code, Hash, Instant, PositiveRupiah, SignedRupiah, StrictModel, Uuid


class Deposit(StrictModel):
    """`amount` in rupiah; `difference` is the amount minus the receipts' sum and has a reason unless it is 0.

    `billing_code` is the kode iuran, `slip` the SHA-256 of its picture, one of the envelope's blobs.
    """

    receipts: Annotated[tuple[Uuid, ...], Field(min_length=1, max_length=5_000)]
    amount: PositiveRupiah
    billing_code: Annotated[str, Field(pattern=r"^[0-9A-Za-z]{8,20}$")]
    channel: Code
    deposited_at: Instant
    slip: Hash | None = None
    difference: SignedRupiah
    reason: Code | None = None

    @model_validator(mode="after")
    def _sound(self) -> Self:
        if len(set(self.receipts)) != len(self.receipts):
            raise ValueError("receipt_twice")
        if (self.difference == 0) != (self.reason is None):
            raise ValueError("difference_reason")
        return self

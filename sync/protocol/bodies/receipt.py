"""A receipt and its reprints."""

from __future__ import annotations

from typing import Annotated, Self

from pydantic import Field, model_validator

from sync.protocol.bodies.parts import PayerText
from sync.protocol.wire import Day, ReceiptNumberText, Rupiah, SignatureText, StrictModel, Uuid
from sync.rules.kelompok import MOST_WORKERS
from sync.rules.receipt_number import ReceiptNumber


class Receipt(StrictModel):
    """The agent's numbered proof for cash. `total` is price minus credit in rupiah; `on` the local date.

    `signature`: the device key's over `receipt_message(number, on, total)`, the same that the QR carries.
    """

    number: ReceiptNumberText
    on: Day
    total: Rupiah
    contributions: Annotated[tuple[Uuid, ...], Field(min_length=1, max_length=500)]
    workers: Annotated[int, Field(ge=1, le=MOST_WORKERS)]
    payer: PayerText
    signature: SignatureText

    @model_validator(mode="after")
    def _number_is_sound(self) -> Self:
        ReceiptNumber.parse(self.number)
        return self


class Reprint(StrictModel):
    """A further copy of a receipt, marked SALINAN; `copy_number` counts from 1."""

    receipt: Uuid
    number: ReceiptNumberText
    copy_number: Annotated[int, Field(ge=1, le=9_999)]

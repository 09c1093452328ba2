"""Money given back after a decision that names it, with the receiver's signature."""

from __future__ import annotations

from typing import Literal

from sync.protocol.bodies.parts import Drawing, Lines, PersonalPart
from sync.protocol.wire import PositiveRupiah, StrictModel, Text, Uuid


class Refund(StrictModel):
    """`lines` absent: the whole receipt. `amount` in rupiah."""

    receipt: Uuid
    lines: Lines | None = None
    amount: PositiveRupiah
    decision_id: Text
    received_by: Literal["worker", "payer", "heir", "representative"]


class RefundPersonal(PersonalPart):
    """Who received the money and how it was signed for."""

    name: Text
    signature: Drawing

"""A request to void a receipt or lines of it; a reviewer decides."""

from __future__ import annotations

from typing import Literal

from sync.protocol.bodies.parts import Lines
from sync.protocol.wire import Code, StrictModel, Uuid


class VoidRequest(StrictModel):
    """`lines` absent: the whole receipt. `cash`: whether money was taken for what is to be voided."""

    receipt: Uuid
    lines: Lines | None = None
    reason: Code
    cash: Literal["no_cash", "cash_taken"]

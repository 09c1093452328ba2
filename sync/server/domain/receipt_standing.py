"""What the public page may tell of a receipt, and how its facts lead to one of six answers."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum


class Standing(StrEnum):
    """The six answers of sync/rules/README.md, "Who is asking"."""

    GENUINE_RECEIVED = "genuine_received"
    GENUINE_NOT_RECEIVED = "genuine_not_received"
    GENUINE_TO_CHECK = "genuine_to_check"
    VOIDED = "voided"
    UNKNOWN = "unknown"
    ALTERED = "altered"


@dataclass(frozen=True, slots=True)
class ReceiptFacts:
    """What the server found about a receipt that somebody asks for.

    `signature_valid`: the signature fits number, date and amount under the device's key.
    `stored_same`: the ledger holds this number with the same date and amount; None where it holds none.
    `settled`: what it holds stands in its chain and is not held, or a person has decided on it. `revoked`: nothing more
    is genuine by the device's word alone; `late`: the receipt is dated after the day on which it was revoked.
    """

    device_known: bool
    signature_valid: bool
    stored_same: bool | None
    voided: bool
    settled: bool = True
    revoked: bool = False
    late: bool = False


def standing_of(facts: ReceiptFacts) -> Standing:
    """One answer for the facts; of a number signed twice, what no person has settled is genuine and to be checked.

    A revoked device may be a thief's: what it signed and the branch has not got is to be checked, and what it dated later
    counts no more than the word of a device that nobody knows (sync/README.md, 61).
    """
    if not facts.device_known:
        return Standing.UNKNOWN
    if not facts.signature_valid:
        return Standing.ALTERED
    if facts.stored_same is None and facts.late:
        return Standing.UNKNOWN
    if facts.stored_same is None and not facts.revoked:
        return Standing.GENUINE_NOT_RECEIVED
    if not facts.stored_same or not facts.settled:
        return Standing.GENUINE_TO_CHECK
    return Standing.VOIDED if facts.voided else Standing.GENUINE_RECEIVED


@dataclass(frozen=True, slots=True)
class ReceiptAnswer:
    """What is told to anybody who holds the receipt; names of workers are masked, `amount` in rupiah.

    Agent, office, hotline and worker are empty unless the receipt is genuine and the field is known. `same_number`:
    so many other receipts of the branch carry its number.
    """

    standing: Standing
    number: str
    on: date | None
    amount: int | None
    practice: bool
    agent_name: str = ""
    agent_number: str = ""
    office: str = ""
    hotline: str = ""
    worker: str = field(default="", repr=False)
    others: int = 0
    received_on: date | None = None
    same_number: int = 0

    @property
    def genuine(self) -> bool:
        """Whether the receipt was issued as it is written, voided or not."""
        return self.standing not in (Standing.UNKNOWN, Standing.ALTERED)

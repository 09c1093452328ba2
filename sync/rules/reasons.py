"""Coded reasons: what a person must choose where the program asks why."""

from dataclasses import dataclass
from enum import StrEnum


class ReasonKind(StrEnum):
    """The question that a reason answers."""

    RETURN = "return"
    REFUSE = "refuse"
    VOID = "void"
    REFUND = "refund"
    DEPOSIT_DIFFERENCE = "deposit_difference"
    CLOSING_DIFFERENCE = "closing_difference"
    CASH_ADJUSTMENT = "cash_adjustment"
    WARNING = "warning"
    MEMBERSHIP_END = "membership_end"


@dataclass(frozen=True, slots=True)
class Reason:
    """One reason with its words in Bahasa Indonesia and English; codes are unique within a kind."""

    code: str
    kind: ReasonKind
    label_id: str
    label_en: str

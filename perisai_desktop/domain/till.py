"""Cash on its way: what is still to be deposited, and a day that is closed by counting."""

from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum

DENOMINATIONS = (100_000, 75_000, 50_000, 20_000, 10_000, 5_000, 2_000, 1_000, 500, 200, 100)
"""Notes and coins that are counted, in rupiah."""


class DepositChannel(StrEnum):
    """By which way cash was deposited."""

    BANK_TRANSFER = "bank_transfer"
    BANK_COUNTER = "bank_counter"
    ATM = "atm"
    POST_OFFICE = "post_office"
    MINIMARKET = "minimarket"
    E_WALLET = "e_wallet"
    OFFICE = "office"


class CashStep(StrEnum):
    """Movements of cash that are neither receipt nor deposit; the last two need no more than there is."""

    OPENING_FLOAT = "opening_float"
    SURPLUS = "surplus"
    SHORTAGE = "shortage"
    HAND_OVER = "hand_over"


@dataclass(frozen=True, slots=True)
class CashReceipt:
    """A receipt whose cash was not deposited yet: what is left of it in rupiah.

    `held_back`: somebody asked the branch to void it, so that it can't be deposited before the decision.
    """

    number: str
    on: date
    rupiah: int
    recorded_at: datetime
    held_back: bool


@dataclass(frozen=True, slots=True)
class ClosingOutlook:
    """The business date to close next, the cash in rupiah that must be there, and the dates that wait behind it."""

    on: date
    expected: int
    waiting: tuple[date, ...]

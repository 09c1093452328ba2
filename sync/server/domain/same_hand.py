"""Whether two accounts may be one person's: somebody who gave both their passwords has been able to sign in as both."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from sync.server.storage.access_records import Account

WATCHED_DAYS = 30
"""So many days after the younger of two passwords was given a decision of both accounts is shown to the branch."""


@dataclass(frozen=True, slots=True)
class SameHand:
    """Who gave the passwords, and whole days since the younger one was given."""

    giver: str
    days: int


def same_hand(one: Account, other: Account, at: datetime) -> SameHand | None:
    """The hand that both accounts have their passwords from, or of one that the other one has it from; None where there is
    none, or where both have long had them.

    What a holder chose since does not count: whoever gives a password may be the first to sign in with it and choose.
    """
    givers = {giver(one), giver(other)}
    if len(givers) == 1:
        hand = givers.pop()
    else:
        hand = next((each.account_id for each in (one, other) if each.account_id in givers), "")
    days = max((at - max(given_at(one), given_at(other))).days, 0)
    return SameHand(hand, days) if hand and days <= WATCHED_DAYS else None


def giver(account: Account) -> str:
    """Who gave an account the last password that its holder did not choose."""
    return account.given_by or account.made_by


def given_at(account: Account) -> datetime:
    """When that was."""
    return account.given_at or account.created_at

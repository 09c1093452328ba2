"""Passwords that somebody else gave: they only serve to choose another one, and not for long."""

from __future__ import annotations

from datetime import datetime, timedelta

from sync.protocol.accounts import TEMPORARY_DAYS
from sync.server.domain.same_hand import given_at
from sync.server.storage.access_records import Account


def lapses_at(account: Account) -> datetime | None:
    """When an account's temporary password opens nothing any more; None where its holder chose the one that it has.

    A slip of paper in a drawer is a key: whoever finds it would be the first to choose.
    """
    return given_at(account) + timedelta(days=TEMPORARY_DAYS) if account.must_change else None


def has_lapsed(account: Account, at: datetime) -> bool:
    """Whether it opens nothing any more."""
    end = lapses_at(account)
    return end is not None and end <= at

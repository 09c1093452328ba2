"""Two accounts are in one hand where one account gave both their passwords, and for a month after the younger one."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest

from sync.server.domain.same_hand import SameHand, same_hand
from sync.server.storage.access_records import Account

AT = datetime(2026, 11, 22, 2, 0, tzinfo=UTC)
LONG_AGO = timedelta(days=400)


def account(login: str, made_by: str, ago: timedelta, given: tuple[str, timedelta] | None = None) -> Account:
    """An account, made some time ago, with another password given since where it was."""
    return Account(
        account_id=login,
        login=login,
        name=login.title(),
        role="reviewer",
        password_hash="x",
        created_at=AT - ago,
        branch_id="b",
        made_by=made_by,
        given_by=None if given is None else given[0],
        given_at=None if given is None else AT - given[1],
    )


ONE = account("one", "head", LONG_AGO)


@pytest.mark.parametrize(
    ("other", "found"),
    [
        (account("two", "head", timedelta(days=3)), SameHand("head", 3)),
        (account("two", "head", timedelta(days=30, hours=23)), SameHand("head", 30)),
        (account("two", "head", timedelta(days=31)), None),
        (account("two", "other head", timedelta(days=3)), None),
        (account("two", "head", timedelta(days=3), ("other head", timedelta(days=2))), None),
        (account("two", "other head", LONG_AGO, ("head", timedelta(days=2))), SameHand("head", 2)),
        (account("two", "one", timedelta(days=1)), SameHand("one", 1)),
        (account("two", "head", timedelta(hours=-2)), SameHand("head", 0)),
    ],
)
def test_who_gave_the_last_passwords_counts(other: Account, found: SameHand | None) -> None:
    assert same_hand(ONE, other, AT) == found
    assert same_hand(other, ONE, AT) == found

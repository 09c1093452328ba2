"""An account stands in one way at a time."""

from __future__ import annotations

from datetime import timedelta

from perisai_desktop.domain.branch_account import Standing
from tests.support.fake_accounts import AT, account


def test_the_most_telling_standing_is_told() -> None:
    locked = AT + timedelta(minutes=1)
    assert account(1).standing(AT) is Standing.ACTIVE
    assert account(1, temporary=True).standing(AT) is Standing.TEMPORARY
    assert account(1, temporary=True, locked_until=locked).standing(AT) is Standing.LOCKED
    assert account(1, temporary=True, locked_until=AT).standing(AT) is Standing.TEMPORARY
    lapsed = account(1, temporary=True, lapses_at=AT, locked_until=locked)
    assert lapsed.standing(AT) is Standing.LAPSED
    assert lapsed.standing(AT - timedelta(seconds=1)) is Standing.LOCKED
    assert account(1, suspended=True, locked_until=locked).standing(AT) is Standing.SUSPENDED

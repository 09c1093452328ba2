"""An account stands in one way at a time, and a name suggests a login."""

from __future__ import annotations

from datetime import timedelta

import pytest

from perisai_desktop.domain.branch_account import Standing, login_fits, login_for
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


@pytest.mark.parametrize(
    ("name", "login"),
    [
        ("Ratna Dewi", "ratna.dewi"),
        ("  H. Asep   Sunarya, S.E. ", "h.asep.sunarya.s.e"),
        ("René D'Arc", "rene.d.arc"),
        ("Al", ""),
        ("仁", ""),
        ("", ""),
        ("a" * 59 + " b", "a" * 59),
    ],
)
def test_a_name_suggests_a_login(name: str, login: str) -> None:
    assert login_for(name) == login
    assert login_fits(login) is bool(login)

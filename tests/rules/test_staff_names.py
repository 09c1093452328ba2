"""A name on a screen is one person's, and suggests a login."""

import pytest

from sync.rules.staff_names import is_login, is_staff_name, login_for, look_alike, neat_name


@pytest.mark.parametrize(
    ("typed", "kept", "fits"),
    [
        ("  Ratna   Dewi\u00a0", "Ratna Dewi", True),
        ("H. Ahmad Ma'ruf, S.E. (Cibadak)", "H. Ahmad Ma'ruf, S.E. (Cibadak)", True),
        ("Re\u0301nata", "R\u00e9nata", True),
        ("R\u0430tna", "R\u0430tna", False),
        ("Rat\u200bna", "Rat\u200bna", False),
        ("1lham", "1lham", False),
        ("Ratna\n", "Ratna", True),
        ("", "", False),
    ],
)
def test_a_name_on_a_screen_hides_nothing(typed: str, kept: str, fits: bool) -> None:
    assert neat_name(typed) == kept
    assert is_staff_name(kept) is fits


@pytest.mark.parametrize(
    ("one", "other", "alike"),
    [
        ("Ilham Ma'ruf, S.E.", "llham MARUF se", True),
        ("Oki", "0kl", True),
        ("R\u00e9nata", "renata", True),
        ("Ratna Dewi", "Ratna Devi", False),
    ],
)
def test_names_that_look_the_same_are_one(one: str, other: str, alike: bool) -> None:
    assert look_alike(one, other) is alike


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
    assert is_login(login) is bool(login)

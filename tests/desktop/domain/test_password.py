"""What the laptop takes for a password, and what it calls strong."""

import pytest

from perisai_desktop.domain.password import ACCOUNT_LEAST_SIGNS, LEAST_SIGNS, Strength, strength
from sync.protocol.sessions import SHORTEST_PASSWORD


@pytest.mark.parametrize(
    ("password", "judged"),
    [
        ("", Strength.SHORT),
        ("kapalku", Strength.SHORT),
        ("password", Strength.COMMON),
        ("P@ssw0rd1", Strength.COMMON),
        ("Rahasia123!", Strength.COMMON),
        ("bismillah99", Strength.COMMON),
        ("sayangsayang", Strength.COMMON),
        ("jakarta 2024", Strength.COMMON),
        ("12345678", Strength.COMMON),
        ("87654321", Strength.COMMON),
        ("qwertyuiop", Strength.COMMON),
        ("qwerty123", Strength.COMMON),
        ("aaaaaaaaaaaa", Strength.COMMON),
        ("abcabcabcabc", Strength.COMMON),
        ("17081945", Strength.DIGITS),
        ("0812-3456-7890", Strength.DIGITS),
        ("Siti1990", Strength.FAIR),
        ("kopidipasar7", Strength.GOOD),
        ("kapal di laut", Strength.STRONG),
        ("kopi-pagi-di-pasar", Strength.STRONG),
        ("海の上の船と朝のコーヒー二杯です", Strength.STRONG),
    ],
)
def test_a_password_is_judged(password: str, judged: Strength) -> None:
    assert strength(password) is judged


def test_only_the_last_three_are_taken() -> None:
    assert [each for each in Strength if each.accepted] == [Strength.FAIR, Strength.GOOD, Strength.STRONG]
    assert LEAST_SIGNS == 8


def test_a_server_asks_for_more_signs_than_a_laptop() -> None:
    assert ACCOUNT_LEAST_SIGNS == SHORTEST_PASSWORD
    judged = [strength("Siti1990", least) for least in (LEAST_SIGNS, ACCOUNT_LEAST_SIGNS)]
    assert judged == [Strength.FAIR, Strength.SHORT]

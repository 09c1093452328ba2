"""Two names that may be one person's, and two that may not."""

from __future__ import annotations

from datetime import date

import pytest

from sync.server.domain.checks.likeness import dates_close, likeness_of, names_alike, skeleton_of
from tests.support.sample_names import name_of


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Mohamad Syarif", "Muh. Sarif"),
        ("Siti Aminah", "Hj. St Aminah"),
        ("Zaenal Arifin", "Jainal Ariffin"),
        ("Soekarno Hadi", "Sukarno Hady"),
        ("Budi Santoso", "BUDI S."),
        ("Ma'rifah Wijaya", "Wijaya Ma\u2019rifah Nur"),
        ("Dewi Lestari", "Dewi Lestary"),
    ],
)
def test_spellings_of_one_name_are_alike(one: str, other: str) -> None:
    assert names_alike(likeness_of(one), likeness_of(other))
    assert names_alike(likeness_of(other), likeness_of(one))


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Ani Utami", "Wati Utami"),
        ("Budi", "Budi Santoso"),
        ("Budi Santoso", "Budi Susanto Wijaya"),
        ("A B", "A B"),
        ("", "Budi"),
        ("Sri Dewi", "Sri Dini"),
    ],
)
def test_names_of_two_people_are_not(one: str, other: str) -> None:
    assert not names_alike(likeness_of(one), likeness_of(other))


def test_a_name_of_titles_alone_keeps_them() -> None:
    assert likeness_of("Haji Ibu") == "haji ibu"
    assert (skeleton_of("siti aminah"), skeleton_of("aa gym"), skeleton_of("")) == ("st", "a", "")


def test_invented_people_are_unlike_one_another() -> None:
    names = [likeness_of(name_of(number)) for number in range(520)]
    assert not [1 for place, one in enumerate(names) for other in names[:place] if names_alike(one, other)]


@pytest.mark.parametrize(
    ("one", "other", "close"),
    [
        (date(1990, 8, 14), date(1990, 8, 4), True),
        (date(1990, 8, 14), date(1991, 8, 14), True),
        (date(1990, 8, 4), date(1990, 4, 8), True),
        (date(1990, 8, 14), date(1991, 8, 15), False),
    ],
)
def test_birth_dates_that_one_slip_parts(one: date, other: date, close: bool) -> None:
    assert dates_close(one, other) is close

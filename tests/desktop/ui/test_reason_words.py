"""A coded reason is told in words, whoever gave it: the branch, the rules or the sync itself."""

import pytest

from perisai_desktop.services.sync_items import SET_ASIDE
from perisai_desktop.ui.state_words import reason_words

LABELS = {"photo_unreadable": "Foto tidak terbaca"}


@pytest.mark.parametrize(
    ("code", "words"),
    [
        (None, ""),
        ("photo_unreadable", "Foto tidak terbaca"),
        ("too_old", "Already 65 or older, can't be enrolled"),
        (SET_ASIDE, "the server could not take this yet; it is tried again"),
        ("of_a_later_server", "see the branch's note"),
    ],
)
def test_every_reason_has_words(code: str | None, words: str) -> None:
    assert reason_words(code, LABELS) == words

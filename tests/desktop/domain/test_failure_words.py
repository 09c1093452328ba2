"""Every failure has its words, and no words are left without a failure."""

from perisai_desktop.domain.failure import Failure, FailureCode
from perisai_desktop.ui.explain import explain
from perisai_desktop.ui.failure_words import FAILURES


def test_every_failure_is_explained() -> None:
    assert set(FAILURES) == set(FailureCode)
    for code in FailureCode:
        words = explain(Failure(code))
        assert words.what
        assert words.now

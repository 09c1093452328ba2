"""Every code has its sentences, in both languages, and no code is ever shown."""

import re

import pytest

from perisai_desktop.domain.failure import Failure, FailureCode
from perisai_desktop.ui.explain import explain, reaction_words
from perisai_desktop.ui.failure_words import FAILURES, NETWORK_DETAILS
from perisai_desktop.ui.reaction_words import REACTIONS
from sync.rules.reactions import Reaction


@pytest.mark.parametrize("code", list(FailureCode))
def test_a_failure_says_what_happened_whether_it_is_safe_and_what_to_do(code: FailureCode) -> None:
    told = explain(Failure(code))
    for sentence in (told.what, told.safe, told.now):
        assert re.fullmatch(r"[A-Z].*[.]", sentence)
        assert code.value not in sentence or " " not in code.value.replace("_", " ")
        assert "{" not in sentence


@pytest.mark.parametrize("reaction", list(Reaction))
def test_a_finding_is_one_short_sentence(reaction: Reaction) -> None:
    words = reaction_words(reaction)
    assert 8 < len(words) < 60
    assert not words.endswith(".")
    assert "_" not in words


def test_data_is_put_into_the_sentences() -> None:
    told = explain(Failure(FailureCode.PRICE_CHANGED, shown=8400, price=16800))
    assert "Rp8.400" in told.what
    assert "Rp16.800" in told.what
    assert "4" in explain(Failure(FailureCode.LOCKED_OUT, minutes=4)).now


@pytest.mark.parametrize("code", list(FailureCode))
def test_no_word_of_the_workshop_is_told(code: FailureCode) -> None:
    for sentence in FAILURES[code]:
        assert INTERNAL.search(re.sub(r"\{[a-z_]+\}", "", sentence)) is None


@pytest.mark.parametrize(
    ("seconds", "words"),
    [
        (0, "a moment"),
        (1, "1 second"),
        (40, "40 seconds"),
        (60, "1 minute"),
        (61, "2 minutes"),
        (900, "15 minutes"),
    ],
)
def test_a_wait_is_told_as_a_person_counts_it(seconds: int, words: str) -> None:
    assert explain(Failure(FailureCode.SERVER_BUSY, seconds=seconds)).now == f"It is tried again in {words}."


def test_only_what_is_tried_again_by_itself_says_so() -> None:
    told = {
        code: explain(Failure(code, seconds=70)).now
        for code in (FailureCode.SERVER_BUSY, FailureCode.ASK_LATER, FailureCode.BRANCH_BUSY)
    }
    assert told == {
        FailureCode.SERVER_BUSY: "It is tried again in 2 minutes.",
        FailureCode.ASK_LATER: "Try again in 2 minutes.",
        FailureCode.BRANCH_BUSY: "Wait 2 minutes, then try again.",
    }


def test_minutes_are_told_as_minutes() -> None:
    assert explain(Failure(FailureCode.LOCKED_OUT, minutes=1, seconds=30)).now == "Try again in 1 minute."


def test_data_that_is_missing_does_not_break_the_sentence() -> None:
    assert "–" in explain(Failure(FailureCode.LOCKED_OUT)).now


@pytest.mark.parametrize("code", [FailureCode.NO_NETWORK, FailureCode.ENROLMENT_CUT_OFF])
@pytest.mark.parametrize("detail", list(NETWORK_DETAILS))
def test_what_stood_in_the_way_of_the_network_is_told(code: FailureCode, detail: str) -> None:
    plain = explain(Failure(code, detail="dns"))
    told = explain(Failure(code, detail=detail))
    assert told.what != plain.what
    assert told.safe == plain.safe


def test_no_two_failures_say_the_same() -> None:
    assert len(set(FAILURES.values())) == len(FAILURES)


INTERNAL = re.compile(
    r"[a-z]_[a-z]|\b(batch|journal|jurnal|token|hash|json|http|exception|database|payload|sqlite|nonce)\b",
    re.IGNORECASE,
)


@pytest.mark.usefixtures("indonesian")
def test_every_sentence_is_indonesian_where_that_is_spoken() -> None:
    for code in FailureCode:
        told = explain(Failure(code))
        for spoken, source in zip((told.what, told.safe, told.now), FAILURES[code], strict=True):
            assert spoken.strip()
            assert spoken != source
            assert "{" not in spoken
            assert INTERNAL.search(spoken) is None
    for reaction in Reaction:
        assert reaction_words(reaction) != REACTIONS[reaction]

"""The first run asks the server only with everything filled in, and keeps what was typed."""

from types import SimpleNamespace
from typing import Any

import pytest

from perisai_desktop.background.hand_run import HandRunJobs
from perisai_desktop.domain.failure import Failure, FailureCode
from perisai_desktop.ui.screens.first_run.presenter import FirstRunPresenter
from perisai_desktop.ui.screens.first_run.state import FirstRunState, Gap

DESK: Any = SimpleNamespace(name="desk")
CODE = "W3EAN-TS988-RVDCB-BREKG"
FULL = ("https://cabang.example", CODE, "kapal di laut", "kapal di laut")


@pytest.mark.parametrize(
    ("typed", "gaps"),
    [
        (("", "", "", ""), {Gap.SERVER_MISSING, Gap.CODE_MISSING, Gap.PASSWORD_MISSING}),
        (("https://a", CODE, "pendek", "pendek"), {Gap.PASSWORD_SHORT}),
        (("https://a", CODE, "kapal di laut", "kapal di darat"), {Gap.PASSWORDS_DIFFER}),
        (FULL, set()),
    ],
)
def test_gaps_are_told_all_at_once(typed: tuple[str, str, str, str], gaps: set[Gap]) -> None:
    shown: list[FirstRunState] = []
    jobs = HandRunJobs()
    presenter = FirstRunPresenter(lambda *_words: DESK, jobs, shown.append, lambda _desk: None)
    presenter.submit(*typed)
    assert shown[-1].gaps == gaps
    assert shown[-1].busy is not bool(gaps)


def test_a_device_is_enrolled_and_signed_in() -> None:
    asked: list[tuple[str, ...]] = []
    entered: list[Any] = []

    def enrol(*words: str) -> Any:
        asked.append(words)
        return DESK

    jobs = HandRunJobs()
    presenter = FirstRunPresenter(enrol, jobs, lambda _state: None, entered.append)
    presenter.submit(" https://cabang.example ", CODE, "kapal di laut", "kapal di laut")
    presenter.submit(*FULL)
    jobs.run_all()
    assert asked == [("https://cabang.example", CODE, "kapal di laut")]
    assert entered == [DESK]


def test_a_refused_code_keeps_what_was_typed() -> None:
    failure = Failure(FailureCode.CODE_REFUSED, reason="used")

    def enrol(*_words: str) -> Any:
        raise failure

    shown: list[FirstRunState] = []
    jobs = HandRunJobs()
    presenter = FirstRunPresenter(enrol, jobs, shown.append, lambda _desk: None)
    presenter.submit(*FULL)
    jobs.run_all()
    assert (shown[-1].failure, shown[-1].server, shown[-1].code) == (failure, *FULL[:2])
    assert not shown[-1].busy

"""The first run asks the server only with everything filled in, goes page by page, and keeps what was typed."""

from collections.abc import Callable
from types import SimpleNamespace
from typing import Any

import pytest

from perisai_desktop.background.hand_run import HandRunJobs
from perisai_desktop.domain.enrolling_step import EnrolStep
from perisai_desktop.domain.failure import Failure, FailureCode
from perisai_desktop.domain.password import Strength
from perisai_desktop.ui.screens.first_run.presenter import FirstRunPresenter
from perisai_desktop.ui.screens.first_run.state import FirstRunState, Gap, Page

AGENT = SimpleNamespace(
    device="7Q2FK", name="Nining", number="A-0003", office="Pos", branch="Cabang", practice=False
)
DESK: Any = SimpleNamespace(identity=AGENT)
CODE = "W3EAN-TS988-RVDCB-BREKG"
URL = "https://cabang.example"
WORDS = "kapal di laut"


class ScriptedDoor:
    """Lets everybody in unless it is told to refuse."""

    def __init__(self) -> None:
        self.failure: Failure | None = None
        self.asked: list[tuple[str, ...]] = []

    def check(self, server: str, code: str) -> None:
        self._answer(server, code)

    def enrol(self, server: str, code: str, password: str, tell: Callable[[EnrolStep], None]) -> Any:
        for step in EnrolStep:
            tell(step)
        self._answer(server, code, password)
        return DESK

    def recoverable(self) -> bool:
        return True

    def _answer(self, *asked: str) -> None:
        self.asked.append(asked)
        if self.failure is not None:
            raise self.failure


class Rig:
    """A presenter whose view is a list and whose jobs are run by hand."""

    def __init__(self, page: Page = Page.LANGUAGE) -> None:
        self.door = ScriptedDoor()
        self.jobs = HandRunJobs()
        self.shown: list[FirstRunState] = []
        self.told: list[tuple[str, Any]] = []
        self.presenter = FirstRunPresenter(
            self.door,
            self.jobs,
            self.shown.append,
            made=lambda desk: self.told.append(("made", desk)),
            begun=lambda desk: self.told.append(("begun", desk)),
            speak=lambda language: self.told.append(("speak", language)),
            post=lambda act: act(),
            start=FirstRunState(page, URL, CODE),
        )
        self.presenter.open()

    @property
    def state(self) -> FirstRunState:
        return self.shown[-1]


@pytest.mark.parametrize(
    ("server", "code", "gaps"),
    [
        ("", "", {Gap.SERVER_MISSING, Gap.CODE_MISSING}),
        (URL, "W3EAN-TS988", {Gap.CODE_LENGTH}),
        (URL, CODE + "A", {Gap.CODE_LENGTH}),
        (URL, "U" + CODE[1:], {Gap.CODE_SIGNS}),
        (URL, "?" + CODE[1:], {Gap.CODE_SIGNS}),
        (URL, "o3ean ts988 rvdcb ireKL", set()),
    ],
)
def test_a_code_is_checked_before_anybody_is_asked(server: str, code: str, gaps: set[Gap]) -> None:
    rig = Rig(Page.CODE)
    rig.presenter.give_code(server, code)
    assert rig.state.gaps == gaps
    assert (rig.state.busy is None) is bool(gaps)
    rig.jobs.run_all()
    assert len(rig.door.asked) == (not gaps)


@pytest.mark.parametrize(
    ("typed", "asked"),
    [
        (" cabang.example:8443 ", "https://cabang.example:8443"),
        ("127.0.0.1:8000", "http://127.0.0.1:8000"),
        (URL, URL),
    ],
)
def test_the_scheme_may_be_left_out(typed: str, asked: str) -> None:
    rig = Rig(Page.CODE)
    rig.presenter.give_code(typed, CODE)
    rig.jobs.run_all()
    assert rig.door.asked == [(asked, CODE)]


@pytest.mark.parametrize(
    ("password", "again", "gap"),
    [
        ("", "", Gap.PASSWORD_MISSING),
        ("pendek", "pendek", Gap.PASSWORD_SHORT),
        ("rahasia123", "rahasia123", Gap.PASSWORD_COMMON),
        ("17081945", "17081945", Gap.PASSWORD_DIGITS),
        (WORDS, "kapal di darat", Gap.PASSWORDS_DIFFER),
    ],
)
def test_a_password_that_will_not_do(password: str, again: str, gap: Gap) -> None:
    rig = Rig(Page.PASSWORD)
    rig.presenter.enrol(password, again)
    assert rig.state.gaps == {gap}
    rig.presenter.judge(password)
    assert rig.state.gaps == frozenset()
    rig.jobs.run_all()
    assert rig.door.asked == []


def test_the_password_is_judged_as_it_grows() -> None:
    rig = Rig(Page.PASSWORD)
    for end in (5, len(WORDS), 0):
        rig.presenter.judge(WORDS[:end])
    assert [state.strength for state in rig.shown[1:]] == [Strength.SHORT, Strength.STRONG, None]
    assert WORDS not in repr(rig.shown)


def test_from_the_language_to_the_work() -> None:
    rig = Rig()
    rig.presenter.choose_language("en")
    rig.presenter.give_code(URL, CODE)
    rig.presenter.give_code(URL, CODE)
    rig.presenter.back()
    assert rig.state.busy is EnrolStep.ASKING
    rig.jobs.run_all()
    assert rig.state.page is Page.PASSWORD
    rig.presenter.enrol(WORDS, WORDS)
    rig.presenter.enrol(WORDS, WORDS)
    rig.jobs.run_all()
    assert [state.busy for state in rig.shown if state.page is Page.PASSWORD and state.busy] == [
        EnrolStep.ASKING,
        *EnrolStep,
    ]
    assert rig.door.asked == [(URL, CODE), (URL, CODE, WORDS)]
    summary = rig.state.summary
    assert summary is not None
    assert (rig.state.page, summary.device, summary.recoverable) == (Page.DONE, "7Q2FK", True)
    rig.presenter.begin()
    assert rig.told == [("speak", "en"), ("made", DESK), ("begun", DESK)]


def test_back_keeps_what_was_typed_and_stops_at_the_beginning() -> None:
    rig = Rig(Page.PASSWORD)
    for _ in range(3):
        rig.presenter.back()
    assert [state.page for state in rig.shown] == [Page.PASSWORD, Page.CODE, Page.LANGUAGE]
    assert (rig.state.server, rig.state.code) == (URL, CODE)
    rig.presenter.begin()
    assert rig.told == []


def test_a_refusal_of_the_check_stays_on_the_page_of_the_code() -> None:
    rig = Rig(Page.CODE)
    rig.door.failure = Failure(FailureCode.SERVER_FOR_PRACTICE)
    rig.presenter.give_code(URL, CODE)
    rig.jobs.run_all()
    assert (rig.state.page, rig.state.failure) == (Page.CODE, rig.door.failure)


@pytest.mark.parametrize(
    ("failure", "page"),
    [
        (Failure(FailureCode.CODE_REFUSED, reason="used"), Page.CODE),
        (Failure(FailureCode.ENROLMENT_CUT_OFF, detail="dns"), Page.PASSWORD),
        (Failure(FailureCode.DISK_FULL), Page.PASSWORD),
    ],
)
def test_a_failure_is_told_where_it_is_mended_and_can_be_repeated(failure: Failure, page: Page) -> None:
    rig = Rig(Page.PASSWORD)
    rig.door.failure = failure
    rig.presenter.enrol(WORDS, WORDS)
    rig.jobs.run_all()
    assert (rig.state.page, rig.state.failure, rig.state.busy) == (page, failure, None)
    assert (rig.state.server, rig.state.code) == (URL, CODE)
    rig.door.failure = None
    rig.presenter.enrol(WORDS, WORDS)
    rig.jobs.run_all()
    assert rig.state.page is Page.DONE

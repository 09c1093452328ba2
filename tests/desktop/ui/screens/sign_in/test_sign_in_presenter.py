"""Signing in: one attempt at a time, minutes of waiting, and what no password can help."""

from types import SimpleNamespace
from typing import Any

import pytest

from perisai_desktop.background.hand_run import HandRunJobs
from perisai_desktop.domain.failure import Failure, FailureCode
from perisai_desktop.ui.screens.sign_in.presenter import SignInPresenter
from perisai_desktop.ui.screens.sign_in.state import SignInState

DESK: Any = SimpleNamespace(name="desk")


class ScriptedDoor:
    """Knows one password; `minutes` are left of a lockout."""

    def __init__(self, minutes: int = 0, failure: Failure | None = None) -> None:
        self.minutes = minutes
        self.failure = failure
        self.given: list[str] = []

    def lockout(self) -> int:
        return self.minutes

    def sign_in(self, password: str) -> Any:
        self.given.append(password)
        if self.failure is not None:
            raise self.failure
        return DESK


def _presenter(
    door: ScriptedDoor, practise: Any = None
) -> tuple[SignInPresenter, list[SignInState], list[Any], HandRunJobs]:
    shown: list[SignInState] = []
    entered: list[Any] = []
    jobs = HandRunJobs()
    return SignInPresenter(door, jobs, shown.append, entered.append, practise), shown, entered, jobs


def test_the_right_password_opens_the_store_once() -> None:
    door = ScriptedDoor()
    presenter, shown, entered, jobs = _presenter(door)
    presenter.open()
    presenter.sign_in("kapal di laut")
    presenter.sign_in("kapal di laut")
    assert shown[-1].busy
    jobs.run_all()
    assert (door.given, entered, shown[-1].busy) == (["kapal di laut"], [DESK], False)


def test_an_empty_password_is_not_tried() -> None:
    door = ScriptedDoor()
    presenter, _shown, _entered, jobs = _presenter(door)
    presenter.sign_in("")
    jobs.run_all()
    assert door.given == []


def test_a_wrong_password_can_be_tried_again() -> None:
    failure = Failure(FailureCode.WRONG_PASSWORD, attempts_left=4)
    presenter, shown, entered, jobs = _presenter(ScriptedDoor(failure=failure))
    presenter.sign_in("salah")
    jobs.run_all()
    assert (shown[-1].failure, shown[-1].open, entered) == (failure, True, [])


def test_a_lockout_is_told_in_minutes_and_ends() -> None:
    door = ScriptedDoor(minutes=4)
    presenter, shown, _entered, jobs = _presenter(door)
    presenter.open()
    assert (shown[-1].minutes, shown[-1].open) == (4, False)
    presenter.sign_in("kapal di laut")
    jobs.run_all()
    assert door.given == []
    door.minutes = 3
    presenter.wait()
    assert shown[-1].minutes == 3
    door.minutes = 0
    presenter.wait()
    assert shown[-1].open


@pytest.mark.parametrize(
    "code", [FailureCode.ALREADY_RUNNING, FailureCode.STORE_DAMAGED, FailureCode.STORE_NEWER]
)
def test_what_no_password_can_help_blocks_the_screen(code: FailureCode) -> None:
    presenter, shown, _entered, jobs = _presenter(ScriptedDoor(failure=Failure(code)))
    presenter.sign_in("kapal di laut")
    jobs.run_all()
    assert (shown[-1].blocked, shown[-1].open) == (True, False)


def test_a_second_start_is_told_before_anything_is_typed() -> None:
    presenter, shown, _entered, _jobs = _presenter(ScriptedDoor())
    presenter.bar(Failure(FailureCode.ALREADY_RUNNING))
    assert not shown[-1].open


def test_practice_needs_no_password() -> None:
    presenter, _shown, entered, jobs = _presenter(ScriptedDoor(minutes=9), lambda: DESK)
    presenter.open()
    presenter.practise()
    jobs.run_all()
    assert entered == [DESK]


def test_outside_practice_there_is_no_way_round_the_password() -> None:
    presenter, _shown, entered, jobs = _presenter(ScriptedDoor())
    presenter.practise()
    jobs.run_all()
    assert entered == []


def test_a_password_that_was_just_set_opens_whatever_barred_the_one_before() -> None:
    door = ScriptedDoor(minutes=4)
    presenter, shown, entered, jobs = _presenter(door)
    presenter.bar(Failure(FailureCode.KEY_FILE_DAMAGED))
    presenter.open()
    presenter.sign_in("kapal di laut")
    assert door.given == []
    presenter.enter_anew("teh sore")
    jobs.run_all()
    assert (door.given, entered, shown[-1].blocked) == (["teh sore"], [DESK], False)

"""The procedure for a lost laptop leads from step to step, by keyboard, and says how much time is left."""

from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QWidget

from perisai_desktop.background.hand_run import HandRunJobs
from perisai_desktop.domain.branch_agent import LaptopState
from perisai_desktop.domain.failure import Failure, FailureCode
from perisai_desktop.domain.lost_laptop import LaptopStanding
from perisai_desktop.ui.screens.agents.acts import RIGHTS, Act, Asked
from perisai_desktop.ui.screens.agents.loss import LossPresenter, LossState
from perisai_desktop.ui.screens.agents.loss_dialog import loss_dialog
from perisai_desktop.ui.screens.agents.loss_words import notice_words
from perisai_desktop.ui.theme.tokens import Tone
from tests.support.fake_agents import AT, DUE, FakeAgents, book, standing
from tests.support.typist import Typist

AGENT = book().agents[1]
ASKED = Asked(Act.GUIDE, AGENT, AGENT.laptops[1])
BEFORE = standing(state=LaptopState.ACTIVE, lost_at=None, notice_due=None)
WIB = timedelta(hours=7)


@pytest.mark.parametrize(
    ("told", "acted", "following"),
    [
        (BEFORE, frozenset[Act](), Act.LOST),
        (standing(), frozenset[Act](), Act.WIPE),
        (standing(wipe_asked_at=AT), frozenset[Act](), Act.RECORDS),
        (standing(wipe_asked_at=AT), frozenset({Act.RECORDS}), Act.CODE),
        (standing(state=LaptopState.WIPED), frozenset({Act.RECORDS, Act.CODE}), Act.HAND_OVER),
        (standing(wipe_asked_at=AT), frozenset({Act.RECORDS, Act.CODE, Act.HAND_OVER}), None),
    ],
)
def test_the_next_step_is_the_first_that_is_not_done(
    told: LaptopStanding, acted: frozenset[Act], following: Act | None
) -> None:
    assert LossState(told, acted).next(RIGHTS["branch_admin"]) is following
    assert LossState().steps == ()
    assert LossState(standing(wipe_asked_at=AT)).next(RIGHTS["operator"]) is Act.CODE


def test_a_wipe_that_waits_for_approval_is_approved_once_by_each() -> None:
    asked = {step.act: step for step in LossState(standing(wipe_asked_at=AT)).steps}[Act.WIPE]
    assert (asked.done, asked.open) == (True, (Act.APPROVE, Act.KEEP))
    mine = standing(wipe_asked_at=AT, approved_by=("Ratna",), approved_by_me=True)
    assert {step.act: step.open for step in LossState(mine).steps}[Act.WIPE] == (Act.KEEP,)


def test_how_it_stands_is_read_again_after_an_act() -> None:
    agents, jobs = FakeAgents(), HandRunJobs()
    shown: list[LossState] = []
    presenter = LossPresenter(agents, jobs, ASKED, shown.append)
    agents.failure = Failure(FailureCode.BRANCH_SILENT)
    presenter.load()
    jobs.run_all()
    assert (presenter.state.failure, presenter.state.next(RIGHTS["branch_admin"])) == (
        Failure(FailureCode.BRANCH_SILENT),
        None,
    )
    presenter.acted(Act.CODE)
    presenter.load()
    jobs.run_all()
    assert presenter.state == LossState(standing(), frozenset({Act.CODE}))


@pytest.mark.parametrize(
    ("hours", "words", "tone"),
    [
        (67, "2 days and 19 hours", Tone.WARNING),
        (5, "0 days and 5 hours", Tone.ERROR),
        (-1, "over", Tone.ERROR),
    ],
)
def test_the_clock_grows_louder(hours: int, words: str, tone: Tone) -> None:
    title, detail, told = notice_words(DUE, WIB, DUE - timedelta(hours=hours))
    assert "04:15" in title
    assert words in detail
    assert told is tone
    assert notice_words(None, WIB, AT)[0] == ""


def test_the_steps_are_done_by_keyboard_one_after_another(showing: Callable[[QWidget], QWidget]) -> None:
    agents, jobs, owner = FakeAgents(), HandRunJobs(), QWidget()
    agents.told_standing = BEFORE
    dialog, presenter = loss_dialog(agents, jobs, ASKED, RIGHTS["branch_admin"], 420, lambda: AT, owner)
    opened: list[Asked] = []
    dialog.act_asked.connect(opened.append)
    showing(dialog)
    jobs.run_all()
    typist = Typist(jobs)
    control = Qt.KeyboardModifier.ControlModifier
    typist.press(Qt.Key.Key_Return, control)
    agents.told_standing = standing(wipe_asked_at=AT, approved_by=("Ratna Wijaya",))
    presenter.acted(Act.LOST)
    presenter.acted(Act.RECORDS)
    jobs.run_all()
    typist.press(Qt.Key.Key_Return, control)
    assert [(one.act, one.laptop) for one in opened] == [(Act.LOST, ASKED.laptop), (Act.CODE, None)]
    told = " ".join(each.text() for each in dialog.findChildren(QLabel) if each.isVisible())
    assert "approved by Ratna Wijaya (1 of 2)" in told

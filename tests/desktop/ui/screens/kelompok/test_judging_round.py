"""A long list is judged in pieces: a save comes between them, and what was typed meanwhile ends the round early."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from perisai_desktop.background.hand_run import HandRunJobs
from perisai_desktop.background.ports import Lane
from perisai_desktop.domain.failure import Failure, FailureCode
from perisai_desktop.domain.kelompok import KelompokKind, Member
from perisai_desktop.domain.outcome import Err, Ok
from perisai_desktop.domain.roll import Judged
from perisai_desktop.services.desk import AgentDesk
from perisai_desktop.ui.screens.kelompok.judging_round import JudgingRound, Outcome
from sync.protocol.signatures import SigningKey
from sync.rules.enrolment_form import EnrolmentForm
from tests.support.desks import HandClock, desk_of, make_profile
from tests.support.kelompok_lists import person

MEMBERS = [Member(number, EnrolmentForm(**person(number))) for number in range(1, 600)]  # type: ignore[arg-type]


@pytest.fixture(scope="module")
def desk(tmp_path_factory: pytest.TempPathFactory) -> Iterator[AgentDesk]:
    opened = desk_of(
        make_profile(tmp_path_factory.mktemp("desk") / "profile", SigningKey.generate()), HandClock()
    )
    yield opened
    opened.close()


def judged(desk: AgentDesk, jobs: HandRunJobs, stale: bool = False) -> tuple[list[Outcome], list[int]]:
    """What a round over 599 lines ends with, and how many pieces of work other work found done before it."""
    outcomes: list[Outcome] = []
    seen: list[int] = []
    roll = desk.grouping.roll()
    kelompok = desk.grouping.new(KelompokKind.SPONSOR)
    JudgingRound(desk.grouping, jobs, lambda: stale).judge(roll, kelompok, MEMBERS, outcomes.append)
    jobs.run(Lane.LOCAL, lambda: len(roll._assessed), lambda outcome: seen.append(outcome.value))  # type: ignore[union-attr]
    jobs.run_all()
    return outcomes, seen


def test_other_work_comes_between_two_pieces(desk: AgentDesk) -> None:
    (outcome,), seen = judged(desk, HandRunJobs())
    assert isinstance(outcome, Ok)
    assert (len(outcome.value), seen) == (599, [250])


def test_a_round_that_is_stale_ends_at_once(desk: AgentDesk) -> None:
    (outcome,), seen = judged(desk, HandRunJobs(), stale=True)
    assert (outcome, seen) == (Ok(()), [0])


def test_what_the_store_refuses_is_told(
    desk: AgentDesk, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    def refused(*_given: object) -> tuple[Judged, ...]:
        raise Failure(FailureCode.STORE_BUSY)

    monkeypatch.setattr("perisai_desktop.domain.roll.Roll.judge", refused)
    (outcome,), _ = judged(desk, HandRunJobs())
    assert outcome == Err(Failure(FailureCode.STORE_BUSY))

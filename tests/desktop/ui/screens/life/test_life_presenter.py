"""The dialog about a worker's life: the newest wish is the one that is told and written."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import date

from perisai_desktop.background.hand_run import HandRunJobs
from perisai_desktop.domain.failure import Failure, FailureCode
from perisai_desktop.domain.life import LifeOutlook, LifeWish
from perisai_desktop.ui.screens.life.presenter import LifePresenter
from perisai_desktop.ui.screens.life.state import LifeState
from perisai_desktop.ui.screens.life.words import decision_words
from perisai_desktop.ui.theme.tokens import Tone
from sync.rules.changes import EndCause
from sync.rules.enrolment_form import EnrolmentForm
from sync.rules.iuran_month import IuranMonth
from sync.rules.reactions import Reaction, finding
from sync.rules.regions import Place
from tests.support.reference_data import filled_form

NOVEMBER = IuranMonth(2026, 11)


@dataclass
class Life:
    """Says what a test wants it to say, and keeps what was written."""

    looked: list[LifeWish] = field(default_factory=list)
    written: list[tuple[object, ...]] = field(default_factory=list)
    failure: Failure | None = None
    fault: FailureCode | None = None
    warn: bool = False

    def look(self, worker_id: str, wish: LifeWish) -> LifeOutlook:
        self.looked.append(wish)
        if self.failure is not None:
            raise self.failure
        form = filled_form()
        return LifeOutlook(
            worker_id=worker_id,
            name="Ujang",
            nik=form.nik,
            until=NOVEMBER,
            months=(NOVEMBER, NOVEMBER.plus(1)),
            month=wish.month or NOVEMBER.plus(1),
            before=form,
            form=replace(form, **wish.edits),  # type: ignore[arg-type]
            changed=frozenset(wish.edits),
            findings=(finding(Reaction.PHONE_SHARED),) if self.warn else (),
            beyond=(NOVEMBER,) if wish.ended_on is not None else (),
            fault=self.fault,
        )

    def change(
        self, worker_id: str, form: EnrolmentForm, from_month: IuranMonth, reasons: Mapping[str, str]
    ) -> str:
        if self.failure is not None:
            raise self.failure
        self.written.append((worker_id, form.income, from_month, dict(reasons)))
        return "e1"

    def end(self, worker_id: str, cause: EndCause, from_month: IuranMonth, on: date | None = None) -> str:
        self.written.append((worker_id, cause, from_month, on))
        return "e2"

    def places(self, text: str) -> tuple[Place, ...]:
        return ()


class Desk:
    """A presenter over such a life."""

    def __init__(self) -> None:
        self.life, self.jobs = Life(), HandRunJobs()
        self.shown: list[LifeState] = []
        self.done: list[str] = []
        self.presenter = LifePresenter(
            self.life,
            self.life,
            self.life,
            lambda _code: None,
            self.jobs,
            self.shown.append,
            "w1",
            self.done.append,
        )
        self.presenter.load()
        self.jobs.run_all()

    @property
    def state(self) -> LifeState:
        return self.shown[-1]


def test_the_newest_wish_is_told_and_written_once() -> None:
    desk = Desk()
    assert not desk.state.ready
    desk.presenter.type_into("income", "2")
    desk.presenter.type_into("income", "2000000")
    desk.jobs.run_all()
    assert (desk.state.ready, desk.state.outlook and desk.state.outlook.form.income) == (True, "2000000")
    desk.presenter.write()
    desk.presenter.write()
    desk.jobs.run_all()
    assert desk.life.written == [("w1", "2000000", NOVEMBER.plus(1), {})]
    assert desk.done == ["e1"]


def test_a_warning_needs_its_reason_and_a_bad_month_another_one() -> None:
    desk = Desk()
    desk.life.warn = True
    desk.presenter.type_into("phone", "081311112222")
    desk.jobs.run_all()
    assert [one.reaction for one in desk.state.unexplained] == [Reaction.PHONE_SHARED]
    desk.presenter.explain("phone_shared", "Satu rumah")
    assert desk.state.ready
    desk.life.fault = FailureCode.CHANGE_TOO_EARLY
    desk.presenter.choose_month("2026-11")
    desk.jobs.run_all()
    assert (desk.life.looked[-1].month, desk.state.ready) == (NOVEMBER, False)


def test_an_end_has_a_cause_and_only_some_have_a_day() -> None:
    desk = Desk()
    desk.presenter.type_into("income", "2000000")
    desk.presenter.switch(ending=True)
    desk.jobs.run_all()
    assert (desk.life.looked[-1], desk.state.ready) == (LifeWish(), False)
    desk.presenter.choose_cause(EndCause.DEATH)
    desk.presenter.type_day("kemarin")
    desk.jobs.run_all()
    assert (desk.state.day_unreadable, desk.state.ready) == (True, False)
    desk.presenter.type_day("02-11-2026")
    desk.jobs.run_all()
    assert desk.state.outlook is not None
    assert decision_words(desk.state, desk.state.outlook)[2] is Tone.WARNING
    desk.presenter.write()
    desk.jobs.run_all()
    desk.presenter.choose_cause(EndCause.OWN_WISH)
    assert (desk.state.dated, desk.state.ended_on) == (False, None)
    assert desk.life.written == [("w1", EndCause.DEATH, NOVEMBER.plus(1), date(2026, 11, 2))]


def test_what_can_not_be_read_or_written_is_told() -> None:
    desk = Desk()
    desk.presenter.type_into("income", "2000000")
    desk.jobs.run_all()
    desk.life.failure = Failure(FailureCode.STORE_BUSY)
    desk.presenter.write()
    desk.jobs.run_all()
    assert (desk.state.failure, desk.state.busy, desk.done) == (desk.life.failure, False, [])
    desk.presenter.type_into("income", "3000000")
    desk.jobs.run_all()
    assert (desk.state.outlook, desk.state.failure) == (None, desk.life.failure)

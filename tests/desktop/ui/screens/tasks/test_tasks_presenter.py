"""Correcting what the branch sent back: marked fields first, typing kept, one correction sent."""

from dataclasses import replace

from perisai_desktop.background.hand_run import HandRunJobs
from perisai_desktop.domain.failure import FailureCode
from perisai_desktop.domain.task import FieldComment
from perisai_desktop.ui.screens.tasks.presenter import TasksPresenter
from perisai_desktop.ui.screens.tasks.state import TasksState
from sync.rules.reactions import Reaction
from sync.rules.states import ReviewState
from tests.support.correcting_desk import CorrectingDesk
from tests.support.screen_values import SENT_FORM, SUKAMAJU, task

MOTHER = FieldComment("mother_name", "Tidak sama dengan KK", "Euis Rohaeti")


class Rig:
    """A presenter over a list of tasks."""

    def __init__(self, desk: CorrectingDesk) -> None:
        self.desk = desk
        self.shown: list[TasksState] = []
        self.written = 0
        self.jobs = HandRunJobs()
        self.presenter = TasksPresenter(desk, desk, desk.shelf, self.jobs, self.shown.append, self._corrected)
        self.presenter.load()
        self.jobs.run_all()

    def _corrected(self) -> None:
        self.written += 1

    @property
    def state(self) -> TasksState:
        return self.presenter.state


def test_the_first_task_opens_with_the_marked_field() -> None:
    rig = Rig(CorrectingDesk(task(0, MOTHER), task(1)))
    assert (rig.state.chosen, rig.state.fields) == ("e0", ("mother_name",))
    assert rig.state.form == SENT_FORM
    assert not rig.state.ready, "nothing is changed yet"


def test_a_correction_is_sent_and_the_next_task_opens() -> None:
    rig = Rig(CorrectingDesk(task(0, MOTHER), task(1, MOTHER)))
    rig.presenter.type_into("mother_name", "Euis Rohayati")
    rig.jobs.run_all()
    assert (rig.state.changed, rig.state.ready) == (frozenset({"mother_name"}), True)
    rig.presenter.send()
    rig.presenter.send()
    rig.jobs.run_all()
    assert [(entry, form.mother_name) for entry, form, _reasons in rig.desk.corrected] == [
        ("e0", "Euis Rohayati")
    ]
    assert (rig.state.chosen, rig.state.sent, rig.written) == ("e1", 1, 1)


def test_nothing_changed_is_told_and_nothing_is_sent() -> None:
    rig = Rig(CorrectingDesk(task(0, MOTHER)))
    rig.presenter.send()
    rig.jobs.run_all()
    assert rig.state.failure is not None
    assert (rig.state.failure.code, rig.desk.corrected) == (FailureCode.NOTHING_CHANGED, [])


def test_an_error_stops_the_correction() -> None:
    rig = Rig(CorrectingDesk(task(0, MOTHER)))
    rig.presenter.type_into("mother_name", "Salah")
    rig.jobs.run_all()
    rig.presenter.send()
    rig.jobs.run_all()
    assert rig.state.failure is not None
    assert (rig.state.failure.code, rig.desk.corrected) == (FailureCode.FORM_HAS_ERRORS, [])


def test_a_warning_asks_for_a_reason() -> None:
    rig = Rig(CorrectingDesk(task(0, MOTHER)))
    rig.presenter.type_into("mother_name", "Mirip")
    rig.jobs.run_all()
    rig.presenter.send()
    assert rig.state.failure is not None
    assert rig.state.failure.code is FailureCode.REASON_MISSING
    rig.presenter.explain(Reaction.LIKELY_DUPLICATE.value, "Orang lain, sudah dicek")
    rig.presenter.send()
    rig.jobs.run_all()
    assert rig.desk.corrected[0][2] == {"likely_duplicate": "Orang lain, sudah dicek"}


def test_what_was_typed_is_kept_and_found_again() -> None:
    desk = CorrectingDesk(task(0, MOTHER), task(1))
    rig = Rig(desk)
    rig.presenter.type_into("mother_name", "Euis R")
    rig.presenter.open("e1")
    rig.jobs.run_all()
    assert desk.drafts["e0"].form.mother_name == "Euis R"
    again = Rig(desk)
    assert again.state.form is not None
    assert again.state.form.mother_name == "Euis R"
    assert again.state.before == SENT_FORM


def test_resting_writes_only_what_is_new() -> None:
    rig = Rig(CorrectingDesk(task(0, MOTHER)))
    rig.presenter.rest()
    rig.jobs.run_all()
    assert rig.desk.drafts == {}


def test_another_field_can_be_opened_and_a_village_chosen() -> None:
    rig = Rig(CorrectingDesk(task(0, MOTHER)))
    rig.presenter.open_field("village")
    rig.presenter.look_for_place("suka")
    rig.presenter.type_into("village", "suka")
    rig.jobs.run_all()
    assert rig.state.fields == ("mother_name", "village")
    rig.presenter.choose_place(SUKAMAJU.code)
    rig.jobs.run_all()
    assert rig.state.place == SUKAMAJU
    assert not rig.state.changed, "it is the village that was sent"


def test_a_duplicate_is_shown_without_a_form() -> None:
    rig = Rig(CorrectingDesk(task(0, state=ReviewState.DUPLICATE)))
    assert (rig.state.chosen, rig.state.form, rig.state.fields) == ("e0", None, ())
    rig.presenter.type_into("name", "X")
    rig.presenter.send()
    rig.jobs.run_all()
    assert rig.desk.corrected == []


def test_what_cannot_be_corrected_is_not_offered() -> None:
    rig = Rig(CorrectingDesk(task(0, FieldComment("months", "Salah"), FieldComment("phone", "Mati"))))
    assert rig.state.fields == ("phone",)


def test_a_refused_void_leaves_the_list_once_it_was_read() -> None:
    desk, jobs, read = CorrectingDesk(task(0)), HandRunJobs(), list[str]()
    presenter = TasksPresenter(desk, desk, desk.shelf, jobs, lambda _state: None, seen=read.append)
    presenter.load()
    jobs.run_all()
    presenter.close_read()
    jobs.run_all()
    assert read == []
    refused = replace(task(0), state=ReviewState.REFUSED, kind="void_request", correctable=False)
    assert (refused.readable, replace(refused, kind="enrolment").readable) == (True, False)
    presenter.state = replace(presenter.state, tasks=(refused,), chosen="e0")
    presenter.close_read()
    jobs.run_all()
    assert read == ["e0"]

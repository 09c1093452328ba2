"""Who may be the same person is found, put beside the form, and leads to the worker or to the reason."""

from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget

from perisai_desktop.background.hand_run import HandRunJobs
from perisai_desktop.domain.look_alike import Likeness
from perisai_desktop.services.desk import AgentDesk
from perisai_desktop.ui.screens.enrolment.screen import enrolment_screen
from perisai_desktop.ui.shell.look_alikes_stand import LookAlikesStand
from sync.protocol.signatures import SigningKey
from sync.rules.enrolment_form import EnrolmentForm
from tests.support.desks import HandClock, desk_of, filled_draft, make_profile
from tests.support.reference_data import filled_form

Showing = Callable[[QWidget], QWidget]
OTHER_NIK, OTHER_PHONE = "3202081408900005", "081234567899"


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[AgentDesk]:
    key = SigningKey.from_bytes(bytes(range(1, 33)))
    opened = desk_of(make_profile(tmp_path / "profile", key), HandClock())
    opened.enrolling.enrol(filled_draft(opened))
    yield opened
    opened.close()


@pytest.mark.parametrize(
    ("changes", "likeness"),
    [
        ({}, {Likeness.NIK, Likeness.PHONE}),
        ({"nik": OTHER_NIK}, {Likeness.PERSON, Likeness.PHONE}),
        ({"nik": OTHER_NIK, "phone": OTHER_PHONE}, {Likeness.PERSON}),
        ({"nik": OTHER_NIK, "name": "Asep"}, {Likeness.PHONE}),
        ({"nik": OTHER_NIK, "phone": "", "name": "Asep"}, set()),
        ({"nik": "", "phone": "", "name": ""}, set()),
    ],
)
def test_who_is_like_is_found_by_what_both_have(
    desk: AgentDesk, changes: dict[str, str], likeness: set[Likeness]
) -> None:
    form: EnrolmentForm = replace(filled_form(), **changes)  # type: ignore[arg-type]
    found = desk.look_alikes.of(form)
    assert [one.likeness for one in found.others] == ([likeness] if likeness else [])
    for other in found.others:
        assert other.fields["mother_name"] == "Siti Rahayu"
        assert other.fields["birth_date"] == "14-08-1990"


def test_the_same_nik_comes_before_the_same_phone(desk: AgentDesk) -> None:
    desk.enrolling.enrol(
        replace(filled_draft(desk, nik=OTHER_NIK, name="Asep"), reasons={"phone_shared": "ibu"})
    )
    found = desk.look_alikes.of(filled_form())
    assert [Likeness.NIK in one.likeness for one in found.others] == [True, False]


def test_the_comparison_leads_to_the_worker_or_to_the_reason(desk: AgentDesk, showing: Showing) -> None:
    jobs, opened = HandRunJobs(), list[tuple[str, str]]()
    view, form = enrolment_screen(desk, jobs)
    showing(view)
    stand = LookAlikesStand(desk, jobs, form, view)
    stand.worker_asked.connect(lambda worker, nik: opened.append((worker, nik)))
    view.comparison_asked.connect(stand.ask)
    view.arrive()
    jobs.run_all()
    for name in ("nik", "name", "birth_date", "phone", "mother_name"):
        text = {"nik": OTHER_NIK, "mother_name": "Euis"}.get(name, getattr(filled_form(), name))
        form.type_into(name, text)
    jobs.run_all()
    QTest.keyClick(view, Qt.Key.Key_B, Qt.KeyboardModifier.ControlModifier)
    jobs.run_all()
    first = stand.dialog
    assert first is not None
    told = {text.accessibleName() for text in first.findChildren(QWidget)}
    assert "Mother's maiden name: Euis, differs" in told
    assert "Full name: Ma'rifah Wijaya" in told
    another = first.findChild(QWidget, "look_alikes_another")
    assert another is not None
    another.click()  # type: ignore[attr-defined]
    assert view.window().focusWidget().objectName() == "reason_likely_duplicate"
    stand.ask()
    jobs.run_all()
    dialog = stand.dialog
    assert dialog is not None
    dialog.act.click()
    assert opened == [(desk.enrolling.holder(filled_form().nik), filled_form().nik)]

"""An agent corrects an enrolment of one's own accord: one field chosen, typed, and written as a correction."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget

from perisai_desktop.background.hand_run import HandRunJobs
from perisai_desktop.services.desk import AgentDesk
from perisai_desktop.ui.screens.tasks.screen import correction_dialog
from sync.protocol.signatures import SigningKey
from tests.support.desks import HandClock, desk_of, filled_draft, make_profile

Showing = Callable[[QWidget], QWidget]


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[AgentDesk]:
    key = SigningKey.from_bytes(bytes(range(1, 33)))
    opened = desk_of(make_profile(tmp_path / "profile", key), HandClock())
    yield opened
    opened.close()


def test_a_field_is_chosen_typed_and_written(desk: AgentDesk, showing: Showing) -> None:
    receipt = desk.enrolling.enrol(filled_draft(desk))
    jobs, written = HandRunJobs(), list[bool]()
    owner = showing(QWidget())
    dialog, presenter = correction_dialog(
        desk, jobs, receipt.worker_id, {}, lambda: written.append(True), owner
    )
    dialog.open()
    jobs.run_all()
    assert presenter.state.form is not None
    chooser = dialog.focusWidget()
    assert chooser.objectName() == "fix_another"
    QTest.keyClicks(chooser, "mother")
    QTest.keyClick(chooser, Qt.Key.Key_Return)
    jobs.run_all()
    field = dialog.focusWidget()
    assert field.objectName() == "fix_mother_name"
    field.selectAll()  # type: ignore[attr-defined]
    QTest.keyClicks(field, "Siti Rohaeti")
    jobs.run_all()
    assert presenter.state.changed == {"mother_name"}
    dialog.rested.emit()
    jobs.run_all()
    dialog.desk.sent.emit()
    jobs.run_all()
    assert written == [True]
    assert desk.correcting.draft(presenter.state.tasks[0].entry_id).mother_name == "Siti Rohaeti"

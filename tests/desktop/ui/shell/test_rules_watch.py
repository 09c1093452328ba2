"""Other settings of the branch hold from the next thing that is opened: never under what is begun."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtWidgets import QDialog, QLineEdit, QWidget

from perisai_desktop.background.hand_run import HandRunJobs
from perisai_desktop.services.branch_releases import BranchReleases, tell
from perisai_desktop.services.desk import AgentDesk
from perisai_desktop.ui.shell.agent_window import AgentWindow
from perisai_desktop.ui.shell.looks import Looks
from perisai_desktop.ui.shell.rules_watch import RulesWatch
from perisai_desktop.ui.theme.theme import Theme
from sync.protocol.signatures import SigningKey
from tests.desktop.ui.conftest import Showing
from tests.support.desks import HandClock, desk_of, filled_draft, make_profile
from tests.support.publishing_branch import SERVER, PublishingBranch
from tests.support.reference_data import reference, reference_files

TODAY = date(2026, 11, 22)


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[AgentDesk]:
    opened = desk_of(make_profile(tmp_path / "profile", SigningKey.generate()), HandClock())
    yield opened
    opened.close()


def test_what_is_begun_keeps_its_settings(
    desk: AgentDesk, theme: Theme, tmp_path: Path, showing: Showing
) -> None:
    jobs = HandRunJobs()
    renewed: list[AgentDesk] = []
    desk.enrolling.enrol(filled_draft(desk))
    window = AgentWindow(desk, jobs, Looks(theme, "en", lambda _language: None), tmp_path)
    window.renewed.connect(renewed.append)
    showing(window)

    def go(name: str) -> None:
        window.frame.go(name)
        jobs.run_all()

    def tick() -> None:
        window._ticker.timeout.emit()
        jobs.run_all()

    go("enrolment")
    branch, database = PublishingBranch(), desk.enrolling.database
    branch.publish("001.1", TODAY, hotline="021-1")
    with database.transaction() as session:
        tell(session, "001.1")
    assert BranchReleases(SERVER.public, reference(), reference_files()).refresh(database, branch, desk.clock)

    window.pages.enrolment.type_into("nik", "3202081508900004")
    tick()
    assert not renewed
    window.pages.enrolment.rest()
    jobs.run_all()
    tick()
    assert not renewed
    window.pages.enrolment.discard()
    jobs.run_all()
    dialog = QDialog(window)
    dialog.open()
    tick()
    assert not renewed
    dialog.close()
    tick()
    assert [one.reference.version for one in renewed] == ["001.1"]
    assert renewed[0].syncing is desk.syncing
    assert window.desk.reference.version == reference().version


def test_a_payment_in_sight_stays_until_another_screen_is_opened(
    desk: AgentDesk, theme: Theme, tmp_path: Path, showing: Showing
) -> None:
    jobs = HandRunJobs()
    renewed: list[AgentDesk] = []
    desk.enrolling.enrol(filled_draft(desk))
    window = AgentWindow(desk, jobs, Looks(theme, "en", lambda _language: None), tmp_path)
    window.renewed.connect(renewed.append)
    showing(window)
    window.frame.go("collection")
    jobs.run_all()
    branch, database = PublishingBranch(), desk.enrolling.database
    branch.publish("001.1", TODAY, hotline="021-1")
    with database.transaction() as session:
        tell(session, "001.1")
    BranchReleases(SERVER.public, reference(), reference_files()).refresh(database, branch, desk.clock)
    window._ticker.timeout.emit()
    jobs.run_all()
    assert not renewed
    window.frame.go("workers")
    jobs.run_all()
    assert len(renewed) == 1


class Due:
    """A desk under which other settings hold."""

    def due(self) -> str:
        return "001.1"

    def under(self, rules: str) -> str:
        return f"a desk by {rules}"


def test_nothing_is_taken_away_under_a_hand_that_types_or_a_dialog_that_opens_meanwhile(
    showing: Showing,
) -> None:
    jobs, window, renewed = HandRunJobs(), QWidget(), list[str]()
    line = QLineEdit(window)
    desk: Any = Due()
    watch = RulesWatch(desk, jobs, lambda _between: False, window)
    watch.renewed.connect(renewed.append)
    showing(window)
    line.setFocus()
    line.setText("3202")
    watch.look()
    jobs.run_all()
    assert not renewed
    line.clear()
    watch.look()
    dialog = QDialog(window)
    dialog.open()
    jobs.run_all()
    assert not renewed
    dialog.close()
    watch.look()
    jobs.run_all()
    assert renewed == ["a desk by 001.1"]

"""Whose membership ended stands on the form again with what is known; where nothing is known, the form says why."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from perisai_desktop.background.hand_run import HandRunJobs
from perisai_desktop.domain.failure import FailureCode
from perisai_desktop.services.desk import AgentDesk
from perisai_desktop.ui.screens.collection.view import CollectionView
from perisai_desktop.ui.shell.agent_window import AgentWindow
from perisai_desktop.ui.shell.looks import Looks
from perisai_desktop.ui.theme.theme import Theme
from sync.protocol.signatures import SigningKey
from tests.desktop.ui.conftest import Showing
from tests.support.desks import HandClock, desk_of, filled_draft, make_profile


class Street:
    """The agent's window in the round, with one worker."""

    def __init__(self, desk: AgentDesk, theme: Theme, folder: Path) -> None:
        self.worker_id = desk.enrolling.enrol(filled_draft(desk)).worker_id
        self.jobs = HandRunJobs()
        self.window = AgentWindow(desk, self.jobs, Looks(theme, "en", lambda _language: None), folder)

    def ask(self, worker_id: str) -> None:
        """As the button of a payment that can't be taken does."""
        self.window.frame.go("collection")
        self.jobs.run_all()
        (view,) = self.window.findChildren(CollectionView)
        view.enrol_asked.emit(worker_id)
        self.jobs.run_all()


@pytest.fixture
def street(tmp_path: Path, theme: Theme, showing: Showing) -> Iterator[Street]:
    desk = desk_of(make_profile(tmp_path / "profile", SigningKey.generate()), HandClock())
    made = Street(desk, theme, tmp_path)
    showing(made.window)
    made.window.start()
    made.jobs.run_all()
    yield made
    made.window.close()
    made.jobs.run_all()
    desk.close()


def test_the_form_tells_what_is_known_or_why_nothing_is(street: Street) -> None:
    street.ask(street.worker_id)
    state = street.window.pages.enrolment.state
    assert street.window.frame.current == "enrolment"
    assert state is not None
    assert (state.failure, state.form.name, state.form.declaration) == (None, "Ma'rifah Wijaya", False)
    street.ask("nobody")
    state = street.window.pages.enrolment.state
    assert state is not None
    assert state.failure is not None
    assert state.failure.code is FailureCode.WORKER_UNKNOWN

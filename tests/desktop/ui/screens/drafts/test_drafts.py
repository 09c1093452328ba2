"""Drafts are listed with their age, gone on with, thrown away and brought back, and none is lost on the way."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QWidget

from perisai_desktop.background.hand_run import HandRunJobs
from perisai_desktop.domain.failure import Failure, FailureCode
from perisai_desktop.services.desk import AgentDesk
from perisai_desktop.services.drafting import Drafting
from perisai_desktop.ui.screens.drafts.presenter import DraftsPresenter
from perisai_desktop.ui.screens.enrolment.screen import enrolment_screen
from perisai_desktop.ui.shell.drafts_stand import DraftsStand
from sync.protocol.signatures import SigningKey
from sync.rules.enrolment_form import EnrolmentForm
from tests.support.desks import HandClock, desk_of, make_profile

Showing = Callable[[QWidget], QWidget]


@dataclass
class Table:
    """The form with its list of drafts, over a real store."""

    desk: AgentDesk
    clock: HandClock
    showing: Showing

    def __post_init__(self) -> None:
        self.jobs = HandRunJobs()
        self.view, self.form = enrolment_screen(self.desk, self.jobs)
        self.showing(self.view)
        self.stand = DraftsStand(self.desk, self.jobs, self.form, self.view)
        self.view.drafts_asked.connect(self.stand.ask)
        self.view.arrive()
        self.jobs.run_all()

    def typed(self, name: str) -> str:
        """Type a name into an empty form, which stays as a draft."""
        self.form.start_anew()
        self.jobs.run_all()
        self.form.type_into("name", name)
        self.jobs.run_all()
        self.form.rest()
        self.jobs.run_all()
        assert self.form.state is not None
        self.clock.move(minutes=90)
        return self.form.state.draft_id

    def open(self) -> None:
        QTest.keyClick(self.view, Qt.Key.Key_F4)
        self.jobs.run_all()

    def press(self, name: str) -> None:
        assert self.stand.dialog is not None
        button = self.stand.dialog.findChild(QAbstractButton, name)
        assert button is not None
        button.click()
        self.jobs.run_all()

    @property
    def names(self) -> list[str]:
        """What the list shows."""
        assert self.stand.dialog is not None
        table = self.stand.dialog.table
        rows = table.model().rowCount()
        return [f"{table.words(row, 0)} {table.words(row, 2)}" for row in range(rows)]


@pytest.fixture
def table(tmp_path: Path, showing: Showing) -> Iterator[Table]:
    clock = HandClock()
    desk = desk_of(make_profile(tmp_path / "profile", SigningKey.from_bytes(bytes(range(1, 33)))), clock)
    yield Table(desk, clock, showing)
    desk.close()


def test_several_drafts_are_gone_on_with_in_any_order(table: Table) -> None:
    first = table.typed("Asep Contoh")
    table.typed("Budi Contoh")
    table.typed("Citra Contoh")
    assert table.form.state is not None
    assert table.form.state.others == 2
    table.form.type_into("mother_name", "Euis")
    table.open()
    assert table.names == ["Budi Contoh 3 hours", "Asep Contoh 4 hours"]
    dialog = table.stand.dialog
    assert dialog is not None
    dialog.table.choose(1)
    dialog.act.click()
    table.jobs.run_all()
    assert (table.form.state.draft_id, table.form.state.form.name) == (first, "Asep Contoh")
    kept = {draft.form.name: draft.form.mother_name for draft in table.desk.drafting.drafts()}
    assert kept == {"Asep Contoh": "", "Budi Contoh": "", "Citra Contoh": "Euis"}


def test_what_was_thrown_away_comes_back_as_old_as_it_was(table: Table) -> None:
    table.typed("Asep Contoh")
    table.typed("Budi Contoh")
    table.open()
    before = table.names
    table.press("drafts_throw")
    assert table.names == []
    table.press("drafts_undo")
    assert table.names == before
    table.press("drafts_throw")
    table.press("drafts_begin")
    assert [draft.form.name for draft in table.desk.drafting.drafts()] == ["Budi Contoh"]
    assert table.form.state is not None
    assert (table.form.state.form.name, table.form.state.others) == ("", 1)


def test_a_draft_that_is_gone_opens_an_empty_form(table: Table) -> None:
    gone = table.typed("Asep Contoh")
    table.typed("Budi Contoh")
    table.desk.drafting.discard(gone)
    table.form.open_draft(gone)
    table.jobs.run_all()
    assert table.form.state is not None
    assert replace(table.form.state.form, offer="", first_month="", months="") == EnrolmentForm()


def test_a_list_that_cannot_be_read_says_why(table: Table, monkeypatch: pytest.MonkeyPatch) -> None:
    def broken(*_args: object) -> None:
        raise Failure(FailureCode.DISK_FULL)

    table.typed("Asep Contoh")
    table.typed("Budi Contoh")
    table.open()
    assert table.stand.dialog is not None
    monkeypatch.setattr(Drafting, "discard", broken)
    table.press("drafts_throw")
    assert table.stand.dialog.note.words
    assert table.names == ["Asep Contoh 3 hours"]
    presenter = DraftsPresenter(table.desk.drafting, "", table.jobs, lambda _state: None)
    presenter.throw_away("unknown")
    presenter.bring_back()
    assert presenter.state.thrown is None

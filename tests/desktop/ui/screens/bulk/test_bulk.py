"""Many clean records at once, by keyboard: draw, open the sample, approve, undo, and what fell out."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field, replace
from datetime import timedelta

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from perisai_desktop.background.hand_run import HandRunJobs
from perisai_desktop.domain.bulk import Bulk, BulkRecord
from perisai_desktop.domain.failure import Failure, FailureCode
from perisai_desktop.ui.screens.bulk.dialog import BulkDialog
from perisai_desktop.ui.screens.bulk.presenter import BulkPresenter
from perisai_desktop.ui.screens.bulk.screen import bulk_dialog
from perisai_desktop.ui.screens.bulk.state import clean_of
from tests.support.fake_reviewing import RECORDED_AT, FakeReviewing, record
from tests.support.typist import CONTROL, Typist

ROWS = (
    FakeReviewing(
        [record(1, "Ujang"), record(2, "Maria", flagged=True), record(3, "Asep"), record(4, "Sari")]
    )
    .queue()[0]
    .records
)
DRAWN = Bulk(
    "bulk",
    "Penyelia",
    True,
    "drawn",
    None,
    3,
    25_200,
    1,
    (
        BulkRecord("entry-1", 8_400, True, False, None),
        BulkRecord("entry-3", 8_400, True, True, None),
        BulkRecord("entry-4", 8_400, False, False, None),
    ),
)


@dataclass
class Session:
    """A branch that keeps one bulk."""

    bulk: Bulk | None = None
    drawn: list[tuple[str, ...]] = field(default_factory=list)
    failure: Failure | None = None

    def bulks(self) -> tuple[Bulk, ...]:
        self._fail()
        return () if self.bulk is None else (replace(self.bulk, mine=False), self.bulk)

    def draw(self, entry_ids: tuple[str, ...]) -> Bulk:
        self.drawn.append(entry_ids)
        return self._now(DRAWN)

    def schedule(self, bulk_id: str) -> Bulk:
        self._fail()
        return self._now(
            replace(DRAWN, state="scheduled", due_at=RECORDED_AT + timedelta(minutes=10), unseen=0)
        )

    def undo_bulk(self, bulk_id: str) -> Bulk:
        return self._now(replace(DRAWN, state="undone"))

    def _now(self, bulk: Bulk) -> Bulk:
        self.bulk = bulk
        return bulk

    def _fail(self) -> None:
        if self.failure is not None:
            raise self.failure


@dataclass
class Desk:
    """The dialog over the session."""

    session: Session
    jobs: HandRunJobs
    dialog: BulkDialog
    presenter: BulkPresenter
    typist: Typist
    parent: QWidget

    def words(self, name: str) -> str:
        """What a text says."""
        found = self.dialog.findChild(QWidget, name)
        assert found is not None
        return str(found.property("text"))

    def act(self) -> None:
        """The next step, by keyboard."""
        self.typist.press(Qt.Key.Key_Return, CONTROL)


@pytest.fixture
def desk(showing: Callable[[QWidget], QWidget]) -> Desk:
    session, jobs, parent = Session(), HandRunJobs(), QWidget()
    showing(parent)
    dialog, presenter = bulk_dialog(session, jobs, parent, lambda: RECORDED_AT, ROWS)
    dialog.open()
    jobs.run_all()
    dialog.leave.setFocus()
    return Desk(session, jobs, dialog, presenter, Typist(jobs), parent)


def test_a_sample_is_drawn_and_opened_before_all_are_approved(desk: Desk) -> None:
    assert [one.entry_id for one in clean_of(ROWS)] == ["entry-1", "entry-3", "entry-4"]
    assert desk.words("bulk_total") == "3 records · Rp25.200"
    desk.act()
    assert desk.session.drawn == [("entry-1", "entry-3", "entry-4")]
    assert desk.words("bulk_next").startswith("1 of 2 of the sample were opened")
    assert not desk.dialog.act.isEnabled()
    assert desk.dialog.findChild(QWidget, "bulk_entry-4") is None
    opened: list[str] = []
    desk.dialog.chosen.connect(opened.append)
    row = desk.dialog.findChild(QWidget, "bulk_entry-1")
    assert row is not None
    assert "Ujang" in row.accessibleName()
    row.setFocus()
    desk.typist.press(Qt.Key.Key_Space)
    assert opened == ["entry-1"]
    assert not desk.dialog.isVisible()


def test_what_stands_in_ten_minutes_is_undone_with_one_key(desk: Desk) -> None:
    desk.session.bulk = replace(DRAWN, unseen=0)
    desk.presenter.look()
    desk.jobs.run_all()
    desk.session.failure = Failure(FailureCode.SAMPLE_UNSEEN, missing=1)
    desk.act()
    assert desk.presenter.state.failure == desk.session.failure
    desk.session.failure = None
    desk.act()
    assert desk.words("bulk_next").startswith("It stands in 10 minutes")
    assert desk.dialog.act.words == "Undo"
    desk.act()
    assert desk.presenter.state.bulk is None
    assert desk.session.bulk is not None
    assert desk.session.bulk.state == "undone"


def test_what_fell_out_is_named(desk: Desk) -> None:
    outcomes = ("approved", "record_flagged", "move_refused")
    rows = tuple(replace(one, outcome=code) for one, code in zip(DRAWN.records, outcomes, strict=True))
    desk.session.bulk = replace(DRAWN, state="applied", records=rows, unseen=0)
    desk.presenter.look()
    desk.jobs.run_all()
    assert desk.words("bulk_next") == "1 were approved. 2 fell out and wait for you as before."
    told = [
        str(part.accessibleName())
        for part in desk.dialog.findChildren(QWidget)
        if part.objectName().startswith("bulk_entry")
    ]
    assert told == ["Asep · something was found in it · Rp8.400", "Sari · it was decided meanwhile · Rp8.400"]


def test_a_branch_that_does_not_answer_is_said(desk: Desk) -> None:
    desk.session.failure = Failure(FailureCode.BRANCH_SILENT)
    desk.presenter.look()
    desk.jobs.run_all()
    assert desk.presenter.state.failure == desk.session.failure
    due = replace(DRAWN, state="scheduled", due_at=RECORDED_AT)
    desk.dialog.show_state(replace(desk.presenter.state, bulk=due))
    assert desk.words("bulk_next").startswith("It stands now")

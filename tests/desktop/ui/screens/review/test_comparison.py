"""Two records side by side by keyboard: what differs, what is said of them, and what the branch answers."""

from __future__ import annotations

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from perisai_desktop.background.hand_run import HandRunJobs
from perisai_desktop.background.ports import Lane
from perisai_desktop.domain.comparison import PairSaid, PairVerdict
from perisai_desktop.domain.failure import Failure, FailureCode
from perisai_desktop.ui.screens.comparison.dialog import ComparisonDialog
from perisai_desktop.ui.screens.comparison.presenter import ComparisonPresenter
from perisai_desktop.ui.screens.comparison.screen import comparison_dialog
from perisai_desktop.ui.screens.comparison.state import ComparisonState
from perisai_desktop.ui.screens.comparison.words import alike_words, receipt_words, said_words
from perisai_desktop.ui.screens.pictures.screen import Pictures
from perisai_desktop.ui.widgets.labels import Text
from sync.rules.pairs import Saying
from tests.support.fake_comparisons import FakeComparisons, pair
from tests.support.fake_reviewing import RECORDED_AT, FakeReviewing, record
from tests.support.typist import CONTROL, Typist

MINE, OTHER, THIRD = record(1, "Siti Aminah"), record(2, "Sitti Aminah"), record(3, "Siti A.")


def presented(*records: object) -> tuple[ComparisonPresenter, FakeComparisons, HandRunJobs]:
    branch, jobs, shown = FakeComparisons(*records), HandRunJobs(), []  # type: ignore[var-annotated,arg-type]
    presenter = ComparisonPresenter(branch, MINE.entry_id, jobs, shown.append)
    presenter.load()
    jobs.run_all()
    return presenter, branch, jobs


def test_what_is_said_names_both_and_stays_typed_until_it_is_there() -> None:
    presenter, branch, jobs = presented(MINE, OTHER, THIRD)
    presenter.begin(Saying.APART)
    presenter.send()
    assert presenter.state.failure == Failure(FailureCode.REASON_UNKNOWN)
    presenter.give_reason("relatives")
    presenter.write_note(" Kakak beradik ")
    branch.failure = Failure(FailureCode.RECORD_CHANGED)
    presenter.send()
    jobs.run_all()
    assert presenter.state.failure == Failure(FailureCode.RECORD_CHANGED)
    assert presenter.state.verdict == PairVerdict(Saying.APART, "relatives", " Kakak beradik ")
    presenter.send()
    jobs.run_all()
    assert branch.said == [(OTHER.entry_id, PairVerdict(Saying.APART, "relatives", "Kakak beradik"))]
    assert presenter.state.told
    presenter.begin(Saying.SAME)
    assert presenter.state.verdict is None


def test_the_next_record_comes_beside_it_and_after_the_last_the_first() -> None:
    presenter, _, jobs = presented(MINE, OTHER, THIRD)
    places = []
    for _ in range(2):
        presenter.next()
        jobs.run_all()
        places.append(presenter.state.place)
    assert places == [(2, 2), (1, 2)]
    alone, _, waiting = presented(MINE)
    alone.next()
    assert alone.state.place == (0, 0)
    assert waiting.waiting(Lane.NETWORK) == 0


def test_what_somebody_said_is_told_with_why_and_whether_it_still_holds() -> None:
    said = PairSaid(Saying.ESCALATE, "Rina", True, RECORDED_AT, "much_money", "Tiga bulan", False)
    title, why = said_words(said)
    assert title == "Rina asks somebody else to say whether it is one person"
    assert why.startswith("Much money hangs on it · Tiga bulan")
    assert why.endswith("A record was corrected since.")
    seen = pair(MINE, OTHER)
    assert alike_words(seen).startswith("Names alike · the same date of birth")
    assert receipt_words(seen.mine.ledger[0])[1].endswith("under review · cash with the agent")


@pytest.fixture
def stood(qtbot: object) -> tuple[ComparisonDialog, FakeComparisons, HandRunJobs, list[str], QWidget]:
    parent, jobs, told = QWidget(), HandRunJobs(), []
    qtbot.addWidget(parent)  # type: ignore[attr-defined]
    branch = FakeReviewing([MINE, OTHER])
    photos = Pictures(branch, jobs, parent), Pictures(branch, jobs, parent)
    dialog = comparison_dialog(
        branch.comparisons, MINE.entry_id, jobs, lambda: told.append("told"), photos, parent
    )
    dialog.open()
    jobs.run_all()
    return dialog, branch.comparisons, jobs, told, parent


def test_differences_are_told_to_a_screen_reader_and_all_is_said_by_keyboard(
    stood: tuple[ComparisonDialog, FakeComparisons, HandRunJobs, list[str], QWidget],
) -> None:
    dialog, branch, jobs, told, _ = stood
    names = {text.accessibleName() for text in dialog.findChildren(Text)}
    assert {"Full name: Siti Aminah, differs", "Full name: Sitti Aminah, differs"} <= names
    hand = Typist(jobs)
    hand.press(Qt.Key.Key_E, CONTROL)
    dialog.reject()
    assert dialog.isVisible()
    hand.press(Qt.Key.Key_D, CONTROL)
    dialog.reason_given.emit("documents_agree")
    hand.press(Qt.Key.Key_Return, CONTROL)
    jobs.run_all()
    assert branch.said == [(OTHER.entry_id, PairVerdict(Saying.SAME, "documents_agree"))]
    dialog.reject()
    assert (dialog.isVisible(), told) == (False, ["told"])


def test_nothing_to_compare_with_is_said(
    stood: tuple[ComparisonDialog, FakeComparisons, HandRunJobs, list[str], QWidget],
) -> None:
    dialog = stood[0]
    dialog.show_state(ComparisonState(replace(pair(MINE))))
    assert not any(button.isEnabled() for button in dialog._buttons.values())
    dialog.show_state(ComparisonState(failure=Failure(FailureCode.BRANCH_SILENT)))
    assert not dialog.act.isVisible()

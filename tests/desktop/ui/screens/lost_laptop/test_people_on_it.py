"""The list of who was on a laptop comes page by page, goes on where it broke off, and is saved whole only."""

from __future__ import annotations

from pathlib import Path

from perisai_desktop.background.hand_run import HandRunJobs
from perisai_desktop.domain.failure import Failure, FailureCode
from perisai_desktop.domain.lost_laptop import HeldList
from perisai_desktop.domain.report import FileKind
from perisai_desktop.ui.screens.lost_laptop.presenter import HeldPresenter
from perisai_desktop.ui.screens.lost_laptop.state import HeldState
from perisai_desktop.ui.screens.lost_laptop.words import cells, count_words, kind_words
from tests.support.fake_agents import AT, held

TO = Path("orang.xlsx")


class Pages:
    """Two pages, and a place for files; `failure` makes the next call fail."""

    def __init__(self) -> None:
        self.failure: Failure | None = None
        self.after: list[str | None] = []
        self.saved: list[tuple[HeldList, FileKind]] = []

    def people(self, device: str, before: HeldList | None = None) -> HeldList:
        self._fail()
        self.after.append(None if before is None else before.after)
        return held(3, after="worker-2") if before is None else held(6)

    def save(self, told: HeldList, path: Path, kind: FileKind) -> Path:
        self._fail()
        self.saved.append((told, kind))
        return path

    def _fail(self) -> None:
        if self.failure is not None:
            failure, self.failure = self.failure, None
            raise failure


def presenter_of(pages: Pages, jobs: HandRunJobs) -> tuple[HeldPresenter, list[HeldState]]:
    shown: list[HeldState] = []
    return HeldPresenter(pages, pages, jobs, "9S5XM", shown.append), shown


def test_pages_follow_each_other_and_the_whole_list_is_saved() -> None:
    pages, jobs = Pages(), HandRunJobs()
    presenter, shown = presenter_of(pages, jobs)
    presenter.save(TO, FileKind.XLSX)
    presenter.load()
    jobs.run_all()
    assert pages.after == [None, "worker-2"]
    assert [0 if one.held is None else len(one.held.people) for one in shown] == [0, 3, 6]
    presenter.load()
    pages.failure = Failure(FailureCode.EXPORT_FILE_OPEN)
    presenter.save(TO, FileKind.XLSX)
    jobs.run_all()
    assert (presenter.state.failure, presenter.state.ready) == (Failure(FailureCode.EXPORT_FILE_OPEN), True)
    presenter.save(TO, FileKind.PDF)
    jobs.run_all()
    assert pages.saved == [(held(6), FileKind.PDF)]
    assert (presenter.state.saved, presenter.state.failure) == ("orang.xlsx", None)


def test_a_list_that_broke_off_is_not_saved_and_goes_on() -> None:
    pages, jobs = Pages(), HandRunJobs()
    presenter, _ = presenter_of(pages, jobs)
    presenter.load()
    presenter.stop()
    jobs.run_all()
    assert (presenter.state.whole, presenter.state.reading) == (False, False)
    presenter.save(TO, FileKind.XLSX)
    pages.failure = Failure(FailureCode.BRANCH_SILENT)
    presenter.load()
    jobs.run_all()
    assert presenter.state.failure == Failure(FailureCode.BRANCH_SILENT)
    presenter.load()
    jobs.run_all()
    assert (presenter.state.ready, pages.after, pages.saved) == (True, [None, "worker-2"], [])


def test_lines_say_who_was_erased_and_who_was_known_by_a_card() -> None:
    told = held()
    erased, known, *_, card = ([cell.text for cell in cells(one, AT - AT, AT)] for one in told.people)
    assert erased[:3] == ["erased at the branch", "–", "work, payments, erased since"]
    assert (known[0], card[3]) == ("Ujang Permana", "card only")
    assert kind_words(("identity", "voice")) == "identity, voice"
    assert "book 01: received up to 212 of 216" in count_words(told)

"""The access log reads a page at a time, asks about one person or account, and has the trail proved."""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path

from perisai_desktop.background.hand_run import HandRunJobs
from perisai_desktop.domain.access import AccessQuestion
from perisai_desktop.domain.failure import Failure, FailureCode
from perisai_desktop.ui.screens.accesses.presenter import AccessesPresenter
from perisai_desktop.ui.screens.accesses.state import AccessesState
from tests.support.fake_accesses import BROKEN, WHOLE, FakeAccesses, access, rows
from tests.support.sample_bodies import identifier

SILENT = Failure(FailureCode.BRANCH_SILENT)


@dataclass
class SavedPeople:
    saved: list[tuple[str, Path]] = field(default_factory=list)

    def save(self, record: str, path: Path) -> None:
        self.saved.append((record, path))


@dataclass
class Rig:
    accesses: FakeAccesses = field(default_factory=FakeAccesses)
    people: SavedPeople = field(default_factory=SavedPeople)
    jobs: HandRunJobs = field(default_factory=HandRunJobs)
    opened: list[str] = field(default_factory=list)

    def __post_init__(self) -> None:
        self.presenter = AccessesPresenter(
            self.accesses, self.people, self.jobs, lambda _state: None, self.opened.append
        )
        self.presenter.load()
        self.presenter.load()
        self.jobs.run_all()

    @property
    def state(self) -> AccessesState:
        return self.presenter.state


def test_what_was_shown_comes_first_and_what_lies_further_back_is_added() -> None:
    rig = Rig()
    assert rig.accesses.asked == [AccessQuestion(views=True)]
    assert (rig.state.rows, rig.state.chosen, rig.state.more) == (rows(), rows()[0], 48)
    rig.presenter.go_on()
    rig.presenter.go_on()
    rig.jobs.run_all()
    assert rig.accesses.asked[1:] == [AccessQuestion(views=True, before=48)]
    assert (rig.state.rows, rig.state.more) == ((*rows(), access(1, "signed_in")), None)
    rig.presenter.go_on()
    rig.presenter.show_views(True)
    rig.presenter.show_views(False)
    rig.jobs.run_all()
    assert rig.accesses.asked[2:] == [AccessQuestion(views=False)]


def test_one_record_and_one_account_can_be_asked_about() -> None:
    rig = Rig()
    rig.presenter.open()
    rig.presenter.ask_record(identifier(3))
    rig.jobs.run_all()
    narrowed = [rig.state.narrowed]
    rig.presenter.choose(rows()[1])
    rig.presenter.ask_account()
    rig.jobs.run_all()
    assert rig.state.asked_name == "Rina Kartika"
    for row in rows()[7:10]:
        rig.presenter.choose(row)
        rig.presenter.ask_account()
    rig.presenter.open()
    rig.presenter.ask_all()
    rig.jobs.run_all()
    assert [*narrowed, rig.state.narrowed] == [True, False]
    asked = [AccessQuestion(record=identifier(3)), AccessQuestion(account="account-1"), AccessQuestion()]
    assert rig.accesses.asked[1:] == asked
    assert rig.opened == [identifier(3)]


def test_the_trail_is_proved_and_the_ledger_saved() -> None:
    rig, path = Rig(), Path("ledger.csv")
    rig.presenter.prove()
    rig.presenter.save_ledger(path)
    rig.jobs.run_all()
    assert (rig.state.proof, rig.accesses.saved) == (WHOLE, [])
    rig.presenter.save_ledger(path)
    rig.presenter.prove()
    rig.jobs.run_all()
    assert (rig.state.saved, rig.accesses.saved) == (path, [path])
    rig.presenter.save_person("entry-1", path)
    rig.jobs.run_all()
    assert rig.people.saved == [("entry-1", path)]
    assert (WHOLE.holds, BROKEN.holds) == (True, False)


def test_a_failure_leaves_what_was_read() -> None:
    rig = Rig()
    acts = (rig.presenter.load, rig.presenter.go_on, rig.presenter.prove)
    for act in (*acts, lambda: rig.presenter.save_ledger(Path("ledger.csv"))):
        rig.accesses.failure = SILENT
        act()
        rig.jobs.run_all()
        assert (rig.state.failure, rig.state.rows, rig.state.busy) == (SILENT, rows(), False)

"""The screen of a branch's settings: edited at once, looked at on the server, published once looked at."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from datetime import date
from pathlib import Path

from perisai_desktop.background.hand_run import HandRunJobs
from perisai_desktop.domain.branch_settings_book import DraftProblem
from perisai_desktop.domain.failure import Failure, FailureCode
from perisai_desktop.domain.settings_edits import with_setting, with_use
from perisai_desktop.services.branch_configuring import read_brackets
from perisai_desktop.ui.screens.branch_settings.presenter import BranchSettingsPresenter
from perisai_desktop.ui.screens.branch_settings.state import BranchSettingsState, Sheet
from sync.rules.branch_settings import FieldUse
from sync.rules.iuran_month import IuranMonth
from tests.support.fake_configuring import FIRST, ON, FakeConfiguring, book, draft
from tests.support.reference_data import REFERENCE_FOLDER

TARIFF = REFERENCE_FOLDER / "sources" / "tariff_bpu.csv"
JANUARY = date(2027, 1, 1)


@dataclass
class Rig:
    branch: FakeConfiguring = field(default_factory=FakeConfiguring)
    jobs: HandRunJobs = field(default_factory=HandRunJobs)
    shown: list[BranchSettingsState] = field(default_factory=list)

    def __post_init__(self) -> None:
        self.presenter = BranchSettingsPresenter(
            self.branch, self.jobs, self.shown.append, lambda: ON, read_brackets
        )
        self.presenter.load()
        self.jobs.run_all()

    @property
    def state(self) -> BranchSettingsState:
        return self.presenter.state

    def publishable(self) -> bool:
        return self.presenter.state.publishable

    def require_email(self) -> None:
        self.presenter.edit(lambda documents: with_use(documents, "email", FieldUse.REQUIRED))

    def look(self) -> None:
        self.presenter.look()
        self.jobs.run_all()


def test_an_edit_is_looked_at_before_it_is_published() -> None:
    rig = Rig()
    assert (rig.state.start, rig.state.edited, rig.state.publishable) == (ON, False, False)
    rig.require_email()
    assert (rig.state.edited, rig.state.publishable) == (True, False)
    rig.presenter.publish()
    rig.presenter.start_on(JANUARY)
    rig.look()
    assert rig.branch.kept == [(FIRST.version, JANUARY, None)]
    assert rig.publishable()
    rig.presenter.publish()
    rig.presenter.publish()
    rig.jobs.run_all()
    assert (rig.state.published, rig.state.sheet) == ("001.20261122.023000", Sheet.VERSIONS)
    assert (rig.state.edited, rig.state.preview, rig.state.start) == (False, None, ON)


def test_another_edit_wants_another_look() -> None:
    rig = Rig()
    rig.require_email()
    rig.look()
    rig.presenter.edit(lambda documents: documents)
    rig.presenter.start_on(ON)
    assert rig.publishable()
    rig.presenter.edit(lambda documents: with_setting(documents, "hotline", "021-1"))
    assert not rig.publishable()
    rig.look()
    assert rig.branch.kept[-1] == (FIRST.version, ON, "1" * 64)
    rig.presenter.start_on(None)
    assert not rig.publishable()
    rig.look()
    assert len(rig.branch.kept) == 2


def test_what_is_wrong_is_not_published() -> None:
    rig = Rig()
    rig.branch.answer = draft(DraftProblem("field_unknown", "settings.json", "shoe_size"))
    rig.require_email()
    rig.look()
    rig.presenter.publish()
    rig.jobs.run_all()
    assert (rig.state.publishable, rig.state.published) == (False, "")
    rig.branch.failure = Failure(FailureCode.DRAFT_CHANGED)
    rig.look()
    assert rig.state.failure == Failure(FailureCode.DRAFT_CHANGED)
    rig.branch.answer = draft()
    rig.look()
    rig.branch.failure = Failure(FailureCode.DRAFT_OUTDATED)
    rig.presenter.publish()
    rig.jobs.run_all()
    assert (rig.state.failure, rig.state.busy) == (Failure(FailureCode.DRAFT_OUTDATED), False)


def test_a_draft_that_is_there_is_gone_on_with_and_thrown_away() -> None:
    branch = FakeConfiguring()
    branch.told = book(draft())
    rig = Rig(branch)
    assert (rig.state.start, rig.state.edited, rig.state.publishable) == (JANUARY, True, True)
    rig.presenter.drop()
    rig.jobs.run_all()
    assert (rig.state.start, rig.state.edited) == (ON, False)
    rig.require_email()
    rig.presenter.drop()
    assert not rig.state.edited
    branch.told = book(draft(base="001.20260901.031000"))
    rig.presenter.load()
    rig.jobs.run_all()
    assert (rig.state.preview, rig.state.seen) == (None, "1" * 64)


def test_reading_again_never_takes_what_is_being_edited() -> None:
    rig = Rig()
    rig.require_email()
    edited = rig.state.documents
    rig.presenter.load()
    rig.jobs.run_all()
    assert rig.state.documents is edited


def test_without_a_connection_nothing_can_be_done() -> None:
    branch = FakeConfiguring()
    branch.failure = Failure(FailureCode.BRANCH_SILENT, detail="timeout")
    rig = Rig(branch)
    assert rig.state == replace(
        BranchSettingsState(), failure=Failure(FailureCode.BRANCH_SILENT, detail="timeout")
    )
    rig.require_email()
    rig.presenter.look()
    rig.presenter.publish()
    rig.presenter.drop()
    rig.presenter.drop_table()
    rig.jobs.run_all()
    assert rig.state.documents is None


def test_a_table_comes_from_a_file_and_is_taken_back(tmp_path: Path) -> None:
    rig = Rig()
    rig.presenter.turn(Sheet.TARIFF)
    rig.presenter.add_table(TARIFF, "BPU-2027", IuranMonth(2027, 1))
    assert (rig.state.tables_added, rig.state.sheet) == (1, Sheet.TARIFF)
    assert rig.state.documents is not None
    old, new = rig.state.documents["tariff.json"]["tables"]
    assert (old["last"], new["first"], new["last"]) == ("2026-12", "2027-01", None)
    assert new["brackets"] == old["brackets"]
    rig.presenter.drop_table()
    rig.presenter.drop_table()
    assert not rig.state.edited
    heads = "bracket,income_from,basis,jkk,jht,jkm\n"
    endless = f"{heads}{'1' * 5_000},0,1,1,1,1\n"
    swollen = heads + "1,0,1,1,1,1\n" * 100_000
    for content, row in (("", 0), ("bracket;income_from\n1;0\n", 2), ("\xff", 0), (endless, 2), (swollen, 0)):
        file = tmp_path / "tabel.csv"
        file.write_text(content, encoding="latin-1")
        rig.presenter.add_table(file, "BPU-2027", IuranMonth(2027, 1))
        assert rig.state.failure == Failure(FailureCode.BRACKETS_UNREADABLE, row=row)

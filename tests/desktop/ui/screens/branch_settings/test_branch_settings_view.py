"""What is typed and pressed on the screen of a branch's settings is what is published."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field

import pytest
from PySide6.QtWidgets import QDialog, QFileDialog, QLabel, QLineEdit, QPlainTextEdit, QPushButton

from perisai_desktop.background.hand_run import HandRunJobs
from perisai_desktop.domain.occupation_edits import occupations_of
from perisai_desktop.domain.relief_edits import reliefs_of
from perisai_desktop.ui.screens.branch_settings.presenter import BranchSettingsPresenter
from perisai_desktop.ui.screens.branch_settings.screen import branch_settings_screen
from perisai_desktop.ui.screens.branch_settings.state import BranchSettingsState, Sheet
from perisai_desktop.ui.screens.branch_settings.view import BranchSettingsView
from perisai_desktop.ui.widgets.act_dialog import ActDialog
from tests.desktop.ui.conftest import Showing
from tests.support.fake_configuring import ON, FakeConfiguring
from tests.support.reference_data import REFERENCE_FOLDER


@dataclass
class Desk:
    """The screen, and the questions that it asked."""

    branch: FakeConfiguring
    jobs: HandRunJobs
    view: BranchSettingsView
    presenter: BranchSettingsPresenter
    asked: list[QDialog] = field(default_factory=list)

    def press(self, name: str) -> None:
        button = self.view.findChild(QPushButton, name)
        assert isinstance(button, QPushButton)
        button.click()
        self.jobs.run_all()

    def agree(self) -> None:
        """Answer the last question with yes."""
        dialog = self.asked.pop()
        assert isinstance(dialog, ActDialog)
        dialog.acted.emit()
        self.jobs.run_all()


@pytest.fixture
def desk(showing: Showing) -> Iterator[Desk]:
    branch, jobs, asked = FakeConfiguring(), HandRunJobs(), []  # type: ignore[var-annotated]
    view, presenter = branch_settings_screen(branch, jobs, lambda: ON, asked.append)
    showing(view)
    view.arrive()
    jobs.run_all()
    yield Desk(branch, jobs, view, presenter, asked)
    for dialog in asked:
        dialog.close()


def test_what_is_typed_is_looked_at_and_published(desk: Desk) -> None:
    view = desk.view

    def state() -> BranchSettingsState:
        return desk.presenter.state

    assert not desk.view.outlook.look.isEnabled()
    view.fields.rows["email"].value_edited.emit("required")
    view.fields.rows["email"].value_edited.emit("maybe")
    view.limits.hotline.value_edited.emit("021-1")
    view.limits.months[12].click()
    view.limits.village.click()
    view.limits.figures["checks.voids"].value_edited.emit("7")
    documents = state().documents
    assert documents is not None
    settings = documents["settings.json"]
    assert (settings["fields"], settings["hotline"], settings["months_offered"]) == (
        {"email": "required"},
        "021-1",
        [1, 3, 6],
    )
    assert (settings["village_budget_relief"], settings["checks"]["voids"]) == (True, 7)
    view.outlook.day.set_value("31-02-2027")
    view.outlook.day.committed.emit()
    assert view.outlook.day.message
    view.outlook.day.set_value("01-01-2027")
    view.outlook.day.committed.emit()
    desk.press("look")
    desk.press("publish")
    desk.agree()
    assert (state().sheet, state().edited) == (Sheet.VERSIONS, False)
    assert view.versions.words(0, 0) == state().published
    view.publish_asked.emit()
    assert desk.asked == []


def test_a_relief_is_prolonged_and_a_new_one_typed(desk: Desk) -> None:
    sheet = desk.view.reliefs
    desk.press("put_relief")
    sheet.table.selectRow(1)
    assert sheet.form.code == "pp50-2025"
    assert sheet.form.payers == ("self", "enterprise", "company")
    sheet.fields["last"].set_value("2027-06")
    sheet.payers.boxes["regional_budget"].click()
    desk.press("put_relief")
    for name, typed in (
        ("code", "pp60-2027"),
        ("law", "PP 60/2027"),
        ("title", "Keringanan"),
        ("paid", "25"),
    ):
        sheet.fields[name].set_value(typed)
    sheet.fields["first"].set_value("2027-07")
    sheet.fields["last"].set_value("2027-12")
    desk.press("put_relief")
    documents = desk.presenter.state.documents
    assert documents is not None
    rows = reliefs_of(documents)
    assert [(row["code"], row["last"]) for row in rows[1::2]] == [
        ("pp50-2025", "2027-06"),
        ("pp60-2027", "2027-12"),
    ]
    assert [row["payers"][-1] for row in rows] == [
        "company",
        "regional_budget",
        "village_budget",
        "regional_budget",
    ]
    sheet.table.selectRow(2)
    assert (sheet.fields["first"].value(), sheet.form.full) == ("2020-08", "2")
    sheet.table.selectRow(3)
    desk.press("drop_relief")
    assert desk.presenter.state.documents is not None
    assert len(reliefs_of(desk.presenter.state.documents)) == 3


def test_an_occupation_is_sought_renamed_ended_and_a_new_one_added(desk: Desk) -> None:
    sheet = desk.view.occupations
    desk.press("add_occupation")
    assert (sheet.change.isEnabled(), sheet.drop.isEnabled()) == (False, False)
    sheet.sought.set_value("agen p")
    sheet.sought.value_edited.emit("agen p")
    sheet.table.selectRow(0)
    assert (sheet.form.name, sheet.drop.isEnabled()) == ("Agen Pos", False)
    sheet.name.set_value("Agen  Kantor Pos ")
    sheet.last.set_value("2026-12")
    desk.press("change_occupation")
    assert sheet.table.words(0, 0) == "Agen Kantor Pos, was: Agen Pos"
    sheet.name.set_value("Agen Paket")
    sheet.sector.set_value("transport")
    sheet.last.set_value("")
    desk.press("add_occupation")
    rows = {row["name"]: row for row in occupations_of(desk.presenter.state.documents or {})}
    assert rows["Agen Kantor Pos"] == {
        "name": "Agen Kantor Pos",
        "transport": False,
        "note": "",
        "last": "2026-12",
        "former": ["Agen Pos"],
    }
    assert rows["Agen Paket"] == {"name": "Agen Paket", "transport": True, "note": ""}
    desk.press("drop_occupation")
    assert "Agen Paket" not in str(desk.presenter.state.documents)


def test_the_text_to_read_aloud_is_edited_and_seen_as_the_agent_sees_it(desk: Desk) -> None:
    sheet = desk.view.consent
    published = sheet.editors["declaration"].toPlainText()
    sheet.editors["declaration"].setPlainText("Saya bekerja.")
    documents = desk.presenter.state.documents
    assert documents is not None
    assert (documents["consent.json"]["declaration"], documents["consent.json"]["version"]) == (
        "Saya bekerja.",
        "2026.2",
    )
    assert "2026.2" in sheet.version.text()
    desk.press("read_consent")
    words = [label.text() for label in desk.asked.pop().findChildren(QLabel)]
    assert {"Saya bekerja.", "Text 2026.2"} <= set(words)
    sheet.editors["declaration"].setPlainText(published)
    assert not desk.presenter.state.edited


def test_a_table_is_chosen_and_all_is_thrown_away(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    file = str(REFERENCE_FOLDER / "sources" / "tariff_bpu.csv")
    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_: (file, ""))
    desk.view.sheets.value_edited.emit(Sheet.TARIFF.value)
    desk.view.sheets.value_edited.emit("somewhere")
    desk.press("choose_brackets")
    desk.view.tariff.name.set_value("BPU-2027")
    desk.press("choose_brackets")
    assert (desk.presenter.state.tables_added, desk.presenter.state.sheet) == (1, Sheet.TARIFF)
    assert desk.view.tariff.table.words(1, 0) == "BPU-2027"
    desk.view.tariff.drop.click()
    assert desk.presenter.state.tables_added == 0
    desk.view.limits.hotline.value_edited.emit("021-1")
    desk.press("drop_draft")
    desk.agree()
    assert not desk.presenter.state.edited


def test_whoever_may_not_change_them_reads_what_was_published(showing: Showing) -> None:
    branch, jobs, asked = FakeConfiguring(), HandRunJobs(), []  # type: ignore[var-annotated]
    view, presenter = branch_settings_screen(branch, jobs, lambda: ON, asked.append, reads_only=True)
    showing(view)
    view.arrive()
    jobs.run_all()
    assert (presenter.state.preview, presenter.state.edited) == (None, False)
    assert "administrator of the branch" in view.note.words
    for sheet in Sheet:
        presenter.turn(sheet)
        shown = [one for one in view.findChildren(QPushButton) if one.isVisible() and one.isEnabled()]
        acting = {one.objectName() for one in shown} - {"read_consent"}
        typed = [one for one in view.findChildren(QLineEdit) if one.isVisible() and not one.isReadOnly()]
        assert not acting & {"look", "publish", "drop_draft", "put_relief", "change_occupation"}, sheet
        assert len(typed) == (1 if sheet is Sheet.OCCUPATIONS else 0), sheet
        editors = view.findChildren(QPlainTextEdit)
        assert all(one.isReadOnly() for one in editors)
    assert not asked

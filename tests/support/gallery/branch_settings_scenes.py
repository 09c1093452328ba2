"""Scenes of a branch's settings."""

from __future__ import annotations

from datetime import date

from PySide6.QtWidgets import QWidget

from perisai_desktop.domain.agent import ReviewerIdentity
from perisai_desktop.domain.branch_settings_book import DraftProblem
from perisai_desktop.domain.consent_edits import with_part_read
from perisai_desktop.domain.occupation_edits import OccupationForm, with_occupation_changed
from perisai_desktop.domain.settings_edits import with_use
from perisai_desktop.ui.screens.branch_settings.occupation_sheet import OccupationSheet
from perisai_desktop.ui.screens.branch_settings.publish_dialog import PublishDialog
from perisai_desktop.ui.screens.branch_settings.relief_sheet import ReliefSheet
from perisai_desktop.ui.screens.branch_settings.state import BranchSettingsState, Sheet
from perisai_desktop.ui.screens.branch_settings.view import BranchSettingsView
from sync.rules.branch_settings import FieldUse
from tests.support.fake_configuring import book, documents, draft
from tests.support.gallery.shots import shot
from tests.support.gallery.stage import Stage

ADMIN = ReviewerIdentity("Ibu Ratna", "Cabang Sukabumi", "branch_admin")
READER = ReviewerIdentity("Pak Dadan", "Cabang Sukabumi", "reviewer")
NEW_YEAR = date(2027, 1, 1)


def _settings(stage: Stage, state: BranchSettingsState, person: ReviewerIdentity = ADMIN) -> QWidget:
    window = stage.review_as(person)
    window.frame.go("branch_settings")
    stage.calm()
    stage.part(window, BranchSettingsView).show_state(state)
    return window


@shot("branch_settings")
def branch_settings_fields(stage: Stage) -> QWidget:
    """Pengaturan cabang: isian formulir, draf sudah dilihat akibatnya"""
    edited = with_use(documents(), "email", FieldUse.REQUIRED)
    seen = draft()
    return _settings(
        stage, BranchSettingsState(book(seen), edited, seen.in_force_on, seen.digest, preview=seen)
    )


@shot("branch_settings")
def branch_settings_read(stage: Stage) -> QWidget:
    """Pengaturan cabang: penyelia membacanya"""
    return _settings(stage, BranchSettingsState(book(), documents(), NEW_YEAR), READER)


@shot("branch_settings")
def branch_settings_limits(stage: Stage) -> QWidget:
    """Pengaturan cabang: batas, dengan isian yang belum benar"""
    wrong = draft(
        DraftProblem("limit_out_of_range", "settings.json", "undeposited_red_days", 1, 30),
        DraftProblem("tariff_end_missing", "tariff.json", "BPU-2015"),
    )
    state = BranchSettingsState(
        book(), documents(), NEW_YEAR, wrong.digest, preview=wrong, sheet=Sheet.LIMITS
    )
    return _settings(stage, state)


@shot("branch_settings")
def branch_settings_occupations(stage: Stage) -> QWidget:
    """Pengaturan cabang: pekerjaan, yang dicari dan diubah namanya"""
    before = documents()
    changed = OccupationForm("Agen Kantor Pos", last="2026-12")
    edited = with_occupation_changed(before, before, "Agen Pos", changed)
    state = BranchSettingsState(book(), edited, NEW_YEAR, sheet=Sheet.OCCUPATIONS)
    window = _settings(stage, state)
    sheet = stage.part(window, OccupationSheet)
    sheet.sought.set_value("agen")
    sheet.sought.value_edited.emit("agen")
    sheet.table.selectRow(2)
    return window


@shot("branch_settings")
def branch_settings_consent(stage: Stage) -> QWidget:
    """Pengaturan cabang: bacaan persetujuan dan pernyataan"""
    before = documents()
    edited = with_part_read(before, before, "declaration", "Saya benar-benar bekerja dan data ini benar.")
    return _settings(stage, BranchSettingsState(book(), edited, NEW_YEAR, sheet=Sheet.CONSENT))


@shot("branch_settings")
def branch_settings_tariff(stage: Stage) -> QWidget:
    """Pengaturan cabang: tabel iuran"""
    return _settings(stage, BranchSettingsState(book(), documents(), NEW_YEAR, sheet=Sheet.TARIFF))


@shot("branch_settings")
def branch_settings_reliefs(stage: Stage) -> QWidget:
    """Pengaturan cabang: keringanan, yang dipilih dengan bulan dan pembayarnya"""
    edited = with_use(documents(), "email", FieldUse.REQUIRED)
    window = _settings(stage, BranchSettingsState(book(), edited, NEW_YEAR, sheet=Sheet.RELIEFS))
    stage.part(window, ReliefSheet).table.selectRow(2)
    return window


@shot("branch_settings")
def branch_settings_versions(stage: Stage) -> QWidget:
    """Pengaturan cabang: versi yang diterbitkan"""
    told = book()
    state = BranchSettingsState(
        told, documents(), NEW_YEAR, sheet=Sheet.VERSIONS, published=told.versions[0].version
    )
    return _settings(stage, state)


@shot("branch_settings")
def branch_settings_publish(stage: Stage) -> QWidget:
    """Pengaturan cabang: bertanya sekali lagi sebelum diterbitkan"""
    seen = draft()
    state = BranchSettingsState(book(seen), documents(), NEW_YEAR, seen.digest, preview=seen)
    window = _settings(stage, state)
    dialog = PublishDialog(seen, window)
    dialog.open()
    return dialog

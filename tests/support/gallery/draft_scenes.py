"""Scenes of the list of drafts."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

from PySide6.QtWidgets import QWidget

from perisai_desktop.tour.waiting import wait_for
from perisai_desktop.ui.screens.drafts.view import DraftsDialog
from perisai_desktop.ui.shell.agent_window import AgentWindow
from tests.support.gallery.market import market_form, rows
from tests.support.gallery.shots import shot
from tests.support.gallery.stage import Stage

AGES = (timedelta(minutes=12), timedelta(hours=3), timedelta(days=2))


def _window(stage: Stage, *ages: timedelta) -> AgentWindow:
    """The form, with other drafts of these ages in the store."""
    window = stage.screen("enrolment")
    wait_for(lambda: window.pages.enrolment.state is not None, "draft open")
    desk = window.desk
    state = window.pages.enrolment.state
    assert state is not None
    for draft in desk.drafting.drafts():
        if draft.draft_id != state.draft_id:
            desk.drafting.discard(draft.draft_id)
    for age, row in zip(ages, rows("diterima")[-3:], strict=False):
        form = market_form(row)
        old = replace(desk.drafting.new(), form=form, updated_at=desk.clock.now() - age)
        desk.drafting.restore(replace(old, form=replace(form, name="")) if age == AGES[1] else old)
    window.pages.enrolment.shelf.count()
    stage.calm()
    return window


def _dialog(stage: Stage, *ages: timedelta) -> DraftsDialog:
    window = _window(stage, *ages)
    window.pages.drafts.ask()
    stage.calm()
    dialog = window.pages.drafts.dialog
    assert dialog is not None
    return dialog


@shot("drafts")
def drafts(stage: Stage) -> QWidget:
    """Draf: daftar dengan umurnya"""
    return _dialog(stage, *AGES)


@shot("drafts")
def drafts_thrown(stage: Stage) -> QWidget:
    """Draf: satu dibuang, bisa dibatalkan"""
    dialog = _dialog(stage, *AGES)
    dialog.table.choose(0)
    stage.part(dialog, QWidget, "drafts_throw").click()  # type: ignore[attr-defined]
    stage.calm()
    return dialog


@shot("drafts")
def drafts_none(stage: Stage) -> QWidget:
    """Draf: tidak ada yang lain"""
    return _dialog(stage)


@shot("enrolment")
def enrolment_others(stage: Stage) -> QWidget:
    """Pendaftaran: ada draf lain"""
    return _window(stage, *AGES)

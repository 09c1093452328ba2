"""Scenes of the access log, as an auditor sees it, and of a record that is only read."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from PySide6.QtWidgets import QWidget

from perisai_desktop.domain.access import AccessQuestion
from perisai_desktop.domain.agent import ReviewerIdentity
from perisai_desktop.domain.failure import Failure, FailureCode
from perisai_desktop.domain.review import TakenBack
from perisai_desktop.tour.waiting import wait_for
from perisai_desktop.ui.screens.accesses.state import AccessesState
from perisai_desktop.ui.screens.accesses.view import AccessesView
from perisai_desktop.ui.screens.review.view import ReviewView
from perisai_desktop.ui.shell.looks import Looks
from perisai_desktop.ui.shell.review_window import ReviewWindow
from tests.support.fake_accesses import BROKEN, WHOLE, rows
from tests.support.fake_reviewing import FakeReviewing, record
from tests.support.gallery.shots import shot
from tests.support.gallery.stage import Stage
from tests.support.reference_data import reference
from tests.support.sample_bodies import identifier


def reader(stage: Stage, role: str = "auditor", branch: str = "") -> ReviewWindow:
    """The window of somebody who reads, over an invented branch; an auditor of all branches unless named."""
    program = stage.program
    window = ReviewWindow(
        FakeReviewing([record(1, "Ujang Sobarna", flagged=True), record(2, "Siti Maesaroh")]),  # type: ignore[arg-type]
        ReviewerIdentity("Ratna Dewi", branch, role),
        program.review.jobs,
        Looks(program.ready.theme, stage.language, program.speak),
        reference(),
        practice=False,
    )
    stage.lent(window).start()
    wait_for(lambda: window.review.state.record is not None, "record open")
    stage.calm()
    return window


def _log(stage: Stage, state: AccessesState, *who: str) -> QWidget:
    window = reader(stage, *who)
    window.frame.go("accesses")
    stage.calm()
    stage.part(window, AccessesView).show_state(state)
    return window


@shot("accesses")
def accesses(stage: Stage) -> QWidget:
    """Catatan akses: siapa yang melihat data siapa"""
    everything = AccessQuestion(views=False)
    return _log(stage, AccessesState(everything, rows=rows(), more=47, chosen=rows()[0], proof=WHOLE))


@shot("accesses")
def accesses_of_a_record(stage: Stage) -> QWidget:
    """Catatan akses satu orang, catatan berubah, buku besar tersimpan"""
    about = tuple(row for row in rows() if row.record == identifier(4))
    question = AccessQuestion(record=identifier(4))
    saved = Path("Buku besar.csv")
    return _log(stage, AccessesState(question, rows=about, chosen=about[1], proof=BROKEN, saved=saved))


@shot("accesses")
def accesses_of_a_branch(stage: Stage) -> QWidget:
    """Catatan akses administrator cabang: data satu orang tersimpan"""
    state = AccessesState(rows=rows(), chosen=rows()[3], saved=Path("Data pribadi.zip"))
    return _log(stage, state, "branch_admin", "Kantor Cabang Sukabumi")


@shot("accesses")
def accesses_nothing(stage: Stage) -> QWidget:
    """Catatan akses kosong, tanpa jaringan"""
    failure = Failure(FailureCode.BRANCH_SILENT, detail="timeout")
    return _log(stage, AccessesState(rows=(), failure=failure))


@shot("review")
def review_read_only(stage: Stage) -> QWidget:
    """Tinjauan oleh auditor: hanya membaca"""
    return reader(stage)


@shot("review")
def review_consent_taken_back(stage: Stage) -> QWidget:
    """Tinjauan: persetujuan dicabut, dengan batas waktunya dan apa yang dihapus"""
    window = reader(stage)
    state = window.review.state
    assert state.record is not None
    purposes = ("enrolment", "branch_check", "other_programmes")
    since = TakenBack(purposes, state.record.recorded_at, erases=True)
    taken_back = replace(state.record, kind="consent_withdrawal", withdrawn=(since,))
    stage.part(window, ReviewView).show_state(replace(state, record=taken_back))
    return window

"""Scenes at the branch: the agency's portal, the list that goes there and the answers that come back."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from perisai_desktop.domain.agent import ReviewerIdentity
from perisai_desktop.domain.list_head import ListHead
from perisai_desktop.domain.portal import AgencyFile, AnsweredRow
from perisai_desktop.ui.screens.portal.columns_dialog import AnswerColumnsDialog
from perisai_desktop.ui.screens.portal.state import PortalState
from perisai_desktop.ui.screens.portal.view import PortalDialog
from perisai_desktop.ui.shell.review_window import ReviewWindow
from tests.support.gallery.shots import shot
from tests.support.gallery.stage import Stage


def _portal(stage: Stage, state: PortalState, window: ReviewWindow | None = None) -> QWidget:
    window = window or stage.review()
    window.frame.rail.item("portal").click()
    stage.calm()
    dialog = stage.part(window, PortalDialog)
    dialog.show_state(state)
    return dialog


@shot("portal")
def portal(stage: Stage) -> QWidget:
    """Portal: apa yang terjadi dengan tiap jawaban"""
    rows = (
        AnsweredRow(2, "Siti Aminah", "registered", kpj="00012345678"),
        AnsweredRow(3, "Budi Santoso", "refused"),
        AnsweredRow(4, "Nining Sukaesih", "same"),
        AnsweredRow(5, "", "fault", "worker_unknown"),
        AnsweredRow(6, "Ujang Permana", "fault", "kpj_of_other_server"),
        AnsweredRow(2, "Agen Contoh", "matched", billing_code="260900001234", count=12, rupiah=403_200),
    )
    return _portal(stage, PortalState(file=AgencyFile("jawaban.xlsx", ()), rows=rows))


@shot("portal")
def portal_columns(stage: Stage) -> QWidget:
    """Portal: kolom jawaban"""
    dialog = _portal(stage, PortalState())
    heads = ("No.", "NIK", "Nama", "Nomor kepesertaan", "Catatan petugas", "Kode Iuran")
    samples = (("1", "3202081408900001", "Siti Aminah", "00012345678", "", "260900001234"),)
    head = ListHead("jawaban kantor cabang.xlsx", "b" * 64, heads, samples, 212)
    columns = {"nik": 1, "kpj": 3, "reason": 4, "billing": 5}
    AnswerColumnsDialog(head, columns, dialog).open()
    return dialog


@shot("portal")
def portal_saved(stage: Stage) -> QWidget:
    """Portal: daftar sudah disimpan"""
    return _portal(stage, PortalState(saved=("Daftar portal.xlsx", 1_240, 41_664_000)))


@shot("portal")
def portal_of_an_administrator(stage: Stage) -> QWidget:
    """Portal: admin cabang menyimpan daftar, jawaban dimasukkan Penyelia"""
    administrator = ReviewerIdentity("Hendra Gunawan", "Cabang Sukabumi", "branch_admin")
    return _portal(stage, PortalState(), stage.review_as(administrator))

"""Scenes at the table: the enrolment form, its dialogs, and the receipt."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from perisai_desktop.domain.photo import Crop, PhotoSubject
from perisai_desktop.services.preparing_photos import open_picture, prepare
from perisai_desktop.tour.hand import Hand
from perisai_desktop.tour.roster import RosterRow
from perisai_desktop.tour.waiting import wait_for
from perisai_desktop.ui.screens.enrolment.state import EnrolmentState
from perisai_desktop.ui.screens.enrolment.view import EnrolmentView
from perisai_desktop.ui.shell.agent_window import AgentWindow
from sync.rules.enrolment_form import EnrolmentForm
from tests.support.card_pictures import card, file_of
from tests.support.desks import SIGNATURE
from tests.support.gallery.market import REASON, market_form, rows
from tests.support.gallery.shots import shot
from tests.support.gallery.stage import Stage, settle

TYPED = tuple(name for name in EnrolmentForm.__dataclass_fields__ if name not in ("consents", "declaration"))

FURTHER = {
    "email": "contoh@pasar.invalid",
    "postcode": "43351",
    "marital": "married",
    "kk": "3202081408900009",
    "workplace": "Pasar Cibadak",
    "second_occupation": "Mekanik",
    "second_workplace": "Bengkel Jaya",
    "payer": "enterprise",
    "payer_name": "CV Contoh Makmur",
    "heirs": "Siti Aminah | istri | 28-02-1990 | 60; Adi Nugraha | anak | 01-05-2015 | 40",
    "bank": "Bank Contoh",
    "bank_number": "0012345678",
}


def _state(window: AgentWindow) -> EnrolmentState:
    state = window.pages.enrolment.state
    assert state is not None
    return state


def _empty(stage: Stage) -> AgentWindow:
    window = stage.screen("enrolment")
    wait_for(lambda: window.pages.enrolment.state is not None, "draft open")
    wait_for(lambda: _state(window).current, "draft assessed")
    wishes = _state(window).wishes
    window.pages.enrolment.discard()
    wait_for(lambda: _state(window).wishes > wishes and _state(window).current, "empty form")
    return window


def _typed(stage: Stage, row: RosterRow) -> AgentWindow:
    window, form = _empty(stage), market_form(row)
    enrolment = window.pages.enrolment
    for name in TYPED:
        enrolment.type_into(name, getattr(form, name))
        enrolment.leave(name)
    place = window.desk.enrolling.place(form.village)
    if place is not None:
        enrolment.choose_place(place)
    for purpose in sorted(form.consents):
        enrolment.consent_to(purpose, True)
    enrolment.declare(True)
    enrolment.sign(SIGNATURE)
    wait_for(lambda: _state(window).current and _state(window).form.declaration, "form assessed")
    return window


@shot("enrolment")
def enrolment(stage: Stage) -> QWidget:
    """Pendaftaran: kosong"""
    return _empty(stage)


@shot("enrolment")
def enrolment_proposing(stage: Stage) -> QWidget:
    """Pendaftaran: usulan dari NIK dan dari peserta sebelumnya"""
    window = _empty(stage)
    window.pages.enrolment.type_into("nik", "3202081408900004")
    wait_for(lambda: _state(window).current and bool(_state(window).proposals.occupation), "village proposed")
    return window


@shot("enrolment")
def enrolment_filled(stage: Stage) -> QWidget:
    """Pendaftaran: lengkap"""
    return _typed(stage, rows("diterima", "12")[-1])


@shot("enrolment")
def enrolment_photo(stage: Stage) -> QWidget:
    """Pendaftaran: dengan foto KTP"""
    window = _typed(stage, rows("diterima", "12")[-1])
    photo = prepare(open_picture(file_of(card())), Crop(), PhotoSubject.KTP)
    window.pages.enrolment.pictures.take(PhotoSubject.KTP, photo)
    wait_for(lambda: bool(_state(window).pictures) and _state(window).current, "photo kept")
    return window


@shot("enrolment")
def enrolment_thumb(stage: Stage) -> QWidget:
    """Pendaftaran: persetujuan dengan cap jempol"""
    window = _typed(stage, rows("diterima", "12")[-1])
    photo = prepare(open_picture(file_of(card())), Crop(0.7, 0.1, 1.0, 0.8), PhotoSubject.THUMB)
    window.pages.enrolment.pictures.take(PhotoSubject.THUMB, photo)
    wait_for(lambda: bool(_state(window).pictures) and _state(window).current, "photo kept")
    stage.part(window, EnrolmentView).form.focus_on("declaration")
    return window


@shot("enrolment")
def enrolment_warning(stage: Stage) -> QWidget:
    """Pendaftaran: peringatan dengan alasan"""
    window = _typed(stage, rows("peringatan:birth_date_differs")[-1])
    for finding in _state(window).warnings:
        window.pages.enrolment.explain(finding.reaction, REASON)
    return window


@shot("look_alikes")
def look_alikes(stage: Stage) -> QWidget:
    """Orang yang sama? Berdampingan"""
    window = _typed(stage, rows("diterima")[2])
    window.pages.enrolment.type_into("nik", "3202081408900004")
    window.pages.enrolment.type_into("mother_name", "Euis Rohaeti")
    stage.calm()
    window.pages.look_alikes.ask()
    stage.calm()
    dialog = window.pages.look_alikes.dialog
    assert dialog is not None
    return dialog


@shot("enrolment")
def enrolment_refused(stage: Stage) -> QWidget:
    """Pendaftaran: ditolak, terlalu tua"""
    window = _typed(stage, rows("ditolak:too_old")[-1])
    window.pages.enrolment.submit()
    wait_for(lambda: bool(_state(window).touched) and _state(window).focus is not None, "problems shown")
    return window


@shot("enrolment")
def enrolment_incomplete(stage: Stage) -> QWidget:
    """Pendaftaran: disimpan saat kosong"""
    window = _empty(stage)
    window.pages.enrolment.submit()
    wait_for(lambda: _state(window).focus is not None and bool(_state(window).touched), "problems shown")
    return window


@shot("enrolment")
def enrolment_more(stage: Stage) -> QWidget:
    """Pendaftaran: isian lain terbuka"""
    window = _typed(stage, rows("diterima", "12")[-1])
    for name, text in FURTHER.items():
        window.pages.enrolment.type_into(name, text)
    wait_for(lambda: _state(window).current, "form assessed")
    stage.part(window, EnrolmentView).form.focus_on("heirs")
    return window


@shot("enrolment")
def enrolment_places(stage: Stage) -> QWidget:
    """Pendaftaran: pilihan desa"""
    window = _empty(stage)
    stage.calm()
    hand = Hand(window)
    hand.come_forward()
    stage.part(window, EnrolmentView).form.focus_on("village")
    field = hand.part("field_village", QWidget)
    settle()
    hand.keyboard.type(field, "suka")
    wait_for(lambda: _state(window).offers.query == "suka", "villages offered")
    return window


@shot("enrolment")
def enrolment_consent(stage: Stage) -> QWidget:
    """Pendaftaran: persetujuan dibacakan"""
    window = _empty(stage)
    stage.part(window, EnrolmentView).form.read_button.click()
    return window


@shot("enrolment")
def enrolment_discard(stage: Stage) -> QWidget:
    """Pendaftaran: buang draf?"""
    window = _empty(stage)
    Hand(window).part("discard", QWidget)
    stage.part(window, QWidget, "discard").click()  # type: ignore[attr-defined]
    return window


@shot("receipt")
def receipt(stage: Stage) -> QWidget:
    """Kuitansi: baru dibuat"""
    window = stage.agent()
    number = _receipt_number(window)
    window.show_receipt(number)
    wait_for(lambda: window.receipt_window is not None and window.receipt_window.drawn, "receipt drawn")
    return window


def _receipt_number(window: AgentWindow) -> str:
    """A receipt of twelve months: the longest that is issued."""
    desk = window.desk
    cards = (desk.finding.card(row.worker_id) for row in desk.finding.search(limit=100).rows)
    return max(cards, key=lambda card: len(card.ledger)).receipts[0]

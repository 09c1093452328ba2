"""Scenes of the form while the photo of a KTP is read, and after."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from perisai_desktop.domain.card_reading import Box, CardReading, ReadField, ReadingEnd
from perisai_desktop.domain.photo import Crop, PhotoSubject
from perisai_desktop.services.preparing_photos import open_picture, prepare
from perisai_desktop.tour.waiting import wait_for
from perisai_desktop.ui.screens.enrolment.state import EnrolmentState
from perisai_desktop.ui.screens.enrolment.view import EnrolmentView
from perisai_desktop.ui.shell.agent_window import AgentWindow
from tests.support.card_pictures import file_of
from tests.support.cards.drawing import draw_card
from tests.support.cards.people import person
from tests.support.cards.readers import WAITING, speaking
from tests.support.gallery.shots import shot
from tests.support.gallery.stage import Stage

_ROWS = {"name": 0, "birth_place": 1, "birth_date": 1, "sex": 2, "street": 3, "rt": 4, "rw": 4, "village": 5}
"""The rows of the card in which fields stand."""


def _box(name: str) -> Box | None:
    if name == "nik":
        return Box(0.24, 0.18, 0.62, 0.24)
    if name not in _ROWS:
        return None
    middle = (186 + 35.5 * _ROWS[name]) / 638
    return Box(0.275, middle - 0.02, 0.56, middle + 0.02)


def _state(window: AgentWindow) -> EnrolmentState:
    state = window.pages.enrolment.state
    assert state is not None
    return state


def _with_photo(stage: Stage, command: tuple[str, ...]) -> AgentWindow:
    """A form with the photo of a card, and a reader that is started so."""
    window = stage.screen("enrolment")
    enrolment = window.pages.enrolment
    wait_for(lambda: enrolment.state is not None, "draft open")
    window.desk.cards.cancel()
    window.desk.cards.reader.command = command
    wishes = _state(window).wishes
    enrolment.discard()
    wait_for(lambda: _state(window).wishes > wishes and _state(window).current, "empty form")
    picture = file_of(draw_card(person(3, window.desk.places.search("32.02.08", 30))))
    enrolment.pictures.take(PhotoSubject.KTP, prepare(open_picture(picture), Crop(), PhotoSubject.KTP))
    wait_for(lambda: bool(_state(window).pictures) and _state(window).current, "photo kept")
    return window


def _read(stage: Stage, reading: CardReading, **typed: str) -> AgentWindow:
    window = _with_photo(stage, speaking(reading))
    for name, text in typed.items():
        window.pages.enrolment.type_into(name, text)
    window.pages.enrolment.card.begin()
    wait_for(lambda: _state(window).marks.end is not None and _state(window).current, "card read")
    return window


def _reading(stage: Stage) -> CardReading:
    """What stands on the card, one line of it doubtful."""
    village = stage.agent().desk.places.search("32.02.08", 30)
    who = person(3, village)
    values = {
        "nik": who.nik,
        "name": who.name.title(),
        "birth_place": who.birth_place.title(),
        "birth_date": f"{who.birth_date:%d-%m-%Y}",
        "sex": "P" if who.woman else "L",
        "street": who.street.title(),
        "rt": who.rt,
        "rw": who.rw,
        "village": who.place.village,
        "district": who.place.district,
        "marital": who.marital_code,
    }
    fields = {
        name: ReadField(value, 0.6 if name == "street" else 0.97, _box(name))
        for name, value in values.items()
    }
    return CardReading(ReadingEnd.READ, fields)


@shot("card")
def card_unread(stage: Stage) -> QWidget:
    """Pendaftaran: foto KTP bisa dibaca"""
    return _with_photo(stage, WAITING)


@shot("card")
def card_being_read(stage: Stage) -> QWidget:
    """Pendaftaran: KTP sedang dibaca"""
    window = _with_photo(stage, WAITING)
    window.pages.enrolment.card.begin()
    return window


@shot("card")
def card_read(stage: Stage) -> QWidget:
    """Pendaftaran: terbaca dari KTP, perlu diperiksa"""
    window = _read(stage, _reading(stage))
    stage.part(window, EnrolmentView).form.focus_on("name")
    return window


@shot("card")
def card_read_beside_typing(stage: Stage) -> QWidget:
    """Pendaftaran: yang diketik tetap, bacaan lain ditawarkan"""
    window = _read(stage, _reading(stage), name="Made S.", street="Kp. Lama")
    window.pages.enrolment.submit()
    wait_for(lambda: bool(_state(window).touched) and _state(window).focus is not None, "problems shown")
    return window


@shot("card")
def card_not_read(stage: Stage) -> QWidget:
    """Pendaftaran: KTP tidak terbaca"""
    return _read(stage, CardReading(ReadingEnd.NO_CARD))

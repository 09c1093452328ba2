"""The pictures among a record's fields: what there is of each, and which ones a correction replaced."""

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt

from perisai_desktop.domain.review import RecordPhoto
from perisai_desktop.ui.screens.review.picture_words import picture_fields, replaced_pictures
from tests.desktop.ui.screens.review.conftest import Screen
from tests.support.fake_reviewing import record, with_photos

RECORD = record(1, "Ujang Sobarna")
CARD = RecordPhoto("1" * 64, 9, "ktp")


@pytest.mark.parametrize(
    ("photo", "words"),
    [
        (CARD, "photo below"),
        (replace(CARD, arrived=False), "photo not arrived"),
        (replace(CARD, arrived=False, lost="missing"), "photo lost"),
        (replace(CARD, shows="slip"), "no photo"),
        (replace(CARD, previous=True), "no photo"),
    ],
)
def test_what_there_is_of_the_card(photo: RecordPhoto, words: str) -> None:
    assert picture_fields(with_photos(RECORD, photo)) == {"ktp_photo": words}


def test_a_picture_that_proves_a_consent_is_a_field_too() -> None:
    paper = replace(CARD, shows="signed_paper")
    assert picture_fields(with_photos(RECORD, paper)) == {"ktp_photo": "no photo", "consents": "photo below"}


def test_what_is_no_enrolment_or_was_purged_has_none() -> None:
    assert picture_fields(replace(RECORD, kind="deposit")) == {}
    assert picture_fields(with_photos(RECORD, replace(CARD, shows=""))) == {}


def test_which_pictures_were_replaced() -> None:
    assert replaced_pictures(with_photos(RECORD, CARD)) == frozenset()
    gone = (replace(CARD, previous=True), replace(CARD, previous=True, shows="slip"))
    assert replaced_pictures(with_photos(RECORD, *gone)) == {"ktp_photo"}


def test_the_photo_is_commented_on_as_a_field(screen: Screen) -> None:
    screen.typist.press(Qt.Key.Key_F)
    screen.part("comment_on_ktp_photo").setFocus()
    screen.typist.press(Qt.Key.Key_Space)
    assert screen.typist.place == "comment_ktp_photo"
    screen.typist.type("Tidak terbaca")
    assert [(one.field, one.text) for one in screen.state.comments] == [("ktp_photo", "Tidak terbaca")]
    screen.view.comment("ktp_photo")
    assert len(screen.state.comments) == 1

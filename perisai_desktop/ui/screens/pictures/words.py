"""What is said of a record's photo: what it shows, and why it cannot be looked at."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from perisai_desktop.domain.photo import PhotoSubject
from perisai_desktop.domain.review import RecordPhoto
from perisai_desktop.ui.explain import explain
from perisai_desktop.ui.photo_words import subject_words
from perisai_desktop.ui.screens.pictures.state import Sight, Standing

translate = QCoreApplication.translate

ICONS = {
    Standing.COMING: "hourglass",
    Standing.WAITS: "clock",
    Standing.UNREACHED: "wifi-off",
}
"""All others are a triangle that warns."""


def photo_words(photo: RecordPhoto) -> str:
    """The name of what a photo shows, and that another one stands in its place."""
    name = shown_words(photo.shows)
    return translate("PictureWords", "previous: {name}").format(name=name) if photo.previous else name


def shown_words(shows: str) -> str:
    """The name of what a photo shows; of a purged record nobody knows it any more."""
    if shows == PhotoSubject.SIGNED_LIST:
        return translate("PictureWords", "Photo of the signed list")
    if shows in set(PhotoSubject):
        return subject_words(PhotoSubject(shows))
    return translate("PictureWords", "Photo")


def standing_word(standing: Standing) -> str:
    """Why there is nothing to see, in a word or two."""
    return {
        Standing.HERE: "",
        Standing.COMING: translate("PictureWords", "loading"),
        Standing.WAITS: translate("PictureWords", "not arrived"),
        Standing.MISSING: translate("PictureWords", "lost"),
        Standing.DAMAGED: translate("PictureWords", "damaged"),
        Standing.ERASED: translate("PictureWords", "erased"),
        Standing.DIFFERS: translate("PictureWords", "not the same"),
        Standing.UNREADABLE: translate("PictureWords", "unreadable"),
        Standing.TOO_LARGE: translate("PictureWords", "too large"),
        Standing.UNREACHED: translate("PictureWords", "not loaded"),
    }[standing]


def standing_sentence(sight: Sight) -> str:
    """The same in sentences, with what helps; empty where the photo is here."""
    if sight.standing is Standing.UNREACHED and sight.fault is not None:
        told = explain(sight.fault)
        return f"{told.what} {told.advice}"
    return {
        Standing.COMING: translate("PictureWords", "One moment, the photo is being loaded."),
        Standing.WAITS: translate(
            "PictureWords",
            "Not arrived at the branch yet. It comes when the agent's laptop next sends photos.",
        ),
        Standing.MISSING: translate(
            "PictureWords",
            "It will not come: the agent's laptop says that its file is gone. Ask the agent for a new photo.",
        ),
        Standing.DAMAGED: translate(
            "PictureWords",
            "It will not come: the agent's laptop says that its file is damaged. Ask the agent for a new photo.",
        ),
        Standing.ERASED: translate(
            "PictureWords", "The branch has erased this photo: the time that it may be kept is over."
        ),
        Standing.DIFFERS: translate(
            "PictureWords",
            "What came is not the photo that the agent recorded, so it is not shown. Open it once more; if it stays so,"
            " tell your centre.",
        ),
        Standing.UNREADABLE: translate(
            "PictureWords", "The file is not a picture that can be read. Ask the agent for a new photo."
        ),
        Standing.TOO_LARGE: translate(
            "PictureWords", "The picture is too large to be shown safely. Ask the agent for a new photo."
        ),
    }.get(sight.standing, "")

"""What a record says of its pictures where they stand among its fields, to be pressed and commented on."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from perisai_desktop.domain.photo import FIELD_OF, PhotoSubject
from perisai_desktop.domain.review import RecordPhoto, ReviewRecord

translate = QCoreApplication.translate
_CARD = FIELD_OF[PhotoSubject.KTP]


def picture_fields(record: ReviewRecord) -> dict[str, str]:
    """Each field that a picture stands for, with what there is of it: of the KTP always, of a consent where one proves it.

    None where nobody knows any more what the pictures of a purged record show.
    """
    standing = [photo for photo in record.photos if not photo.previous]
    if record.kind != "enrolment" or any(not photo.shows for photo in standing):
        return {}
    found = {
        FIELD_OF[PhotoSubject(photo.shows)]: _standing(photo)
        for photo in standing
        if photo.shows in set(FIELD_OF)
    }
    return {_CARD: translate("ReviewWords", "no photo"), **found}


def replaced_pictures(record: ReviewRecord) -> frozenset[str]:
    """The fields whose picture a correction replaced."""
    gone = (photo.shows for photo in record.photos if photo.previous)
    return frozenset(FIELD_OF[PhotoSubject(shows)] for shows in gone if shows in set(FIELD_OF))


def _standing(photo: RecordPhoto) -> str:
    if photo.arrived:
        return translate("ReviewWords", "photo below")
    return (
        translate("ReviewWords", "photo lost")
        if photo.lost
        else translate("ReviewWords", "photo not arrived")
    )

"""What is said of a picture: what it shows, and what makes it hard to read."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from perisai_desktop.domain.photo import PhotoFault, PhotoSubject

translate = QCoreApplication.translate


def subject_words(subject: PhotoSubject) -> str:
    """The name of what a picture shows."""
    return {
        PhotoSubject.KTP: translate("PhotoWords", "KTP photo"),
        PhotoSubject.THUMB: translate("PhotoWords", "Photo of the thumb print"),
        PhotoSubject.SIGNED_PAPER: translate("PhotoWords", "Photo of the signed paper"),
        PhotoSubject.SLIP: translate("PhotoWords", "Photo of the slip"),
    }[subject]


def subject_word(subject: PhotoSubject) -> str:
    """The same where there is little room."""
    return {
        PhotoSubject.KTP: translate("PhotoWords", "KTP photo"),
        PhotoSubject.THUMB: translate("PhotoWords", "Thumb print"),
        PhotoSubject.SIGNED_PAPER: translate("PhotoWords", "Signed"),
        PhotoSubject.SLIP: translate("PhotoWords", "Slip"),
    }[subject]


def fault_words(fault: PhotoFault) -> str:
    """A sentence on what is wrong and what helps."""
    return {
        PhotoFault.BLURRED: translate("PhotoWords", "Blurred: hold still and take it again."),
        PhotoFault.GLARE: translate("PhotoWords", "Light is reflected: tilt the card a little."),
        PhotoFault.DARK: translate("PhotoWords", "Too dark: go where there is light."),
        PhotoFault.SMALL: translate("PhotoWords", "Too small: come closer, or cut off less."),
    }[fault]


def fault_word(fault: PhotoFault) -> str:
    """The same in one word."""
    return {
        PhotoFault.BLURRED: translate("PhotoWords", "blurred"),
        PhotoFault.GLARE: translate("PhotoWords", "reflection"),
        PhotoFault.DARK: translate("PhotoWords", "too dark"),
        PhotoFault.SMALL: translate("PhotoWords", "too small"),
    }[fault]

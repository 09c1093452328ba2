"""The other ways to give consent: a photo of the thumb print, or of the paper that was signed."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from perisai_desktop.domain.photo import PhotoSubject
from perisai_desktop.ui.screens.enrolment.state import EnrolmentState
from perisai_desktop.ui.widgets.button import Button, Kind
from perisai_desktop.ui.widgets.photo_slot import PhotoSlot


class ConsentProof(QWidget):
    """Two links under the pad; a picture that was taken stands in place of the pad, and a link goes back to it.

    `asked` carries what is to be photographed and a file that was dropped, `dropped` which picture is left out.
    """

    asked = Signal(object, str)
    dropped = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._slots = {
            subject: PhotoSlot(subject) for subject in (PhotoSubject.THUMB, PhotoSubject.SIGNED_PAPER)
        }
        self._thumb = self._way(self.tr("Thumb"), PhotoSubject.THUMB, self.tr("Photograph the thumb print"))
        self._paper = self._way(
            self.tr("Paper"), PhotoSubject.SIGNED_PAPER, self.tr("Photograph the signed paper")
        )
        self._back = Button(self.tr("Sign instead"), Kind.LINK, icon="pen-line")
        self._back.setObjectName("consent_sign")
        self._back.clicked.connect(self._drop)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        for subject, slot in self._slots.items():
            slot.setObjectName(f"consent_{subject.value}_photo")
            slot.asked.connect(lambda path, subject=subject: self.asked.emit(subject, path))
            slot.dropped.connect(self._drop)
            slot.hide()
            column.addWidget(slot)
        column.addWidget(self._back)
        self._back.hide()
        ways = QHBoxLayout()
        ways.setSpacing(0)
        ways.addWidget(self._thumb)
        ways.addWidget(self._paper)
        ways.addStretch(1)
        column.addLayout(ways)

    @property
    def there(self) -> bool:
        """Whether a picture proves the consent."""
        return any(not slot.isHidden() for slot in self._slots.values())

    @property
    def stops(self) -> list[QWidget]:
        """The parts that the cursor visits, in order."""
        return [*self._slots.values(), self._back, self._thumb, self._paper]

    def show_state(self, state: EnrolmentState) -> None:
        """Show the picture that proves the consent, or the ways to take one."""
        for subject, slot in self._slots.items():
            picture = state.picture(subject)
            slot.show_picture(picture)
            slot.setVisible(picture is not None)
        for way in (self._thumb, self._paper):
            way.setVisible(not self.there)
        self._back.setVisible(self.there)

    def _drop(self) -> None:
        for subject, slot in self._slots.items():
            if not slot.isHidden():
                self.dropped.emit(subject)

    def _way(self, words: str, subject: PhotoSubject, tip: str) -> Button:
        way = Button(words, Kind.LINK, icon="image")
        way.setObjectName(f"consent_{subject.value}")
        way.setToolTip(tip)
        way.setAccessibleDescription(tip)
        way.clicked.connect(lambda: self.asked.emit(subject, ""))
        return way

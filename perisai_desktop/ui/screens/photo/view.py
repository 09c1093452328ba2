"""The dialog for a picture: choose or drop a file, turn it, cut it, see how well it can be read, and take it."""

from __future__ import annotations

from PySide6.QtCore import QSize, Signal
from PySide6.QtGui import QDragEnterEvent, QDropEvent, QShowEvent
from PySide6.QtWidgets import QFileDialog, QHBoxLayout, QWidget

from perisai_desktop.domain.photo import Crop, PhotoSubject
from perisai_desktop.ui.i18n import size_words
from perisai_desktop.ui.photo_words import fault_words, subject_words
from perisai_desktop.ui.screens.photo.crop_picture import CropPicture
from perisai_desktop.ui.screens.photo.state import PhotoState
from perisai_desktop.ui.theme.tokens import Tone
from perisai_desktop.ui.widgets.act_dialog import ActDialog
from perisai_desktop.ui.widgets.button import Button
from perisai_desktop.ui.widgets.flow import Flow
from perisai_desktop.ui.widgets.labels import IconLabel, Role, Text


class PhotoDialog(ActDialog):
    """`named` carries the path of a file, `turned` quarters clockwise, `cut` the part that is kept."""

    help_page = "photo"
    named = Signal(str)
    turned = Signal(int)
    cut = Signal(object)

    def __init__(self, subject: PhotoSubject, parent: QWidget | None = None) -> None:
        super().__init__(subject_words(subject), self.tr("Use this photo"), "check", QSize(880, 660), parent)
        self.choose = Button(self.tr("Choose a file…"), icon="folder", key="Ctrl+O")
        self.choose.setObjectName("photo_choose")
        self.choose.clicked.connect(self._ask)
        self._left = self._turning("rotate-ccw", self.tr("Turn left"), "Ctrl+Left", "photo_left", -1)
        self._right = self._turning("rotate-cw", self.tr("Turn right"), "Ctrl+Right", "photo_right", 1)
        self._whole = Button(self.tr("Keep all of it"), icon="square")
        self._whole.setObjectName("photo_whole")
        self._whole.clicked.connect(lambda: self.cut.emit(Crop()))
        row = Flow(8)
        for button in (self.choose, self._left, self._right, self._whole):
            row.addWidget(button)
        self.picture = CropPicture(self.tr("Drop a photo here, or choose a file. JPEG or PNG."))
        self.picture.setObjectName("photo_picture")
        self.picture.setAccessibleName(subject_words(subject))
        self.picture.setAccessibleDescription(
            self.tr("Arrows move the part that is kept, with Shift they change its size")
        )
        self.picture.cut.connect(self.cut)
        self._icon = IconLabel("info", Tone.MUTED)
        self._said = Text("", Role.BODY, wrap=True)
        self._said.setObjectName("photo_said")
        told = QHBoxLayout()
        told.setSpacing(8)
        told.addWidget(self._icon)
        told.addWidget(self._said, 1)
        self.body.addLayout(row)
        self.body.addWidget(self.picture, 1)
        self.body.addLayout(told)
        self.setAcceptDrops(True)

    def show_state(self, state: PhotoState) -> None:
        """Show the picture, the part that is kept, and what is said of it."""
        self.picture.show_picture(state.picture, state.crop)
        there = state.picture is not None
        for button in (self._left, self._right):
            button.setEnabled(there and not state.busy)
        self._whole.setEnabled(there and not state.busy and not state.crop.whole)
        self.act.setEnabled(state.prepared is not None and not state.busy)
        self._say(state)
        self.tell(state.failure)

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self.choose.setFocus()

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if event.mimeData().hasUrls():
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        files = [url.toLocalFile() for url in event.mimeData().urls() if url.isLocalFile()]
        if files:
            event.acceptProposedAction()
            self.named.emit(files[0])

    def _say(self, state: PhotoState) -> None:
        photo = state.prepared
        if photo is None:
            self._icon.show_icon("info", Tone.MUTED)
            self._said.setText(
                self.tr("It is made small, and loses what the camera notes of time and place.")
            )
            self._said.set_tone(Tone.MUTED)
            return
        size = f"{size_words(len(photo.content))} · {photo.width} × {photo.height}"
        words = " ".join(fault_words(fault) for fault in photo.faults) or self.tr("Can be read well.")
        tone = Tone.WARNING if photo.faults else Tone.OK
        self._icon.show_icon("triangle-alert" if photo.faults else "circle-check", tone)
        self._said.setText(f"{size} · {words}")
        self._said.set_tone(tone)

    def _turning(self, icon: str, words: str, key: str, name: str, quarters: int) -> Button:
        button = Button(words, icon=icon, key=key, cap="Ctrl+←" if quarters < 0 else "Ctrl+→")
        button.setObjectName(name)
        button.clicked.connect(lambda: self.turned.emit(quarters))
        return button

    def _ask(self) -> None:
        kinds = self.tr("Pictures") + " (*.jpg *.jpeg *.png)"
        chosen, _ = QFileDialog.getOpenFileName(self, self.windowTitle(), "", kinds)
        if chosen:
            self.named.emit(chosen)

"""The dialog for a picture: take it, choose or drop a file, turn it, cut it, see how well it can be read, and use it."""

from __future__ import annotations

from PySide6.QtCore import QSize, QTimer, Signal
from PySide6.QtGui import QDragEnterEvent, QDropEvent, QHideEvent, QPaintEvent, QShowEvent
from PySide6.QtWidgets import QFileDialog, QHBoxLayout, QStackedWidget, QWidget

from perisai_desktop.domain.page_image import PageImage
from perisai_desktop.domain.photo import Crop, PhotoSubject
from perisai_desktop.ui.i18n import size_words
from perisai_desktop.ui.photo_words import fault_words, subject_words
from perisai_desktop.ui.screens.photo.crop_picture import CropPicture
from perisai_desktop.ui.screens.photo.live_view import LiveView
from perisai_desktop.ui.screens.photo.state import LensState, PhotoState
from perisai_desktop.ui.theme.tokens import Tone
from perisai_desktop.ui.widgets.act_dialog import ActDialog
from perisai_desktop.ui.widgets.button import Button, Kind
from perisai_desktop.ui.widgets.flow import Flow
from perisai_desktop.ui.widgets.labels import IconLabel, Role, Text
from perisai_desktop.ui.widgets.select_field import SelectField
from perisai_desktop.ui.widgets.suggestions import Option


class PhotoDialog(ActDialog):
    """`named` carries the path of a file, `turned` quarters clockwise, `cut` the part that is kept.

    `switched`: the camera is to go on or off; `shot`: it is to take the picture; `camera_chosen` carries the key of another.
    `appeared`: the dialog was painted for the first time. `hidden`: it went off the screen, behind the locked one as well.
    """

    help_page = "photo"
    named = Signal(str)
    turned = Signal(int)
    cut = Signal(object)
    switched = Signal()
    shot = Signal()
    camera_chosen = Signal(str)
    appeared = Signal()
    hidden = Signal()

    def __init__(self, subject: PhotoSubject, parent: QWidget | None = None) -> None:
        super().__init__(subject_words(subject), self.tr("Use this photo"), "check", QSize(1000, 680), parent)
        self._subject = subject
        self._live = self._painted = False
        self.shoot = Button(
            self.tr("Take photo"), Kind.PRIMARY, icon="camera", key="Space", bind=False, cap=self.tr("Space")
        )
        self.shoot.setObjectName("photo_shoot")
        self.shoot.clicked.connect(self.shot)
        self.camera = Button(self.tr("Camera"), icon="camera", key="Ctrl+K")
        self.camera.setObjectName("photo_camera")
        self.camera.clicked.connect(self.switched)
        self.cameras = SelectField(icon="camera")
        self.cameras.setObjectName("photo_cameras")
        self.cameras.setAccessibleName(self.tr("Which camera"))
        self.cameras.setFixedWidth(200)
        self.cameras.picked.connect(self.camera_chosen)
        self.choose = Button(self.tr("Choose a file…"), icon="folder", key="Ctrl+O")
        self.choose.setObjectName("photo_choose")
        self.choose.clicked.connect(self._ask)
        self._left = self._turning("rotate-ccw", self.tr("Turn left"), "Ctrl+Left", "photo_left", -1)
        self._right = self._turning("rotate-cw", self.tr("Turn right"), "Ctrl+Right", "photo_right", 1)
        self._whole = Button(self.tr("Keep all of it"), icon="square")
        self._whole.setObjectName("photo_whole")
        self._whole.clicked.connect(lambda: self.cut.emit(Crop()))
        row = Flow(8)
        for part in (
            *(self.shoot, self.camera, self.cameras),
            *(self.choose, self._left, self._right, self._whole),
        ):
            row.addWidget(part)
        self.picture = CropPicture(self.tr("Drop a photo here, or choose a file. JPEG or PNG."))
        self.picture.setObjectName("photo_picture")
        self.picture.setAccessibleName(subject_words(subject))
        self.picture.setAccessibleDescription(
            self.tr("Arrows move the part that is kept, with Shift they change its size")
        )
        self.picture.cut.connect(self.cut)
        self.live = LiveView(subject)
        self.live.setObjectName("photo_live")
        self.live.shot.connect(self.shot)
        self._stack = QStackedWidget()
        self._stack.addWidget(self.picture)
        self._stack.addWidget(self.live)
        self._icon = IconLabel("info", Tone.MUTED)
        self._said = Text("", Role.BODY, wrap=True)
        self._said.setObjectName("photo_said")
        told = QHBoxLayout()
        told.setSpacing(8)
        told.addWidget(self._icon)
        told.addWidget(self._said, 1)
        self.body.addLayout(row)
        self.body.addWidget(self._stack, 1)
        self.body.addLayout(told)
        self.setAcceptDrops(True)

    def show_state(self, state: PhotoState) -> None:
        """Show the picture, the part that is kept, and what is said of it; or the camera's picture where it is on."""
        self.picture.show_picture(state.picture, state.crop)
        live, there = state.lens.live, state.picture is not None
        for button in (self._left, self._right):
            button.setVisible(not live)
            button.setEnabled(there and not state.busy)
        self._whole.setVisible(not live)
        self._whole.setEnabled(there and not state.busy and not state.crop.whole)
        self.act.setEnabled(state.prepared is not None and not state.busy and not live)
        self._show_lens(state.lens, again=state.by_camera)
        self._say(state)
        self.tell(state.failure)

    def show_frame(self, frame: PageImage) -> None:
        """Show what the camera sees at this moment."""
        self.live.show_frame(frame)

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self.choose.setFocus()

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if not self._painted:
            self._painted = True
            QTimer.singleShot(0, self, self.appeared.emit)

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        self.hidden.emit()

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if event.mimeData().hasUrls():
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        files = [url.toLocalFile() for url in event.mimeData().urls() if url.isLocalFile()]
        if files:
            event.acceptProposedAction()
            self.named.emit(files[0])

    def _show_lens(self, lens: LensState, *, again: bool) -> None:
        cameras = lens.cameras or ()
        self.camera.setVisible(bool(cameras) or lens.live)
        off = self.tr("Take again") if again else self.tr("Camera")
        self.camera.show_words(self.tr("Turn the camera off") if lens.live else off)
        self.cameras.setVisible(len(cameras) > 1)
        self.cameras.set_options([Option(each.key, each.name) for each in cameras])
        self.cameras.set_value(lens.used)
        self.shoot.setVisible(lens.live)
        self.shoot.setEnabled(not lens.taking)
        if lens.live is not self._live:
            self._live = lens.live
            self.live.show_frame(None)
            shown = self.live if lens.live else self.picture
            self._stack.setCurrentWidget(shown)
            shown.setFocus()

    def _say(self, state: PhotoState) -> None:
        photo = state.prepared
        if photo is None or state.lens.live:
            self._icon.show_icon("info", Tone.MUTED)
            self._said.setText(self._advice(state.lens))
            self._said.set_tone(Tone.MUTED)
            return
        size = f"{size_words(len(photo.content))} · {photo.width} × {photo.height}"
        words = " ".join(fault_words(fault) for fault in photo.faults) or self.tr("Can be read well.")
        tone = Tone.WARNING if photo.faults else Tone.OK
        self._icon.show_icon("triangle-alert" if photo.faults else "circle-check", tone)
        self._said.setText(f"{size} · {words}")
        self._said.set_tone(tone)

    def _advice(self, lens: LensState) -> str:
        small = self.tr("It is made small, and loses what the camera notes of time and place.")
        none = self.tr("No camera was found.")
        card = self.tr("Hold the card into the frame, where there is light, and keep still.")
        still = self.tr("Keep still.")
        memory = self.tr("Nothing is stored until you use the photo.")
        if lens.live:
            return f"{card if self._subject is PhotoSubject.KTP else still} {memory}"
        return small if lens.cameras is None or lens.cameras else f"{small} {none}"

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

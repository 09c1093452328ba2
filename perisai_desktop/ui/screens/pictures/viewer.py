"""A record's photos large, beside what the form says of the person."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QSize, Signal
from PySide6.QtGui import QKeySequence, QShortcut, QShowEvent
from PySide6.QtWidgets import QDialog, QHBoxLayout, QVBoxLayout, QWidget

from perisai_desktop.domain.page_image import PageImage
from perisai_desktop.domain.photo import FIELD_OF, PhotoSubject
from perisai_desktop.domain.review import RecordPhoto, ReviewRecord
from perisai_desktop.ui.enrolment_words import field_words, value_words
from perisai_desktop.ui.screens.pictures.canvas import STEP, PictureCanvas
from perisai_desktop.ui.screens.pictures.state import PicturesState, Standing
from perisai_desktop.ui.screens.pictures.strip import image_of
from perisai_desktop.ui.screens.pictures.words import photo_words, standing_sentence
from perisai_desktop.ui.widgets.button import Button
from perisai_desktop.ui.widgets.cards import clear_layout
from perisai_desktop.ui.widgets.dialog_room import fit_dialog
from perisai_desktop.ui.widgets.flow import Flow
from perisai_desktop.ui.widgets.labels import Role, Text
from perisai_desktop.ui.widgets.scrolling import ScrollSheet
from sync.rules.dates import format_short_date, parse_date
from sync.rules.nik import format_nik

COMPARED = ("nik", "name", "birth_place", "birth_date", "sex", "street", "occupation")
"""What a KTP says too."""
_SIDE = 210


class PictureViewer(QDialog):
    """`stepped`: the photo before (-1) or the next (1) is wanted. `commented` carries the field of the form that the photo
    stands for, where the viewer is opened with `commenting`."""

    help_page = "pictures"
    stepped = Signal(int)
    commented = Signal(str)

    def __init__(self, parent: QWidget | None = None, *, commenting: bool = False) -> None:
        super().__init__(parent)
        self._commenting = commenting
        self._field = ""
        self._shown: tuple[str, PageImage | None, str] | None = None
        self._record: ReviewRecord | None = None
        self.setWindowTitle(self.tr("Photos of a record"))
        self.canvas = PictureCanvas()
        self.canvas.setObjectName("picture_canvas")
        self._title = Text("", Role.HEADING)
        self._title.setObjectName("picture_title")
        self._values = QVBoxLayout()
        self._values.setContentsMargins(0, 0, 8, 0)
        self._values.setSpacing(2)
        side = ScrollSheet(self._values)
        side.setFixedWidth(_SIDE)
        middle = QHBoxLayout()
        middle.setSpacing(16)
        middle.addWidget(self.canvas, 1)
        middle.addWidget(side)
        self._turning = (
            self._button(self.tr("Larger"), "+", "picture_larger", lambda: self.canvas.enlarge(STEP)),
            self._button(self.tr("Smaller"), "-", "picture_smaller", lambda: self.canvas.enlarge(1 / STEP)),
            self._button(self.tr("Whole"), "0", "picture_whole", self.canvas.fit),
            self._button(self.tr("Turn"), "R", "picture_turn", self.canvas.turn),
        )
        self._before = self._button(self.tr("Before"), "[", "picture_before", lambda: self.stepped.emit(-1))
        self._next = self._button(self.tr("Next"), "]", "picture_next", lambda: self.stepped.emit(1))
        leave = Button(self.tr("Close"), key="Esc", bind=False)
        leave.clicked.connect(self.reject)
        words = self.tr("Send back for this photo")
        self._comment = self._button(words, "K", "picture_comment", self._say)
        foot = Flow(8)
        for button in (leave, *self._turning, self._before, self._next, self._comment):
            foot.addWidget(button)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(20, 16, 20, 16)
        whole.setSpacing(12)
        whole.addWidget(self._title)
        whole.addLayout(middle, 1)
        whole.addLayout(foot)
        fit_dialog(self, QSize(1120, 720))

    def show_state(self, state: PicturesState) -> None:
        """Show the photo that is looked at, or why it cannot be, and the values of its record."""
        if state.looking is None or state.record is None:
            return
        sight, count = state.sights[state.looking], len(state.sights)
        name = photo_words(sight.photo)
        self._title.setText(
            self.tr("{name} · {place} of {count}").format(name=name, place=state.looking + 1, count=count)
        )
        here = sight.standing is Standing.HERE
        words = standing_sentence(sight) or self.tr("One moment, the photo is being loaded.")
        shown = (sight.photo.sha256, state.large if here else None, words)
        if shown != self._shown:
            self._shown = shown
            self.canvas.show_image(None if shown[1] is None else image_of(shown[1]), words)
            self.canvas.setAccessibleName(name if shown[1] is not None else f"{name}: {words}")
        self._field = self._field_of(sight.photo, state.record)
        self._comment.setVisible(bool(self._field))
        for button in self._turning:
            button.setEnabled(shown[1] is not None)
        self._before.setEnabled(state.looking > 0)
        self._next.setEnabled(state.looking < count - 1)
        if state.record != self._record:
            self._record = state.record
            self._show_values(state.record)

    def _field_of(self, photo: RecordPhoto, record: ReviewRecord) -> str:
        """The field at which the photo is commented on; empty where it can't be."""
        replaceable = record.kind == "enrolment" and not photo.previous and photo.shows in set(FIELD_OF)
        return FIELD_OF[PhotoSubject(photo.shows)] if self._commenting and replaceable else ""

    def _say(self) -> None:
        if self._field:
            self.commented.emit(self._field)

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self.canvas.setFocus()

    def _show_values(self, record: ReviewRecord) -> None:
        clear_layout(self._values)
        for name in COMPARED:
            value = _value(name, record.form.get(name, ""))
            if value:
                self._values.addWidget(Text(field_words(name), Role.HELP))
                self._values.addWidget(Text(value, Role.STRONG, wrap=True))
                self._values.addSpacing(8)
        self._values.addStretch(1)

    def _button(self, words: str, key: str, name: str, act: Callable[[], None]) -> Button:
        """A button, and a key that acts at once, as often as it repeats."""
        button = Button(words, key=key, bind=False)
        button.setObjectName(name)
        button.clicked.connect(lambda: act())
        shortcut = QShortcut(QKeySequence(key), self)
        shortcut.activated.connect(lambda: act())
        return button


def _value(name: str, text: str) -> str:
    if name == "nik":
        return format_nik(text)
    born = parse_date(text) if name == "birth_date" else None
    return value_words(name, text) if born is None else format_short_date(born)

"""The place of registration on the form: a line that tells it, which opens into a search where it differs."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from perisai_desktop.ui.screens.enrolment.consent_section import plain_enter
from perisai_desktop.ui.screens.enrolment.state import EnrolmentState
from perisai_desktop.ui.theme.tokens import Tone
from perisai_desktop.ui.widgets.button import Button, Kind
from perisai_desktop.ui.widgets.field import Field
from perisai_desktop.ui.widgets.labels import Elided, IconLabel, Role
from perisai_desktop.ui.widgets.search_field import SearchField
from perisai_desktop.ui.widgets.suggestions import Option
from sync.rules.regions import Place

KEY = "F9"
LINE_HEIGHT = 18


class CaptureLine(QWidget):
    """Costs no key while the place stays the same: the cursor passes the line, and a key of its own opens it.

    A text that is no place is marked and not taken.
    """

    typed = Signal(str)
    asked = Signal(str)
    picked = Signal(object)
    went_on = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._offers: dict[str, Place] = {}
        self._state: EnrolmentState | None = None
        self._left = False
        self._told = Elided("", Role.HELP)
        self.change = Button("", Kind.LINK, key=KEY)
        self.change.setObjectName("capture_change")
        self.change.setFixedHeight(LINE_HEIGHT)
        self.change.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
        self.change.clicked.connect(self.open)
        self._line = QWidget()
        line = QHBoxLayout(self._line)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(6)
        line.addWidget(IconLabel("map-pin", Tone.MUTED, 14))
        line.addWidget(self._told, 1)
        line.addWidget(self.change)
        self.input = SearchField(self.tr("Village, district or code"))
        self.input.setObjectName("field_captured_in")
        self.field = Field(self.tr("Registered at"), self.input, self.tr("where you sit with the worker"))
        self.field.hide()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self._line)
        column.addWidget(self.field)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self.input.value_edited.connect(self.typed)
        self.input.asked.connect(self.asked)
        self.input.picked.connect(self._pick)
        self.input.installEventFilter(self)

    @property
    def told(self) -> str:
        """The words of the line."""
        return self._told.text()

    def open(self) -> None:
        """Show the search in place of the line, its text ready to be typed over."""
        self._left = False
        self._line.hide()
        self.field.show()
        self.field.take_focus()
        self.input.selectAll()

    def show_state(self, state: EnrolmentState) -> None:
        """Tell the place of `state`, and the villages that were found."""
        self._state = state
        place = state.captured
        if place is not None:
            self._told.setText(self.tr("Registered at {place}").format(place=place.label))
            self.change.show_words(self.tr("Change"))
            self.input.set_chosen(Option(place.code, place.label))
        else:
            self._told.setText(self.tr("Place of registration not given"))
            self.change.show_words(self.tr("Give it"))
            if self.input.value() != state.captured_in:
                self.input.set_value(state.captured_in)
        offers = {each.code: each for each in state.capture_offers.places}
        if place is None and offers != self._offers:
            self._offers = offers
            options = [Option(each.code, each.village_label, each.parents) for each in offers.values()]
            self.input.show_results(state.capture_offers.query, options)
        self._mark()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Notice when the search is left, and Enter."""
        if isinstance(event, QFocusEvent) and event.lostFocus():
            self._leave()
        if isinstance(event, QKeyEvent) and plain_enter(event):
            if self.input.open:
                self.input.keyPressEvent(event)
            if self._known:
                self.went_on.emit()
            return True
        return super().eventFilter(watched, event)

    @property
    def _known(self) -> bool:
        """Whether what stands in the input is a place, or nothing."""
        return self._state is None or self._state.captured is not None or not self._state.captured_in.strip()

    def _pick(self, code: str) -> None:
        place = self._offers.get(code)
        if place is not None:
            self.picked.emit(place)

    def _leave(self) -> None:
        self._left = True
        self.input.setCursorPosition(0)
        self._mark()
        if self._known and not self.input.open:
            self.field.hide()
            self._line.show()

    def _mark(self) -> None:
        if self._left and not self._known:
            self.field.show_state(
                Tone.WARNING, self.tr("No village of this name: pick one from the list, or leave it empty")
            )
        else:
            self.field.show_state()

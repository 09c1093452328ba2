"""The line in which text is typed: icon, state and the value exactly as typed."""

from PySide6.QtCore import QRectF, Qt, Signal
from PySide6.QtGui import QFocusEvent, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QLineEdit, QWidget

from perisai_desktop.ui.theme.fonts import Weight, sized
from perisai_desktop.ui.theme.icons import paint_icon
from perisai_desktop.ui.theme.theme import active_palette
from perisai_desktop.ui.theme.tokens import TYPE, Tone
from perisai_desktop.ui.widgets.labels import restyle
from perisai_desktop.ui.widgets.tips import plain_tip

STATE_ICONS = {
    Tone.INFO: "eye",
    Tone.OK: "circle-check",
    Tone.WARNING: "triangle-alert",
    Tone.ERROR: "circle-alert",
}


_ROOM_AROUND = 22
"""Pixels across that frame and padding take beside the text."""
_ROOM_FOR_ICON = 72
"""Pixels across from which an input shows three figures and an icon."""


class TextInput(QLineEdit):
    """One line of text. `value()` is what the person typed; whatever it is, it is kept."""

    value_edited = Signal(str)
    """The person changed the value."""
    keeps_trailing = False
    """Whether the trailing icon stays where a state would put its own."""
    committed = Signal()
    """The person is done: Enter, or focus went elsewhere."""

    def __init__(
        self,
        placeholder: str = "",
        *,
        icon: str = "",
        trailing: str = "",
        tabular: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setPlaceholderText(placeholder)
        self._placeholder = placeholder
        self._proposal = ""
        self._icon = icon
        self._trailing = trailing
        self._tone = Tone.PLAIN
        if tabular:
            self.setFont(sized(self.font(), TYPE.base, Weight.REGULAR, tabular=True))
        self._place_text()
        self.textEdited.connect(self._on_edited)
        self.editingFinished.connect(self._on_finished)

    def value(self) -> str:
        """What was typed."""
        return self.text()

    def set_value(self, value: str) -> None:
        """Show `value` without telling anybody that it changed."""
        if self.value() != value:
            self.setText(value)
            if not self.hasFocus():
                self.setCursorPosition(0)

    def propose(self, words: str) -> None:
        """Show in the empty line, with the key for it, what Enter takes there; empty words: its own placeholder."""
        self._proposal = f"↵ {words}" if words else ""
        self._show_proposal()

    def set_state(self, tone: Tone) -> None:
        """Frame and icon of `tone`; PLAIN has neither."""
        self._tone = tone
        restyle(self, "state", tone.value)
        self._place_text()
        self.update()

    @property
    def tone(self) -> Tone:
        """The state that is shown."""
        return self._tone

    def _on_edited(self, _text: str) -> None:
        self.value_edited.emit(self.value())

    def _on_finished(self) -> None:
        self.committed.emit()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """A text longer than the input shows its beginning again once the cursor has left."""
        super().focusOutEvent(event)
        if event.reason() not in (Qt.FocusReason.PopupFocusReason, Qt.FocusReason.ActiveWindowFocusReason):
            self.setCursorPosition(0)

    def _show_proposal(self) -> None:
        """A proposal longer than the input ends in an ellipsis; whole it is told where the mouse rests."""
        margins = self.textMargins()
        room = max(self.width() - margins.left() - margins.right() - _ROOM_AROUND, 0)
        shown = self.fontMetrics().elidedText(self._proposal, Qt.TextElideMode.ElideRight, room)
        self.setPlaceholderText(shown if self._proposal else self._placeholder)
        self.setToolTip(plain_tip(self._proposal) if shown != self._proposal else "")

    def _place_text(self) -> None:
        right = 26 if self._trailing or (self._tone in STATE_ICONS and self._has_room) else 0
        self.setTextMargins(26 if self._icon else 0, 0, right, 0)
        if self._proposal:
            self._show_proposal()

    @property
    def _has_room(self) -> bool:
        """Whether a state's icon fits beside a short value; a narrow input tells its state by its frame alone."""
        return self.width() >= _ROOM_FOR_ICON

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._place_text()

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        tokens = active_palette()
        painter = QPainter(self)
        middle = self.height() / 2
        if self._icon:
            paint_icon(painter, self._icon, tokens.muted, QRectF(12, middle - 8, 16, 16))
        kept = self.keeps_trailing and bool(self._trailing)
        state = STATE_ICONS.get(self._tone, "") if self._has_room else ""
        name = self._trailing if kept else state or self._trailing
        if name:
            colour = tokens.ink(self._tone) if self._tone in STATE_ICONS and not kept else tokens.muted
            paint_icon(painter, name, colour, QRectF(self.width() - 30, middle - 9, 18, 18))

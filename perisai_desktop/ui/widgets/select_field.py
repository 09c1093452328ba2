"""A choice from a list that opens under it; nothing can be typed."""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QRectF
from PySide6.QtGui import QFocusEvent, QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from perisai_desktop.ui.theme.tokens import Tone
from perisai_desktop.ui.widgets.choice_field import ChoiceField
from perisai_desktop.ui.widgets.marks import paint_inner_ring
from perisai_desktop.ui.widgets.suggestions import Option


class SelectField(ChoiceField):
    """Down or a click opens, arrows move, Enter picks, Escape closes; letters stay shortcuts of the window."""

    def __init__(
        self,
        options: Sequence[Option] = (),
        placeholder: str = "",
        *,
        icon: str = "",
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(options, placeholder, icon=icon, parent=parent)
        self.setReadOnly(True)
        self.setProperty("select", "true")

    def event(self, event: QEvent) -> bool:
        """A letter is nothing to a list."""
        if event.type() == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent) and not self.open:
            event.ignore()
            return False
        return super().event(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        """There is no cursor in it: where the frame tells a state, a ring tells the focus."""
        super().paintEvent(event)
        if self.hasFocus() and self.tone in (Tone.WARNING, Tone.ERROR):
            paint_inner_ring(QPainter(self), QRectF(self.rect()))

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self.deselect()

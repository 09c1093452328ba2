"""An input with offers under it: what is typed is kept, what is picked has a value of its own."""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QFocusEvent, QHideEvent, QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QWidget

from perisai_desktop.ui.widgets.suggestions import Option, SuggestionList
from perisai_desktop.ui.widgets.text_input import TextInput


class CompletingInput(TextInput):
    """Down opens and moves, Enter picks (the first where none is marked), Escape closes, Tab keeps the text."""

    picked = Signal(str)
    """A value was chosen from the offers."""

    def __init__(
        self, placeholder: str = "", *, icon: str = "", trailing: str = "", parent: QWidget | None = None
    ) -> None:
        super().__init__(placeholder, icon=icon, trailing=trailing, parent=parent)
        self._known: dict[str, Option] = {}
        self._offers: tuple[Option, ...] = ()
        self._value = ""
        self._list: SuggestionList | None = None

    def value(self) -> str:
        """The chosen option's value, or the text as typed where no option was chosen."""
        return self._value

    def set_value(self, value: str) -> None:
        if value == self._value:
            return
        self._value = value
        option = self._known.get(value)
        self.setText(option.label if option is not None else value)
        self.setCursorPosition(0)

    def set_chosen(self, option: Option) -> None:
        """Show `option` as chosen, without telling anybody."""
        self._known[option.value] = option
        self._value = option.value
        if self.text() != option.label:
            self.setText(option.label)
            self.setCursorPosition(0)

    @property
    def open(self) -> bool:
        """The offers are on the screen."""
        return self._list is not None and self._list.isVisible()

    def close_offers(self) -> None:
        """Take the offers off the screen."""
        if self._list is not None:
            self._list.hide()

    def _show_offers(self, offers: Sequence[Option], current: int = -1) -> None:
        self._offers = tuple(offers)
        if self._list is None:
            self._list = SuggestionList(self)
            self._list.picked.connect(self._pick)
        self._list.open(self._offers, current)

    def _exact(self, text: str, among: Sequence[Option]) -> Option | None:
        wanted = text.strip().casefold()
        for option in among:
            if wanted and wanted in (option.label.casefold(), option.value.casefold()):
                return option
        return None

    def _pick(self, row: int) -> None:
        option = self._offers[row]
        self.close_offers()
        self.set_chosen(option)
        self.setCursorPosition(0)
        self.value_edited.emit(option.value)
        self.picked.emit(option.value)

    def event(self, event: QEvent) -> bool:
        """Escape closes open offers, whatever it means to the window around."""
        if (
            event.type() == QEvent.Type.ShortcutOverride
            and isinstance(event, QKeyEvent)
            and event.key() == Qt.Key.Key_Escape
            and self.open
        ):
            event.accept()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = event.key()
        if self.open and self._list is not None:
            if key in (Qt.Key.Key_Down, Qt.Key.Key_Up):
                self._list.move_by(1 if key == Qt.Key.Key_Down else -1)
                return
            if key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
                self._pick(max(self._list.current, 0))
                return
            if key == Qt.Key.Key_Escape:
                self.close_offers()
                return
        elif key == Qt.Key.Key_Down:
            self._open_all()
            return
        super().keyPressEvent(event)

    def _open_all(self) -> None:
        """Open the offers though nothing was typed; an input without a list of its own has none."""

    def focusOutEvent(self, event: QFocusEvent) -> None:
        self.close_offers()
        super().focusOutEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        super().mousePressEvent(event)
        if not self.open and self._trailing:
            self._open_all()

    def hideEvent(self, event: QHideEvent) -> None:
        self.close_offers()
        super().hideEvent(event)

"""A search whose results come later: it asks, somebody answers, the person picks."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from perisai_desktop.ui.widgets.completing_input import CompletingInput
from perisai_desktop.ui.widgets.suggestions import Option


class SearchField(CompletingInput):
    """`asked` carries each text typed; answer with `show_results`, which ignores answers to older texts."""

    asked = Signal(str)

    def __init__(self, placeholder: str = "", *, parent: QWidget | None = None) -> None:
        super().__init__(placeholder, icon="search", parent=parent)

    def show_results(self, query: str, results: Sequence[Option]) -> None:
        """Offer `results` of `query`; a text equal to a result's value or label chooses it by itself."""
        if query != self.text():
            return
        exact = self._exact(query, results)
        if exact is not None:
            self.set_chosen(exact)
            self.close_offers()
            self.value_edited.emit(exact.value)
            self.picked.emit(exact.value)
        elif self.hasFocus():
            self._show_offers(results, 0 if results else -1)

    def _on_edited(self, text: str) -> None:
        self._value = text
        if not text.strip():
            self.close_offers()
        super()._on_edited(text)
        self.asked.emit(text)

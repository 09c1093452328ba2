"""A choice among known options, found by typing any part of their names."""

from collections.abc import Sequence

from PySide6.QtWidgets import QWidget

from perisai_desktop.ui.widgets.completing_input import CompletingInput
from perisai_desktop.ui.widgets.suggestions import Option


class ChoiceField(CompletingInput):
    """Text that is no option stays and is the value, so that the rules can say what is wrong with it."""

    def __init__(
        self,
        options: Sequence[Option] = (),
        placeholder: str = "",
        *,
        icon: str = "",
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(placeholder, icon=icon, trailing="chevron-down", parent=parent)
        self._options: tuple[Option, ...] = ()
        self.set_options(options)

    def set_options(self, options: Sequence[Option]) -> None:
        """Offer `options`; the value stays and its label is shown anew."""
        if tuple(options) == self._options:
            return
        self._options = tuple(options)
        self._known = {option.value: option for option in self._options}
        option = self._known.get(self._value)
        if option is not None:
            self.setText(option.label)
            self.setCursorPosition(0)

    def _on_edited(self, text: str) -> None:
        exact = self._exact(text, self._options)
        self._value = exact.value if exact is not None else text
        self._show_offers(self._matching(text) if text.strip() else self._options)
        super()._on_edited(text)

    def _on_finished(self) -> None:
        option = self._known.get(self._value)
        if option is not None and self.text() != option.label:
            self.setText(option.label)
        super()._on_finished()

    def _open_all(self) -> None:
        places = [i for i, option in enumerate(self._options) if option.value == self._value]
        self._show_offers(self._options, places[0] if places else -1)

    def _matching(self, text: str) -> list[Option]:
        wanted = text.strip().casefold()
        begins = [option for option in self._options if option.label.casefold().startswith(wanted)]
        holds = [
            option for option in self._options if wanted in option.label.casefold() and option not in begins
        ]
        return begins + holds

"""The line for a date, typed in any usual way and read back as day-month-year."""

from PySide6.QtWidgets import QWidget

from perisai_desktop.ui.widgets.text_input import TextInput
from sync.rules.dates import format_short_date, parse_date


class DateInput(TextInput):
    """Takes 14081990, 14-08-1990, 14/08/1990 or 1990-08-14; what is no date stays as typed."""

    def __init__(self, placeholder: str = "", *, parent: QWidget | None = None) -> None:
        super().__init__(placeholder, tabular=True, parent=parent)

    def set_value(self, value: str) -> None:
        if value != self.text():
            super().set_value(_read_back(value))

    def _on_finished(self) -> None:
        shown = _read_back(self.text())
        if shown != self.text():
            self.setText(shown)
        super()._on_finished()


def _read_back(text: str) -> str:
    day = parse_date(text)
    return text if day is None else format_short_date(day)

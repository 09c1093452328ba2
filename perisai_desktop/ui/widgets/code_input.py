"""The line for a code: capitals in groups, however it was typed or pasted."""

from PySide6.QtGui import QValidator
from PySide6.QtWidgets import QWidget

from perisai_desktop.ui.widgets.grouped_input import GroupedInput

CODE_SIGNS = 20
_GROUP = 5


class _Bare(QValidator):
    """Takes dashes and spaces out and makes capitals, with the cursor where it was."""

    def validate(self, text: str, cursor: int) -> tuple[QValidator.State, str, int]:
        before = bare(text[:cursor])
        return QValidator.State.Acceptable, bare(text), len(before)


class CodeInput(GroupedInput):
    """A device code unless `signs` and `group` say otherwise. `value()` is capitals without dashes; other signs stay, so that whoever checks can name the fault."""

    mark = "-"

    def __init__(
        self, *, signs: int = CODE_SIGNS, group: int = _GROUP, parent: QWidget | None = None
    ) -> None:
        self._signs, self._group = signs, group
        super().__init__("-".join(["•" * group] * (signs // group)), parent=parent)
        self.setValidator(_Bare(self))

    def set_value(self, value: str) -> None:
        super().set_value(bare(value))

    def groupable(self, text: str) -> bool:
        return text.isascii() and text.isalnum()

    def gaps(self, text: str) -> tuple[int, ...]:
        if len(text) > self._signs:
            return ()
        return tuple(place for place in range(self._group - 1, len(text) - 1, self._group))


def bare(text: str) -> str:
    """Capitals without dashes and spaces, whatever kind of dash a message turned them into."""
    return "".join(sign for sign in text.upper() if not (sign.isspace() or sign in "-‐‑‒–—−"))

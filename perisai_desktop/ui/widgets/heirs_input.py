"""Rows for heirs: name, relation, birth date and share, with an empty row at the end as long as there is room."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from perisai_desktop.ui.theme.tokens import Tone
from perisai_desktop.ui.widgets.date_input import DateInput
from perisai_desktop.ui.widgets.field_row import FieldRow
from perisai_desktop.ui.widgets.text_input import TextInput
from sync.rules.heirs import MOST_HEIRS, HeirLine, read_heirs, write_heirs

_WIDTHS = (0, 132, 116, 100)


class HeirsInput(QWidget):
    """Its value is the text of `sync.rules.heirs`. Enter goes from part to part, and from an empty row on."""

    value_edited = Signal(str)
    committed = Signal()
    went_on = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._rows: list[tuple[TextInput, ...]] = []
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(8)
        self._add_row()
        self.setFocusProxy(self._rows[0][0])

    def value(self) -> str:
        """The heirs as they were typed, without empty rows."""
        return write_heirs(_line(row) for row in self._rows)

    def set_value(self, value: str) -> None:
        """Show the heirs of a text without telling anybody; what is on screen already keeps its cursor."""
        if value == self.value():
            return
        heirs = read_heirs(value)
        while len(self._rows) < min(len(heirs) + 1, MOST_HEIRS):
            self._add_row()
        for place, row in enumerate(self._rows):
            parts = heirs[place].parts if place < len(heirs) else HeirLine().parts
            for editor, part in zip(row, parts, strict=True):
                editor.set_value(part)

    def set_state(self, tone: Tone) -> None:
        """Frame and icon of `tone` at the first name."""
        self._rows[0][0].set_state(tone)

    def setObjectName(self, name: str) -> None:
        """The parts are named after the whole: `NAME_0_relation`."""
        super().setObjectName(name)
        for place in range(len(self._rows)):
            self._name_parts(place)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Enter goes on."""
        if isinstance(event, QKeyEvent) and event.type() is QEvent.Type.KeyPress and _is_enter(event):
            self._go_on(watched)
            return True
        return super().eventFilter(watched, event)

    def _go_on(self, part: QObject) -> None:
        row = next(row for row in self._rows if part in row)
        parts = [each for every in self._rows for each in every]
        behind = parts.index(part) + 1  # type: ignore[arg-type]
        if _line(row).empty or behind == len(parts):
            self.committed.emit()
            self.went_on.emit()
        else:
            parts[behind].setFocus(Qt.FocusReason.OtherFocusReason)

    def _add_row(self) -> None:
        row = (
            TextInput(self.tr("Full name")),
            TextInput(self.tr("Relation")),
            DateInput(self.tr("dd-mm-yyyy")),
            TextInput(self.tr("Share %"), tabular=True),
        )
        line = FieldRow()
        self._column.addLayout(line)
        for editor, width in zip(row, _WIDTHS, strict=True):
            editor.value_edited.connect(self._edited)
            editor.committed.connect(self.committed)
            editor.installEventFilter(self)
            line.add(editor, width)
            editor.show()
        self._rows.append(row)
        self._name_parts(len(self._rows) - 1)

    def _name_parts(self, place: int) -> None:
        told = (
            self.tr("Heir {number}: full name"),
            self.tr("Heir {number}: relation"),
            self.tr("Heir {number}: date of birth"),
            self.tr("Heir {number}: share in percent"),
        )
        for editor, part, words in zip(
            self._rows[place], ("name", "relation", "birth_date", "share"), told, strict=True
        ):
            editor.setObjectName(f"{self.objectName()}_{place}_{part}")
            editor.setAccessibleName(words.format(number=place + 1))

    def _edited(self) -> None:
        if not _line(self._rows[-1]).empty and len(self._rows) < MOST_HEIRS:
            self._add_row()
        self.value_edited.emit(self.value())


def _line(row: tuple[TextInput, ...]) -> HeirLine:
    return HeirLine(*(editor.value() for editor in row))


def _is_enter(event: QKeyEvent) -> bool:
    held = event.modifiers() & Qt.KeyboardModifier.ControlModifier
    return event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and not held

"""The words behind the labels of fields that a machine read, or for which it read something else than was typed."""

from __future__ import annotations

from collections.abc import Mapping

from perisai_desktop.ui.screens.enrolment.card_marks import CardMarks
from perisai_desktop.ui.screens.enrolment.card_words import mark_words, offer_words
from perisai_desktop.ui.widgets.field import Field


class CardHints:
    """Puts a hint in the place of a field's own where there is room, and the field's own back."""

    def __init__(self, fields: Mapping[str, Field]) -> None:
        self._fields = fields
        self._own: dict[str, str] = {}

    def show_marks(self, marks: CardMarks) -> None:
        """Show the marks, after every field has shown its own hint."""
        for name, field in self._fields.items():
            mark = mark_words(marks, name)
            words = mark[1] if mark is not None else offer_words(marks, name)
            if words:
                self._own.setdefault(name, field.hint)
                field.set_label(field.label, words if field.has_room_for(words) else "")
            elif name in self._own:
                field.set_label(field.label, self._own.pop(name))

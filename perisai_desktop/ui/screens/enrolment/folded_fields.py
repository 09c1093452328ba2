"""The part of the form that is folded away: what the branch does not require of everybody."""

from __future__ import annotations

from itertools import groupby

from PySide6.QtWidgets import QVBoxLayout, QWidget

from perisai_desktop.ui.screens.enrolment.arrangement import FOLDED, names, used
from perisai_desktop.ui.screens.enrolment.section import Section
from perisai_desktop.ui.screens.enrolment.state import EnrolmentState
from perisai_desktop.ui.widgets.button import Button, Kind
from perisai_desktop.ui.widgets.field import Field
from perisai_desktop.ui.widgets.field_row import FieldRow
from perisai_desktop.ui.widgets.labels import rule
from sync.rules.branch_settings import BranchSettings


class FoldedFields(QWidget):
    """Opens by its `button`, and by itself where the branch requires one of its fields or one of them holds something."""

    def __init__(
        self, fields: dict[str, Field], settings: BranchSettings, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        rows = used(FOLDED, settings)
        self.names = names(rows)
        self._fields = fields
        self._asked_for = any(settings.requires(name) for name in self.names)
        self._wanted = self._filled = False
        self.sections: list[Section] = []
        self.button = Button("", Kind.LINK, icon="plus")
        self.button.setObjectName("more_fields")
        self.button.clicked.connect(lambda: self.unfold(focus=True))
        self.button.show_words(self.tr("%n more", "", len(self.names)))
        titles = {
            "contact": self.tr("Contact and family"),
            "work_place": self.tr("Place of work"),
            "heirs": self.tr("Heirs"),
            "bank": self.tr("Bank account"),
        }
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(5)
        for title, group in groupby(rows, key=lambda row: row[0]):
            column.addWidget(rule())
            section = Section(titles[title])
            self.sections.append(section)
            column.addLayout(section)
            for _, parts in group:
                line = FieldRow()
                for name, width in parts:
                    line.add(fields[name], width)
                section.body.addLayout(line)
        self.hide()

    def show_state(self, state: EnrolmentState) -> None:
        """Open where a field holds something: what goes to the branch is in sight."""
        self._filled = any(getattr(state.form, name) for name in self.names)
        self._fold()

    def unfold(self, *, focus: bool = False) -> None:
        """Show all of it; with `focus` the cursor goes into its first field."""
        self._wanted = True
        self._fold()
        if focus:
            self._fields[self.names[0]].take_focus()

    @property
    def _open(self) -> bool:
        return bool(self.names) and (self._asked_for or self._wanted or self._filled)

    def _fold(self) -> None:
        self.setVisible(self._open)
        self.button.setVisible(bool(self.names) and not self._open)

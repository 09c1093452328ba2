"""What publishing would do: problems, differences, prices before and after, and the button."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from perisai_desktop.domain.branch_settings_book import SettingsDraft
from perisai_desktop.ui.i18n import plain_date
from perisai_desktop.ui.screens.branch_settings.difference_words import (
    difference_cells,
    difference_columns,
    price_cells,
    price_columns,
)
from perisai_desktop.ui.screens.branch_settings.state import BranchSettingsState
from perisai_desktop.ui.screens.branch_settings.words import problem_words
from perisai_desktop.ui.theme.tokens import Tone
from perisai_desktop.ui.widgets.button import Button, Kind
from perisai_desktop.ui.widgets.cards import Banner, Card, across
from perisai_desktop.ui.widgets.date_input import DateInput
from perisai_desktop.ui.widgets.field import Field
from perisai_desktop.ui.widgets.labels import Role, Text
from perisai_desktop.ui.widgets.table import Table
from sync.rules.dates import parse_date


class Outlook(Card):
    """`day_chosen` carries a date or None; `looked`, `publish_asked` and `dropped` what was asked for."""

    day_chosen = Signal(object)
    looked = Signal()
    publish_asked = Signal()
    dropped = Signal()

    def __init__(self) -> None:
        super().__init__(padding=16, spacing=12)
        self._preview: SettingsDraft | None = None
        self.day = Field(self.tr("Holds from"), DateInput(), self.tr("day"))
        self.day.setObjectName("start_day")
        self.day.committed.connect(lambda: self.day_chosen.emit(parse_date(self.day.value())))
        self.note = Banner()
        self.differences = Table(difference_columns(), self.tr("What changes"))
        self.prices = Table(price_columns(), self.tr("Prices before and after"))
        self._before = Text("", Role.HELP, wrap=True)
        self.look = Button(self.tr("See what it does"), Kind.PLAIN, icon="eye", key="F6")
        self.look.setObjectName("look")
        self.look.clicked.connect(self.looked)
        self.publish = Button(self.tr("Publish…"), Kind.PRIMARY, icon="send")
        self.publish.setObjectName("publish")
        self.publish.clicked.connect(self.publish_asked)
        self.drop = Button(self.tr("Throw the draft away"), icon="x", slim=True)
        self.drop.setObjectName("drop_draft")
        self.drop.clicked.connect(self.dropped)
        tables = QWidget()
        inner = QVBoxLayout(tables)
        inner.setContentsMargins(0, 0, 0, 0)
        inner.addWidget(self.differences, 1)
        inner.addWidget(self.prices, 1)
        head = across(self.day, self.look)
        head.setAlignment(self.look, Qt.AlignmentFlag.AlignBottom)
        self.column.addLayout(head)
        self.column.addWidget(self.note)
        self.column.addWidget(self._before)
        self.column.addWidget(tables, 1)
        self.column.addLayout(across(self.drop, None, self.publish))

    def show_state(self, state: BranchSettingsState) -> None:
        """Show what was found, or ask to look."""
        preview = state.preview
        self._show_day(state.start)
        self.look.setEnabled(not state.busy and state.start is not None and state.edited)
        self.publish.setEnabled(state.publishable)
        self.drop.setEnabled(not state.busy and state.edited)
        for table in (self.differences, self.prices):
            table.setVisible(preview is not None and not preview.problems)
        self._before.setVisible(preview is None)
        untouched = self.tr(
            "Nothing is drafted: change something on a sheet, then see here what it would do."
        )
        drafted = self.tr("Look first at what it would do: what changes, and what people would pay.")
        self._before.setText(drafted if state.edited else untouched)
        self._tell(state)
        if preview is not None and preview is not self._preview:
            changes, prices = preview.differences, preview.prices
            self.differences.show_rows(len(changes), lambda place: difference_cells(changes[place]))
            self.prices.show_rows(len(prices), lambda place: price_cells(prices[place]))
        self._preview = preview

    def _show_day(self, start: date | None) -> None:
        shown = parse_date(self.day.value())
        if start is not None and shown != start:
            self.day.set_value(start.isoformat())
        self.day.show_state(*_day_state(self.day.value(), start, self.tr("Not a day of the calendar")))

    def _tell(self, state: BranchSettingsState) -> None:
        preview = state.preview
        if preview is None:
            self.note.say("")
        elif preview.problems:
            lines = "\n".join(problem_words(one) for one in preview.problems[:8])
            self.note.say(self.tr("This cannot be published yet"), lines, Tone.ERROR)
        elif not preview.differences:
            self.note.say(self.tr("Nothing would change"), "", Tone.INFO)
        elif preview.overtaken:
            words = self.tr("Versions that wait would never hold: {versions}")
            self.note.say(
                self.tr("This takes the place of what waits"),
                words.format(versions=", ".join(preview.overtaken)),
                Tone.WARNING,
            )
        else:
            words = self.tr("Can be published; holds from {day}")
            self.note.say(words.format(day=plain_date(preview.in_force_on)), "", Tone.OK)


def _day_state(typed: str, start: date | None, wrong: str) -> tuple[Tone, str]:
    return (Tone.ERROR, wrong) if start is None and typed else (Tone.PLAIN, "")

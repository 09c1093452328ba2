"""The sheets for fields of the form, and for months, figures and the number to call."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from perisai_desktop.domain.branch_settings_book import Documents
from perisai_desktop.domain.settings_edits import (
    CHOOSABLE,
    SETTINGS,
    number_of,
    use_of,
    with_month_offered,
    with_number,
    with_setting,
    with_use,
)
from perisai_desktop.ui.enrolment_words import field_words
from perisai_desktop.ui.screens.branch_settings.reading import hold
from perisai_desktop.ui.screens.branch_settings.words import FIGURES, figure_words, uses
from perisai_desktop.ui.theme.tokens import METRICS
from perisai_desktop.ui.widgets.check_row import CheckRow
from perisai_desktop.ui.widgets.field import Field
from perisai_desktop.ui.widgets.labels import Role, Text
from perisai_desktop.ui.widgets.scrolling import ScrollSheet
from perisai_desktop.ui.widgets.segmented import SegmentedField
from perisai_desktop.ui.widgets.text_input import TextInput
from sync.rules.branch_settings import FieldUse

Edit = Callable[[Documents], Documents]
_MOST_MONTHS = 12
_TICKS = 3


class FieldsSheet(QWidget):
    """One row for each field of the form whose use a branch may choose; `edited` carries an Edit."""

    edited = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self.rows: dict[str, SegmentedField] = {}
        self.said: dict[str, Text] = {}
        grid = QGridLayout()
        grid.setContentsMargins(0, 0, METRICS.gap, 0)
        grid.setVerticalSpacing(8)
        grid.setColumnStretch(1, 1)
        for place, name in enumerate(CHOOSABLE):
            label = Text(field_words(name), Role.MEDIUM)
            row = SegmentedField(uses())
            row.setAccessibleName(field_words(name))
            row.setObjectName(f"use_{name}")
            row.value_edited.connect(partial(self._chosen, name))
            label.setBuddy(row)
            self.rows[name] = row
            grid.addWidget(label, place, 0)
            said = self.said[name] = Text("")
            said.setVisible(False)
            grid.addWidget(row, place, 1)
            grid.addWidget(said, place, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(ScrollSheet(grid), 1)

    def hold(self) -> None:
        """Let it be read only: how a field is used stands there as a word."""
        for name, row in self.rows.items():
            row.setVisible(False)
            self.said[name].setVisible(True)

    def _chosen(self, name: str, value: str) -> None:
        if value in set(FieldUse):
            self.edited.emit(lambda documents: with_use(documents, name, FieldUse(value)))

    def show_documents(self, documents: Documents) -> None:
        """Show how each field is used."""
        words = {option.value: option.label for option in uses()}
        for name, row in self.rows.items():
            use = use_of(documents, name).value
            row.set_value(use)
            self.said[name].setText(words[use])


class LimitsSheet(QWidget):
    """Months offered, the number to call, and figures; `edited` carries an Edit."""

    edited = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self.hotline = Field(figure_words("hotline"), TextInput())
        self.hotline.setObjectName("hotline")
        self.hotline.value_edited.connect(
            lambda typed: self.edited.emit(lambda documents: with_setting(documents, "hotline", typed))
        )
        self.village = CheckRow(figure_words("village_budget_relief"))
        self.village.clicked.connect(
            lambda ticked: self.edited.emit(
                lambda documents: with_setting(documents, "village_budget_relief", ticked)
            )
        )
        self.months: dict[int, CheckRow] = {}
        ticks = QGridLayout()
        for months in range(1, _MOST_MONTHS + 1):
            tick = CheckRow(str(months))
            tick.setAccessibleName(f"{figure_words('months_offered')}: {months}")
            tick.setObjectName(f"months_{months}")
            tick.clicked.connect(lambda ticked, months=months: self._offered(months, ticked))
            self.months[months] = tick
            ticks.addWidget(tick, (months - 1) // _TICKS, (months - 1) % _TICKS)
        self.figures: dict[str, Field] = {}
        grid = QGridLayout()
        grid.setHorizontalSpacing(METRICS.gap)
        grid.setVerticalSpacing(METRICS.grid)
        for place, name in enumerate(FIGURES):
            field = Field(figure_words(name), TextInput(tabular=True))
            field.setObjectName(name)
            field.value_edited.connect(partial(self._typed, name))
            self.figures[name] = field
            grid.addWidget(field, place // 2, place % 2)
        sheet = QVBoxLayout()
        sheet.setContentsMargins(0, 0, METRICS.gap, 0)
        sheet.setSpacing(METRICS.grid)
        sheet.addWidget(self.hotline)
        sheet.addWidget(Text(figure_words("months_offered"), Role.LABEL))
        sheet.addLayout(ticks)
        sheet.addWidget(self.village)
        sheet.addLayout(grid)
        column = QHBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(ScrollSheet(sheet), 1)

    def hold(self) -> None:
        """Let it be read only."""
        hold(self.hotline, self.village, *self.months.values(), *self.figures.values())

    def _offered(self, months: int, ticked: bool) -> None:
        self.edited.emit(lambda documents: with_month_offered(documents, months, ticked))

    def _typed(self, name: str, typed: str) -> None:
        self.edited.emit(lambda documents: with_number(documents, name, typed))

    def show_documents(self, documents: Documents) -> None:
        """Show what is chosen."""
        settings = documents[SETTINGS]
        if self.hotline.value() != str(settings["hotline"]):
            self.hotline.set_value(str(settings["hotline"]))
        self.village.setChecked(bool(settings["village_budget_relief"]))
        for months, tick in self.months.items():
            tick.setChecked(months in settings["months_offered"])
        for name, field in self.figures.items():
            if field.value() != number_of(documents, name):
                field.set_value(number_of(documents, name))

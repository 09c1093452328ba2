"""The dialog for a target: what is to be reached each month and from when on; for a region also its workers."""

from __future__ import annotations

from PySide6.QtCore import QSize, Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QWidget

from perisai_desktop.ui.i18n import month_words
from perisai_desktop.ui.screens.coverage.aiming import (
    COLLECTED,
    ENROLLED,
    FIRST,
    SOURCE,
    WORKERS,
    YEAR,
    Aimed,
    AimState,
)
from perisai_desktop.ui.theme.tokens import Tone
from perisai_desktop.ui.widgets.act_dialog import ActDialog
from perisai_desktop.ui.widgets.cards import Banner, across
from perisai_desktop.ui.widgets.field import Field
from perisai_desktop.ui.widgets.labels import Role, Text, rule
from perisai_desktop.ui.widgets.rupiah_input import NumberInput, RupiahInput
from perisai_desktop.ui.widgets.select_field import SelectField
from perisai_desktop.ui.widgets.suggestions import Option
from perisai_desktop.ui.widgets.text_input import TextInput


class AimDialog(ActDialog):
    """`typed` carries a field and its text; Ctrl+Enter sets."""

    help_page = "coverage"
    typed = Signal(str, str)

    def __init__(self, aimed: Aimed, parent: QWidget | None = None) -> None:
        places = aimed.grouping.places
        title = self.tr("Target and workers") if places else self.tr("Target")
        size = QSize(560, 560 if places else 400)
        super().__init__(title, self.tr("Set it"), "flag", size, parent)
        self._editors = {
            ENROLLED: NumberInput(),
            COLLECTED: RupiahInput(),
            FIRST: SelectField([Option(str(month), month_words(month)) for month in aimed.firsts]),
            WORKERS: NumberInput(),
            YEAR: TextInput(tabular=True),
            SOURCE: TextInput(self.tr("for example BPS Sakernas")),
        }
        for name, editor in self._editors.items():
            editor.setObjectName(f"aim_{name}")
            editor.value_edited.connect(lambda _text, name=name: self._tell(name))
        self.body.addWidget(Text(aimed.line.name or aimed.line.key, Role.HELP))
        promise = self.tr(
            "It holds in each month from then on, until another one is set. 0 says that nothing is aimed at; an empty"
            " form changes nothing."
        )
        self.body.addWidget(Text(promise, Role.BODY, wrap=True))
        self.body.addLayout(
            across(
                self._field(ENROLLED, self.tr("New participants a month")),
                self._field(COLLECTED, self.tr("Contributions a month")),
                spacing=16,
            )
        )
        self.body.addWidget(self._field(FIRST, self.tr("From")))
        if places:
            self.body.addWidget(rule())
            self.body.addLayout(
                across(
                    self._field(WORKERS, self.tr("Workers in the region")),
                    self._field(YEAR, self.tr("Counted in the year")),
                    spacing=16,
                )
            )
            self.body.addWidget(self._field(SOURCE, self.tr("Counted by")))
        self._done = Banner()
        self.body.addWidget(self._done)
        self.body.addStretch(1)

    def show_state(self, state: AimState) -> None:
        """Show what is typed, and what came of it."""
        for name, editor in self._editors.items():
            editor.set_value(state.texts.get(name, ""))
            editor.setEnabled(not state.done)
        self.offer(not state.done)
        self.act.setEnabled(state.ready)
        self._done.say(self.tr("It is set, and written down who set it.") if state.done else "", tone=Tone.OK)
        self.tell(state.failure)

    def _field(self, name: str, label: str) -> Field:
        return Field(label, self._editors[name])

    def _tell(self, name: str) -> None:
        self.typed.emit(name, self._editors[name].value().strip())

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._editors[ENROLLED].setFocus()

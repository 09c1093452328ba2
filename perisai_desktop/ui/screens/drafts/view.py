"""The dialog with the list of drafts."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

from PySide6.QtCore import QSize, Signal
from PySide6.QtWidgets import QStackedWidget, QWidget

from perisai_desktop.domain.draft import EnrolmentDraft
from perisai_desktop.ui.i18n import age_words
from perisai_desktop.ui.screens.drafts.state import DraftsState
from perisai_desktop.ui.widgets.act_dialog import ActDialog
from perisai_desktop.ui.widgets.button import Button, Kind
from perisai_desktop.ui.widgets.cards import EmptyState, across
from perisai_desktop.ui.widgets.flow import Flow
from perisai_desktop.ui.widgets.labels import Elided, Role
from perisai_desktop.ui.widgets.table import Table
from perisai_desktop.ui.widgets.table_model import Cell, Column
from sync.rules.nik import format_nik


class DraftsDialog(ActDialog):
    """`opened` and `thrown` carry a draft's id; `begun` asks for an empty form. `now` tells how old a draft is."""

    help_page = "drafts"
    opened = Signal(str)
    thrown = Signal(str)
    brought_back = Signal()
    begun = Signal()

    def __init__(self, now: datetime, parent: QWidget | None = None) -> None:
        super().__init__(
            self.tr("Unfinished enrolments"),
            self.tr("Go on"),
            "pen-line",
            QSize(640, 640),
            parent,
            cancels=False,
        )
        self._now = now
        self._state = DraftsState()
        self.table = Table(
            (
                Column("name", self.tr("Name"), 180, stretch=True),
                Column("nik", self.tr("NIK"), 176, tabular=True),
                Column("age", self.tr("Age"), 120),
            ),
            self.tr("Unfinished enrolments"),
        )
        self.table.setObjectName("drafts_table")
        nothing = EmptyState(
            "pen-line",
            self.tr("No other draft"),
            self.tr(
                "What is typed into the form is kept by itself, and stays until it is saved or thrown away."
            ),
        )
        self._middle = QStackedWidget()
        self._middle.addWidget(self.table)
        self._middle.addWidget(nothing)
        self._told = Elided("", Role.HELP)
        self._undo = Button(self.tr("Undo"), Kind.LINK, icon="undo-2", key="Ctrl+Z")
        self._undo.setObjectName("drafts_undo")
        self._throw = Button(self.tr("Throw away"), icon="x", key="Del")
        self._throw.setObjectName("drafts_throw")
        begin = Button(self.tr("Empty form"), icon="plus", key="Ctrl+N")
        begin.setObjectName("drafts_begin")
        self.body.addWidget(self._middle, 1)
        line = across(self._told, self._undo, spacing=8)
        line.setStretchFactor(self._told, 1)
        self.body.addLayout(line)
        acts = Flow(8)
        acts.addWidget(self._throw)
        acts.addWidget(begin)
        self.body.addLayout(acts)
        self.table.row_opened.connect(lambda _place: self._open())
        self.table.row_chosen.connect(lambda _place: self._enable())
        self._undo.clicked.connect(self.brought_back)
        self._throw.clicked.connect(self._ask_throw)
        begin.clicked.connect(self.begun)
        self.acted.connect(self._open)

    def show_state(self, state: DraftsState) -> None:
        """Show the list, and what was thrown away last."""
        before, self._state = self._state, state
        if state.drafts is not before.drafts:
            place = max(self.table.chosen_row, 0)
            self.table.show_rows(len(state.drafts), lambda row: self._cells(state.drafts[row]))
            self.table.choose(min(place, len(state.drafts) - 1))
        self._middle.setCurrentIndex(1 if state.loaded and not state.drafts else 0)
        thrown = state.thrown
        words = "" if thrown is None else self.tr("{name} was thrown away").format(name=self._name(thrown))
        self._told.setText(words)
        self._undo.setVisible(thrown is not None)
        self._enable()
        self.tell(state.failure)
        if not before.loaded:
            self.table.setFocus()

    def _cells(self, draft: EnrolmentDraft) -> Sequence[Cell]:
        nik = draft.form.nik
        return (
            Cell(self._name(draft), strong=True),
            Cell(format_nik(nik), copy=nik),
            Cell(age_words(self._now - draft.updated_at)),
        )

    def _name(self, draft: EnrolmentDraft) -> str:
        return draft.form.name.strip() or self.tr("Without a name")

    def _enable(self) -> None:
        for button in (self.act, self._throw):
            button.setEnabled(self._chosen is not None)

    @property
    def _chosen(self) -> EnrolmentDraft | None:
        place = self.table.chosen_row
        return self._state.drafts[place] if 0 <= place < len(self._state.drafts) else None

    def _open(self) -> None:
        if self._chosen is not None:
            self.opened.emit(self._chosen.draft_id)

    def _ask_throw(self) -> None:
        if self._chosen is not None:
            self.thrown.emit(self._chosen.draft_id)

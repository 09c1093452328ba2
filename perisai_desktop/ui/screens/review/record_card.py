"""The place of the record that is open, with the sheet of the next one already built."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from perisai_desktop.domain.review import ReviewRecord
from perisai_desktop.ui.screens.review.queues import QueueFilter
from perisai_desktop.ui.screens.review.record_sheet import RecordSheet
from perisai_desktop.ui.screens.review.state import ReviewScreenState
from perisai_desktop.ui.widgets.cards import EmptyState

TWO_COLUMNS = 440
Shown = tuple[ReviewRecord, tuple[str, ...]]
"""A record, and the fields that are being commented on."""


class RecordCard(QFrame):
    """A sheet for each record. `here`: the reviewer's minutes ahead of UTC; `void_reason` and `refuse_reason` word
    the coded reason for a void and for a refusal."""

    field_pressed = Signal(str)
    cleared = Signal()

    def __init__(
        self,
        here: int,
        void_reason: Callable[[str], str],
        refuse_reason: Callable[[str], str],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._here = here
        self._words = void_reason, refuse_reason
        self.setProperty("card", "true")
        self._state: ReviewScreenState | None = None
        self._shown: Shown | None = None
        self._sheets: dict[str, tuple[Shown, RecordSheet]] = {}
        self._narrow = False
        self._empty = EmptyState("clipboard-check")
        self._empty.cleared.connect(self.cleared)
        self._loading = EmptyState("hourglass", self.tr("One moment"), self.tr("The server is being asked."))
        self._loading.hide()
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(1, 1, 1, 1)
        self._column.addWidget(self._empty)
        self._column.addWidget(self._loading)
        self._below = QVBoxLayout()
        self._column.addLayout(self._below)

    def _say_empty(self, shown: QueueFilter) -> None:
        if shown in (QueueFilter.TO_REVIEW, QueueFilter.ALL):
            advice = self.tr("New records appear here as soon as agents send them.")
            self._empty.say(self.tr("Nothing waits for you"), advice)
        else:
            self._empty.say_filtered()

    def show_state(self, state: ReviewScreenState) -> None:
        """Show the open record of `state`, with the fields that are being commented on marked."""
        self._empty.setVisible(state.record is None and state.idle)
        self._say_empty(state.shown)
        self._loading.setVisible(state.record is None and not state.idle)
        self._state = state
        commented = tuple(comment.field for comment in state.comments)
        wanted = None if state.record is None else (state.record, commented)
        if self._shown != wanted:
            self._shown = wanted
            sheet = None if wanted is None else self._sheet(wanted)
            self._keep_only(state)
            for _, other in self._sheets.values():
                other.setVisible(other is sheet)
        if state.ahead is not None and state.ahead.entry_id not in self._sheets:
            self._sheet((state.ahead, ())).ensurePolished()

    def stand_below(self, part: QWidget) -> None:
        """Put a part below the record, where it stays in sight while the form is scrolled."""
        self._below.addWidget(part)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Draw the form in one column where there is no room for two."""
        super().resizeEvent(event)
        narrow = self.width() < TWO_COLUMNS
        if narrow is not self._narrow:
            self._narrow = narrow
            self._shown = None
            self._drop(set(self._sheets))
            if self._state is not None:
                self.show_state(self._state)

    def _sheet(self, wanted: Shown) -> RecordSheet:
        """The sheet of a record, built where it is not there as wanted."""
        record, commented = wanted
        there = self._sheets.get(record.entry_id)
        if there is not None and there[0] == wanted:
            return there[1]
        self._drop({record.entry_id})
        sheet = RecordSheet(record, commented, self._here, *self._words, narrow=self._narrow)
        sheet.field_pressed.connect(self.field_pressed)
        sheet.hide()
        self._column.insertWidget(0, sheet, 1)
        self._sheets[record.entry_id] = (wanted, sheet)
        return sheet

    def _keep_only(self, state: ReviewScreenState) -> None:
        """Put away the sheets of records that are neither open nor next."""
        kept = {one.entry_id for one in (state.record, state.ahead) if one is not None}
        self._drop(set(self._sheets) - kept)

    def _drop(self, entry_ids: set[str]) -> None:
        for entry_id in entry_ids:
            _, sheet = self._sheets.pop(entry_id, (None, None))
            if sheet is not None:
                self._column.removeWidget(sheet)
                sheet.hide()
                sheet.deleteLater()

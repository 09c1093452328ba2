"""The reviewer's screen: queue at the left, the record in the middle, the decision at the right."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeySequence, QResizeEvent, QShortcut
from PySide6.QtWidgets import (
    QApplication,
    QFrame,
    QHBoxLayout,
    QLineEdit,
    QPlainTextEdit,
    QVBoxLayout,
    QWidget,
)

from perisai_desktop.ui.screens.review.decision_card import DecisionCard
from perisai_desktop.ui.screens.review.queue_list import QueueList
from perisai_desktop.ui.screens.review.queue_menu import QueueMenu
from perisai_desktop.ui.screens.review.queues import QueueFilter
from perisai_desktop.ui.screens.review.record_card import RecordCard
from perisai_desktop.ui.screens.review.state import Decision, ReviewScreenState
from perisai_desktop.ui.screens.review.words import reason_words
from perisai_desktop.ui.theme.tokens import METRICS
from perisai_desktop.ui.widgets.button import Button, Kind
from perisai_desktop.ui.widgets.cards import across
from perisai_desktop.ui.widgets.labels import Role, Text, rule
from perisai_desktop.ui.widgets.marks import KeyCap
from perisai_desktop.ui.widgets.scrolling import ScrollSheet
from sync.rules.reasons import ReasonKind
from sync.rules.reference import Reference

LIST_WIDTH = 272
LIST_NARROW = 240
LEAST_WIDTH = 960
LEAST_HEIGHT = 480
"""With less room, in device-independent pixels, the decision stands below the record."""
RECORD_LEAST = 260
MOVING = ("J", "K")
"""Keys that repeat while they are held; a decision is one press."""


class ReviewView(QWidget):
    """J and K move, A approves, F sends back, R refuses, D is a duplicate; letters typed into a text stay letters.

    `here`: the reviewer's minutes ahead of UTC. `followed` carries the open record and the one read behind it.
    `reads_only`: no act is offered, and the keys of acts do nothing.
    """

    reload_asked = Signal()
    narrowed = Signal(object)
    laptops_asked = Signal()
    bulk_asked = Signal()
    undone = Signal()
    stepped = Signal(int)
    chosen = Signal(str)
    retitled = Signal()
    followed = Signal(object, object)
    photos_asked = Signal()
    trace_asked = Signal(str)
    comparison_asked = Signal(str)

    def __init__(
        self,
        reference: Reference,
        language: str,
        here: int,
        now: Callable[[], datetime],
        parent: QWidget | None = None,
        *,
        reads_only: bool = False,
    ) -> None:
        super().__init__(parent)
        self._reads_only = reads_only
        self._queue = QueueList(here)
        self._record = RecordCard(
            here,
            lambda code: reason_words(reference, ReasonKind.VOID, code, language),
            lambda code: reason_words(reference, ReasonKind.REFUSE, code, language),
        )
        self._record.cleared.connect(lambda: self.narrowed.emit(QueueFilter.ALL))
        self.decision = DecisionCard(reference, language)
        self.decision.traced.connect(self._ask_trace)
        self.decision.compared.connect(self._ask_comparison)
        self._current: str | None = None
        self._where = ""
        self._left = Text("", Role.HELP)
        self._choice = QueueMenu(now)
        self._choice.narrowed.connect(self.narrowed)
        self._choice.laptops_asked.connect(self.laptops_asked)
        self._narrow = False
        self._list = self._list_card()
        self._stack = QVBoxLayout()
        self._stack.setContentsMargins(0, 0, 0, 0)
        self._stacked = ScrollSheet(self._stack)
        self._line = QHBoxLayout(self)
        self._line.setContentsMargins(0, 0, 0, 0)
        self._line.setSpacing(METRICS.between_cards)
        for part in (self._list, self._record, self.decision, self._stacked):
            self._line.addWidget(part, 1 if part in (self._record, self._stacked) else 0)
        self._stacked.hide()
        self._queue.chosen.connect(self.chosen)
        self._record.field_pressed.connect(self.comment)
        for key, act in self._keys().items():
            shortcut = QShortcut(QKeySequence(key), self)
            shortcut.setAutoRepeat(key in MOVING)
            shortcut.activated.connect(act)
        QApplication.instance().focusChanged.connect(self._guard_letters)  # type: ignore[union-attr]

    def title(self) -> str:
        """The screen's name."""
        return self.tr("Review")

    def subtitle(self) -> str:
        """How much waits, and whose record is open."""
        return self._where

    def arrive(self) -> None:
        """The screen comes into sight: read the queue again."""
        self.reload_asked.emit()
        self._queue.setFocus()

    def seek(self) -> bool:
        """The queue has no search."""
        return False

    def show_state(self, state: ReviewScreenState) -> None:
        """Show queue, record and decision of `state`."""
        self._current = current = state.record.entry_id if state.record else None
        self._queue.show_groups(state.visible, current)
        self._record.show_state(state)
        self.followed.emit(state.record, state.ahead)
        self.decision.show_state(state)
        self._choice.show_state(state)
        waiting = self.tr("%n left", "", state.tally(QueueFilter.TO_REVIEW).count)
        self._left.setText(waiting)
        name = state.record.form.get("name", "") if state.record else ""
        where = f"{waiting} · {name}" if name else waiting
        if where != self._where:
            self._where = where
            self.retitled.emit()

    def stand_below(self, part: QWidget) -> None:
        """Put a part below the record."""
        self._record.stand_below(part)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        narrow = self.width() < LEAST_WIDTH or self.height() < LEAST_HEIGHT
        if narrow == self._narrow:
            return
        self._narrow = narrow
        self._list.setFixedWidth(LIST_NARROW if narrow else LIST_WIDTH)
        self._line.setSpacing(8 if narrow else METRICS.between_cards)
        self._record.setMinimumHeight(RECORD_LEAST if narrow else 0)
        self.decision.set_narrow(narrow)
        for part in (self._record, self.decision):
            (self._line if narrow else self._stack).removeWidget(part)
            if narrow:
                self._stack.addWidget(part)
            else:
                self._line.addWidget(part, 1 if part is self._record else 0)
            part.show()
        self._stacked.setVisible(narrow)

    def _begin(self, decision: Decision) -> None:
        self.decision.begun.emit(decision)
        if self._narrow:
            self._stacked.ensureWidgetVisible(self.decision)

    def _list_card(self) -> QFrame:
        card = QFrame()
        card.setProperty("card", "true")
        card.setFixedWidth(LIST_WIDTH)
        column = QVBoxLayout(card)
        column.setContentsMargins(1, 12, 1, 8)
        column.setSpacing(8)
        choice = across(self._choice)
        choice.setContentsMargins(12, 0, 12, 0)
        column.addLayout(choice)
        column.addWidget(self._queue, 1)
        column.addWidget(rule())
        many = Button("", Kind.LINK, icon="clipboard-check")
        many.setObjectName("queue_bulk")
        many.setAccessibleName(self.tr("Approve many at once"))
        many.setFixedSize(32, 28)
        many.clicked.connect(self.bulk_asked)
        many.setVisible(not self._reads_only)
        again = Button("", Kind.LINK, icon="refresh-cw")
        again.setObjectName("queue_reload")
        again.setAccessibleName(self.tr("Load the queue again"))
        again.setFixedSize(32, 28)
        again.clicked.connect(self.reload_asked)
        keys = across(
            KeyCap("J"),
            KeyCap("K"),
            Text(self.tr("move"), Role.META),
            None,
            self._left,
            many,
            again,
            spacing=6,
        )
        keys.setContentsMargins(12, 0, 8, 0)
        column.addLayout(keys)
        return card

    def _keys(self) -> dict[str, Callable[[], None]]:
        decision = self.decision
        reading = {
            "J": lambda: self.stepped.emit(1),
            "K": lambda: self.stepped.emit(-1),
            "B": self._ask_comparison,
            "Z": self.photos_asked.emit,
            "Q": self._choice.unfold,
            "F5": self.reload_asked.emit,
        }
        if self._reads_only:
            return reading | {"L": self._ask_trace}
        return reading | {
            "A": decision.approved.emit,
            "F": lambda: self._begin(Decision.SEND_BACK),
            "R": lambda: self._begin(Decision.REFUSE),
            "D": decision.called_duplicate.emit,
            "C": lambda: self._begin(Decision.ATTRIBUTE),
            "N": lambda: self._begin(Decision.DECLINE),
            "T": lambda: self._begin(Decision.TAKE_OVER),
            "M": self.bulk_asked.emit,
            "Ctrl+Z": self.undone.emit,
        }

    def _ask_trace(self) -> None:
        if self._current is not None:
            self.trace_asked.emit(self._current)

    def _ask_comparison(self) -> None:
        if self._current is not None:
            self.comparison_asked.emit(self._current)

    def _guard_letters(self, _before: QWidget | None, now: QWidget | None) -> None:
        typing = isinstance(now, (QLineEdit, QPlainTextEdit))
        for shortcut in self.findChildren(QShortcut, options=Qt.FindChildOption.FindDirectChildrenOnly):
            shortcut.setEnabled(not typing or shortcut.key() == QKeySequence("F5"))

    def comment(self, field: str) -> None:
        """Begin to send the record back, with a comment on a field of its form."""
        if self._reads_only:
            return
        self.decision.begun.emit(Decision.SEND_BACK)
        self.decision.comment_added.emit(field)

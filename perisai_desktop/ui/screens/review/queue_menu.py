"""The saved queues: a button that says which one is listed, and a menu with the count and age of each."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime

from PySide6.QtCore import QCoreApplication, Signal
from PySide6.QtGui import QAction, QActionGroup
from PySide6.QtWidgets import QMenu, QWidget

from perisai_desktop.domain.laptop import LaptopGap
from perisai_desktop.ui.i18n import age_words
from perisai_desktop.ui.screens.review.queues import QueueFilter, Tally
from perisai_desktop.ui.screens.review.state import ReviewScreenState
from perisai_desktop.ui.widgets.button import Button
from sync.rules.rupiah import format_number

translate = QCoreApplication.translate


class QueueMenu(Button):
    """`now`: this instant, for the ages."""

    narrowed = Signal(object)
    laptops_asked = Signal()

    def __init__(self, now: Callable[[], datetime], parent: QWidget | None = None) -> None:
        super().__init__("", icon="inbox", key="Q", bind=False, parent=parent)
        self._now = now
        self._state = ReviewScreenState()
        self.setObjectName("queue_choice")
        self.setAccessibleName(self.tr("Choose a queue"))
        self.clicked.connect(self.unfold)

    def show_state(self, state: ReviewScreenState) -> None:
        """Name the queue that is listed, with its count."""
        self._state = state
        count = format_number(state.tally(state.shown).count)
        self.show_words(queue_words(state.shown), count)

    def unfold(self) -> None:
        """Show all queues below the button."""
        menu = self.menu_of_queues()
        menu.popup(self.mapToGlobal(self.rect().bottomLeft()))

    def menu_of_queues(self) -> QMenu:
        """Every queue with its count and the age of its oldest record; the listed one is ticked."""
        menu = QMenu(self)
        menu.setObjectName("queue_menu")
        chosen = QActionGroup(menu)
        for queue in QueueFilter:
            action = _row(menu, queue_words(queue), self._told(self._state.tally(queue)))
            action.setCheckable(True)
            action.setChecked(queue is self._state.shown)
            action.triggered.connect(lambda _on=False, queue=queue: self.narrowed.emit(queue))
            chosen.addAction(action)
        menu.addSeparator()
        late = _row(menu, self.tr("Late laptops"), self._told(late_laptops(self._state.gaps)))
        late.triggered.connect(lambda _on=False: self.laptops_asked.emit())
        menu.aboutToHide.connect(menu.deleteLater)
        return menu

    def _told(self, tally: Tally) -> str:
        if tally.oldest_at is None:
            return format_number(tally.count)
        return f"{format_number(tally.count)} · {age_words(self._now() - tally.oldest_at)}"


def late_laptops(gaps: tuple[LaptopGap, ...]) -> Tally:
    """Laptops that wrote what the branch does not have, and since when the oldest of it is known."""
    return Tally(len({gap.device for gap in gaps}), min((gap.since for gap in gaps), default=None))


def queue_words(queue: QueueFilter) -> str:
    """A queue's name."""
    return {
        QueueFilter.TO_REVIEW: translate("Queues", "Needs me"),
        QueueFilter.WITHDRAWALS: translate("Queues", "Consent taken back"),
        QueueFilter.FLAGGED: translate("Queues", "Flagged"),
        QueueFilter.DUPLICATES: translate("Queues", "Possible duplicates"),
        QueueFilter.CORRECTIONS: translate("Queues", "Corrections"),
        QueueFilter.VOIDS: translate("Queues", "Voids and refunds"),
        QueueFilter.CASH: translate("Queues", "Cash that differs"),
        QueueFilter.SUSPENSE: translate("Queues", "Held and in suspense"),
        QueueFilter.PARKED: translate("Queues", "Waits for other data"),
        QueueFilter.ALL: translate("Queues", "All"),
    }[queue]


def _row(menu: QMenu, words: str, told: str) -> QAction:
    return menu.addAction(f"{words}\t{told}")

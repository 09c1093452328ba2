"""What the branch wants the agent to do: what is to be corrected, the oldest first, and money to give back."""

from collections.abc import Callable
from datetime import datetime

from PySide6.QtCore import QCoreApplication, Signal
from PySide6.QtWidgets import QVBoxLayout

from perisai_desktop.domain.overview import Overview
from perisai_desktop.ui.i18n import age_words
from perisai_desktop.ui.screens.home.state import Place
from perisai_desktop.ui.screens.home.words import counted, task_detail, task_title
from perisai_desktop.ui.state_words import ReasonWords
from perisai_desktop.ui.theme.tokens import Tone
from perisai_desktop.ui.widgets.cards import EmptyState, clear_layout
from perisai_desktop.ui.widgets.headed_card import HeadedCard
from perisai_desktop.ui.widgets.link_row import LinkRow
from sync.rules.rupiah import format_rupiah
from sync.rules.states import ReviewState

translate = QCoreApplication.translate

_ROWS = 3


class TasksCard(HeadedCard):
    """`followed` carries a Place, `task_asked` the entry of a task."""

    followed = Signal(object)
    task_asked = Signal(str)

    def __init__(self, now: Callable[[], datetime], reasons: ReasonWords) -> None:
        super().__init__(translate("Home", "Tasks from the branch"), "")
        self._now = now
        self._reasons = reasons
        self.more.setObjectName("home_tasks")
        self.more.clicked.connect(lambda: self.followed.emit(Place.TASKS))
        self._nothing = EmptyState(
            "circle-check",
            self.tr("Nothing to correct"),
            self.tr("What the branch sends back is listed here."),
        )
        self.lines = QVBoxLayout()
        self.lines.setSpacing(0)
        self.column.addWidget(self._nothing, 1)
        self.column.addLayout(self.lines)
        self.column.addStretch(0)

    def show_overview(self, overview: Overview) -> None:
        """Show the tasks."""
        clear_layout(self.lines)
        rows: list[LinkRow] = []
        if overview.refunds:
            rows.append(self._refunds(overview))
        for task in overview.tasks[: _ROWS - len(rows)]:
            tone = Tone.ERROR if task.state is not ReviewState.RETURNED else Tone.WARNING
            icon = "wrench" if task.correctable else "message-circle-warning"
            age = age_words(self._now() - task.decided_at)
            row = LinkRow(icon, tone, task_title(task, self._reasons), task_detail(task), age)
            row.clicked.connect(lambda _on=False, entry=task.entry_id: self.task_asked.emit(entry))
            rows.append(row)
        for row in rows:
            self.lines.addWidget(row)
        self._nothing.setVisible(not rows)
        self.more.setVisible(bool(overview.to_fix))
        words = counted(overview.to_fix, self.tr("Open 1 task"), self.tr("Open {count} tasks"))
        self.more.show_words(words)

    def _refunds(self, overview: Overview) -> LinkRow:
        title = self.tr("Give {amount} back, let the receiver sign")
        detail = counted(overview.refunds, self.tr("1 receipt"), self.tr("{count} receipts"))
        row = LinkRow(
            "undo-2", Tone.WARNING, title.format(amount=format_rupiah(overview.refunds_rupiah)), detail
        )
        row.setObjectName("home_refunds")
        row.clicked.connect(lambda: self.followed.emit(Place.REFUNDS))
        return row

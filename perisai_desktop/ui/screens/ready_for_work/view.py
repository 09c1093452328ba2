"""The start of the day: one page of green or amber, and Enter to begin."""

from collections.abc import Callable

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QVBoxLayout, QWidget

from perisai_desktop.domain.readiness import Check
from perisai_desktop.ui.explain import explain
from perisai_desktop.ui.screens.ready_for_work.row import CheckLine
from perisai_desktop.ui.screens.ready_for_work.state import ReadyState
from perisai_desktop.ui.screens.ready_for_work.words import Act, Line, Morning, line_of
from perisai_desktop.ui.theme.tokens import METRICS, Tone
from perisai_desktop.ui.widgets.button import Button, Kind
from perisai_desktop.ui.widgets.cards import Banner, Card
from perisai_desktop.ui.widgets.columns import Columns


class ReadyView(QWidget):
    """`begun`: on to the work. `acted` carries the act of the button that was pressed."""

    begun = Signal()
    acted = Signal(object)
    appeared = Signal()

    def __init__(self, morning: Callable[[], Morning]) -> None:
        super().__init__()
        self._morning = morning
        self._lines = {check: CheckLine(check) for check in Check}
        self._verdict = Banner()
        self._begin = Button(self.tr("Start work"), Kind.MAIN, icon="sun", key="Enter", bind=False)
        self._begin.setObjectName("ready_begin")
        self._begin.clicked.connect(self.begun)
        again = Button(self.tr("Look again"), icon="refresh-cw", key="F5")
        again.setObjectName("ready_again")
        again.clicked.connect(self.appeared)
        for key in ("Return", "Enter"):
            shortcut = QShortcut(QKeySequence(key), self)
            shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            shortcut.activated.connect(self.begun)
        checks = tuple(Check)
        half = (len(checks) + 1) // 2
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(METRICS.between_cards)
        top = QWidget()
        head = QVBoxLayout(top)
        head.setContentsMargins(0, 0, 0, 0)
        head.setSpacing(METRICS.gap)
        head.addWidget(self._verdict)
        self._head = head
        columns = Columns((self._card(checks[:half]),), (self._card(checks[half:]),), head=top)
        column.addWidget(columns, 1)
        self._begin.setMinimumWidth(320)
        columns.foot.addWidget(self._begin)
        columns.foot.addWidget(again)
        columns.foot.addStretch(1)
        self.show_state(ReadyState())

    def show_above(self, notices: QWidget) -> None:
        """Put what the agent has to be told under the verdict."""
        self._head.addWidget(notices)

    def _card(self, checks: tuple[Check, ...]) -> Card:
        card = Card(padding=16, spacing=16)
        for check in checks:
            line = self._lines[check]
            line.pressed.connect(self.acted)
            card.column.addWidget(line)
        card.column.addStretch(1)
        return card

    def show_state(self, state: ReadyState) -> None:
        """Show what is known so far, and the verdict once everything is."""
        morning = self._morning()
        for check, standing in state.found.items():
            self._lines[check].show_line(line_of(standing, morning), fine=standing.fine)
        for check, failure in state.failures.items():
            told = explain(failure)
            self._lines[check].show_line(Line(told.what, told.advice, Act.NOTHING), fine=False)
        if state.looking or not (state.found or state.failures):
            self._verdict.say(
                self.tr("Looking at this laptop…"), self.tr("You need not wait for it."), Tone.INFO
            )
        elif state.to_do:
            self._verdict.say(
                self.tr("%n thing(s) to do first", "", state.to_do),
                self.tr("You can work all the same: nothing you save gets lost."),
                Tone.WARNING,
            )
        else:
            self._verdict.say(self.tr("Everything is ready"), self.tr("Have a good day at work."), Tone.OK)

    def title(self) -> str:
        return self.tr("Ready for work")

    def subtitle(self) -> str:
        return ""

    def arrive(self) -> None:
        self.appeared.emit()
        self._begin.setFocus()

    def seek(self) -> bool:
        return False

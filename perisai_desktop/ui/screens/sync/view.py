"""The sync screen: what goes up, what came down, and a button that sends now."""

from collections.abc import Callable
from datetime import datetime, timedelta

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QGridLayout, QStackedWidget, QVBoxLayout, QWidget

from perisai_desktop.domain.counters import LinkState
from perisai_desktop.domain.exchange import Phase, SyncOverview, SyncProgress
from perisai_desktop.ui.explain import explain
from perisai_desktop.ui.i18n import moment_words, size_words
from perisai_desktop.ui.screens.sync.cells import cells, columns
from perisai_desktop.ui.screens.sync.state import SyncState
from perisai_desktop.ui.state_words import ReasonWords
from perisai_desktop.ui.theme.tokens import Tone
from perisai_desktop.ui.widgets.button import Button, Kind
from perisai_desktop.ui.widgets.cards import Banner, Card, EmptyState, ProgressRow, across
from perisai_desktop.ui.widgets.labels import Role, Text, rule
from perisai_desktop.ui.widgets.marks import Badge, Face
from perisai_desktop.ui.widgets.split import Split
from perisai_desktop.ui.widgets.table import Table
from sync.rules.rupiah import Rupiah, format_rupiah
from sync.rules.states import ClientState

Now = Callable[[], datetime]


class SyncView(QWidget):
    """Tells that sending was asked for, or stopped; `now` is the instant, `offset` local minutes ahead of UTC."""

    send_asked = Signal()
    cancel_asked = Signal()
    appeared = Signal()
    titled = Signal()

    def __init__(self, reasons: ReasonWords, now: Now, offset: int) -> None:
        super().__init__()
        self._reasons = reasons
        self._now = now
        self._shift = timedelta(minutes=offset)
        self._overview: SyncOverview | None = None
        self._table = Table(columns(), self.tr("On its way"))
        self._table.setObjectName("sync_items")
        self._nothing = EmptyState(
            "cloud-check",
            self.tr("Everything has arrived"),
            self.tr("Nothing waits on this laptop or at the branch."),
        )
        self._middle = QStackedWidget()
        self._middle.addWidget(self._table)
        self._middle.addWidget(self._nothing)
        self._more = Text("", Role.HELP)
        self._note = Banner()
        self._progress = ProgressRow(self.tr("Stop"))
        self._progress.cancelled.connect(self.cancel_asked)
        self._send = Button(self.tr("Send now"), Kind.MAIN, icon="refresh-cw", key="Ctrl+S")
        self._send.setObjectName("sync_now")
        self._send.clicked.connect(self.send_asked)
        self._link = Badge(Face("", "wifi-off", Tone.WARNING))
        self._facts = QGridLayout()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(Split(self._list(), self._side(), side_width=340), 1)
        self._column = column
        self.show_state(SyncState())

    def show_above(self, notices: QWidget) -> None:
        """Put what the agent has to be told first above everything else."""
        self._column.insertWidget(0, notices)

    def _list(self) -> Card:
        card = Card(padding=16)
        card.column.addWidget(Text(self.tr("On its way"), Role.HEADING))
        card.column.addWidget(self._middle, 1)
        card.column.addWidget(self._more)
        return card

    def _side(self) -> Card:
        card = Card(padding=20)
        card.column.addLayout(across(Text(self.tr("Connection"), Role.HEADING), None, self._link))
        self._facts.setVerticalSpacing(8)
        card.column.addLayout(self._facts)
        card.column.addWidget(rule())
        card.column.addWidget(self._note)
        card.column.addWidget(self._progress)
        card.column.addStretch(1)
        safe = self.tr("Sending goes on by itself whenever there is a connection. Work can go on meanwhile.")
        card.column.addWidget(Text(safe, Role.HELP, wrap=True))
        card.column.addWidget(self._send)
        return card

    def show_state(self, state: SyncState) -> None:
        """Show items, facts, and the run under way."""
        self._send.setEnabled(not state.running)
        self._progress.setVisible(state.running)
        if state.running:
            self._show_progress(state)
        self._show_note(state)
        if state.overview is not None and state.overview is not self._overview:
            self._overview = state.overview
            self._show_items(state.overview)
            self._show_facts(state.overview)
            self.titled.emit()

    def _show_items(self, overview: SyncOverview) -> None:
        now, items = self._now(), overview.items
        self._table.show_rows(len(items), lambda place: cells(items[place], now, self._reasons))
        self._middle.setCurrentWidget(self._table if items else self._nothing)
        self._more.setText(self.tr("and %n more", "", overview.more) if overview.more else "")

    def _show_facts(self, overview: SyncOverview) -> None:
        waiting = [
            item for item in overview.items if item.client in (ClientState.SEALED, ClientState.SENDING)
        ]
        size = sum(item.bytes for item in waiting)
        not_sent = f"{len(waiting)} · {size_words(size)}" if waiting else self.tr("nothing")
        money = sum(item.rupiah for item in waiting)
        facts = [
            (self.tr("Not sent yet"), not_sent),
            (self.tr("of which receipts"), format_rupiah(Rupiah(money)) if waiting else "–"),
            (self.tr("Last answer"), self._moment(overview.acknowledged_at)),
            (
                self.tr("of which entries"),
                str(overview.acknowledged_count) if overview.acknowledged_at else "–",
            ),
            (self.tr("Last fetched"), self._moment(overview.changes_at)),
        ]
        if overview.acknowledged_batch:
            facts.append((self.tr("Proof of delivery"), overview.acknowledged_batch[-12:]))
        for place, (label, value) in enumerate(facts):
            for side, (words, role) in enumerate(((label, Role.MUTED), (value, Role.MEDIUM))):
                found = self._facts.itemAtPosition(place, side)
                widget = found.widget() if found is not None else None
                if isinstance(widget, Text):
                    widget.setText(words)
                else:
                    self._facts.addWidget(Text(words, role, selectable=bool(side)), place, side)
        self._facts.setColumnStretch(0, 1)
        self._link.show_face(self._link_face(overview))

    def _link_face(self, overview: SyncOverview) -> Face:
        since = self._moment(overview.connection.since)
        match overview.connection.state:
            case LinkState.ONLINE:
                return Face(self.tr("Connected since {since}").format(since=since), "wifi", Tone.OK)
            case LinkState.OFFLINE:
                return Face(self.tr("Offline since {since}").format(since=since), "wifi-off", Tone.WARNING)
            case LinkState.NEVER:
                return Face(self.tr("Not connected yet"), "wifi-off", Tone.WARNING)

    def _show_progress(self, state: SyncState) -> None:
        progress = state.progress or SyncProgress(Phase.GREETING, 0, 0, 0)
        words = {
            Phase.GREETING: self.tr("Looking for the branch…"),
            Phase.SENDING: self.tr("Sent {sent} of {total}").format(
                sent=progress.sent, total=progress.to_send
            ),
            Phase.FETCHING: self.tr("Fetching answers: {count}").format(count=progress.applied),
            Phase.COMPARING: self.tr("Comparing with the branch's books…"),
            Phase.PHOTOS: self.tr("Sending a photo: {done} of {all}").format(
                done=size_words(progress.photo_bytes), all=size_words(progress.photo_length)
            ),
            Phase.DONE: self.tr("Nearly done…"),
        }[progress.phase]
        if state.stopping:
            words = self.tr("Stopping after this step…")
        sending = progress.phase is Phase.SENDING and progress.to_send
        self._progress.show_progress(words, progress.sent, progress.to_send if sending else 0)

    def _show_note(self, state: SyncState) -> None:
        if state.failure is not None:
            told = explain(state.failure)
            self._note.say(told.what, told.advice, Tone.WARNING)
        elif state.report is not None and state.report.cancelled:
            self._note.say(
                self.tr("Stopped"), self.tr("What was sent is safe, the rest waits here."), Tone.INFO
            )
        elif state.report is not None:
            words = self.tr("Sent {sent}, answers {decisions}, {size} up.").format(
                sent=state.report.sent,
                decisions=state.report.decisions,
                size=size_words(state.report.bytes_up),
            )
            self._note.say(self.tr("The branch has everything"), words, Tone.OK)
        else:
            self._note.say("")

    def _moment(self, at: datetime | None) -> str:
        if at is None:
            return "–"
        return moment_words((at + self._shift).replace(tzinfo=None), (self._now() + self._shift).date())

    def title(self) -> str:
        return self.tr("Sync")

    def subtitle(self) -> str:
        if self._overview is None:
            return ""
        count = len(self._overview.items) + self._overview.more
        return self.tr("%n on its way", "", count) if count else self.tr("everything has arrived")

    def arrive(self) -> None:
        self.appeared.emit()
        self._table.setFocus()

    def seek(self) -> bool:
        return False

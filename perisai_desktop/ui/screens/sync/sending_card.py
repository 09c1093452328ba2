"""How the sending stands: the connection, a run and how far it is, a pause, and what must not wait for its end."""

from collections.abc import Callable
from datetime import datetime, timedelta

from PySide6.QtCore import Signal

from perisai_desktop.domain.counters import PauseSpan
from perisai_desktop.domain.exchange import Phase, Run, SyncProgress, SyncReport
from perisai_desktop.ui.connection_words import connection_face
from perisai_desktop.ui.explain import explain
from perisai_desktop.ui.i18n import moment_words, size_words
from perisai_desktop.ui.screens.sync.pairs import Pairs
from perisai_desktop.ui.screens.sync.pause_button import PauseButton
from perisai_desktop.ui.screens.sync.state import SyncState
from perisai_desktop.ui.theme.tokens import Tone
from perisai_desktop.ui.widgets.button import Button, Kind
from perisai_desktop.ui.widgets.cards import Banner, Card, ProgressRow, across
from perisai_desktop.ui.widgets.labels import Role, Text
from perisai_desktop.ui.widgets.marks import Badge, Face
from sync.rules.states import Counter
from sync.rules.withdrawal import stop_due

_DAY = timedelta(days=1)
"""Within this time a withdrawal of consent has to reach the branch (3 x 24 hours)."""


class SendingCard(Card):
    """Tells that sending, stopping, a pause or its end was asked for."""

    send_asked = Signal()
    stop_asked = Signal()
    pause_asked = Signal(PauseSpan)
    resume_asked = Signal()

    def __init__(self, now: Callable[[], datetime], offset: int) -> None:
        super().__init__(padding=16)
        self._now = now
        self._offset = offset
        self._shift = timedelta(minutes=offset)
        self._link = Badge(Face("", "wifi-off", Tone.WARNING))
        self._facts = Pairs()
        self._urgent = Banner()
        self._note = Banner()
        self._progress = ProgressRow(self.tr("Stop"))
        self._progress.cancelled.connect(self.stop_asked)
        self._send = Button(self.tr("Send now"), Kind.MAIN, icon="refresh-cw", key="Ctrl+S")
        self._send.setObjectName("sync_now")
        self._send.clicked.connect(self.send_asked)
        self._pause = PauseButton()
        self._pause.pause_asked.connect(self.pause_asked)
        self._pause.resume_asked.connect(self.resume_asked)
        self._goes_on = Text("", Role.HELP, wrap=True)
        self.column.addWidget(Text(self.tr("Sending"), Role.HEADING))
        self.column.addLayout(across(self._link, None))
        self.column.addLayout(self._facts)
        self.column.addWidget(self._urgent)
        self.column.addWidget(self._note)
        self.column.addWidget(self._progress)
        self.column.addWidget(self._send)
        self.column.addWidget(self._pause)
        self.column.addWidget(self._goes_on)

    def show_state(self, state: SyncState) -> None:
        """Show connection, run and pause."""
        run = state.run
        self._send.setVisible(not run.running)
        self._progress.setVisible(run.running)
        if run.running:
            self._show_progress(run)
        self._show_note(state)
        self._pause.show_paused(state.pause is not None)
        self._goes_on.setText(
            self.tr("Nothing is sent by itself until then. “Send now” works all the same.")
            if state.pause is not None
            else self.tr("Sending goes on by itself whenever there is a connection.")
        )
        if state.overview is None:
            return
        overview = state.overview
        self._link.show_face(
            connection_face(overview.connection, self._now(), self._offset, state.pause, overview.apart)
        )
        size = size_words(overview.unsent_bytes) if overview.unsent_bytes else self.tr("nothing")
        self._facts.say(
            (
                (self.tr("Last connected"), self._moment(overview.heard_at)),
                (self.tr("Waits to be sent"), size),
            )
        )
        self._urgent.say(*self._urgent_words(state))

    def _show_progress(self, run: Run) -> None:
        progress = run.progress or SyncProgress(Phase.GREETING, 0, 0, 0)
        words = {
            Phase.GREETING: self.tr("Looking for the branch…"),
            Phase.SENDING: self._sent_words(progress),
            Phase.FETCHING: self.tr("Fetching answers: {count}").format(count=progress.applied),
            Phase.COMPARING: self.tr("Comparing with the branch's books…"),
            Phase.PHOTOS: self.tr("Sending a photo: {done} of {all}").format(
                done=size_words(progress.photo_bytes), all=size_words(progress.photo_length)
            ),
            Phase.DONE: self.tr("Nearly done…"),
        }[progress.phase]
        if run.stopping:
            words = self.tr("Stopping after this step…")
        done, total = progress.bytes_arrived, progress.bytes_arrived + progress.bytes_left
        if progress.phase is Phase.PHOTOS:
            done, total = progress.photo_bytes, progress.photo_length
        elif progress.phase is not Phase.SENDING:
            total = 0
        self._progress.show_progress(words, done, total)

    def _sent_words(self, progress: SyncProgress) -> str:
        total = progress.bytes_arrived + progress.bytes_left
        words = self.tr("{count} of {all} arrived · {done} of {total}").format(
            count=progress.arrived,
            all=progress.arrived + progress.left,
            done=size_words(progress.bytes_arrived),
            total=size_words(total),
        )
        if progress.rate is None:
            return words
        return self.tr("{words} · {rate} a second").format(words=words, rate=size_words(int(progress.rate)))

    def _show_note(self, state: SyncState) -> None:
        failure = state.failure or state.run.failure
        apart = None if state.overview is None else state.overview.apart
        report = state.run.report
        if failure is not None:
            told = explain(failure)
            self._note.say(told.what, told.advice, Tone.WARNING)
        elif report is None:
            self._note.say("")
        elif report.cancelled:
            words = self.tr("What arrived is safe, the rest waits here.")
            self._note.say(self.tr("Stopped"), f"{self._came_words(report)} {words}", Tone.INFO)
        elif state.tally(Counter.UNSENT).count:
            self._note.say(self.tr("Some still waits on this laptop"), self._came_words(report), Tone.WARNING)
        elif apart is not None:
            came = self._came_words(report) if report.arrived else ""
            self._note.say(self.tr("What was here is at the branch"), came, Tone.INFO)
        else:
            self._note.say(self.tr("Nothing waits to be sent"), self._came_words(report), Tone.OK)

    def _came_words(self, report: SyncReport) -> str:
        told = []
        if report.arrived:
            told.append(self.tr("%n item(s) arrived", "", report.arrived))
        if report.decisions:
            told.append(self.tr("%n decision(s) came", "", report.decisions))
        return f"{', '.join(told)}." if told else self.tr("The branch has nothing new.")

    def _urgent_words(self, state: SyncState) -> tuple[str, str, Tone]:
        """What must not wait: a withdrawal of consent has a term, and cash a day old is the branch's concern."""
        assert state.overview is not None
        pressing, now = state.overview.pressing, self._now()
        paused = state.pause is not None
        withdrawn, paid = pressing.withdrawal_at, pressing.receipt_at
        if withdrawn is not None and (paused or now - withdrawn >= _DAY):
            term = self._moment(stop_due(withdrawn))
            words = self.tr("It has to reach the branch by {term}. Send now.").format(term=term)
            return self.tr("A withdrawal of consent waits"), words, Tone.ERROR
        if paid is not None and paused and now - paid >= _DAY:
            words = self.tr("The branch has not heard of it yet. Send now.")
            return self.tr("Money taken more than a day ago waits"), words, Tone.WARNING
        return "", "", Tone.INFO

    def _moment(self, at: datetime | None) -> str:
        if at is None:
            return self.tr("not yet")
        return moment_words((at + self._shift).replace(tzinfo=None), (self._now() + self._shift).date())

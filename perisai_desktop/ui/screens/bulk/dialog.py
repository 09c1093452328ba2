"""Many clean records at once: their totals, the sample to be opened, when they stand, and what fell out."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime

from PySide6.QtCore import QCoreApplication, QSize, QTimer, Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from perisai_desktop.domain.bulk import Bulk, BulkRecord
from perisai_desktop.ui.i18n import wait_words
from perisai_desktop.ui.marking import QT_TRANSLATE_NOOP
from perisai_desktop.ui.screens.bulk.state import BulkState
from perisai_desktop.ui.theme.tokens import Tone
from perisai_desktop.ui.widgets.act_dialog import ActDialog
from perisai_desktop.ui.widgets.cards import clear_layout
from perisai_desktop.ui.widgets.labels import Role, Text
from perisai_desktop.ui.widgets.link_row import LinkRow
from sync.rules.rupiah import format_number, format_rupiah

translate = QCoreApplication.translate
TICK = 1_000
FELL_OUT: dict[str, str] = {
    "record_flagged": QT_TRANSLATE_NOOP("Bulk", "something was found in it"),
    "content_changed": QT_TRANSLATE_NOOP("Bulk", "the agent corrected it"),
    "claimed_by_other": QT_TRANSLATE_NOOP("Bulk", "a colleague has it open"),
    "second_person_needed": QT_TRANSLATE_NOOP("Bulk", "the amount takes two reviewers"),
}
"""Why a record fell out."""
_DECIDED = QT_TRANSLATE_NOOP("Bulk", "it was decided meanwhile")


class BulkDialog(ActDialog):
    """`now`: this instant, for the countdown. `names`: whose record an entry is."""

    help_page = "bulk"
    appeared = Signal()
    chosen = Signal(str)

    def __init__(
        self, now: Callable[[], datetime], names: Callable[[str], str], parent: QWidget | None = None
    ) -> None:
        super().__init__(
            self.tr("Approve many at once"),
            self.tr("Draw the sample"),
            "check",
            QSize(560, 520),
            parent,
            cancels=False,
        )
        self._now = now
        self._names = names
        self._state = BulkState()
        self._total = Text("", Role.STRONG, wrap=True)
        self._total.setObjectName("bulk_total")
        self._next = Text("", wrap=True)
        self._next.setObjectName("bulk_next")
        self._rows = QVBoxLayout()
        self._rows.setSpacing(4)
        self._shown: object = None
        for part in (self._total, self._next):
            self.body.addWidget(part)
        self.body.addLayout(self._rows)
        self.body.addStretch(1)
        tick = QTimer(self)
        tick.timeout.connect(lambda: self._tell(self._state))
        tick.start(TICK)

    def show_state(self, state: BulkState) -> None:
        """Show how far the bulk is."""
        self._state = state
        self.tell(state.failure)
        self._tell(state)
        bulk = state.bulk
        fresh = bulk is None or bulk.state == "applied"
        ready = (
            bool(state.clean) if fresh else bulk is not None and (bulk.state != "drawn" or not bulk.unseen)
        )
        self.act.setEnabled(state.read and not state.busy and ready)
        shown = () if bulk is None else bulk.records
        if shown != self._shown:
            self._shown = shown
            clear_layout(self._rows)
            for record in shown:
                self._row(record)

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self.appeared.emit()

    def _tell(self, state: BulkState) -> None:
        bulk = state.bulk
        count, rupiah = (len(state.clean), state.rupiah) if bulk is None else (bulk.count, bulk.rupiah)
        self._total.setText(
            self.tr("{count} records · {rupiah}").format(
                count=format_number(count), rupiah=format_rupiah(rupiah)
            )
        )
        if bulk is None:
            self._next.setText(
                self.tr(
                    "Records of the list in which nothing was found. The branch draws some of them by chance; open "
                    "those first. The approval stands ten minutes later; until then it can be undone."
                )
            )
            self.act.show_words(self.tr("Draw the sample"))
        elif bulk.state == "drawn":
            sample = sum(record.sampled for record in bulk.records)
            self._next.setText(
                self.tr("{seen} of {sample} of the sample were opened. Press one to open it.").format(
                    seen=sample - bulk.unseen, sample=sample
                )
            )
            self.act.show_words(self.tr("Approve {count} in ten minutes").format(count=bulk.count))
        elif bulk.state == "scheduled":
            self._next.setText(self._left(bulk))
            self.act.show_words(self.tr("Undo"))
        else:
            approved = sum(record.outcome == "approved" for record in bulk.records)
            self._next.setText(
                self.tr("{approved} were approved. {out} fell out and wait for you as before.").format(
                    approved=approved, out=bulk.count - approved
                )
            )
            self.act.show_words(self.tr("Draw the sample"))

    def _left(self, bulk: Bulk) -> str:
        seconds = 0 if bulk.due_at is None else int((bulk.due_at - self._now()).total_seconds())
        if seconds <= 0:
            return self.tr("It stands now; close and open this window to see what became of each.")
        return self.tr(
            "It stands in {wait}. Until then nothing is approved, and the agents are told nothing."
        ).format(wait=wait_words(seconds))

    def _row(self, record: BulkRecord) -> None:
        """A record of the sample, or one that fell out."""
        name = self._names(record.entry_id) or "–"
        if record.outcome is not None:
            if record.outcome != "approved":
                why = translate("Bulk", FELL_OUT.get(record.outcome, _DECIDED))
                self._link(record, "undo-2", Tone.WARNING, name, why)
        elif record.sampled:
            seen = self.tr("opened") if record.seen else self.tr("to be opened")
            tone, icon = (Tone.OK, "check") if record.seen else (Tone.WARNING, "eye")
            self._link(record, icon, tone, name, seen)

    def _link(self, record: BulkRecord, icon: str, tone: Tone, title: str, detail: str) -> None:
        link = LinkRow(icon, tone, title, detail, format_rupiah(record.rupiah))
        link.setObjectName(f"bulk_{record.entry_id}")
        link.clicked.connect(lambda: self._open(record.entry_id))
        self._rows.addWidget(link)

    def _open(self, entry_id: str) -> None:
        self.chosen.emit(entry_id)
        self.accept()

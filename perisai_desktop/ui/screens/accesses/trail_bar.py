"""What an auditor has below the access log: the trail checked as a whole, and the ledger as a file."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from perisai_desktop.domain.access import TrailProof
from perisai_desktop.ui.i18n import plain_date
from perisai_desktop.ui.screens.accesses.places import place_for
from perisai_desktop.ui.screens.accesses.state import AccessesState
from perisai_desktop.ui.screens.accesses.words import fault_words
from perisai_desktop.ui.theme.tokens import METRICS, Tone
from perisai_desktop.ui.widgets.button import Button
from perisai_desktop.ui.widgets.cards import Banner, across
from sync.rules.rupiah import format_number


class TrailBar(QWidget):
    """`proof_asked`; `ledger_asked` carries the path that was chosen for it."""

    proof_asked = Signal()
    ledger_asked = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self._prove = Button(self.tr("Check the log"), icon="shield-check", key="F8")
        self._prove.setObjectName("accesses_prove")
        self._prove.clicked.connect(self.proof_asked)
        self._ledger = Button(self.tr("Save the ledger…"), icon="file-down")
        self._ledger.setObjectName("accesses_ledger")
        self._ledger.clicked.connect(self._ask_place)
        self._proof = Banner()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(METRICS.gap)
        column.addWidget(self._proof)
        column.addLayout(across(self._prove, self._ledger, None, spacing=8))

    def show_state(self, state: AccessesState) -> None:
        """Show what was proved."""
        for button in (self._prove, self._ledger):
            button.setEnabled(not state.busy)
        self._proof.say(*(("",) if state.proof is None else self._proved(state.proof)))

    def _proved(self, proof: TrailProof) -> tuple[str, str, Tone]:
        if proof.holds:
            title = self.tr("The log is whole: {count} rows").format(count=format_number(proof.rows))
            if proof.anchored_on is None:
                return title, self.tr("No day of it is over and signed yet."), Tone.OK
            words = self.tr("Signed up to {day}; what came after is held by its hashes.")
            return title, words.format(day=plain_date(proof.anchored_on)), Tone.OK
        places = ", ".join(map(fault_words, proof.faults[:3]))
        title = self.tr("The log was changed: {places}").format(places=places)
        advice = self.tr(
            "Places where it does not hold: {count}. Keep the server as it is, and have verify-ledger run on a copy."
        )
        return title, advice.format(count=format_number(proof.fault_count)), Tone.ERROR

    def _ask_place(self) -> None:
        chosen = place_for(self, self.tr("Save the ledger"), self.tr("Ledger.csv"), "CSV (*.csv)")
        if chosen is not None:
            self.ledger_asked.emit(chosen)

"""What came down from the branch today, and its last signed answer: the agent's proof of delivery."""

from collections.abc import Callable
from datetime import datetime, timedelta
from pathlib import Path

from PySide6.QtCore import QStandardPaths, Signal
from PySide6.QtWidgets import QFileDialog

from perisai_desktop.domain.exchange import Answers, Proof, SyncOverview
from perisai_desktop.ui.i18n import moment_words
from perisai_desktop.ui.screens.sync.pairs import Pairs
from perisai_desktop.ui.screens.sync.state import SyncState
from perisai_desktop.ui.widgets.button import Button, Kind
from perisai_desktop.ui.widgets.cards import Card, across
from perisai_desktop.ui.widgets.labels import Role, Text, rule
from sync.rules.rupiah import Rupiah, format_number

_SHOWN = 12
"""Signs of a batch's number that are enough to find it at the branch."""


class BranchCard(Card):
    """Nothing here is claimed that a feed row or a signed acknowledgement does not say.

    `proofs_named` carries the file that the proofs are to be saved to.
    """

    proofs_named = Signal(object)

    def __init__(self, now: Callable[[], datetime], offset: int) -> None:
        super().__init__(padding=16)
        self._now = now
        self._shift = timedelta(minutes=offset)
        self._answers = Pairs()
        self._none = Text(self.tr("No decisions yet today."), Role.HELP, wrap=True)
        self._proof = Pairs()
        self.column.addWidget(Text(self.tr("From the branch today"), Role.HEADING))
        self.column.addWidget(self._none)
        self.column.addLayout(self._answers)
        self.column.addWidget(rule())
        self.column.addLayout(self._proof)
        self._save = Button(self.tr("Save the proofs…"), Kind.LINK, icon="save")
        self._save.setObjectName("sync_proofs")
        self._save.clicked.connect(self._ask)
        self._saved = Text("", Role.HELP, wrap=True)
        self.column.addLayout(across(self._save, None))
        self.column.addWidget(self._saved)

    def show_state(self, state: SyncState) -> None:
        """Show decisions and proof."""
        if state.overview is None:
            return
        pairs = self._answer_pairs(state.overview.today)
        self._none.setVisible(not pairs)
        self._answers.say(pairs)
        self._save.setVisible(state.overview.proof is not None)
        saved = state.proofs_saved
        self._saved.setVisible(saved is not None)
        self._saved.setText(self.tr("%n proof(s) saved", "", saved or 0))
        self._proof.say((*self._proof_pairs(state.overview.proof), *self._compared(state.overview)))

    def _ask(self) -> None:
        documents = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation)
        proposed = str(
            Path(documents) / f"{self.tr('proofs-perisai')}-{self._now() + self._shift:%Y%m%d}.zip"
        )
        chosen, _ = QFileDialog.getSaveFileName(self, self.tr("Proofs of delivery"), proposed, "ZIP (*.zip)")
        if chosen:
            self.proofs_named.emit(Path(chosen))

    def _answer_pairs(self, today: Answers) -> tuple[tuple[str, str], ...]:
        sorts = (
            (self.tr("Approved"), today.approved),
            (self.tr("Got a KPJ number"), today.registered),
            (self.tr("Sent back to correct"), today.returned),
            (self.tr("Refused"), today.refused),
            (self.tr("Money to give back"), today.money),
        )
        return tuple((words, format_number(Rupiah(count))) for words, count in sorts if count)

    def _proof_pairs(self, proof: Proof | None) -> tuple[tuple[str, str], ...]:
        if proof is None:
            return ((self.tr("Last confirmed by the branch"), self.tr("not yet")),)
        return (
            (self.tr("Last confirmed by the branch"), self._moment(proof.at)),
            (self.tr("Records in it"), format_number(Rupiah(proof.entries))),
            (self.tr("Proof of delivery"), proof.batch_id[-_SHOWN:]),
        )

    def _compared(self, overview: SyncOverview) -> tuple[tuple[str, str], ...]:
        """When everything here was last found in the branch's books, and what was not."""
        agreed = self.tr("not yet") if overview.verified_at is None else self._moment(overview.verified_at)
        pairs = [(self.tr("Compared with the branch"), agreed)]
        if overview.differing:
            pairs.append((self.tr("Differs from the branch"), format_number(Rupiah(overview.differing))))
        return tuple(pairs)

    def _moment(self, at: datetime) -> str:
        return moment_words((at + self._shift).replace(tzinfo=None), (self._now() + self._shift).date())

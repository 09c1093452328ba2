"""The enrolment screen: the form at the left, price and problems at the right, always visible."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QHideEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import QFrame, QHBoxLayout, QMessageBox, QVBoxLayout, QWidget

from perisai_desktop.ui.i18n import clock_words, date_words
from perisai_desktop.ui.screens.enrolment.consent_dialog import ConsentDialog
from perisai_desktop.ui.screens.enrolment.form_card import FormCard
from perisai_desktop.ui.screens.enrolment.price_panel import PricePanel
from perisai_desktop.ui.screens.enrolment.problem_panel import ProblemPanel
from perisai_desktop.ui.screens.enrolment.state import EnrolmentState
from perisai_desktop.ui.theme.tokens import METRICS, Tone
from perisai_desktop.ui.widgets.button import Button, Kind
from perisai_desktop.ui.widgets.labels import IconLabel, Role, Text, rule
from perisai_desktop.ui.widgets.marks import KeyCap
from sync.rules.iuran_month import IuranMonth
from sync.rules.reference import Reference
from sync.rules.rupiah import format_rupiah

REST_MS = 700
SIDE_WIDTH = 344


class EnrolmentView(QWidget):
    """Emits `receipt_ready` with the receipt once the money is taken, `closed` when the agent leaves the form.

    `submitted` is the main button, `rested` a pause in typing or the screen being left.
    """

    receipt_ready = Signal(object)
    closed = Signal()
    arrived = Signal()
    submitted = Signal()
    discarded = Signal()
    rested = Signal()

    def __init__(
        self, reference: Reference, today: Callable[[], date], parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._reference = reference
        self._state: EnrolmentState | None = None
        self._shown_receipt: str | None = None
        self._today = today
        self.form = FormCard(reference, IuranMonth.of(today()))
        self._price = PricePanel(reference)
        self.problems = ProblemPanel()
        self._saved = Text("", Role.HELP)
        self._saved_icon = IconLabel("circle-check", Tone.OK)
        self._submit = Button(self.tr("Save & take the money"), Kind.MAIN)
        self._submit.setObjectName("submit")
        self._rest = QTimer(self, interval=REST_MS, singleShot=True)
        line = QHBoxLayout(self)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(METRICS.between_cards)
        line.addWidget(self.form, 1)
        line.addWidget(self._side())
        self.form.typed.connect(lambda: self._rest.start())
        self.form.consent.read_button.clicked.connect(self._read_aloud)
        self.problems.wanted.connect(self.form.focus_on)
        self.problems.explained.connect(lambda: self._rest.start())
        self._submit.clicked.connect(self.submitted)
        self._rest.timeout.connect(self.rested)
        self._shortcut("Ctrl+Return", self.submitted.emit)
        self._shortcut("Ctrl+Enter", self.submitted.emit)
        self._shortcut("F6", self._next_problem)
        self._shortcut("Esc", self.closed.emit)

    @property
    def state(self) -> EnrolmentState | None:
        """What is on screen."""
        return self._state

    def title(self) -> str:
        """The screen's name."""
        return self.tr("New enrolment")

    def subtitle(self) -> str:
        """The date that the enrolment will carry."""
        return date_words(self._today())

    def arrive(self) -> None:
        """The screen comes into sight: the draft that is open goes on, or the newest is opened."""
        self.arrived.emit()

    def seek(self) -> bool:
        """Ctrl+F leaves for the workers' search."""
        return False

    def show_state(self, state: EnrolmentState) -> None:
        """Show `state`; the only way in which anything on this screen changes."""
        self._state = state
        self.form.setEnabled(not state.saving)
        self.form.show_state(state)
        self._price.show_state(state)
        self.problems.show_state(state)
        self._show_saved(state)
        price = "" if state.price is None else format_rupiah(state.price)
        self._submit.show_words(self.tr("Save & take the money"), price)
        self._submit.setEnabled(not state.saving)
        if state.focus is not None:
            self._focus(state.focus)
        if state.receipt is not None and state.receipt.number != self._shown_receipt:
            self._shown_receipt = state.receipt.number
            self.receipt_ready.emit(state.receipt)

    def hideEvent(self, event: QHideEvent) -> None:
        self.rested.emit()
        super().hideEvent(event)

    def _side(self) -> QFrame:
        card = QFrame()
        card.setProperty("card", "true")
        card.setFixedWidth(SIDE_WIDTH)
        column = QVBoxLayout(card)
        column.setContentsMargins(1, 1, 1, 12)
        column.setSpacing(0)
        column.addWidget(self._price)
        column.addWidget(rule())
        column.addWidget(self.problems, 1)
        column.addWidget(rule())
        foot = QVBoxLayout()
        foot.setContentsMargins(20, 10, 20, 0)
        foot.setSpacing(8)
        saved = QHBoxLayout()
        saved.setSpacing(8)
        saved.addWidget(self._saved_icon)
        saved.addWidget(self._saved, 1)
        discard = Button(self.tr("Discard"), Kind.LINK)
        discard.setObjectName("discard")
        discard.setToolTip(self.tr("Throw this draft away; nothing was saved as an enrolment"))
        discard.clicked.connect(self._ask_discard)
        saved.addWidget(discard)
        foot.addLayout(saved)
        foot.addWidget(self._submit)
        foot.addLayout(self._keys())
        column.addLayout(foot)
        return card

    def _keys(self) -> QHBoxLayout:
        line = QHBoxLayout()
        line.setSpacing(8)
        for key, words in (
            ("Ctrl+Enter", self.tr("save")),
            ("F6", self.tr("next problem")),
            ("Esc", self.tr("close, draft stays")),
        ):
            line.addWidget(KeyCap(key))
            line.addWidget(Text(words, Role.META))
        line.addStretch(1)
        return line

    def _show_saved(self, state: EnrolmentState) -> None:
        at = state.saved_at
        words = self.tr("Every field is kept as a draft")
        if at is not None:
            words = self.tr("Saved as a draft {clock}").format(clock=clock_words(at))
        self._saved.setText(words)
        self._saved_icon.setVisible(at is not None)

    def _focus(self, name: str) -> None:
        reason = self.problems.reason_input(name)
        if reason is not None:
            reason.setFocus(Qt.FocusReason.OtherFocusReason)
        else:
            self.form.focus_on(name)

    def _next_problem(self) -> None:
        state = self._state
        if state is None:
            return
        if state.unexplained:
            self._focus(f"reason_{state.unexplained[0].value}")
        elif state.errors:
            self._focus(state.errors[0].field)

    def _read_aloud(self) -> None:
        ConsentDialog(self._reference.consent, self).open()

    def _ask_discard(self) -> None:
        box = QMessageBox(self)
        box.setWindowTitle(self.tr("Discard the draft?"))
        box.setText(self.tr("What was typed for this worker goes. No money was taken, no receipt was made."))
        yes = box.addButton(self.tr("Discard"), QMessageBox.ButtonRole.DestructiveRole)
        box.addButton(self.tr("Keep"), QMessageBox.ButtonRole.RejectRole)
        yes.clicked.connect(self.discarded)
        box.open()

    def _shortcut(self, keys: str, act: Callable[[], None]) -> None:
        shortcut = QShortcut(QKeySequence(keys), self)
        shortcut.activated.connect(act)

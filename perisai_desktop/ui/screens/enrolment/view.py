"""The enrolment screen: the form at the left, price and problems at the right, always visible."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, datetime

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QHideEvent, QKeySequence, QResizeEvent, QShortcut
from PySide6.QtWidgets import QApplication, QBoxLayout, QFrame, QHBoxLayout, QMessageBox, QVBoxLayout, QWidget

from perisai_desktop.domain.failure import Failure, FailureCode
from perisai_desktop.domain.photo import PhotoSubject
from perisai_desktop.ui.consent_dialog import ConsentDialog
from perisai_desktop.ui.i18n import clock_words, date_words
from perisai_desktop.ui.problem_words import problem_words
from perisai_desktop.ui.screens.enrolment.form_card import DRAFTS_KEY, PHOTO_KEY, FormCard
from perisai_desktop.ui.screens.enrolment.price_panel import PricePanel
from perisai_desktop.ui.screens.enrolment.problem_panel import ProblemPanel
from perisai_desktop.ui.screens.enrolment.state import EnrolmentState
from perisai_desktop.ui.theme.tokens import METRICS, Tone
from perisai_desktop.ui.widgets.button import Button, Kind
from perisai_desktop.ui.widgets.labels import Elided, IconLabel, Role, Text, rule
from perisai_desktop.ui.widgets.marks import KeyCap
from sync.rules.iuran_month import IuranMonth
from sync.rules.reference import Reference
from sync.rules.rupiah import format_rupiah

REST_MS = 700
SIDE_WIDTH = 344
LEAST_WIDTH = 960
LEAST_HEIGHT = 560
"""With less room, in device-independent pixels, price and problems go to the end of the form."""
PROBLEMS_BELOW = 220
QWIDGETSIZE_MAX = 16_777_215


class EnrolmentView(QWidget):
    """Emits `receipt_ready` with the receipt once the money is taken, `closed` when the agent leaves the form.

    `submitted` is the main button, `rested` a pause in typing or the screen being left; `went_on` and `problem_asked`
    carry the name of the place where Enter or F6 was pressed; `worker_asked` the worker who has the NIK already, and
    its digits; `numbers_asked` that the laptop needs new receipt numbers; `photo_asked` what is to be photographed, and a file that was dropped;
    `drafts_asked` the list of the unfinished, `comparison_asked` who here may be the same person. `local` gives an instant on the wall clock here.
    """

    receipt_ready = Signal(object)
    closed = Signal()
    arrived = Signal()
    submitted = Signal()
    discarded = Signal()
    rested = Signal()
    went_on = Signal(str)
    problem_asked = Signal(str)
    worker_asked = Signal(str, str)
    numbers_asked = Signal()
    photo_asked = Signal(object, str)
    drafts_asked = Signal()
    comparison_asked = Signal()

    def __init__(
        self,
        reference: Reference,
        today: Callable[[], date],
        local: Callable[[datetime], datetime],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._local = local
        self._obeyed = 0
        self._reference = reference
        self._state: EnrolmentState | None = None
        self._shown_receipt: str | None = None
        self._told: Failure | None = None
        self._today = today
        self.form = FormCard(reference, IuranMonth.of(today()))
        self._price = PricePanel(reference)
        self.problems = ProblemPanel()
        self._saved = Elided("", Role.HELP)
        self._saved_icon = IconLabel("circle-check", Tone.OK)
        self._submit = Button(self.tr("Save & take the money"), Kind.MAIN)
        self._submit.setObjectName("submit")
        self._rest = QTimer(self, interval=REST_MS, singleShot=True)
        self._narrow = False
        self._card = QFrame()
        self._card.setProperty("card", "true")
        self._parts: tuple[QWidget, ...] = (self._price, rule(), self.problems, rule())
        self._foot = self._feet()
        self._whole = QVBoxLayout(self)
        self._whole.setContentsMargins(0, 0, 0, 0)
        self._whole.setSpacing(0)
        self._line = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._whole.addLayout(self._line, 1)
        self._line.addWidget(self.form, 1)
        self._line.addWidget(self._card)
        self._column = QVBoxLayout(self._card)
        self._column.setSpacing(0)
        self._stand_beside()
        self.form.typed.connect(lambda: self._rest.start())
        self.form.went_on.connect(self.went_on)
        self.problems.went_on.connect(self.went_on)
        self.form.read_button.clicked.connect(self._read_aloud)
        self.problems.wanted.connect(self.form.focus_on)
        self.problems.explained.connect(lambda: self._rest.start())
        self.problems.holder_wanted.connect(self._ask_worker)
        self.problems.comparison_wanted.connect(self.comparison_asked)
        self.form.capture.typed.connect(lambda: self._rest.start())
        self.form.capture.picked.connect(lambda: self._rest.start())
        self._submit.clicked.connect(self.submitted)
        self._rest.timeout.connect(self.rested)
        self._shortcut("Ctrl+Return", self.submitted.emit)
        self._shortcut("Ctrl+Enter", self.submitted.emit)
        self._shortcut("F6", lambda: self.problem_asked.emit(_place_of(QApplication.focusWidget())))
        self._shortcut(DRAFTS_KEY, self.drafts_asked.emit)
        self.form.drafts_button.clicked.connect(self.drafts_asked)
        self._shortcut(PHOTO_KEY, lambda: self.form.card_photo.asked.emit(""))
        self.form.card_photo.asked.connect(lambda path: self.photo_asked.emit(PhotoSubject.KTP, path))
        self.form.consent.proof.asked.connect(self.photo_asked)
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

    def show_above(self, notices: QWidget) -> None:
        """Put what the agent has to know before the form is filled above it."""
        self._whole.insertWidget(0, notices)

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
        if state.focus is not None and state.wishes != self._obeyed:
            self._obeyed = state.wishes
            self._focus(state.focus)
        if state.failure != self._told:
            self._told = state.failure
            if state.failure is not None and state.failure.code is FailureCode.STORE_ROLLED_BACK:
                self.numbers_asked.emit()
        if state.receipt is not None and state.receipt.number != self._shown_receipt:
            self._shown_receipt = state.receipt.number
            self.receipt_ready.emit(state.receipt)

    def hideEvent(self, event: QHideEvent) -> None:
        self.rested.emit()
        super().hideEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        narrow = self.width() < LEAST_WIDTH or self.height() < LEAST_HEIGHT
        if narrow == self._narrow:
            return
        self._narrow = narrow
        if narrow:
            self._stand_below()
        else:
            self.form.set_narrow(False, self._parts)
            self._stand_beside()

    def _stand_beside(self) -> None:
        """Price and problems at the right, always in sight."""
        self._line.setDirection(QBoxLayout.Direction.LeftToRight)
        self._line.setSpacing(METRICS.between_cards)
        self._card.setFixedWidth(SIDE_WIDTH)
        self._column.setContentsMargins(1, 1, 1, 12)
        self._column.removeWidget(self._foot)
        for part in (*self._parts, self._foot):
            self._column.addWidget(part, 1 if part is self.problems else 0)
        self.problems.setMinimumHeight(0)
        self._caps.show()
        self._foot_line.setDirection(QBoxLayout.Direction.TopToBottom)

    def _stand_below(self) -> None:
        """Price and problems at the end of the form; the button with the price stays in sight."""
        self.form.set_narrow(True, self._parts)
        self._line.setDirection(QBoxLayout.Direction.TopToBottom)
        self._line.setSpacing(8)
        self._card.setFixedWidth(QWIDGETSIZE_MAX)
        self._card.setMinimumWidth(0)
        self._column.setContentsMargins(0, 0, 0, 6)
        self.problems.setMinimumHeight(PROBLEMS_BELOW)
        self._caps.hide()
        self._foot_line.setDirection(QBoxLayout.Direction.LeftToRight)

    def _feet(self) -> QWidget:
        part = QWidget()
        foot = self._foot_line = QBoxLayout(QBoxLayout.Direction.TopToBottom, part)
        foot.setContentsMargins(20, 6, 20, 0)
        foot.setSpacing(6)
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
        self._caps = QWidget()
        self._caps.setLayout(self._keys())
        foot.addWidget(self._caps)
        return part

    def _keys(self) -> QHBoxLayout:
        line = QHBoxLayout()
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(8)
        for key, words in (
            ("Ctrl+Enter", self.tr("save")),
            ("Enter", self.tr("go on")),
            ("Esc", self.tr("close")),
        ):
            line.addWidget(KeyCap(key))
            line.addWidget(Text(words, Role.META))
        line.addStretch(1)
        return line

    def _show_saved(self, state: EnrolmentState) -> None:
        at = state.saved_at
        words = self.tr("Every field is kept as a draft")
        if at is not None:
            words = self.tr("Saved as a draft {clock}").format(clock=clock_words(self._local(at)))
        told = [finding for finding in state.errors if finding.field in state.touched] if self._narrow else []
        self._saved.setText(problem_words(told[0]) if told else words)
        self._saved.set_tone(Tone.ERROR if told else Tone.MUTED)
        self._saved_icon.show_icon(
            "circle-alert" if told else "circle-check", Tone.ERROR if told else Tone.OK
        )
        self._saved_icon.setVisible(bool(told) or at is not None)

    def _focus(self, name: str) -> None:
        reason = self.problems.reason_input(name)
        if reason is not None:
            reason.setFocus(Qt.FocusReason.OtherFocusReason)
            self.problems.scroll_to(reason)
            if self._narrow:
                self.form.reveal(reason)
        elif name == "submit":
            self._submit.setFocus(Qt.FocusReason.OtherFocusReason)
        else:
            self.form.focus_on(name)

    def _ask_worker(self) -> None:
        state = self._state
        if state is not None and state.holder is not None and state.assessment is not None:
            self.worker_asked.emit(state.holder, state.assessment.reading.digits or "")

    def _read_aloud(self) -> None:
        ConsentDialog(self._reference.consent, self).open()

    def _ask_discard(self) -> None:
        box = QMessageBox(self)
        box.setProperty("help_page", "enrolment")
        box.setWindowTitle(self.tr("Discard the draft?"))
        box.setText(self.tr("What was typed for this worker goes. No money was taken, no receipt was made."))
        yes = box.addButton(self.tr("Discard"), QMessageBox.ButtonRole.DestructiveRole)
        keep = box.addButton(self.tr("Keep"), QMessageBox.ButtonRole.RejectRole)
        box.setDefaultButton(keep)
        yes.clicked.connect(self.discarded)
        box.open()

    def _shortcut(self, keys: str, act: Callable[[], None]) -> None:
        shortcut = QShortcut(QKeySequence(keys), self)
        shortcut.activated.connect(act)


def _place_of(widget: QWidget | None) -> str:
    """The name under which the state knows a widget: `nik` for `field_nik`."""
    return "" if widget is None else widget.objectName().removeprefix("field_")

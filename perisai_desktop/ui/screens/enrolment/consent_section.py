"""The consent of UU 27/2022 on the enrolment form: purposes one by one, the declaration, and the signature."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QBoxLayout, QVBoxLayout, QWidget

from perisai_desktop.ui.screens.enrolment.consent_proof import ConsentProof
from perisai_desktop.ui.screens.enrolment.state import EnrolmentState
from perisai_desktop.ui.theme.tokens import METRICS
from perisai_desktop.ui.widgets.check_row import CheckRow
from perisai_desktop.ui.widgets.labels import Role, Text
from perisai_desktop.ui.widgets.signature_pad import SignaturePad
from sync.rules.consent import ConsentText

PAD_WIDTH = 168


def plain_enter(event: QKeyEvent) -> bool:
    """Whether a key event is the press of Enter without Ctrl."""
    enter = event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
    held = event.modifiers() & Qt.KeyboardModifier.ControlModifier
    return event.type() is QEvent.Type.KeyPress and enter and not held


class ConsentSection(QWidget):
    """Shows the published text in its own language, as it will be proved later.

    Each purpose is ticked by a key press of its own; a tick asks for the next thing that is missing, and so does Enter.
    """

    consented = Signal(str, bool)
    declared = Signal(bool)
    signed = Signal()
    went_on = Signal(str)

    def __init__(self, text: ConsentText, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._required = text.required
        self._purposes: dict[str, CheckRow] = {}
        rows = QVBoxLayout()
        rows.setSpacing(0)
        for purpose in text.purposes:
            must = self.tr("required") if purpose.required else self.tr("may be left")
            row = self._row(f"consent_{purpose.code}", purpose.text, must)
            row.toggled.connect(lambda given, code=purpose.code: self.consented.emit(code, given))
            self._purposes[purpose.code] = row
        self.declaration = self._row("declaration", text.declaration, self.tr("required"))
        self.declaration.toggled.connect(self.declared)
        for row in (*self._purposes.values(), self.declaration):
            row.toggled.connect(self._went_on_from(row.objectName()))
            rows.addWidget(row)
        rows.addStretch(1)
        self.pad = SignaturePad(self.tr("Sign here"))
        self.pad.setObjectName("signature")
        self.pad.setAccessibleName(self.tr("Signature"))
        self.pad.setAccessibleDescription(self.tr("Drawn by the worker; Delete wipes it"))
        self.pad.strokes_edited.connect(self.signed)
        self.pad.installEventFilter(self)
        self.proof = ConsentProof()
        side = QVBoxLayout()
        side.setSpacing(4)
        side.addWidget(Text(self.tr("Signature"), Role.LABEL))
        side.addWidget(self.pad, 1)
        side.addWidget(self.proof)
        side.addStretch(0)
        self._line = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        self._line.setContentsMargins(0, 0, 0, 0)
        self._line.setSpacing(METRICS.between_cards)
        self._line.addLayout(rows, 1)
        self._line.addLayout(side)
        self.set_narrow(False)

    def set_narrow(self, narrow: bool) -> None:
        """Put the pad under the sentences, or beside them."""
        down, across = QBoxLayout.Direction.TopToBottom, QBoxLayout.Direction.LeftToRight
        self._line.setDirection(down if narrow else across)
        for part in (self.pad, self.proof):
            part.setFixedWidth(2 * PAD_WIDTH if narrow else PAD_WIDTH)
        self.pad.setMinimumHeight(PAD_WIDTH if narrow else PAD_WIDTH // 2)

    def show_state(self, state: EnrolmentState) -> None:
        """Tick what was agreed to; what is missing is framed once the receipt was asked for."""
        missing = state.problem_at("consents") is not None
        for code, row in self._purposes.items():
            given = code in state.form.consents
            _tick(row, given)
            row.set_wrong(missing and not given and code in self._required)
        _tick(self.declaration, state.form.declaration)
        self.declaration.set_wrong(state.problem_at("declaration") is not None)
        if self.pad.strokes() != state.signature:
            self.pad.set_strokes(state.signature)
        self.pad.set_wrong("signature" in state.touched and not state.signed)
        self.proof.show_state(state)
        self.pad.setVisible(not self.proof.there)

    @property
    def stops(self) -> list[QWidget]:
        """The parts that the cursor visits, in order."""
        return [*self._purposes.values(), self.declaration, self.pad, *self.proof.stops]

    def part(self, name: str) -> QWidget | None:
        """The widget of a stop, or for a finding at `consents`; None for another field."""
        if name == "consents":
            unticked = (self._purposes[code] for code in self._purposes if code in self._required)
            return next((row for row in unticked if not row.isChecked()), self.declaration)
        return next((stop for stop in self.stops if stop.objectName() == name), None)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Enter goes on without ticking anything."""
        if isinstance(event, QKeyEvent) and plain_enter(event):
            self.went_on.emit(watched.objectName())
            return True
        return super().eventFilter(watched, event)

    def _went_on_from(self, name: str) -> Callable[[bool], None]:
        def go_on(given: bool) -> None:
            if given:
                self.went_on.emit(name)

        return go_on

    def _row(self, name: str, words: str, must: str) -> CheckRow:
        row = CheckRow(words, must)
        row.setObjectName(name)
        row.installEventFilter(self)
        return row


def _tick(row: CheckRow, given: bool) -> None:
    row.blockSignals(True)
    row.setChecked(given)
    row.blockSignals(False)

"""The consent of UU 27/2022 on the enrolment form: purposes one by one, the declaration, and the signature."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from perisai_desktop.ui.screens.enrolment.state import EnrolmentState
from perisai_desktop.ui.theme.tokens import METRICS
from perisai_desktop.ui.widgets.button import Button, Kind
from perisai_desktop.ui.widgets.check_row import CheckRow
from perisai_desktop.ui.widgets.labels import Role, Text
from perisai_desktop.ui.widgets.signature_pad import SignaturePad
from sync.rules.consent import ConsentText

PAD_WIDTH = 168


class ConsentSection(QWidget):
    """Shows the published text in its own language, as it will be proved later."""

    consented = Signal(str, bool)
    declared = Signal(bool)
    signed = Signal()

    def __init__(self, text: ConsentText, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.read_button = Button(self.tr("Read aloud"), Kind.LINK, icon="volume-2", key="F7")
        self._purposes: dict[str, CheckRow] = {}
        rows = QVBoxLayout()
        rows.setSpacing(0)
        for purpose in text.purposes:
            must = self.tr("required") if purpose.required else self.tr("may be left")
            row = CheckRow(purpose.text, must)
            row.setObjectName(f"consent_{purpose.code}")
            row.toggled.connect(lambda given, code=purpose.code: self.consented.emit(code, given))
            self._purposes[purpose.code] = row
            rows.addWidget(row)
        self._required = text.required
        self.declaration = CheckRow(text.declaration, self.tr("required"))
        self.declaration.setObjectName("declaration")
        self.declaration.toggled.connect(self.declared)
        rows.addWidget(self.declaration)
        rows.addStretch(1)
        self.pad = SignaturePad(self.tr("Sign here"))
        self.pad.setObjectName("signature")
        self.pad.setAccessibleName(self.tr("Signature"))
        self.pad.strokes_edited.connect(self.signed)
        side = QVBoxLayout()
        side.setSpacing(4)
        side.addWidget(Text(self.tr("Signature"), Role.LABEL))
        side.addWidget(self.pad, 1)
        line = QHBoxLayout(self)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(METRICS.between_cards)
        line.addLayout(rows, 1)
        line.addLayout(side)
        self.pad.setFixedWidth(PAD_WIDTH)

    def show_state(self, state: EnrolmentState) -> None:
        """Tick what was agreed to; what is missing is framed once the section was left."""
        missing = state.problem_at("consents") is not None
        for code, row in self._purposes.items():
            given = code in state.form.consents
            row.blockSignals(True)
            row.setChecked(given)
            row.blockSignals(False)
            row.set_wrong(missing and not given and code in self._required)
        self.declaration.blockSignals(True)
        self.declaration.setChecked(state.form.declaration)
        self.declaration.blockSignals(False)
        self.declaration.set_wrong(state.problem_at("declaration") is not None)
        if self.pad.strokes() != state.signature:
            self.pad.set_strokes(state.signature)

    @property
    def stops(self) -> list[QWidget]:
        """The parts that the cursor visits, in order."""
        return [*self._purposes.values(), self.declaration, self.pad]

    def part(self, name: str) -> QWidget | None:
        """The widget for a finding at `consents` or `declaration`, None for another field."""
        if name == "declaration":
            return self.declaration
        if name == "consents":
            unticked = (self._purposes[c] for c in self._purposes if c in self._required)
            return next((row for row in unticked if not row.isChecked()), self.declaration)
        return None

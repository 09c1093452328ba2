"""The dialog for consent that is taken back: the purposes as they were read aloud, the deadline, and the signature."""

from __future__ import annotations

from PySide6.QtCore import QSize, Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QWidget

from perisai_desktop.ui.screens.withdrawal.state import WithdrawalState
from perisai_desktop.ui.theme.tokens import Tone
from perisai_desktop.ui.widgets.act_dialog import ActDialog
from perisai_desktop.ui.widgets.button import Button, Kind
from perisai_desktop.ui.widgets.cards import Banner, across
from perisai_desktop.ui.widgets.check_row import CheckRow
from perisai_desktop.ui.widgets.field import Field
from perisai_desktop.ui.widgets.labels import Elided, Role, Text
from perisai_desktop.ui.widgets.signature_pad import SignaturePad
from perisai_desktop.ui.widgets.text_input import TextInput
from sync.rules.consent import ConsentText

_PAD_HEIGHT = 108


class WithdrawalDialog(ActDialog):
    """`chosen` carries the code of a purpose and whether it is taken back."""

    help_page = "withdrawal"
    chosen = Signal(str, bool)
    named = Signal(str)
    signed = Signal(object)

    def __init__(self, text: ConsentText, name: str, parent: QWidget | None = None) -> None:
        super().__init__(
            self.tr("Take consent back"), self.tr("Take it back"), "shield-x", QSize(780, 700), parent
        )
        self._rows: dict[str, CheckRow] = {}
        for purpose in text.purposes:
            must = self.tr("needed for the membership") if purpose.required else ""
            row = CheckRow(purpose.text, must)
            row.setObjectName(f"withdraw_{purpose.code}")
            row.toggled.connect(lambda on, code=purpose.code: self.chosen.emit(code, on))
            self._rows[purpose.code] = row
        self._required = text.required
        self._nothing = Banner()
        self._ends = Banner()
        self._urgent = Banner(
            self.tr("It goes out before everything else"),
            self.tr(
                "The branch has 3 × 24 hours from the signature to stop using the data. Send as soon as there is a signal."
            ),
            Tone.INFO,
        )
        self._name = TextInput()
        self._name.setObjectName("withdrawal_name")
        self._name.value_edited.connect(self.named)
        self._pad = SignaturePad(self.tr("The worker signs here"))
        self._pad.setObjectName("withdrawal_pad")
        self._pad.setAccessibleName(self.tr("Signature"))
        self._pad.setFixedHeight(_PAD_HEIGHT)
        self._pad.strokes_edited.connect(lambda: self.signed.emit(self._pad.strokes()))
        self._body(name)

    def _body(self, name: str) -> None:
        wipe = Button(self.tr("Sign again"), Kind.LINK, icon="undo-2")
        wipe.setObjectName("withdrawal_wipe")
        wipe.clicked.connect(self._pad.clear)
        self.body.addWidget(Elided(name, Role.HEADING))
        self.body.addWidget(Text(self.tr("Tick what the worker no longer agrees to"), Role.LABEL))
        for row in self._rows.values():
            self.body.addWidget(row)
        self.body.addWidget(self._nothing)
        self.body.addWidget(self._ends)
        self.body.addWidget(self._urgent)
        self.body.addWidget(
            Field(
                self.tr("Signed by"), self._name, self.tr("only where somebody signs in the worker's place")
            )
        )
        self.body.addLayout(across(Text(self.tr("Signature"), Role.LABEL), None, wipe))
        self.body.addWidget(self._pad)
        self.body.addStretch(1)

    def show_state(self, state: WithdrawalState) -> None:
        """Show what stands, what is taken back, and what that means."""
        for code, row in self._rows.items():
            row.setVisible(code in state.purposes)
            row.blockSignals(True)
            row.setChecked(code in state.chosen)
            row.blockSignals(False)
        if state.loaded and not state.purposes and state.failure is None:
            self._nothing.say(
                self.tr("Nothing is left to take back"), self.tr("The worker took all of it back before.")
            )
        else:
            self._nothing.say("")
        if state.chosen & self._required:
            self._ends.say(
                self.tr("Without this the branch cannot keep the membership"),
                self.tr("Money that was paid stays recorded. The branch decides what becomes of it."),
                Tone.WARNING,
            )
        else:
            self._ends.say("")
        self._name.set_value(state.signed_by)
        if state.signature != self._pad.strokes():
            self._pad.set_strokes(state.signature)
        self.act.setEnabled(state.ready)
        self.tell(state.failure)

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        first = next((row for row in self._rows.values() if row.isVisibleTo(self)), None)
        (first or self._name).setFocus()

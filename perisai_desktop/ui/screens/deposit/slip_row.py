"""The row for the picture of the slip: choose a file, or drop it anywhere on the dialog."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFileDialog, QHBoxLayout, QWidget

from perisai_desktop.ui.i18n import size_words
from perisai_desktop.ui.screens.deposit.state import DepositState
from perisai_desktop.ui.widgets.button import Button, Kind
from perisai_desktop.ui.widgets.labels import Elided, Role


class SlipRow(QWidget):
    """`named` carries the path of a file, `dropped` leaves the picture out."""

    named = Signal(str)
    dropped = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._choose = Button(self.tr("Photo of the slip…"), icon="scan-line")
        self._choose.setObjectName("deposit_slip")
        self._choose.clicked.connect(self._ask)
        self._words = Elided("", Role.HELP)
        self._words.setObjectName("deposit_slip_name")
        self._drop = Button(self.tr("Remove"), Kind.LINK, icon="x")
        self._drop.setObjectName("deposit_slip_drop")
        self._drop.clicked.connect(self.dropped)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(self._choose)
        row.addWidget(self._words, 1)
        row.addWidget(self._drop)

    def show_state(self, state: DepositState) -> None:
        """Show which picture is there."""
        there = bool(state.slip)
        size = size_words(len(state.slip))
        self._words.setText(f"{state.slip_name} · {size}" if there else self.tr("or drop the file here"))
        self._drop.setVisible(there)

    def _ask(self) -> None:
        kinds = self.tr("Pictures") + " (*.jpg *.jpeg *.png)"
        chosen, _ = QFileDialog.getOpenFileName(self, self.tr("Photo of the slip"), "", kinds)
        if chosen:
            self.named.emit(chosen)

"""The running sums of the day: what was collected of what was expected, and from how many people."""

from PySide6.QtWidgets import QHBoxLayout, QProgressBar, QVBoxLayout

from perisai_desktop.domain.collection import DueSum
from perisai_desktop.ui.widgets.cards import Card
from perisai_desktop.ui.widgets.labels import Elided, Role, Text
from sync.rules.rupiah import Rupiah, format_number, format_rupiah

MOST = 1_000
"""Steps of the bar: rupiah of a whole day may go beyond what it counts."""


class RoundHead(Card):
    """Three figures and a bar."""

    def __init__(self) -> None:
        super().__init__(padding=14, spacing=6)
        self._paid, self._expected, self._people = (Elided("–", Role.FIGURE) for _ in range(3))
        self._paid.setObjectName("round_paid")
        self._expected.setObjectName("round_expected")
        self._bar = QProgressBar()
        self._bar.setTextVisible(False)
        self._bar.setRange(0, MOST)
        figures = QHBoxLayout()
        figures.setSpacing(24)
        for label, figure in (
            (self.tr("Collected today"), self._paid),
            (self.tr("Expected"), self._expected),
            (self.tr("People who paid"), self._people),
        ):
            part = QVBoxLayout()
            part.setSpacing(0)
            part.addWidget(Text(label, Role.HELP))
            figure.setMinimumHeight(30)
            part.addWidget(figure)
            figures.addLayout(part, 1)
        self.column.addLayout(figures)
        self.column.addWidget(self._bar)

    def show_sum(self, total: DueSum) -> None:
        """Show the sums of a day."""
        self._paid.setText(format_rupiah(Rupiah(total.paid)))
        self._expected.setText(format_rupiah(Rupiah(total.expected)))
        paid, everybody = (format_number(Rupiah(count)) for count in (total.payers, total.people))
        self._people.setText(self.tr("{paid} · {left} left").format(paid=paid, left=everybody))
        self._bar.setValue(total.paid * MOST // max(total.expected, 1))
        self._bar.setAccessibleName(f"{self._paid.text()} / {self._expected.text()}")

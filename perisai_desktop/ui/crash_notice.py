"""What a person is told after an error that nobody expected."""

from PySide6.QtWidgets import QApplication, QDialog, QVBoxLayout

from perisai_desktop.ui.theme.tokens import METRICS, Tone
from perisai_desktop.ui.widgets.button import Button, Kind
from perisai_desktop.ui.widgets.cards import Banner, across
from perisai_desktop.ui.widgets.labels import Role, Text


class CrashNotice(QDialog):
    """Says that nothing is lost; the program goes on."""

    help_page = "general"

    def __init__(self, kind: str) -> None:
        super().__init__(QApplication.activeWindow())
        self.setObjectName("crash_notice")
        self.setWindowTitle("Perisai")
        self.setMinimumWidth(460)
        column = QVBoxLayout(self)
        column.setContentsMargins(*([METRICS.card_padding] * 4))
        column.setSpacing(METRICS.gap)
        column.addWidget(Text(self.tr("Something in the program went wrong"), Role.HEADING))
        column.addWidget(
            Banner(
                self.tr("What you typed is kept as a draft"),
                self.tr("Receipts that were issued and everything saved are safe on this laptop."),
                Tone.OK,
            )
        )
        advice = self.tr(
            "Go on working. If it happens again, close Perisai, open it, and tell the branch this word:"
        )
        column.addWidget(Text(advice, wrap=True))
        column.addWidget(Text(kind, Role.STRONG, selectable=True))
        close = Button(self.tr("Go on"), Kind.PRIMARY)
        close.setDefault(True)
        close.clicked.connect(self.accept)
        column.addLayout(across(None, close))

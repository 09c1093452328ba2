"""The whole consent text in large type, to be read aloud to the worker."""

from __future__ import annotations

from PySide6.QtCore import QSize
from PySide6.QtWidgets import QDialog, QHBoxLayout, QVBoxLayout, QWidget

from perisai_desktop.ui.theme.tokens import METRICS
from perisai_desktop.ui.widgets.button import Button, Kind
from perisai_desktop.ui.widgets.dialog_room import fit_dialog
from perisai_desktop.ui.widgets.labels import Role, Text, rule
from perisai_desktop.ui.widgets.scrolling import ScrollSheet
from sync.rules.consent import ConsentText

WIDTH = 560


class ConsentDialog(QDialog):
    """Shows the published text word for word; it decides nothing."""

    help_page = "consent"

    def __init__(self, text: ConsentText, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Consent, to be read aloud"))
        column = QVBoxLayout()
        column.setContentsMargins(24, 20, 24, 12)
        column.setSpacing(METRICS.gap)
        column.addWidget(Text(self.tr("Read aloud, one by one"), Role.TOTAL))
        if text.introduction:
            column.addWidget(Text(text.introduction, Role.HEADING, wrap=True))
        for purpose in text.purposes:
            column.addWidget(Text(purpose.text, Role.ACTION, wrap=True))
        column.addWidget(rule())
        column.addWidget(Text(text.declaration, Role.ACTION, wrap=True))
        column.addStretch(1)
        foot = QHBoxLayout()
        foot.setContentsMargins(24, 0, 24, 16)
        foot.addWidget(Text(self.tr("Text {version}").format(version=text.version), Role.META))
        foot.addStretch(1)
        close = Button(self.tr("Read"), Kind.PRIMARY, icon="check")
        close.clicked.connect(self.accept)
        close.setDefault(True)
        foot.addWidget(close)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(ScrollSheet(column), 1)
        whole.addLayout(foot)
        fit_dialog(self, QSize(WIDTH, column.totalHeightForWidth(WIDTH) + foot.sizeHint().height() + 8))

"""The licences of all parts: a list at the left, the text of one at the right."""

from collections.abc import Sequence

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import (
    QDialog,
    QHBoxLayout,
    QListWidget,
    QListWidgetItem,
    QPlainTextEdit,
    QVBoxLayout,
    QWidget,
)

from perisai_desktop.domain.device import Licence
from perisai_desktop.ui.theme.tokens import METRICS
from perisai_desktop.ui.widgets.button import Button
from perisai_desktop.ui.widgets.cards import Card, across

_ROW = 30


class LicencesWindow(QDialog):
    """Arrows move through the list; the texts stand as their authors wrote them."""

    help_page = "settings"

    def __init__(self, licences: Sequence[Licence], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Licences of all parts"))
        self._licences = tuple(licences)
        self._list = QListWidget()
        self._list.setObjectName("licence_list")
        self._list.setAccessibleName(self.tr("Parts"))
        self._list.setFixedWidth(180)
        self._list.setUniformItemSizes(True)
        for licence in self._licences:
            item = QListWidgetItem(licence.part, self._list)
            item.setSizeHint(QSize(0, _ROW))
        self._text = QPlainTextEdit()
        self._text.setObjectName("licence_text")
        self._text.setAccessibleName(self.tr("Text of the licence"))
        self._text.setReadOnly(True)
        self._text.setTabChangesFocus(True)
        self._list.currentRowChanged.connect(self._show)
        close = Button(self.tr("Close"), key="Esc", bind=False)
        close.clicked.connect(self.accept)
        names = Card(padding=8)
        names.column.addWidget(self._list)
        row = QHBoxLayout()
        row.setSpacing(METRICS.gap)
        row.addWidget(names)
        row.addWidget(self._text, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(*([METRICS.between_cards] * 4))
        column.addLayout(row, 1)
        column.addLayout(across(None, close))
        room = parent.window().size() if parent is not None else self.size()
        self.resize(min(860, room.width() - 24), min(600, room.height() - 24))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._list.setCurrentRow(0)
        self._list.setFocus()

    def _show(self, place: int) -> None:
        self._text.setPlainText(self._licences[place].text if place >= 0 else "")

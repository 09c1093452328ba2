"""F1: one page of help for the screen that is open."""

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QDialog, QTextBrowser, QVBoxLayout, QWidget

from perisai_desktop.config.resources import resource
from perisai_desktop.ui.theme.tokens import METRICS
from perisai_desktop.ui.widgets.button import Button
from perisai_desktop.ui.widgets.cards import Card, across
from perisai_desktop.ui.widgets.dialog_room import fit_dialog


class HelpWindow(QDialog):
    """Shows `resources/help/LANGUAGE/SCREEN.md`, or the general page where a screen has none."""

    def __init__(self, language: str, screen: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Help"))
        fit_dialog(self, QSize(560, 560))
        self._browser = QTextBrowser()
        self._browser.setObjectName("help_text")
        self._browser.setFrameShape(QTextBrowser.Shape.NoFrame)
        self._browser.setMarkdown(help_text(language, screen))
        close = Button(self.tr("Close"), key="Esc", bind=False)
        close.clicked.connect(self.accept)
        card = Card()
        card.column.addWidget(self._browser)
        column = QVBoxLayout(self)
        column.setContentsMargins(*([METRICS.between_cards] * 4))
        column.addWidget(card)
        column.addLayout(across(None, close))
        QShortcut(QKeySequence("F1"), self, self.accept)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)


def help_text(language: str, screen: str) -> str:
    """The page of `screen` in `language` as Markdown; raises FileNotFoundError where there is no general page."""
    page = resource("help", language, f"{screen}.md")
    if not page.exists():
        page = resource("help", language, "general.md")
    return page.read_text(encoding="utf-8")

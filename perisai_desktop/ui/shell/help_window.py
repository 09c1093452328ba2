"""F1: a small reader with the page of the screen that is open, all keys, all messages, and the glossary."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cached_property

from PySide6.QtCore import QEvent, QObject, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import (
    QApplication,
    QButtonGroup,
    QDialog,
    QTextBrowser,
    QVBoxLayout,
    QWidget,
)

from perisai_desktop.ui.shell.help_dress import dress
from perisai_desktop.ui.shell.help_entries import (
    Entry,
    found,
    glossary_entries,
    key_entries,
    message_entries,
    page_of,
    page_text,
)
from perisai_desktop.ui.theme.tokens import METRICS
from perisai_desktop.ui.widgets.button import Button
from perisai_desktop.ui.widgets.cards import Card, across
from perisai_desktop.ui.widgets.dialog_room import fit_dialog
from perisai_desktop.ui.widgets.flow import Flow
from perisai_desktop.ui.widgets.labels import Role, Text
from perisai_desktop.ui.widgets.marks import Chip
from perisai_desktop.ui.widgets.text_input import TextInput

STANDARD = QSize(760, 620)
LEAST = QSize(400, 240)
_SCROLLING = (Qt.Key.Key_Up, Qt.Key.Key_Down, Qt.Key.Key_PageUp, Qt.Key.Key_PageDown)


class HelpWindow(QDialog):
    """`page` names what is on screen; `sized` tells the size that a person gave the window, as `size` takes it.

    The search looks through the part in sight; on the screen's own page it looks through everything.
    """

    sized = Signal(str)

    def __init__(self, language: str, page: str, parent: QWidget | None = None, size: str = "") -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(self.tr("Help"))
        self.setMinimumSize(LEAST)
        self._language = language
        self._page = page
        self._part = 0
        self._browser = QTextBrowser()
        self._browser.setObjectName("help_text")
        self._browser.setFrameShape(QTextBrowser.Shape.NoFrame)
        self._browser.setOpenLinks(False)
        self._browser.setAccessibleName(self.tr("Help"))
        self._search = TextInput(self.tr("Search in the help"), icon="search")
        self._search.setObjectName("help_search")
        self._search.setAccessibleName(self.tr("Search in the help"))
        self._search.value_edited.connect(lambda _text: self._show())
        self._search.installEventFilter(self)
        self._count = Text("", Role.HELP)
        self._chips = tuple(
            Chip(words, icon=icon)
            for words, icon in (
                (self.tr("This screen"), "circle-question-mark"),
                (self.tr("Keys"), "keyboard"),
                (self.tr("Messages"), "message-circle-warning"),
                (self.tr("Glossary"), "book-open-text"),
            )
        )
        self._arrange()
        fit_dialog(self, _size_of(size) or STANDARD)
        self.choose(0)

    def _arrange(self) -> None:
        chips = Flow(8)
        group = QButtonGroup(self)
        for part, chip in enumerate(self._chips):
            group.addButton(chip)
            chips.addWidget(chip)
            chip.clicked.connect(lambda _on=False, part=part: self.choose(part))
            QShortcut(QKeySequence(f"Ctrl+{part + 1}"), self, lambda part=part: self.choose(part))
        close = Button(self.tr("Close"), key="Esc", bind=False)
        close.clicked.connect(self.reject)
        card = Card()
        card.column.addWidget(self._browser)
        column = QVBoxLayout(self)
        column.setContentsMargins(*([METRICS.between_cards] * 4))
        column.addLayout(chips)
        column.addWidget(self._search)
        column.addWidget(card, 1)
        column.addLayout(across(self._count, None, close))
        QShortcut(QKeySequence("F1"), self, self.reject)
        QShortcut(QKeySequence("Ctrl+F"), self, self._seek)

    @cached_property
    def _entries(self) -> tuple[Sequence[Entry], ...]:
        parts = (key_entries(), message_entries(), glossary_entries(self._language))
        return (tuple(entry for part in parts for entry in part), *parts)

    def choose(self, part: int) -> None:
        """Show a part: 0 the screen's page, 1 keys, 2 messages, 3 the glossary."""
        self._part = part
        self._chips[part].setChecked(True)
        self._show()
        (self._browser if part == 0 else self._search).setFocus(Qt.FocusReason.OtherFocusReason)

    @property
    def words(self) -> str:
        """What is shown, as plain words."""
        return self._browser.toPlainText()

    def done(self, result: int) -> None:
        self.sized.emit(f"{self.width()}x{self.height()}")
        super().done(result)

    def changeEvent(self, event: QEvent) -> None:
        """Another theme has other colours: write the page again in them."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange and self.isVisible():
            self._show()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """In the search, the keys that mean nothing to one line scroll the text."""
        if (
            watched is self._search
            and isinstance(event, QKeyEvent)
            and event.type() == QEvent.Type.KeyPress
            and event.key() in _SCROLLING
        ):
            QApplication.sendEvent(self._browser, event)
            return True
        return super().eventFilter(watched, event)

    def _show(self) -> None:
        text = self._search.value()
        if self._part == 0 and not text.strip():
            self._browser.setMarkdown(page_text(self._language, self._page))
            dress(self._browser.document())
            self._count.setText("")
            return
        entries = found(self._entries[self._part], text)
        nothing = self.tr("Nothing found. Try another word, or part of one.")
        self._browser.setHtml(page_of(entries) if entries else f"<p>{nothing}</p>")
        dress(self._browser.document())
        self._count.setText(self.tr("{count} found").format(count=len(entries)) if text.strip() else "")

    def _seek(self) -> None:
        self._search.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self._search.selectAll()


def _size_of(text: str) -> QSize | None:
    width, _, height = text.partition("x")
    fit = all(side.isascii() and side.isdigit() and len(side) < 5 for side in (width, height))
    return QSize(int(width), int(height)) if fit else None

"""Opens the help of a window, and of every dialog above it that names its page."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import QObject
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QApplication, QDialog, QWidget

HELP_PAGE = "help_page"
"""The attribute, or Qt's property, by which a dialog names its page of help."""


@dataclass(frozen=True, slots=True)
class HelpSize:
    """Where the size of the help's window is kept from one time to the next, `760x620`."""

    read: Callable[[], str] = lambda: ""
    keep: Callable[[str], None] = lambda _size: None


class Helping(QObject):
    """Belongs to one window. A dialog gets its F1 when it first comes to the front."""

    def __init__(self, owner: QWidget, language: str, size: HelpSize) -> None:
        super().__init__(owner)
        self._owner = owner
        self._language = language
        self._size = size
        QApplication.instance().focusChanged.connect(self._look)  # type: ignore[union-attr]

    def show(self, page: str, above: QWidget | None = None) -> None:
        """Open the help at `page`."""
        # Nobody needs it to sign in: the first window does not wait for it.
        from perisai_desktop.ui.shell.help_window import HelpWindow

        window = HelpWindow(self._language, page, above or self._owner, self._size.read())
        window.sized.connect(self._size.keep)
        window.open()

    def _look(self, _before: QWidget | None, now: QWidget | None) -> None:
        dialog = now.window() if now is not None else None
        if not isinstance(dialog, QDialog) or not self._owns(dialog):
            return
        page = help_page_of(dialog)
        if page and dialog.findChild(QShortcut, HELP_PAGE) is None:
            key = QShortcut(QKeySequence("F1"), dialog, lambda: self.show(page, dialog))
            key.setObjectName(HELP_PAGE)

    def _owns(self, dialog: QWidget) -> bool:
        above = dialog.parentWidget()
        while above is not None and above is not self._owner:
            above = above.parentWidget()
        return above is not None


def help_page_of(dialog: QDialog) -> str:
    """The page that a dialog names, empty for none."""
    return str(getattr(dialog, HELP_PAGE, None) or dialog.property(HELP_PAGE) or "")

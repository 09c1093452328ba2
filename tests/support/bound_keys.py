"""Which keys a window's shortcuts and buttons obey, by the screen whose code they stand in."""

from __future__ import annotations

from collections import defaultdict

from PySide6.QtCore import QObject
from PySide6.QtGui import QShortcut
from PySide6.QtWidgets import QAbstractButton, QWidget

from perisai_desktop.ui.shell.help_window import HelpWindow
from perisai_desktop.ui.shell.helping import HELP_PAGE

BEFORE_SIGNING_IN = ("first_run", "sign_in", "review_sign_in")
Obeyed = dict[str, set[str]]


def keys_of(window: QWidget, otherwise: str) -> Obeyed:
    """The keys that a window's shortcuts and buttons obey, by the screen whose code they stand in."""
    keys: Obeyed = defaultdict(set)
    for shortcut in window.findChildren(QShortcut):
        if shortcut.objectName() == HELP_PAGE:
            continue  # every dialog's own way to its help
        sequences = shortcut.keys()
        keys[_place(shortcut, otherwise)] |= {_named(each.toString()) for each in sequences}
    for button in window.findChildren(QAbstractButton):
        if not button.shortcut().isEmpty():
            keys[_place(button, otherwise)].add(_named(button.shortcut().toString()))
    return keys


def _named(key: str) -> str:
    return key.replace("Return", "Enter")


def _place(part: QObject | None, otherwise: str) -> str:
    while part is not None:
        module = type(part).__module__.split(".")
        if module[:3] == ["perisai_desktop", "ui", "screens"]:
            return "sign_in" if module[3] in BEFORE_SIGNING_IN else module[3]
        if isinstance(part, HelpWindow):
            return "help"
        part = part.parent()
    return otherwise

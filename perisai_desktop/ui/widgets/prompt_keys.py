"""A button's key acts at once: Qt shows the press for a tenth of a second first, and what is typed meanwhile is lost."""

from PySide6.QtCore import QEvent
from PySide6.QtGui import QShortcutEvent
from PySide6.QtWidgets import QAbstractButton


def pressed_by_key(button: QAbstractButton, event: QEvent) -> bool:
    """Click `button` where `event` is its own shortcut and no other's; whether it was."""
    if not isinstance(event, QShortcutEvent) or event.isAmbiguous():
        return False
    button.click()
    return True

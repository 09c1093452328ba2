"""How what is edited on a sheet is shown to whoever only reads it."""

from PySide6.QtWidgets import QLineEdit, QWidget


def hold(*parts: QWidget) -> None:
    """Let inputs be read: text can be marked and copied, nothing can be typed or chosen."""
    for part in parts:
        inputs = part.findChildren(QLineEdit)
        for typed in inputs:
            typed.setReadOnly(True)
        part.setEnabled(bool(inputs))


def hide(*parts: QWidget) -> None:
    """Take away what acts."""
    for part in parts:
        part.setVisible(False)

"""How large a dialog may be: never larger than the window it belongs to, nor than the screen."""

from PySide6.QtCore import QSize
from PySide6.QtWidgets import QDialog

_TITLE_BAR = 32
"""What a window system puts above a dialog, in device-independent pixels."""


def fit_dialog(dialog: QDialog, wanted: QSize) -> None:
    """Give `dialog` the size that is wanted, or as much of it as there is room for."""
    room = dialog.screen().availableSize() - QSize(0, _TITLE_BAR)
    parent = dialog.parentWidget()
    if parent is not None:
        room = room.boundedTo(parent.window().size())
    dialog.resize(wanted.boundedTo(room))

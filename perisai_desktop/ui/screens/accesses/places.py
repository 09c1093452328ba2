"""Where a file is to be saved, as the person chooses."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QStandardPaths
from PySide6.QtWidgets import QFileDialog, QWidget


def place_for(parent: QWidget, title: str, name: str, kind: str) -> Path | None:
    """The path that was chosen for a file of this kind; None where nothing was. `name` is proposed among the documents."""
    folder = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation)
    chosen, _ = QFileDialog.getSaveFileName(parent, title, str(Path(folder) / name), kind)
    return Path(chosen) if chosen else None

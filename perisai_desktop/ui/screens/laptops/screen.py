"""Joins the dialog of the branch's laptops with its presenter."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from perisai_desktop.background.ports import Jobs
from perisai_desktop.ui.screens.laptops.dialog import LaptopsDialog
from perisai_desktop.ui.screens.laptops.presenter import Branch, LaptopsPresenter


def laptops_dialog(branch: Branch, jobs: Jobs, parent: QWidget) -> tuple[LaptopsDialog, LaptopsPresenter]:
    """A dialog and its presenter, joined."""
    dialog = LaptopsDialog(parent)
    presenter = LaptopsPresenter(branch, jobs, dialog.show_state)
    dialog.laptop_typed.connect(presenter.type_laptop)
    dialog.challenge_typed.connect(presenter.type_challenge)
    dialog.asked.connect(presenter.make)
    dialog.appeared.connect(presenter.look)
    return dialog, presenter

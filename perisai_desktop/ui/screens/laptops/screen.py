"""Joins the dialog of the branch's laptops with its presenter."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from perisai_desktop.background.ports import Jobs
from perisai_desktop.ui.screens.laptops.dialog import LaptopsDialog
from perisai_desktop.ui.screens.laptops.presenter import Branch, LaptopsPresenter


def laptops_dialog(
    branch: Branch, jobs: Jobs, parent: QWidget, here: int, *, codes: bool = True
) -> tuple[LaptopsDialog, LaptopsPresenter]:
    """A dialog and its presenter, joined. `here`: the reviewer's minutes ahead of UTC, `codes`: whether codes are given."""
    dialog = LaptopsDialog(here, parent, codes=codes)
    presenter = LaptopsPresenter(branch, jobs, dialog.show_state)
    # PySide keeps bound methods weakly: the lambdas are what keeps the presenter for as long as the dialog.
    dialog.laptop_typed.connect(lambda text: presenter.type_laptop(text))
    dialog.challenge_typed.connect(lambda text: presenter.type_challenge(text))
    dialog.asked.connect(lambda: presenter.make())
    dialog.appeared.connect(lambda: presenter.look())
    return dialog, presenter

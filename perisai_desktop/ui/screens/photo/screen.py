"""Joins the dialog for a picture with its presenter."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtWidgets import QWidget

from perisai_desktop.background.cameras import NoCameras
from perisai_desktop.background.ports import Jobs
from perisai_desktop.domain.photo import PhotoSubject, PreparedPhoto
from perisai_desktop.ui.owned_jobs import OwnedJobs
from perisai_desktop.ui.screens.photo.lens import LensPorts
from perisai_desktop.ui.screens.photo.presenter import PhotoPorts, PhotoPresenter
from perisai_desktop.ui.screens.photo.view import PhotoDialog


def photo_dialog(
    subject: PhotoSubject,
    jobs: Jobs,
    done: Callable[[PreparedPhoto], None],
    parent: QWidget,
    lens: LensPorts | None = None,
) -> tuple[PhotoDialog, PhotoPresenter]:
    """A dialog and its presenter, joined; `done` hears the picture that is used. Without `lens` there is no camera."""
    from perisai_desktop.services import preparing_photos

    ports = PhotoPorts(
        preparing_photos.open_file,
        preparing_photos.open_picture,
        preparing_photos.turned,
        preparing_photos.prepare,
    )
    lens = lens or LensPorts(NoCameras(), str, lambda _: None)
    dialog = PhotoDialog(subject, parent)
    presenter = PhotoPresenter(
        ports, OwnedJobs(jobs, dialog), dialog.show_state, subject, done, lens, dialog.show_frame
    )
    # PySide keeps bound methods weakly: the lambdas are what keeps the presenter for as long as the dialog.
    dialog.named.connect(lambda path: presenter.open(Path(path)))
    dialog.turned.connect(lambda quarters: presenter.turn(quarters))
    dialog.cut.connect(lambda crop: presenter.cut(crop))
    dialog.acted.connect(lambda: presenter.take())
    dialog.switched.connect(lambda: presenter.switch())
    dialog.shot.connect(lambda: presenter.lens.take())
    dialog.camera_chosen.connect(lambda key: presenter.lens.use(key))
    # What knows cameras is loaded with the first question: the dialog is in sight by then.
    dialog.appeared.connect(lambda: presenter.lens.look())
    # Closed, or behind the locked screen: nobody is looked at by a camera that nobody looks through.
    dialog.hidden.connect(lambda: presenter.lens.close())
    dialog.destroyed.connect(lambda: presenter.lens.leave())
    dialog.show_state(presenter.state)
    return dialog, presenter

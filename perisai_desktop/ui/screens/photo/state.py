"""What the dialog for a picture shows."""

from __future__ import annotations

from dataclasses import dataclass, field

from perisai_desktop.domain.camera import Camera
from perisai_desktop.domain.failure import Failure
from perisai_desktop.domain.photo import Crop, OpenedPicture, PhotoSubject, PreparedPhoto


@dataclass(frozen=True, slots=True)
class LensState:
    """The cameras, None where the program knows none; the key of the one that is used, whether it is on, and whether the
    picture of this moment was asked for.
    """

    cameras: tuple[Camera, ...] | None = None
    used: str = ""
    live: bool = False
    taking: bool = False


@dataclass(frozen=True, slots=True)
class PhotoState:
    """The picture as it stands, the part that is kept, and what becomes of it; `prepared` is None until it is known.

    `by_camera`: it was taken here, so that another can be.
    """

    subject: PhotoSubject
    picture: OpenedPicture | None = field(default=None, repr=False)
    crop: Crop = field(default_factory=Crop)
    prepared: PreparedPhoto | None = field(default=None, repr=False)
    busy: bool = False
    by_camera: bool = False
    lens: LensState = field(default_factory=LensState)
    failure: Failure | None = None

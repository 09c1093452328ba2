"""What the dialog for a picture shows."""

from __future__ import annotations

from dataclasses import dataclass, field

from perisai_desktop.domain.failure import Failure
from perisai_desktop.domain.photo import Crop, OpenedPicture, PhotoSubject, PreparedPhoto


@dataclass(frozen=True, slots=True)
class PhotoState:
    """The picture as it stands, the part that is kept, and what becomes of it; `prepared` is None until it is known."""

    subject: PhotoSubject
    picture: OpenedPicture | None = field(default=None, repr=False)
    crop: Crop = field(default_factory=Crop)
    prepared: PreparedPhoto | None = field(default=None, repr=False)
    busy: bool = False
    failure: Failure | None = None

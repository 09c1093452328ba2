"""What is seen of a record's photos: the small ones beside the form, and the one that is looked at."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from perisai_desktop.domain.failure import Failure, FailureCode
from perisai_desktop.domain.page_image import PageImage
from perisai_desktop.domain.photo import LARGEST_PHOTO
from perisai_desktop.domain.review import RecordPhoto, ReviewRecord


class Standing(StrEnum):
    """Whether a photo can be looked at, and why not."""

    HERE = "here"
    COMING = "coming"
    WAITS = "waits"
    MISSING = "missing"
    DAMAGED = "damaged"
    ERASED = "erased"
    DIFFERS = "differs"
    UNREADABLE = "unreadable"
    TOO_LARGE = "too_large"
    UNREACHED = "unreached"


_LOST = {"damaged": Standing.DAMAGED, "erased": Standing.ERASED}
"""Why a photo will not come; whatever else is said means that its file is gone."""
_FAULTS = {
    FailureCode.PHOTO_NOT_ARRIVED: Standing.WAITS,
    FailureCode.PHOTO_DIFFERS: Standing.DIFFERS,
    FailureCode.PHOTO_UNREADABLE: Standing.UNREADABLE,
    FailureCode.PHOTO_UNFIT: Standing.TOO_LARGE,
}


@dataclass(frozen=True, slots=True)
class Sight:
    """A photo as far as it is known here: drawn `small`, or the `fault` that keeps it from being shown."""

    photo: RecordPhoto
    small: PageImage | None = None
    fault: Failure | None = None

    @property
    def standing(self) -> Standing:
        """Whether it can be looked at; what the laptop said of it goes before everything else."""
        if not self.photo.arrived:
            return _LOST.get(self.photo.lost, Standing.MISSING) if self.photo.lost else Standing.WAITS
        if self.photo.length > LARGEST_PHOTO:
            return Standing.TOO_LARGE
        if self.fault is not None:
            return _FAULTS.get(self.fault.code, Standing.UNREACHED)
        return Standing.COMING if self.small is None else Standing.HERE


@dataclass(frozen=True, slots=True)
class PicturesState:
    """The photos of the open record. `looking` is the place of the one in the viewer, `large` that one drawn."""

    record: ReviewRecord | None = None
    sights: tuple[Sight, ...] = ()
    looking: int | None = None
    large: PageImage | None = None

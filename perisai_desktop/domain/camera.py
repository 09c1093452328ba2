"""A camera of this laptop, and where in its picture a card is to be held."""

from dataclasses import dataclass

from perisai_desktop.domain.photo import Crop, PhotoSubject

CARD = 85.60 / 53.98
"""Width by height of a KTP: the format ID-1 of ISO/IEC 7810."""
_FILL = 0.82
"""How much of the picture's width or height the frame takes at most."""
_AIR = 0.05
"""What is kept around the frame on each side, as a share of its width and height: no hand holds still."""


@dataclass(frozen=True, slots=True)
class Camera:
    """`key` finds it again after a restart, `name` is what its maker calls it."""

    key: str
    name: str


def aim(subject: PhotoSubject, width: int, height: int) -> Crop | None:
    """The frame that a card is held into, in the middle of a picture of so many pixels; None for what has no fixed shape."""
    if subject is not PhotoSubject.KTP or width <= 0 or height <= 0:
        return None
    wide = min(_FILL * width, _FILL * height * CARD)
    across, along = wide / width / 2, wide / CARD / height / 2
    return Crop(0.5 - across, 0.5 - along, 0.5 + across, 0.5 + along)


def kept(subject: PhotoSubject, width: int, height: int) -> Crop:
    """What is kept at first of a picture that was taken through that frame: the frame with some air, or all of it."""
    frame = aim(subject, width, height)
    if frame is None:
        return Crop()
    across, along = (frame.right - frame.left) * _AIR, (frame.bottom - frame.top) * _AIR
    return Crop(
        max(frame.left - across, 0.0),
        max(frame.top - along, 0.0),
        min(frame.right + across, 1.0),
        min(frame.bottom + along, 1.0),
    )

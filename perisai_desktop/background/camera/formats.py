"""Which of a camera's formats a card is best taken in."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

MOST_PIXELS = 2_400_000
"""Pixels of a picture beyond which an old laptop's preview stutters and a card is not read any better."""
_SMOOTH = 10.0
"""Pictures a second from which a hand can be led by what it sees."""


@dataclass(frozen=True, slots=True)
class Shape:
    """Pixels, and the most pictures a second."""

    width: int
    height: int
    rate: float

    @property
    def pixels(self) -> int:
        """Pixels of one picture."""
        return self.width * self.height


def best(shapes: Sequence[Shape]) -> int | None:
    """The place of the best among `shapes`: sharp, but smooth before all; None where there are none."""
    if not shapes:
        return None

    def worth(place: int) -> tuple[bool, bool, int, float]:
        shape = shapes[place]
        fits = shape.pixels <= MOST_PIXELS
        return shape.rate >= _SMOOTH, fits, shape.pixels if fits else -shape.pixels, min(shape.rate, 30.0)

    return max(range(len(shapes)), key=worth)

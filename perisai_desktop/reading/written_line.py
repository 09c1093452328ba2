"""One line of writing as it was recognised on a picture."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass, field

Point = tuple[float, float]
Corners = tuple[Point, Point, Point, Point]


@dataclass(frozen=True, slots=True)
class WrittenLine:
    """Text, confidence from 0 to 1, and four corners in pixels: top left, top right, bottom right, bottom left."""

    text: str = field(repr=False)
    confidence: float
    corners: Corners

    @property
    def start(self) -> Point:
        """The middle of the left edge."""
        return _middle(self.corners[0], self.corners[3])

    @property
    def end(self) -> Point:
        """The middle of the right edge."""
        return _middle(self.corners[1], self.corners[2])

    @property
    def height(self) -> float:
        """Pixels from top to bottom of the writing."""
        left = math.dist(self.corners[0], self.corners[3])
        return (left + math.dist(self.corners[1], self.corners[2])) / 2

    @property
    def width(self) -> float:
        """Pixels along the writing."""
        return math.dist(self.start, self.end)

    @property
    def slope(self) -> float:
        """How far the writing falls for each pixel to the right."""
        across = self.end[0] - self.start[0]
        return (self.end[1] - self.start[1]) / across if across > 0 else 0.0


def corners_of(points: Sequence[Point]) -> Corners:
    """Four points as corners. Raises ValueError where there are more or fewer."""
    top_left, top_right, bottom_right, bottom_left = points
    return top_left, top_right, bottom_right, bottom_left


def _middle(first: Point, second: Point) -> Point:
    return (first[0] + second[0]) / 2, (first[1] + second[1]) / 2

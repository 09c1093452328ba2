"""The writing of a card as a machine would find it: lines with their corners, turned and with slips, without a picture."""

from __future__ import annotations

import math
from collections.abc import Iterable

from perisai_desktop.reading.written_line import WrittenLine, corners_of

HEIGHT = 26.0
PITCH = 36.0
_LETTER = 13.0


def line(text: str, x: float, y: float, confidence: float = 0.98) -> WrittenLine:
    """A level line whose left edge's middle is at that point."""
    right, top, bottom = x + _LETTER * len(text), y - HEIGHT / 2, y + HEIGHT / 2
    return WrittenLine(text, confidence, ((x, top), (right, top), (right, bottom), (x, bottom)))


def rows(*pairs: tuple[str, str]) -> list[WrittenLine]:
    """Labels in one column and values in another, a row each; an empty one is not there."""
    found = []
    for number, (label, value) in enumerate(pairs):
        y = 200 + PITCH * number
        found += [line(label, 40, y)] if label else []
        found += [line(value, 300, y)] if value else []
    return found


def turned(lines: Iterable[WrittenLine], degrees: float) -> list[WrittenLine]:
    """The same on a card that lies askew."""
    cos, sin = math.cos(math.radians(degrees)), math.sin(math.radians(degrees))
    return [
        WrittenLine(
            each.text,
            each.confidence,
            corners_of([(x * cos - y * sin, x * sin + y * cos) for x, y in each.corners]),
        )
        for each in lines
    ]

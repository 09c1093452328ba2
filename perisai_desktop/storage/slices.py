"""Values in slices that one statement can name: the store takes no endless lists."""

from collections.abc import Iterable, Iterator
from typing import TypeVar

T = TypeVar("T")
AT_ONCE = 500
"""So many values stand in one statement."""


def slices(values: Iterable[T]) -> Iterator[list[T]]:
    """All values in their order, at most `AT_ONCE` together."""
    listed = list(values)
    for start in range(0, len(listed), AT_ONCE):
        yield listed[start : start + AT_ONCE]

"""A kelompok: people enrolled or paid together, on consecutive receipts of at most so many workers each."""

from collections.abc import Sequence
from typing import TypeVar

T = TypeVar("T")
MOST_WORKERS = 500
"""The most workers that one receipt covers."""


def by_receipt(people: Sequence[T]) -> tuple[tuple[T, ...], ...]:
    """The people of each receipt, in their order: every receipt but the last is full."""
    return tuple(tuple(people[start : start + MOST_WORKERS]) for start in range(0, len(people), MOST_WORKERS))

"""Turns a piece of work into its outcome."""

from collections.abc import Callable
from typing import TypeVar

from perisai_desktop.domain.failure import Failure
from perisai_desktop.domain.outcome import Err, Ok

T = TypeVar("T")


def outcome_of(work: Callable[[], T]) -> Ok[T] | Err:
    """Do `work`; a `Failure` becomes `Err`, any other exception passes through."""
    try:
        return Ok(work())
    except Failure as failure:
        return Err(failure)

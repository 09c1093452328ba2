"""The two ends of a piece of work: its value, or the failure that stopped it."""

from dataclasses import dataclass
from typing import Generic, TypeVar

from perisai_desktop.domain.failure import Failure

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Ok(Generic[T]):
    """The work is done; `value` is what it gave."""

    value: T


@dataclass(frozen=True, slots=True)
class Err:
    """The work was refused; nothing of it was kept."""

    failure: Failure

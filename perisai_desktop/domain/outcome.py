"""The two ends of a piece of work: its value, or the failure that stopped it."""

from dataclasses import dataclass

from perisai_desktop.domain.failure import Failure


@dataclass(frozen=True, slots=True)
class Ok[T]:
    """The work is done; `value` is what it gave."""

    value: T


@dataclass(frozen=True, slots=True)
class Err:
    """The work was refused; nothing of it was kept."""

    failure: Failure


type Outcome[T] = Ok[T] | Err

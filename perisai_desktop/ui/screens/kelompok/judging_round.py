"""Has the lines of a kelompok judged a few at a time, so that a save in between never waits for a long list."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from perisai_desktop.background.ports import Jobs, Lane
from perisai_desktop.domain.kelompok import Kelompok, Member
from perisai_desktop.domain.outcome import Err, Ok
from perisai_desktop.domain.roll import Judged, Known, Roll
from perisai_desktop.ui.screens.kelompok.ports import Grouping

AT_ONCE = 250
"""Lines that are assessed between two other pieces of work."""

Outcome = Ok[tuple[Judged, ...]] | Err


@dataclass(frozen=True, slots=True)
class ReadKelompok:
    """A kelompok as it was opened: its lines, who judges them, and the number of a new one."""

    kelompok: Kelompok
    members: tuple[Member, ...]
    roll: Roll
    next_row: int


@dataclass(frozen=True, slots=True)
class JudgingRound:
    """Each line is assessed by itself first, and the roll remembers it; what is left is to hold the lines against each other.

    `stale` says that something was typed meanwhile: the assessing ends early, since another round follows.
    """

    grouping: Grouping
    jobs: Jobs
    stale: Callable[[], bool]

    def judge(
        self, roll: Roll, kelompok: Kelompok, members: Sequence[Member], done: Callable[[Outcome], None]
    ) -> None:
        """Judge all lines; `done` is called once."""
        self._go_on(roll, kelompok, members, 0, done)

    def _go_on(
        self,
        roll: Roll,
        kelompok: Kelompok,
        members: Sequence[Member],
        start: int,
        done: Callable[[Outcome], None],
    ) -> None:
        some = members[start : start + AT_ONCE]
        if start + AT_ONCE >= len(members) or self.stale():
            self.jobs.run(Lane.LOCAL, lambda: self._whole(roll, kelompok, members), done)
            return

        def assessed(outcome: Outcome) -> None:
            if isinstance(outcome, Err):
                done(outcome)
            else:
                self._go_on(roll, kelompok, members, start + AT_ONCE, done)

        self.jobs.run(Lane.LOCAL, lambda: roll.judge(kelompok, some, Known()), assessed)

    def _whole(self, roll: Roll, kelompok: Kelompok, members: Sequence[Member]) -> tuple[Judged, ...]:
        return () if self.stale() else self.grouping.judge(roll, kelompok, members)

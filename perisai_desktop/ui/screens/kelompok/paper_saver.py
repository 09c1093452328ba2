"""Saves the list to be signed, and what was found on each line, to files beside all other work."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Protocol

from perisai_desktop.background.ports import Jobs, Lane
from perisai_desktop.domain.failure import Failure
from perisai_desktop.domain.outcome import Err, Ok
from perisai_desktop.domain.roll import Judged
from perisai_desktop.ui.screens.kelompok.state import KelompokState
from sync.rules.names import seen


class Papers(Protocol):
    """Where files are saved; each raises Failure."""

    def save_signing_list(self, path: Path, payer: str, people: Sequence[Judged]) -> None:
        """The list to be signed."""

    def save_result(self, path: Path, people: Sequence[Judged], words: Sequence[str]) -> None:
        """What was found on each line."""


@dataclass(frozen=True, slots=True)
class PaperSaver:
    """`failed` hears why a file could not be saved."""

    papers: Papers
    jobs: Jobs
    failed: Callable[[Failure], None]

    def save_signing_list(self, path: Path, state: KelompokState) -> None:
        """The list that everybody with a name signs."""
        people = [one for one in state.people if seen(one.form.name)]
        self._run(lambda: self.papers.save_signing_list(path, state.payer_name, people))

    def save_result(self, path: Path, state: KelompokState, words: Callable[[Judged], str]) -> None:
        """The reaction of each line, with what is to be put right in words."""
        told = [words(one) for one in state.people]
        self._run(lambda: self.papers.save_result(path, state.people, told))

    def _run(self, work: Callable[[], None]) -> None:
        self.jobs.run(Lane.LOCAL, work, self._saved)

    def _saved(self, outcome: Ok[None] | Err) -> None:
        if isinstance(outcome, Err):
            self.failed(outcome.failure)

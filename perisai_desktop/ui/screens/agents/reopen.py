"""The branch's answer to a laptop whose password was forgotten: the file, the code that was heard, the answer."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Protocol

from perisai_desktop.background.ports import Jobs, Lane
from perisai_desktop.domain.failure import Failure
from perisai_desktop.domain.outcome import Err, Ok
from perisai_desktop.domain.reopening import AskedReopening

CODE_SIGNS, CODE_GROUP = 12, 4
"""The code as it is read out (protocol/reopening.py)."""


@dataclass(frozen=True, slots=True)
class ReopenState:
    """The request, None until a file was chosen; the code as typed; `saved`: the name of the answer's file."""

    asked: AskedReopening | None = None
    code: str = field(default="", repr=False)
    busy: bool = False
    saved: str = ""
    failure: Failure | None = None

    @property
    def ready(self) -> bool:
        """Whether it can be answered now."""
        return self.asked is not None and len(self.code) == CODE_SIGNS and not self.busy and not self.saved


class Reopenings(Protocol):
    """The branch's session at the server; each raises Failure."""

    def look(self, place: Path, device: str) -> AskedReopening: ...
    def answer(self, asked: AskedReopening, code: str, place: Path) -> Path: ...


class ReopenPresenter:
    """Answers one laptop, once."""

    def __init__(
        self, reopenings: Reopenings, jobs: Jobs, device: str, show: Callable[[ReopenState], None]
    ) -> None:
        self._reopenings = reopenings
        self._jobs = jobs
        self._device = device
        self._show = show
        self.state = ReopenState()

    def choose(self, place: Path) -> None:
        """Look into the laptop's file."""
        if not self.state.busy:
            self._present(replace(self.state, asked=None, busy=True, failure=None))
            self._jobs.run(Lane.LOCAL, lambda: self._reopenings.look(place, self._device), self._looked)

    def type_code(self, code: str) -> None:
        """Take what was typed of the code."""
        self._present(replace(self.state, code=code, failure=None))

    def answer(self, place: Path) -> None:
        """Ask the server for the answer and save it."""
        asked, code = self.state.asked, self.state.code
        if asked is not None and self.state.ready:
            self._present(replace(self.state, busy=True, failure=None))
            self._jobs.run(Lane.NETWORK, lambda: self._reopenings.answer(asked, code, place), self._answered)

    def _looked(self, outcome: Ok[AskedReopening] | Err) -> None:
        if isinstance(outcome, Err):
            self._present(replace(self.state, busy=False, failure=outcome.failure))
        else:
            self._present(replace(self.state, busy=False, asked=outcome.value))

    def _answered(self, outcome: Ok[Path] | Err) -> None:
        if isinstance(outcome, Err):
            self._present(replace(self.state, busy=False, failure=outcome.failure))
        else:
            self._present(replace(self.state, busy=False, saved=outcome.value.name))

    def _present(self, state: ReopenState) -> None:
        self.state = state
        self._show(state)

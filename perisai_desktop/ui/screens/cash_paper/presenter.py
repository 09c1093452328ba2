"""What the window of a paper does: draws and saves it at once, and prints it where that is asked for."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from pathlib import Path

from perisai_desktop.background.ports import Jobs, Lane
from perisai_desktop.domain.outcome import Err, Ok
from perisai_desktop.domain.page_image import PageImage
from perisai_desktop.ui.screens.cash_paper.state import PaperState, PaperStep


@dataclass(frozen=True, slots=True)
class PaperPorts:
    """One paper: its first page so many pixels across, its file, and the printer. Each raises Failure."""

    page: Callable[[int], PageImage]
    save: Callable[[], Path]
    print: Callable[[], None]


class PaperPresenter:
    """The entry is in the journal before: nothing here can lose it."""

    def __init__(self, ports: PaperPorts, jobs: Jobs, show: Callable[[PaperState], None]) -> None:
        self._ports = ports
        self._jobs = jobs
        self._show = show
        self._closed = False
        self.state = PaperState()

    def open(self, width: int) -> None:
        """Draw the page, `width` pixels across, and save the file."""
        self._jobs.run(Lane.LOCAL, lambda: self._ports.page(width), self._drawn)
        self.save()

    def save(self) -> None:
        """Save the file, again where it failed before."""
        self._present(replace(self.state, step=PaperStep.MAKING, failure=None))
        self._jobs.run(Lane.LOCAL, self._ports.save, self._saved)

    def print(self) -> None:
        """Hand the paper to the printer; one at a time."""
        if not self.state.busy:
            self._present(replace(self.state, step=PaperStep.PRINTING, failure=None))
            self._jobs.run(Lane.PRINTER, self._ports.print, self._printed)

    def close(self) -> None:
        """The window is gone: what is under way ends unseen."""
        self._closed = True

    def _drawn(self, outcome: Ok[PageImage] | Err) -> None:
        if isinstance(outcome, Ok):
            self._present(replace(self.state, page=outcome.value))

    def _saved(self, outcome: Ok[Path] | Err) -> None:
        if isinstance(outcome, Err):
            self._present(replace(self.state, step=PaperStep.FAILED, failure=outcome.failure))
        else:
            self._present(replace(self.state, step=PaperStep.SAVED, place=str(outcome.value)))

    def _printed(self, outcome: Ok[None] | Err) -> None:
        if isinstance(outcome, Err):
            self._present(replace(self.state, step=PaperStep.FAILED, failure=outcome.failure))
        else:
            self._present(replace(self.state, step=PaperStep.PRINTED))

    def _present(self, state: PaperState) -> None:
        self.state = state
        if not self._closed:
            self._show(state)

"""What the window of a file on a stick does: one errand, then the hand-over sheet."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TypeVar

from perisai_desktop.background.ports import Jobs, Lane
from perisai_desktop.domain.bundle import CarriedBundle, HandOver, ReadAnswer, SavedBundle
from perisai_desktop.domain.failure import Failure
from perisai_desktop.domain.outcome import Err, Ok
from perisai_desktop.ui.screens.bundle.state import BundleState, Errand, SheetStep

T = TypeVar("T")
Show = Callable[[BundleState], None]


@dataclass(frozen=True, slots=True)
class BundlePorts:
    """What the window asks of services; a reviewer's window only carries. Each raises Failure."""

    carry: Callable[[Path], CarriedBundle]
    keep_answer: Callable[[CarriedBundle, Path], CarriedBundle]
    print_sheet: Callable[[HandOver], None]
    save_sheet: Callable[[HandOver, Path], None]
    save: Callable[[Path], SavedBundle] | None = None
    read: Callable[[Path], ReadAnswer] | None = None


class BundlePresenter:
    """`finished` hears that an errand may have changed what waits."""

    def __init__(
        self,
        ports: BundlePorts,
        jobs: Jobs,
        show: Show,
        state: BundleState,
        finished: Callable[[], None] = lambda: None,
    ) -> None:
        self._ports = ports
        self._jobs = jobs
        self._show = show
        self._finished = finished
        self._closed = False
        self.state = state

    def begin(self, place: Path) -> None:
        """Save into a folder, or read or bring a file. With the network's runs in one lane: they take turns."""
        ports = self._ports
        self._present(replace(self.state, running=True, failure=None))
        if self.state.errand is Errand.SAVE and ports.save is not None:
            save = ports.save
            self._jobs.run(Lane.NETWORK, lambda: save(place), self._saved)
        elif self.state.errand is Errand.READ and ports.read is not None:
            read = ports.read
            self._jobs.run(Lane.NETWORK, lambda: read(place), self._was_read)
        else:
            self._jobs.run(Lane.NETWORK, lambda: ports.carry(place), self._carried)

    def print_sheet(self) -> None:
        """Print the hand-over sheet."""
        hand_over = self.state.hand_over
        if hand_over is not None and self.state.sheet is not SheetStep.UNDER_WAY:
            self._present(replace(self.state, sheet=SheetStep.UNDER_WAY, sheet_failure=None))
            work = lambda: self._ports.print_sheet(hand_over)  # noqa: E731
            self._jobs.run(Lane.PRINTER, work, lambda told: self._sheet_done(told, SheetStep.PRINTED))

    def save_sheet(self, path: Path) -> None:
        """Save the hand-over sheet as a PDF."""
        hand_over = self.state.hand_over
        if hand_over is not None and self.state.sheet is not SheetStep.UNDER_WAY:
            self._present(replace(self.state, sheet=SheetStep.UNDER_WAY, sheet_failure=None))
            work = lambda: self._ports.save_sheet(hand_over, path)  # noqa: E731
            self._jobs.run(Lane.LOCAL, work, lambda told: self._sheet_done(told, SheetStep.SAVED))

    def keep_answer(self, folder: Path) -> None:
        """Save the answer that was brought in another folder."""
        carried = self.state.carried
        if carried is not None:
            work = lambda: self._ports.keep_answer(carried, folder)  # noqa: E731
            self._jobs.run(Lane.LOCAL, work, self._kept)

    def close(self) -> None:
        """The window is gone: what is under way ends unseen."""
        self._closed = True

    def _saved(self, outcome: Ok[SavedBundle] | Err) -> None:
        self._present(replace(self._over(outcome), saved=_value(outcome)))
        self._finished()

    def _was_read(self, outcome: Ok[ReadAnswer] | Err) -> None:
        self._present(replace(self._over(outcome), read=_value(outcome)))
        self._finished()

    def _carried(self, outcome: Ok[CarriedBundle] | Err) -> None:
        self._present(replace(self._over(outcome), carried=_value(outcome)))
        self._finished()

    def _over(self, outcome: Ok[SavedBundle] | Ok[ReadAnswer] | Ok[CarriedBundle] | Err) -> BundleState:
        return replace(self.state, running=False, failure=_failure(outcome))

    def _sheet_done(self, outcome: Ok[None] | Err, step: SheetStep) -> None:
        failure = _failure(outcome)
        step = step if failure is None else SheetStep.NONE
        self._present(replace(self.state, sheet=step, sheet_failure=failure))

    def _kept(self, outcome: Ok[CarriedBundle] | Err) -> None:
        carried = _value(outcome) or self.state.carried
        self._present(replace(self.state, carried=carried, sheet_failure=_failure(outcome)))

    def _present(self, state: BundleState) -> None:
        self.state = state
        if not self._closed:
            self._show(state)


def _value(outcome: Ok[T] | Err) -> T | None:
    return outcome.value if isinstance(outcome, Ok) else None


def _failure(outcome: object) -> Failure | None:
    return outcome.failure if isinstance(outcome, Err) else None

"""What the sync screen does: shows what is on its way, row by row as it comes into sight, sends now, and pauses."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from pathlib import Path
from typing import Protocol

from perisai_desktop.background.ports import Jobs, Lane
from perisai_desktop.domain.counters import Pause, PauseSpan
from perisai_desktop.domain.exchange import ItemDetail, Run, SyncItem, SyncOverview
from perisai_desktop.domain.outcome import Err, Ok
from perisai_desktop.ui.screens.sync.state import SyncState
from sync.rules.states import Counter

Show = Callable[[SyncState], None]
Look = tuple[SyncOverview, tuple[SyncItem, ...], bool]

BEFORE, AFTER = 50, 100
"""How many rows are read above and below the one that came into sight."""
KEPT = 2_000
"""The most rows that are kept in memory."""


class Tracking(Protocol):
    """Where everything on its way is listed."""

    def overview(self, counter: Counter | None = None) -> SyncOverview:
        """Counters, the actions of a part, and what came down."""

    def items(self, action_ids: Sequence[str]) -> tuple[SyncItem, ...]:
        """Some actions in that order."""

    def detail(self, action_id: str) -> ItemDetail | None:
        """One action and its stations; None where it is final."""


class Pausing(Protocol):
    """The pause of the sending that goes on by itself."""

    def standing(self) -> Pause | None:
        """The pause in force; answered at once."""

    def pause(self, span: PauseSpan) -> Pause:
        """Begin one; raises Failure."""

    def resume(self) -> None:
        """End it; raises Failure."""


class Photos(Protocol):
    """Whether pictures may go."""

    @property
    def free_only(self) -> bool:
        """Whether they wait for a connection that costs nothing."""

    def choose(self, *, free_only: bool) -> None:
        """Keep the agent's choice; raises Failure."""

    def allow_once(self) -> None:
        """Let them go in the next run."""


class Proving(Protocol):
    """Where proofs of delivery are saved."""

    def save(self, path: Path) -> int:
        """Save all of them to one file; raises Failure."""


class Runs(Protocol):
    """The runs of the sync."""

    @property
    def state(self) -> Run:
        """The run under way, or the last one."""

    def watch(self, told: Callable[[Run], None]) -> None:
        """Tell of every step."""

    def begin(self) -> None:
        """Send and fetch now."""

    def stop(self) -> None:
        """Stop after the step under way."""


class SyncPresenter:
    """`held` hears that a pause began or ended."""

    def __init__(
        self,
        tracking: Tracking,
        pausing: Pausing,
        photos: Photos,
        runs: Runs,
        jobs: Jobs,
        show: Show,
        held: Callable[[], None] = lambda: None,
        proofs: Proving | None = None,
    ) -> None:
        self._tracking = tracking
        self._pausing = pausing
        self._photos = photos
        self._runs = runs
        self._jobs = jobs
        self._show = show
        self._held = held
        self._proofs = proofs
        self._sight = 0
        self._reading = False
        self._question = 0
        self.state = SyncState(run=runs.state, pause=pausing.standing())
        runs.watch(self._ran)

    def refresh(self) -> None:
        """Read again what is on its way, and the rows in sight."""
        self._question += 1
        question, counter, sight = self._question, self.state.counter, self._sight
        self._jobs.run(
            Lane.LOCAL, lambda: self._look(counter, sight), lambda outcome: self._looked(outcome, question)
        )

    def narrow(self, counter: Counter | None) -> None:
        """Show another part of the list, from its beginning."""
        self._sight = 0
        self._present(replace(self.state, counter=counter))
        self.refresh()

    def want(self, place: int) -> None:
        """A row that was not read came into sight: read it and those around it."""
        self._sight = place
        if not self._reading:
            self._read()

    def choose(self, action_id: str) -> None:
        """Show where the data of an action are."""
        if action_id != self.state.chosen:
            self._present(replace(self.state, chosen=action_id))
            self._follow(action_id)

    def send(self) -> None:
        """Send and fetch now, also during a pause."""
        if not self.state.run.running:
            self._runs.begin()

    def stop(self) -> None:
        """Stop after the step under way; what was acknowledged stays so, the rest waits."""
        self._runs.stop()

    def pause(self, span: PauseSpan) -> None:
        """Send nothing by itself for `span`."""
        self._jobs.run(Lane.LOCAL, lambda: self._pausing.pause(span), self._paused)

    def resume(self) -> None:
        """Send by itself again."""
        self._jobs.run(Lane.LOCAL, self._pausing.resume, self._paused)

    def choose_free_only(self, free_only: bool) -> None:
        """Have pictures wait for a connection that costs nothing, or not."""
        self._jobs.run(Lane.LOCAL, lambda: self._photos.choose(free_only=free_only), self._changed)

    def send_photos(self) -> None:
        """Send now, and the pictures with it whatever the connection costs."""
        self._photos.allow_once()
        self.send()

    def save_proofs(self, path: Path) -> None:
        """Save the branch's signed answers to a file."""
        proofs = self._proofs
        if proofs is not None:
            self._jobs.run(Lane.LOCAL, lambda: proofs.save(path), self._saved)

    def tick(self) -> None:
        """Time went by: a pause may be over."""
        pause = self._pausing.standing()
        if pause != self.state.pause:
            self._present(replace(self.state, pause=pause))

    def _look(self, counter: Counter | None, sight: int) -> Look:
        overview = self._tracking.overview(counter)
        return overview, self._tracking.items(_around(overview.listing, sight)), self._photos.free_only

    def _looked(self, outcome: Ok[Look] | Err, question: int) -> None:
        if question != self._question:
            return
        if isinstance(outcome, Err):
            self._present(replace(self.state, failure=outcome.failure))
            return
        overview, found, free_only = outcome.value
        items = {item.action_id: item for item in found}
        chosen = self.state.chosen
        if chosen not in overview.listing:
            chosen = overview.listing[0] if overview.listing else ""
        detail = self.state.detail if chosen == self.state.chosen else None
        self._present(
            replace(
                self.state,
                overview=overview,
                items=items,
                chosen=chosen,
                detail=detail,
                pause=overview.pause,
                free_only=free_only,
                failure=None,
            )
        )
        if chosen:
            self._follow(chosen)

    def _read(self) -> None:
        listing, sight, question = self.state.listing, self._sight, self._question
        wanted = _around(listing, sight)
        self._reading = True
        self._jobs.run(
            Lane.LOCAL,
            lambda: self._tracking.items(wanted),
            lambda outcome: self._came(outcome, sight, question),
        )

    def _came(self, outcome: Ok[tuple[SyncItem, ...]] | Err, sight: int, question: int) -> None:
        self._reading = False
        if isinstance(outcome, Err):
            self._present(replace(self.state, failure=outcome.failure))
            return
        if question == self._question:
            found = {item.action_id: item for item in outcome.value}
            before = self.state.items if len(self.state.items) < KEPT else {}
            self._present(replace(self.state, items={**before, **found}))
        if self._sight != sight:
            self._read()

    def _follow(self, action_id: str) -> None:
        self._jobs.run(Lane.LOCAL, lambda: self._tracking.detail(action_id), self._followed)

    def _followed(self, outcome: Ok[ItemDetail | None] | Err) -> None:
        if isinstance(outcome, Err):
            self._present(replace(self.state, detail=None, failure=outcome.failure))
        elif outcome.value is None:
            self._present(replace(self.state, detail=None))
        elif outcome.value.item.action_id == self.state.chosen:
            self._present(replace(self.state, detail=outcome.value))

    def _ran(self, run: Run) -> None:
        self._present(replace(self.state, run=run))

    def _paused(self, outcome: Ok[Pause] | Ok[None] | Err) -> None:
        if isinstance(outcome, Err):
            self._present(replace(self.state, failure=outcome.failure))
            return
        self._present(replace(self.state, pause=self._pausing.standing(), failure=None))
        self._held()

    def _saved(self, outcome: Ok[int] | Err) -> None:
        if isinstance(outcome, Err):
            self._present(replace(self.state, proofs_saved=None, failure=outcome.failure))
        else:
            self._present(replace(self.state, proofs_saved=outcome.value, failure=None))

    def _changed(self, outcome: Ok[None] | Err) -> None:
        if isinstance(outcome, Err):
            self._present(replace(self.state, failure=outcome.failure))
        else:
            self.refresh()

    def _present(self, state: SyncState) -> None:
        self.state = state
        self._show(state)


def _around(listing: Sequence[str], place: int) -> Sequence[str]:
    """The actions near a place of the list."""
    return listing[max(0, place - BEFORE) : place + AFTER]

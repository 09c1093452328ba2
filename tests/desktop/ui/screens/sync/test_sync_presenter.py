"""The list is read as it comes into sight, narrowed and followed; sending and pausing go to whoever does them."""

from dataclasses import replace

from perisai_desktop.background.hand_run import HandRunJobs
from perisai_desktop.background.ports import Lane
from perisai_desktop.domain.counters import Pause, PauseSpan
from perisai_desktop.domain.exchange import Run
from perisai_desktop.domain.failure import Failure, FailureCode
from perisai_desktop.ui.screens.sync.presenter import AFTER, BEFORE, KEPT, SyncPresenter
from perisai_desktop.ui.screens.sync.state import SyncState
from sync.rules.states import ClientState, Counter, ReviewState
from tests.support.screen_values import ListedItems, sync_item

MIXED = (
    sync_item(0, ClientState.TASK, ReviewState.RETURNED),
    sync_item(1),
    sync_item(2),
    sync_item(3, ClientState.ACKNOWLEDGED, ReviewState.RECEIVED),
)
BUSY = Failure(FailureCode.STORE_BUSY)


class HandRuns:
    """Runs that a test moves on."""

    def __init__(self) -> None:
        self.state = Run()
        self.begun = self.stopped = 0
        self.told: list[object] = []

    def watch(self, told: object) -> None:
        """One who watches."""
        self.told.append(told)

    def begin(self) -> None:
        """Count."""
        self.begun += 1

    def stop(self) -> None:
        """Count."""
        self.stopped += 1

    def move(self, run: Run) -> None:
        """Come to a state."""
        self.state = run
        for told in self.told:
            told(run)  # type: ignore[operator]


class HandPausing:
    """A pause that a test moves on."""

    def __init__(self) -> None:
        self.now: Pause | None = None
        self.failure: Failure | None = None

    def standing(self) -> Pause | None:
        """The pause."""
        return self.now

    def pause(self, span: PauseSpan) -> Pause:
        """One without an end."""
        if self.failure is not None:
            raise self.failure
        self.now = Pause(None)
        return self.now

    def resume(self) -> None:
        """None."""
        self.now = None


class HandPhotos:
    """A choice that a test moves."""

    def __init__(self) -> None:
        self.free_only = True
        self.once = 0
        self.failure: Failure | None = None

    def choose(self, *, free_only: bool) -> None:
        """Keep it."""
        if self.failure is not None:
            raise self.failure
        self.free_only = free_only

    def allow_once(self) -> None:
        """Count."""
        self.once += 1


class Rig:
    """A presenter with everything by hand."""

    def __init__(self, *items: object) -> None:
        self.shown: list[SyncState] = []
        self.held = 0
        self.jobs, self.runs, self.pausing = HandRunJobs(), HandRuns(), HandPausing()
        self.photos = HandPhotos()
        self.tracking = ListedItems(*(items or MIXED))  # type: ignore[arg-type]
        self.presenter = SyncPresenter(
            self.tracking, self.pausing, self.photos, self.runs, self.jobs, self.shown.append, self._held
        )

    def _held(self) -> None:
        self.held += 1

    @property
    def state(self) -> SyncState:
        """What is on the screen."""
        return self.presenter.state

    def look(self) -> None:
        """Come to the screen."""
        self.presenter.refresh()
        self.jobs.run_all()


def test_the_list_comes_with_its_rows_and_the_first_is_followed() -> None:
    rig = Rig()
    rig.look()
    assert (len(rig.state.listing), len(rig.state.items)) == (4, 4)
    assert (rig.state.chosen, rig.state.chosen_row) == ("a0", 0)
    assert rig.state.detail is not None
    assert rig.state.detail.item.action_id == "a0"
    assert [rig.state.tally(part).count for part in (None, *Counter)] == [4, 1, 2, 1]
    assert rig.state.tally(None).rupiah == 4 * 8_400


def test_an_empty_store_counts_nothing() -> None:
    assert SyncState().tally(Counter.UNSENT).count == 0
    rig = Rig()
    rig.tracking.all.clear()
    rig.look()
    assert (rig.state.tally(None).oldest_at, rig.state.chosen, rig.state.detail) == (None, "", None)


def test_a_part_is_shown_alone_and_the_choice_stays_where_it_can() -> None:
    rig = Rig()
    rig.look()
    rig.presenter.choose("a2")
    rig.jobs.run_all()
    rig.presenter.narrow(Counter.UNSENT)
    rig.jobs.run_all()
    assert (rig.state.listing, rig.state.chosen) == (("a1", "a2"), "a2")
    rig.presenter.narrow(Counter.WAITING)
    rig.jobs.run_all()
    assert (rig.state.listing, rig.state.chosen) == (("a3",), "a3")
    assert rig.state.detail is not None
    assert rig.state.detail.item.action_id == "a3"


def test_a_late_answer_to_an_older_question_is_dropped() -> None:
    rig = Rig()
    rig.presenter.narrow(Counter.UNSENT)
    rig.presenter.narrow(Counter.WAITING)
    rig.jobs.run_all()
    assert rig.state.listing == ("a3",)


def test_rows_far_down_are_read_when_they_come_into_sight() -> None:
    rig = Rig(*(sync_item(place) for place in range(5_000)))
    rig.look()
    assert len(rig.state.items) == AFTER
    rig.presenter.want(3_000)
    rig.presenter.want(4_000)
    assert rig.jobs.waiting(Lane.LOCAL) == 1, "one read at a time"
    rig.jobs.run_all()
    assert {"a4000", f"a{4_000 - BEFORE}", f"a{4_000 + AFTER - 1}", "a0"} <= set(rig.state.items)
    asked = rig.tracking.asked[-1]
    assert (asked[0], asked[-1], len(asked)) == (
        f"a{4_000 - BEFORE}",
        f"a{4_000 + AFTER - 1}",
        BEFORE + AFTER,
    )
    rig.look()
    assert "a4000" in rig.state.items, "what is in sight is read again"
    assert "a0" not in rig.state.items


def test_rows_out_of_sight_are_let_go() -> None:
    rig = Rig(*(sync_item(place) for place in range(5_000)))
    rig.look()
    for place in range(0, 5_000, BEFORE + AFTER):
        rig.presenter.want(place)
        rig.jobs.run_all()
    assert len(rig.state.items) <= KEPT + BEFORE + AFTER


def test_what_became_final_meanwhile_has_no_detail() -> None:
    rig = Rig()
    rig.look()
    del rig.tracking.all["a2"]
    rig.presenter.choose("a2")
    rig.presenter.choose("a2")
    rig.jobs.run_all()
    assert (rig.state.chosen, rig.state.detail) == ("a2", None)


def test_a_detail_that_comes_after_another_choice_is_dropped() -> None:
    rig = Rig()
    rig.look()
    rig.presenter.choose("a1")
    rig.presenter.choose("a2")
    rig.jobs.run_next(Lane.LOCAL)
    assert rig.state.detail is not None
    assert rig.state.detail.item.action_id == "a0"
    rig.jobs.run_all()
    assert rig.state.detail.item.action_id == "a2"


def test_a_store_that_cannot_be_read_is_told() -> None:
    rig = Rig()
    rig.look()
    rig.tracking.failure = BUSY
    for act in (rig.presenter.refresh, lambda: rig.presenter.want(3), lambda: rig.presenter.choose("a3")):
        act()
        rig.jobs.run_all()
        assert rig.state.failure == BUSY
    rig.tracking.failure = None
    rig.look()
    assert rig.state.failure is None


def test_runs_are_shown_begun_once_and_stopped() -> None:
    rig = Rig()
    rig.presenter.send()
    rig.runs.move(Run(running=True))
    rig.presenter.send()
    rig.presenter.stop()
    assert (rig.runs.begun, rig.runs.stopped, rig.state.run.running) == (1, 1, True)
    rig.runs.move(Run(ended=1))
    assert rig.shown[-1].run == Run(ended=1)


def test_a_pause_is_shown_told_and_taken_back() -> None:
    rig = Rig()
    rig.presenter.pause(PauseSpan.OPEN)
    rig.jobs.run_all()
    assert (rig.state.pause, rig.held) == (Pause(None), 1)
    rig.presenter.resume()
    rig.jobs.run_all()
    assert (rig.state.pause, rig.held) == (None, 2)
    rig.pausing.failure = BUSY
    rig.presenter.pause(PauseSpan.HOUR)
    rig.jobs.run_all()
    assert (rig.state.failure, rig.state.pause, rig.held) == (BUSY, None, 2)


def test_a_pause_that_ran_out_leaves_the_screen_with_the_next_tick() -> None:
    rig = Rig()
    rig.presenter.pause(PauseSpan.OPEN)
    rig.jobs.run_all()
    rig.presenter.tick()
    assert rig.state.pause is not None
    rig.pausing.now = None
    rig.presenter.tick()
    assert rig.shown[-1] == replace(rig.state, pause=None)


def test_pictures_wait_for_a_free_connection_or_go_this_once() -> None:
    rig = Rig()
    rig.look()
    assert rig.state.free_only
    rig.presenter.choose_free_only(False)
    rig.jobs.run_all()
    assert (rig.photos.free_only, rig.state.free_only) == (False, False)
    rig.presenter.send_photos()
    assert (rig.photos.once, rig.runs.begun) == (1, 1)
    rig.photos.failure = BUSY
    rig.presenter.choose_free_only(True)
    rig.jobs.run_all()
    assert (rig.state.failure, rig.state.free_only) == (BUSY, False)

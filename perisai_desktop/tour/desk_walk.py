"""The agent's other screens on the tour: sending, tasks from the branch, the workers' list."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from perisai_desktop.domain.failure import Failure
from perisai_desktop.domain.task import Task
from perisai_desktop.tour.hand import Hand
from perisai_desktop.tour.pictures import Pictures
from perisai_desktop.tour.waiting import PASSING, PATIENCE, Patience, wait_for
from perisai_desktop.ui.shell.agent_window import AgentWindow
from sync.rules.states import ReviewState

CORRECTION = "correction"


class DeskWalk:
    """What the agent does between two people at the table."""

    def __init__(self, window: AgentWindow, pictures: Pictures) -> None:
        self._window = window
        self._hand = Hand(window)
        self._pictures = pictures

    def send(self) -> None:
        """Press "send now" until nothing is left to send and everything decided has come back.

        Raises `Failure` where the server refuses, `NotReached` where it does not come back.
        """
        self._window.frame.go("sync")
        self._pictures.take("sync_before", self._window)
        self._sent()
        self._pictures.take("sync", self._window)

    def look_up(self, name: str) -> None:
        """Look a worker up as an agent would, and take the pictures of the list and of what was found."""
        workers = self._window.pages.workers
        self._window.frame.go("workers")
        wait_for(lambda: workers.state.card is not None, "card of the first worker")
        self._pictures.take("workers", self._window)
        self._hand.write("workers_search", name)
        wait_for(lambda: workers.state.text == name and workers.state.card is not None, "worker found")
        self._pictures.take("workers_found", self._window)
        self._hand.write("workers_search", "")

    def decision_on(self, worker_id: str) -> ReviewState | None:
        """The branch's decision as the agent's own screens show it."""
        return self._window.desk.finding.card(worker_id).row.review

    def corrections_of(self, worker_id: str) -> bool:
        """Whether a correction of the worker was written already."""
        history = self._window.desk.finding.card(worker_id).history
        return any(line.kind == CORRECTION for line in history)

    def task_of(self, worker_id: str) -> Task | None:
        """What the branch wants corrected about a worker."""
        return next(
            (task for task in self._window.desk.correcting.tasks() if task.worker_id == worker_id), None
        )

    def correct(self, task: Task, text: str) -> None:
        """Correct the field that the branch commented on, and send the correction to the outbox."""
        self._window.frame.go("tasks")
        presenter = self._window.pages.tasks
        presenter.load()
        wait_for(
            lambda: any(each.entry_id == task.entry_id for each in presenter.state.tasks), "tasks listed"
        )
        presenter.open(task.entry_id)
        field = task.comments[0].field
        self._hand.part(f"fix_{field}", QWidget)
        self._pictures.take("tasks", self._window)
        self._hand.write(f"fix_{field}", text)
        wait_for(lambda: presenter.state.ready, "correction ready")
        self._hand.press("task_send")
        gone = lambda: not any(each.entry_id == task.entry_id for each in presenter.state.tasks)  # noqa: E731
        wait_for(gone, "task done")

    def _sent(self) -> None:
        patience = Patience("sync", PATIENCE)
        while (failure := self._run_once(self._window.pages.sync.state.run.ended)) is not None:
            if failure.code not in PASSING:
                raise failure
            patience.wait()

    def _run_once(self, runs: int) -> Failure | None:
        sync = self._window.pages.sync
        wait_for(lambda: not sync.state.run.running, "sync idle", PATIENCE)
        self._hand.press("sync_now")
        wait_for(lambda: sync.state.run.ended > runs and not sync.state.run.running, "sync run", PATIENCE)
        return sync.state.run.failure

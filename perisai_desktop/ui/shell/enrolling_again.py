"""Begins the form of somebody whose membership ended, with what is known of the person."""

from __future__ import annotations

from collections.abc import Callable

from perisai_desktop.background.ports import Jobs, Lane
from perisai_desktop.services.desk import AgentDesk
from sync.rules.iuran_month import IuranMonth


def enrol_again(desk: AgentDesk, jobs: Jobs, worker_id: str, begun: Callable[[], None]) -> None:
    """Keep a draft of a worker's form as it holds this month; `begun` once it is there."""
    month = IuranMonth.of(desk.clock.today())
    jobs.run(
        Lane.LOCAL,
        lambda: desk.drafting.again(desk.changing.form(worker_id, month)),
        lambda _outcome: begun(),
    )

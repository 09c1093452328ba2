"""What a server does by itself while it serves: at its start, and every hour or minute from then on."""

from __future__ import annotations

import asyncio
import logging
from collections.abc import AsyncIterator, Callable, Mapping
from contextlib import asynccontextmanager, suppress
from datetime import date

LOG = logging.getLogger(__name__)
HOUR, MINUTE = 3600.0, 60.0

Chores = Mapping[str, Callable[[], object]]
"""What is to be done, under the name that the log tells it by."""


def once_a_day(chore: Callable[[], object], today: Callable[[], date]) -> Callable[[], object]:
    """A chore that is done the first time that it is asked for on a day; one that failed is done again."""
    done: list[date] = []

    def when_due() -> object:
        day = today()
        if day in done:
            return None
        answer = chore()
        done[:] = [day]
        return answer

    return when_due


@asynccontextmanager
async def done_hourly(chores: Chores, pause: float = HOUR) -> AsyncIterator[None]:
    """Does the chores every `pause` seconds, one after another in a thread, while the block lasts; one that is under way is waited for.

    A chore that fails is logged, and done again with the others.
    """
    over = asyncio.Event()
    running = asyncio.create_task(_go_on(chores, pause, over))
    try:
        yield
    finally:
        over.set()
        await running


async def _go_on(chores: Chores, pause: float, over: asyncio.Event) -> None:
    while not over.is_set():
        for name, chore in chores.items():
            try:
                await asyncio.to_thread(chore)
            except Exception:
                LOG.exception("chore_failed", extra={"chore": name})
        with suppress(TimeoutError):
            await asyncio.wait_for(over.wait(), pause)

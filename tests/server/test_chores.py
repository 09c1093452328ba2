"""A server's own chores: done at its start and again, whatever one of them meets."""

from __future__ import annotations

import asyncio
import logging
import threading
from datetime import date

import pytest

from sync.server.chores import done_hourly, once_a_day


def test_chores_go_on_after_one_failed(caplog: pytest.LogCaptureFixture) -> None:
    done: list[int] = []
    thrice = threading.Event()

    def fail() -> None:
        raise RuntimeError

    def count() -> None:
        done.append(len(done))
        if len(done) == 3:
            thrice.set()

    async def serve() -> None:
        async with done_hourly({"broken": fail, "sound": count}, pause=0.001):
            assert await asyncio.to_thread(thrice.wait, 30)

    with caplog.at_level(logging.ERROR):
        asyncio.run(serve())
    assert len(done) >= 3
    assert {record.message for record in caplog.records} == {"chore_failed"}
    assert {getattr(record, "chore", None) for record in caplog.records} == {"broken"}
    caplog.clear()


def test_a_daily_chore_is_done_once_a_day_and_again_where_it_failed() -> None:
    days = iter([date(2026, 11, 22)] * 3 + [date(2026, 11, 23)] * 2)
    answers = iter(["one", "two"])
    failing = [True]

    def chore() -> str:
        if failing.pop() if failing else False:
            raise RuntimeError
        return next(answers)

    daily = once_a_day(chore, lambda: next(days))
    with pytest.raises(RuntimeError):
        daily()
    assert [daily(), daily(), daily(), daily()] == ["one", None, "two", None]

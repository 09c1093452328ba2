"""A server's own chores: done at its start and again, whatever one of them meets."""

from __future__ import annotations

import asyncio
import logging
import threading

import pytest

from sync.server.chores import done_hourly


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

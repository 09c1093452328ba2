"""Puts a trap beside commits, files, requests and answers of the process it is called in; the shipped code knows nothing."""

from __future__ import annotations

import os
import re
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

from sqlalchemy import Connection, Engine, event
from sqlalchemy.engine.default import DefaultDialect
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from sync.client.channel import Channel, RawAnswer
from tests.killing.failpoints import Trap, die

_WRITING = re.compile(r'(INSERT|UPDATE)(?: OR \w+)?(?: INTO)? "?(\w+)')
_WRITTEN = "tests.killing.written"

LAPTOP_COMMITS = {
    "INSERT journal": "save",
    "INSERT acknowledgement": "settle",
    "INSERT feed_row": "apply",
    "INSERT identity": "store made",
    "UPDATE outbox": "lease",
}
SERVER_COMMITS = {"UPDATE batch_inbox": "settle", "INSERT batch_inbox": "inbox"}
"""By what a transaction wrote, the first that fits: what its commit is called."""


def watch_commits(trap: Trap, names: Mapping[str, str]) -> None:
    """Pass by before and after each commit of a transaction that wrote something with a name."""

    def note(link: Connection, _cursor: Any, statement: str, *_rest: Any) -> None:
        found = _WRITING.match(statement)
        if found is not None:
            link.connection.info.setdefault(_WRITTEN, set()).add(" ".join(found.groups()))

    commit: Callable[[DefaultDialect, Any], None] = DefaultDialect.do_commit

    def watched(dialect: DefaultDialect, link: Any) -> None:
        written = link.info.pop(_WRITTEN, ())
        name = next((name for what, name in names.items() if what in written), None)
        if name is not None:
            trap.pass_by(f"{name}, before the commit")
        commit(dialect, link)
        if name is not None:
            trap.pass_by(f"{name}, after the commit")

    def forget(link: Connection) -> None:
        link.connection.info.pop(_WRITTEN, None)

    event.listen(Engine, "before_cursor_execute", note)
    event.listen(Engine, "rollback", forget)
    DefaultDialect.do_commit = watched  # type: ignore[method-assign]


def watch_files(trap: Trap) -> None:
    """Pass by before and after a file gets its name, and before its bytes are fsynced; drafts by the name they will get."""
    names: dict[int, str] = {}
    opening, replace, fsync = os.open, os.replace, os.fsync

    def watched_open(path: Any, *more: Any, **named: Any) -> int:
        handle = opening(path, *more, **named)
        names[handle] = Path(path).name.removeprefix(".").rpartition(".")[0]
        return handle

    def watched_replace(source: Any, target: Any, **more: Any) -> None:
        trap.pass_by(f"{Path(target).name} before its name")
        replace(source, target, **more)
        trap.pass_by(f"{Path(target).name} after its name")

    def watched_fsync(handle: int) -> None:
        trap.pass_by(f"{names.get(handle, '')} before its fsync")
        fsync(handle)

    os.open, os.replace, os.fsync = watched_open, watched_replace, watched_fsync  # type: ignore[assignment]


def watch_requests(trap: Trap) -> None:
    """Pass by before a request is sent, and once its answer was read and nothing came of it yet."""
    send = Channel.send

    def watched(channel: Channel, method: str, path_query: str, **more: Any) -> RawAnswer:
        trap.pass_by(f"{_errand(path_query)} unsent")
        answer = send(channel, method, path_query, **more)
        trap.pass_by(f"{_errand(path_query)} answered")
        return answer

    Channel.send = watched  # type: ignore[method-assign,assignment]


def watched_answers(app: ASGIApp, trap: Trap) -> ASGIApp:
    """The application with a trap before the head of each answer and in the middle of its body."""

    async def watched(scope: Scope, receive: Receive, send: Send) -> None:
        errand = _errand(scope.get("path", ""))

        async def answer(message: Message) -> None:
            if message["type"] == "http.response.start":
                trap.pass_by(f"{errand} unanswered")
            elif message["type"] == "http.response.body" and _kills_here(trap, errand):
                half = message["body"][: len(message["body"]) // 2]
                await send({"type": "http.response.body", "body": half, "more_body": True})
                die()
            await send(message)

        await app(scope, receive, answer)

    return watched


def _kills_here(trap: Trap, errand: str) -> bool:
    place = f"{errand} half answered"
    trap.passed[place] += 1
    wanted = trap.failpoint
    return wanted is not None and (wanted.place, wanted.passing) == (place, trap.passed[place])


def _errand(path_query: str) -> str:
    """The word after the version in a path."""
    return [*urlsplit(path_query).path.split("/"), "", "", ""][2]

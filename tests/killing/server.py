"""The server's process: the practice server as its command starts it, a trap around its store and its answers."""

from __future__ import annotations

import os
from argparse import Namespace
from collections.abc import MutableMapping
from functools import partial
from multiprocessing.connection import Connection
from pathlib import Path
from typing import Any
from unittest import mock

from starlette.types import ASGIApp, Receive, Scope, Send

from sync.server.app import app_of
from sync.server.cli import practice
from sync.server.composition import Server, open_server
from sync.server.services.practice import kept_secrets
from tests.killing.failpoints import Failpoint, Trap
from tests.killing.hooks import SERVER_COMMITS, watch_commits, watched_answers
from tests.support.branch_house import CHEAP
from tests.support.centres import MARKET_DATE


def serve(folder: Path, port: int, database_url: str, failpoint: Failpoint | None, talk: Connection) -> None:
    """Answer until killed; the one-time code is said once the port answers."""
    folder.mkdir(parents=True, exist_ok=True)
    log = os.open(folder / "server.log", os.O_WRONLY | os.O_CREAT | os.O_APPEND, 0o600)
    os.dup2(log, 1)
    os.dup2(log, 2)
    trap = Trap(failpoint)
    watch_commits(trap, SERVER_COMMITS)

    def trapped(server: Server) -> ASGIApp:
        return _telling(watched_answers(app_of(server), trap), folder, talk)

    asked = Namespace(host="127.0.0.1", port=port, dir=folder, db=database_url, today=MARKET_DATE)
    opening = partial(open_server, passwords=CHEAP)
    with mock.patch.multiple(practice, app_of=trapped, open_server=opening):
        practice.practice(asked)


def _telling(app: ASGIApp, folder: Path, talk: Connection) -> ASGIApp:
    """The application; the code of the practice note is said when it has started."""

    async def telling(scope: Scope, receive: Receive, send: Send) -> None:
        async def tell(message: MutableMapping[str, Any]) -> None:
            if message["type"] == "lifespan.startup.complete":
                talk.send(kept_secrets(folder).code)
            await send(message)

        await app(scope, receive, tell)

    return telling

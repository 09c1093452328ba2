"""Runs the server on a bound socket until it is asked to stop."""

from __future__ import annotations

import gc
import socket
import ssl
from collections.abc import Callable

import uvicorn
from fastapi import FastAPI

from sync.server.cli.address import Listening
from sync.server.logs import write_logs

_GRACE_SECONDS = 10
_KEEP_ALIVE_SECONDS = 30


def listen(app: FastAPI, listening: Listening, bound: socket.socket) -> None:
    """Serve until SIGINT or SIGTERM; requests that are under way get 10 seconds to finish.

    There is no access log of uvicorn: paths hold receipt numbers and ids of people's records. What start-up made lives as
    long as the process: the collector passes it by, or an answer would wait for it to look through 90,000 regions.
    """
    write_logs()
    gc.collect()
    gc.freeze()
    config = uvicorn.Config(
        app,
        access_log=False,
        log_config=None,
        log_level="warning",
        server_header=False,
        date_header=False,
        proxy_headers=False,
        timeout_graceful_shutdown=_GRACE_SECONDS,
        ssl_certfile=str(listening.certificate) if listening.certificate else None,
        ssl_keyfile=str(listening.key) if listening.key else None,
        ssl_context_factory=_modern if listening.certificate else None,
        timeout_keep_alive=_KEEP_ALIVE_SECONDS,
        lifespan="on",
    )
    uvicorn.Server(config).run(sockets=[bound])


def _modern(_config: uvicorn.Config, make: Callable[[], ssl.SSLContext]) -> ssl.SSLContext:
    """TLS 1.2 or later (sync/rules/README.md, "Who is asking")."""
    context = make()
    context.minimum_version = ssl.TLSVersion.TLSv1_2
    return context

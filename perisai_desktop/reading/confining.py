"""Makes this process a modest one: it gives way to others, takes no more memory than its share, writes and sends nothing."""

from __future__ import annotations

import os
import sys
from typing import Any

GIVES_WAY = 10
MOST_MEMORY = 1536 * 1024 * 1024
"""Bytes of data: three times what a reading takes; behind it the process ends instead of the laptop."""

_BARRED = (
    "socket.connect",
    "socket.bind",
    "socket.getaddrinfo",
    "socket.sendto",
    "subprocess.Popen",
    "os.exec",
    "os.posix_spawn",
    "os.system",
)
_WRITING = os.O_WRONLY | os.O_RDWR | os.O_CREAT | os.O_TRUNC | os.O_APPEND


def confine() -> None:
    """For the rest of this process; what is refused raises PermissionError where it is tried."""
    sys.dont_write_bytecode = True
    if sys.platform != "win32":
        _lower()
    sys.addaudithook(_refuse)


def _lower() -> None:
    import resource

    os.nice(GIVES_WAY)
    hard = resource.getrlimit(resource.RLIMIT_DATA)[1]
    most = MOST_MEMORY if hard == resource.RLIM_INFINITY else min(MOST_MEMORY, hard)
    resource.setrlimit(resource.RLIMIT_DATA, (most, most))


def _refuse(event: str, arguments: tuple[Any, ...]) -> None:
    if event in _BARRED:
        raise PermissionError(event)
    if event == "open" and arguments[0] != os.devnull and (arguments[2] or 0) & _WRITING:
        raise PermissionError(event)

"""A line to a real server that counts what goes up, and drops a request in its middle when it is told to."""

from __future__ import annotations

import socket
import threading
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from urllib.parse import urlsplit

_CHUNK = 4_096


@dataclass
class CutLine:
    """Carries bytes both ways. `cut_after`: so many bytes up from here on, then every connection is closed at once."""

    url: str
    up: int = 0
    cut_after: int | None = None
    cuts: int = 0
    links: list[socket.socket] = field(default_factory=list)

    def hang_up(self) -> None:
        """Close every connection now: what the server answers is heard by nobody."""
        _close(*self.links)
        self.links.clear()

    def carried(self, count: int) -> bool:
        """Count bytes that go up; False where the line drops here."""
        self.up += count
        if self.cut_after is None:
            return True
        self.cut_after -= count
        if self.cut_after > 0:
            return True
        self.cut_after = None
        self.cuts += 1
        return False


@contextmanager
def cut_line(real: str) -> Iterator[CutLine]:
    """A running line before the server at `real`."""
    there = urlsplit(real)
    assert there.hostname is not None
    target = (there.hostname, there.port or 80)
    with socket.create_server(("127.0.0.1", 0)) as listening:
        line = CutLine(f"http://127.0.0.1:{listening.getsockname()[1]}")
        threads: list[threading.Thread] = []

        def serve() -> None:
            while True:
                try:
                    near, _ = listening.accept()
                except OSError:
                    return
                far = socket.create_connection(target)
                line.links += (near, far)
                threads.append(threading.Thread(target=_up, args=(line, near, far), daemon=True))
                threads.append(threading.Thread(target=_down, args=(near, far), daemon=True))
                for thread in threads[-2:]:
                    thread.start()

        accepting = threading.Thread(target=serve, daemon=True)
        accepting.start()
        try:
            yield line
        finally:
            listening.shutdown(socket.SHUT_RDWR)
            listening.close()
            accepting.join(10)
            for thread in threads:
                thread.join(10)


def _up(line: CutLine, near: socket.socket, far: socket.socket) -> None:
    with suppress(OSError):
        while piece := near.recv(_CHUNK):
            if not line.carried(len(piece)):
                break
            far.sendall(piece)
    _close(near, far)


def _down(near: socket.socket, far: socket.socket) -> None:
    with suppress(OSError):
        while piece := far.recv(_CHUNK):
            near.sendall(piece)
    _close(near, far)


def _close(*links: socket.socket) -> None:
    for link in links:
        with suppress(OSError):
            link.shutdown(socket.SHUT_RDWR)
        link.close()

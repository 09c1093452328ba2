"""A line to a real server on which anything may happen to a request or its answer, as a seed decides."""

from __future__ import annotations

import random
import socket
from collections import Counter
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from http.client import HTTPConnection

from tests.support import portals
from tests.support.liars import LIES, Answer, Liar, PassingOn, running

SIGN_IN_WANTED = portals.http(
    "511 Network Authentication Required", b"<html>Masuk dulu</html>", "Content-Type: text/html"
)
PORTALS = {
    "portal 200": portals.LOGIN_PAGE,
    "portal 302": portals.REDIRECT,
    "portal 511": SIGN_IN_WANTED,
    "portal without http": portals.NOT_HTTP,
    "proxy 500": portals.BROKEN_PROXY,
    "proxy 503": portals.BUSY_PROXY,
}
"""What answers in the server's place; the request never arrives."""
LOST = ("request lost", "request cut", "request late", "answer lost", "request twice", "answer late")
FAULTS = (*LOST, *PORTALS, *(f"answer: {lie}" for lie in LIES))


@dataclass(frozen=True, slots=True)
class Held:
    """A request that is on its way for longer than its sender waits."""

    method: str
    path: str
    body: bytes
    headers: dict[str, str]


class BadLine(Liar):
    """Passes on what it gets, with a fault in so many of all exchanges; `calm` ends that and delivers what was held."""

    def __init__(self, real: str, seed: int, share: float) -> None:
        super().__init__(real, _Happening)
        self._chance = random.Random(seed)
        self._share = share
        self.held: list[Held] = []
        self.seen: Counter[str] = Counter()

    def next_fault(self) -> str:
        """What happens to the exchange that begins; empty: nothing."""
        fault = self._chance.choice(FAULTS) if self._chance.random() < self._share else ""
        self.seen[fault] += 1
        return fault

    def calm(self) -> None:
        """From here on it is a good line."""
        self._share = 0.0
        self.deliver()

    def deliver(self) -> None:
        """Requests that were held arrive, in another order; nobody waits for their answers."""
        late, self.held = self.held, []
        self._chance.shuffle(late)
        for one in late:
            line = HTTPConnection(self.real, timeout=30)
            line.request(one.method, one.path, one.body or None, one.headers)
            line.getresponse().read()
            line.close()


@contextmanager
def bad_line(real: str, seed: int, share: float = 0.5) -> Iterator[BadLine]:
    """A running bad line before the server at `real`."""
    with running(BadLine(real, seed, share)) as line:
        yield line


class _Happening(PassingOn):
    server: BadLine

    def pass_on(self) -> None:
        """One exchange, with what happens to it."""
        body = self.rfile.read(int(self.headers.get("Content-Length", 0)))
        fault = self.server.next_fault()
        answered = self._exchange(fault, body)
        with suppress(OSError):
            self.wfile.write(answered)
        self.close_connection = True

    def _exchange(self, fault: str, body: bytes) -> bytes:
        if fault in PORTALS:
            return PORTALS[fault]
        happening: dict[str, Callable[[bytes], bytes]] = {
            "request lost": lambda _body: portals.SILENCE,
            "request cut": self._cut,
            "request late": self._hold,
            "answer lost": self._unheard,
            "request twice": self._twice,
            "answer late": self._late,
        }
        if fault in happening:
            return happening[fault](body)
        if fault:
            return _told(fault, self.ask(body))
        self.server.deliver()
        return self.ask(body).bytes()

    def _cut(self, body: bytes) -> bytes:
        """Half of the body reaches the server, then the line is dead."""
        host, _, port = self.server.real.partition(":")
        lines = [f"{self.command} {self.path} HTTP/1.1", f"Host: {self.server.real}"]
        lines += [f"{name}: {value}" for name, value in self.passed_on().items()]
        lines.append(f"Content-Length: {len(body)}")
        with socket.create_connection((host, int(port)), timeout=30) as line:
            line.sendall("\r\n".join(lines).encode() + b"\r\n\r\n" + body[: len(body) // 2])
        return portals.SILENCE

    def _hold(self, body: bytes) -> bytes:
        self.server.held.append(Held(self.command, self.path, body, self.passed_on()))
        return portals.SILENCE

    def _unheard(self, body: bytes) -> bytes:
        self.ask(body)
        return portals.SILENCE

    def _twice(self, body: bytes) -> bytes:
        self.ask(body)
        return self.ask(body).bytes()

    def _late(self, body: bytes) -> bytes:
        """The answer comes after what was held has overtaken it."""
        answer = self.ask(body)
        self.server.deliver()
        return answer.bytes()


def _told(fault: str, answer: Answer) -> bytes:
    """The lie about an answer; the answer itself where it has nothing to lie about."""
    lie = LIES[fault.removeprefix("answer: ")]
    try:
        return lie(answer)
    except StopIteration:
        return answer.bytes()

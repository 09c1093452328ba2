"""A line to a real server that lies once it is told to: about one kind of request, in one of the ways that lines have."""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from http.client import HTTPConnection
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any, TypeVar
from urllib.parse import urlsplit

from sync.protocol.signatures import HEADER_SIGNATURE
from tests.support import portals

CARRIED = ("content-type", "retry-after", HEADER_SIGNATURE.lower())
PASSED_ON = ("content-type", "perisai-")


@dataclass(frozen=True, slots=True)
class Answer:
    """What the real server said."""

    status: int
    body: bytes
    headers: dict[str, str]

    def bytes(self, *, sent: int | None = None) -> bytes:
        """The answer on the line; with `sent`, only so many bytes of the body that its head announces."""
        lines = [f"HTTP/1.1 {self.status} Answer", f"Content-Length: {len(self.body)}", "Connection: close"]
        lines += [f"{name}: {value}" for name, value in self.headers.items()]
        return "\r\n".join(lines).encode() + b"\r\n\r\n" + self.body[:sent]


Lie = Callable[[Answer], bytes]
L = TypeVar("L", bound="Liar")


def half(answer: Answer) -> bytes:
    """Head and half of the body, then the line is cut."""
    return answer.bytes(sent=len(answer.body) // 2)


def another_signature(answer: Answer) -> bytes:
    """The right answer under a signature that is not its own."""
    return Answer(answer.status, answer.body, {**answer.headers, HEADER_SIGNATURE.lower(): "A" * 86}).bytes()


def unsigned(answer: Answer) -> bytes:
    """The right answer without its signature."""
    kept = {name: value for name, value in answer.headers.items() if name != HEADER_SIGNATURE.lower()}
    return Answer(answer.status, answer.body, kept).bytes()


def altered(answer: Answer) -> bytes:
    """One digit of the answer changed on the way."""
    digit = next(place for place, sign in enumerate(answer.body) if chr(sign).isdigit())
    other = b"1" if answer.body[digit : digit + 1] != b"1" else b"2"
    body = answer.body[:digit] + other + answer.body[digit + 1 :]
    return Answer(answer.status, body, answer.headers).bytes()


LIES: dict[str, Lie] = {
    "html": lambda _: portals.LOGIN_PAGE,
    "500": lambda _: portals.BROKEN_PROXY,
    "nothing": lambda _: portals.SILENCE,
    "redirect": lambda _: portals.REDIRECT,
    "half": half,
    "another_signature": another_signature,
    "unsigned": unsigned,
    "altered": altered,
}


class Liar(ThreadingHTTPServer):
    """Passes everything on to `real` and its answers back; requests whose path begins with `about` get the lie."""

    daemon_threads = True

    def __init__(self, real: str, handler: type[PassingOn] | None = None) -> None:
        super().__init__(("127.0.0.1", 0), handler or PassingOn)
        self.real = urlsplit(real).netloc
        self.about = ""
        self.lie: Lie | None = None
        self.told = 0

    @property
    def url(self) -> str:
        """Where it listens."""
        return f"http://127.0.0.1:{self.server_address[1]}"

    def begin(self, about: str, lie: Lie) -> None:
        """From here on the answers to requests below `about` are lies."""
        self.about, self.lie, self.told = about, lie, 0

    def repent(self) -> None:
        """From here on every answer is the server's own."""
        self.lie = None

    def handle_error(self, request: Any, client_address: Any) -> None:
        """A caller who hangs up on a lie is right to."""


@contextmanager
def lying_line(real: str) -> Iterator[Liar]:
    """A running liar before the server at `real`."""
    with running(Liar(real)) as liar:
        yield liar


@contextmanager
def running(liar: L) -> Iterator[L]:
    """A liar that answers until the block ends."""
    thread = threading.Thread(target=liar.serve_forever, kwargs={"poll_interval": 0.01})
    thread.start()
    try:
        yield liar
    finally:
        liar.shutdown()
        liar.server_close()
        thread.join()


class PassingOn(BaseHTTPRequestHandler):
    """One connection with one request, which is passed on."""

    server: Liar
    protocol_version = "HTTP/1.1"

    def log_message(self, format: str, *args: Any) -> None:  # noqa: A002
        """Keeps the console quiet."""

    def do_GET(self) -> None:
        self.pass_on()

    def do_POST(self) -> None:
        self.pass_on()

    def do_PUT(self) -> None:
        self.pass_on()

    def pass_on(self) -> None:
        """Ask the real server; answer in its words or with the lie."""
        body = self.rfile.read(int(self.headers.get("Content-Length", 0)))
        answer = self.ask(body)
        lie = self.server.lie
        if lie is not None and self.path.startswith(self.server.about):
            self.server.told += 1
            self.wfile.write(lie(answer))
        else:
            self.wfile.write(answer.bytes())
        self.close_connection = True

    def ask(self, body: bytes) -> Answer:
        """The real server's answer; the server does what it was asked to, whatever the caller hears of it."""
        line = HTTPConnection(self.server.real, timeout=30)
        try:
            line.request(self.command, self.path, body or None, self.passed_on())
            heard = line.getresponse()
            kept = {name.lower(): value for name, value in heard.getheaders() if name.lower() in CARRIED}
            return Answer(heard.status, heard.read(), kept)
        finally:
            line.close()

    def passed_on(self) -> dict[str, str]:
        """The headers of the request that the real server needs."""
        return {
            name: value
            for name, value in self.headers.items()
            if name.lower() == "accept" or name.lower().startswith(PASSED_ON)
        }

"""Things that answer in a server's place: captive portals, broken proxies, lines that go dead."""

from __future__ import annotations

import socket
import threading
from collections.abc import Iterator
from contextlib import contextmanager


def http(status: str, body: bytes, *headers: str) -> bytes:
    """A whole HTTP answer."""
    lines = (f"HTTP/1.1 {status}", f"Content-Length: {len(body)}", "Connection: close", *headers)
    return "\r\n".join(lines).encode() + b"\r\n\r\n" + body


LOGIN_PAGE = http(
    "200 OK", b"<html><body>Selamat datang di WiFi Pasar</body></html>", "Content-Type: text/html"
)
BROKEN_PROXY = http("500 Internal Server Error", b"<html>oops</html>", "Content-Type: text/html")
BUSY_PROXY = http("503 Service Unavailable", b"", "Retry-After: 40")
REDIRECT = http("302 Found", b"", "Location: http://127.0.0.1:1/login")
SILENCE = b""
NOT_HTTP = b"\x16\x03\x01 this is not http"
FALSE_SIGNATURE = http(
    "200 OK", b'{"ok":true}', "Content-Type: application/json", "Perisai-Signature: " + "A" * 86
)
FALSE_BAR = http("403 Forbidden", b'{"code":"device_paused"}', "Content-Type: application/json")


@contextmanager
def portal(answer: bytes) -> Iterator[str]:
    """The address of something that gives every request the same answer and closes."""
    with socket.socket() as listening:
        listening.bind(("127.0.0.1", 0))
        listening.listen(8)
        open_still = threading.Event()
        open_still.set()

        def serve() -> None:
            while open_still.is_set():
                try:
                    link, _ = listening.accept()
                except OSError:
                    return
                with link:
                    link.settimeout(5)
                    if _read_request(link):
                        link.sendall(answer)

        thread = threading.Thread(target=serve, daemon=True)
        thread.start()
        try:
            yield f"http://127.0.0.1:{listening.getsockname()[1]}"
        finally:
            open_still.clear()
            listening.shutdown(socket.SHUT_RDWR)
            thread.join(10)


def _read_request(link: socket.socket) -> bool:
    """Take in head and body, so that closing does not reset the line before the answer is read."""
    request = b""
    while b"\r\n\r\n" not in request:
        part = link.recv(65_536)
        if not part:
            return False
        request += part
    head, _, body = request.partition(b"\r\n\r\n")
    length = next(
        (
            int(line.split(b":")[1])
            for line in head.split(b"\r\n")
            if line.lower().startswith(b"content-length:")
        ),
        0,
    )
    while len(body) < length:
        body += link.recv(65_536)
    return True

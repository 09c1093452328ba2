"""The channel: addresses that are used, failures by name, answers of bounded size, no redirects, no foreign credentials."""

from __future__ import annotations

import gzip
import socket
import ssl
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager

import pytest
import requests
import urllib3.exceptions

from sync.client.address import AddressFault, ServerAddress
from sync.client.channel import LARGEST_ANSWER, LONGEST_RETRY_AFTER, Channel, ChannelDown, RawAnswer


@contextmanager
def answering(*answers: bytes) -> Iterator[tuple[str, list[bytes]]]:
    """A socket that gives one raw answer to each connection, and what it was sent."""
    received: list[bytes] = []
    with socket.create_server(("127.0.0.1", 0)) as listening:

        def serve() -> None:
            for answer in answers:
                connection, _ = listening.accept()
                with connection:
                    received.append(connection.recv(65_536))
                    connection.sendall(answer)

        thread = threading.Thread(target=serve)
        thread.start()
        yield f"http://127.0.0.1:{listening.getsockname()[1]}", received
        thread.join()


def http(status: str, body: bytes = b"", *headers: str) -> bytes:
    lines = [f"HTTP/1.1 {status}", f"Content-Length: {len(body)}", "Connection: close", *headers]
    return "\r\n".join(lines).encode() + b"\r\n\r\n" + body


def asked(url: str, monotonic: Callable[[], float] | None = None) -> RawAnswer:
    channel = Channel(ServerAddress.parse(url), monotonic=monotonic or time.monotonic)
    try:
        return channel.send("GET", "/v1/identity?x=1", headers={"Authorization": "Bearer mine"})
    finally:
        channel.close()


def down(url: str, monotonic: Callable[[], float] | None = None) -> str:
    with pytest.raises(ChannelDown) as failed:
        asked(url, monotonic)
    assert failed.value.__cause__ is None
    return failed.value.detail


@pytest.mark.parametrize(
    ("text", "origin", "loopback"),
    [
        ("https://pusat.contoh.invalid", "https://pusat.contoh.invalid", False),
        (" https://pusat.contoh.invalid:8443/ ", "https://pusat.contoh.invalid:8443", False),
        ("http://127.0.0.1:8000", "http://127.0.0.1:8000", True),
        ("http://localhost", "http://localhost", True),
        ("http://[::1]:9", "http://[::1]:9", True),
        ("https://10.0.0.1", "https://10.0.0.1", False),
    ],
)
def test_addresses_that_are_used(text: str, origin: str, loopback: bool) -> None:
    address = ServerAddress.parse(text)
    assert (address.origin, address.loopback) == (origin, loopback)


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("http://pusat.contoh.invalid", "plain_http"),
        ("http://10.0.0.1", "plain_http"),
        ("http://127.0.0.1.contoh.invalid", "plain_http"),
        ("http://localhost.contoh.invalid", "plain_http"),
        ("ftp://127.0.0.1", "address_malformed"),
        ("pusat.contoh.invalid", "address_malformed"),
        ("https://", "address_malformed"),
        ("https://a.invalid/path", "address_malformed"),
        ("https://a.invalid?x", "address_malformed"),
        ("https://user@a.invalid", "address_malformed"),
        ("https://a.invalid:port", "address_malformed"),
        ("https://[broken", "address_malformed"),
        ("", "address_malformed"),
    ],
)
def test_addresses_that_are_not(text: str, code: str) -> None:
    with pytest.raises(AddressFault) as refused:
        ServerAddress.parse(text)
    assert refused.value.code == code


def test_an_answer_is_read_whole_with_its_headers() -> None:
    with answering(http("200 OK", b"{}", "Perisai-Signature: sig", "Retry-After: 30")) as (url, received):
        assert asked(url) == RawAnswer(200, b"{}", "sig", 30)
    assert received[0].startswith(b"GET /v1/identity?x=1 HTTP/1.1\r\n")
    assert b"Authorization: Bearer mine" in received[0]
    assert b"User-Agent: perisai\r\n" in received[0]


def test_redirects_are_answers_and_not_followed() -> None:
    with answering(http("302 Found", b"", "Location: http://127.0.0.1:1/elsewhere")) as (url, received):
        assert asked(url).status == 302
    assert len(received) == 1


@pytest.mark.parametrize(
    ("header", "seconds"),
    [("5", 5), ("999999999", LONGEST_RETRY_AFTER), ("soon", None), ("-5", None), ("Sun, 22 Nov 2026", None)],
)
def test_a_wait_is_read_and_capped(header: str, seconds: int | None) -> None:
    with answering(http("503 Slow", b"", f"Retry-After: {header}")) as (url, _):
        assert asked(url).retry_after == seconds


def test_coded_answers_are_opened_and_bombs_are_not() -> None:
    bomb = gzip.compress(bytes(LARGEST_ANSWER + 1))
    with answering(
        http("200 OK", gzip.compress(b"{}"), "Content-Encoding: gzip"),
        http("200 OK", bomb, "Content-Encoding: gzip"),
        http("200 OK", b"{}", "Content-Encoding: br"),
    ) as (url, _):
        assert asked(url).body == b"{}"
        assert down(url) == "unsigned"
        assert down(url) == "unsigned"


def test_an_answer_without_end_is_cut_off() -> None:
    with answering(http("200 OK", bytes(LARGEST_ANSWER + 100_000))) as (url, _):
        assert down(url) == "too_large"


def test_an_answer_that_drips_is_a_time_out() -> None:
    ticks = iter([0.0, 1_000.0])
    with answering(http("200 OK", b"{}")) as (url, _):
        assert down(url, lambda: next(ticks)) == "timeout"


def test_a_connection_cut_short_is_named() -> None:
    with answering(b"HTTP/1.1 200 OK\r\nContent-Length: 50\r\n\r\nshort", b"", b"nonsense\r\n\r\n") as (
        url,
        _,
    ):
        assert {down(url) for _ in range(3)} == {"connection"}


def whole(connection: socket.socket) -> bytes:
    """A request with the body `x`, which may come in a packet of its own."""
    read = b""
    while not read.endswith(b"\r\n\r\nx") and (part := connection.recv(65_536)):
        read += part
    return read


@contextmanager
def hanging_up(answers: int) -> Iterator[tuple[str, list[bytes]]]:
    """A server that answers once on its first connection, hangs up when it is asked again, and then answers so many more."""
    asked_for: list[bytes] = []
    kept = http("200 OK", b"kept").replace(b"Connection: close\r\n", b"")
    with socket.create_server(("127.0.0.1", 0)) as listening:

        def serve() -> None:
            connection, _ = listening.accept()
            with connection:
                asked_for.append(whole(connection))
                connection.sendall(kept)
                asked_for.append(whole(connection))
            for _ in range(answers):
                connection, _ = listening.accept()
                with connection:
                    asked_for.append(whole(connection))
                    connection.sendall(http("200 OK", b"anew"))

        thread = threading.Thread(target=serve)
        thread.start()
        yield f"http://127.0.0.1:{listening.getsockname()[1]}", asked_for
        thread.join()


@pytest.mark.parametrize("method", ["GET", "PUT"])
def test_a_kept_connection_that_was_closed_meanwhile_is_opened_anew(method: str) -> None:
    with hanging_up(1) as (url, asked_for):
        channel = Channel(ServerAddress.parse(url))
        bodies = [channel.send(method, "/v1/changes", headers={}, body=b"x").body for _ in range(2)]
        channel.close()
    assert bodies == [b"kept", b"anew"]
    assert len(asked_for) == 3


def test_what_may_not_be_asked_twice_is_told_as_a_lost_connection() -> None:
    with hanging_up(0) as (url, asked_for):
        channel = Channel(ServerAddress.parse(url))
        channel.send("POST", "/v1/hello", headers={}, body=b"x")
        with pytest.raises(ChannelDown, match="connection"):
            channel.send("POST", "/v1/hello", headers={}, body=b"x")
        channel.close()
    assert len(asked_for) == 2


def test_nobody_listening_is_refused() -> None:
    with socket.create_server(("127.0.0.1", 0)) as listening:
        port = listening.getsockname()[1]
    assert down(f"http://127.0.0.1:{port}") == "refused"


def test_https_to_something_else_is_a_tls_failure() -> None:
    with answering(b"HTTP/1.1 400 Bad Request\r\n\r\n") as (url, _):
        assert down(url.replace("http", "https")) == "tls"


@pytest.mark.parametrize(
    ("failure", "detail"),
    [
        (requests.ConnectTimeout(), "timeout"),
        (urllib3.exceptions.ReadTimeoutError(None, None, ""), "timeout"),  # type: ignore[arg-type]
        (requests.exceptions.SSLError(ssl.SSLError()), "tls"),
        (urllib3.exceptions.SSLError(), "tls"),
        (requests.ConnectionError(urllib3.exceptions.ProtocolError()), "connection"),
        (requests.exceptions.InvalidURL(), "connection"),
    ],
)
def test_failures_of_the_libraries_have_names(
    monkeypatch: pytest.MonkeyPatch, failure: Exception, detail: str
) -> None:
    def fail(*_arguments: object, **_options: object) -> None:
        raise failure

    monkeypatch.setattr(requests.Session, "request", fail)
    assert down("https://pusat.contoh.invalid") == detail


def test_a_name_that_is_not_found_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    def unknown(*_arguments: object, **_options: object) -> None:
        raise socket.gaierror(socket.EAI_NONAME, "unknown")

    monkeypatch.setattr(socket, "getaddrinfo", unknown)
    assert down("https://pusat.contoh.invalid") == "dns"


def test_trusted_roots_can_be_named_and_verification_stays_on() -> None:
    channel = Channel(ServerAddress.parse("https://pusat.contoh.invalid"), certificates="/roots.pem")
    assert channel._session.verify == "/roots.pem"
    assert Channel(ServerAddress.parse("https://a.invalid"))._session.verify is True
    channel.close()


def test_other_failures_stay_bugs(monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(*_arguments: object, **_options: object) -> None:
        raise ZeroDivisionError

    monkeypatch.setattr(requests.Session, "request", fail)
    with pytest.raises(ZeroDivisionError):
        asked("https://pusat.contoh.invalid")

"""One HTTP exchange with a server: explicit time-outs, no redirects, verified TLS, answers of bounded size."""

from __future__ import annotations

import socket
import time
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from functools import partial
from typing import BinaryIO

import requests
import urllib3.exceptions
from requests.auth import AuthBase

from sync.client.address import ServerAddress
from sync.protocol.blobs import HEADER_ANSWER
from sync.protocol.compression import CompressionFault, decompress
from sync.protocol.signatures import HEADER_SIGNATURE

CONNECT_TIME_OUT = 6.0
READ_TIME_OUT = 30.0
LARGEST_ANSWER = 32 * 1024 * 1024
LONGEST_RETRY_AFTER = 900
REPEATABLE = frozenset({"GET", "HEAD", "PUT"})
"""What may be asked again by itself (RFC 9110, section 9.2.2)."""
_CHUNK = 64 * 1024


class ChannelDown(Exception):
    """No answer came: `detail` is one of the details of `NoNetwork`."""

    def __init__(self, detail: str) -> None:
        super().__init__(detail)
        self.detail = detail


@dataclass(frozen=True, slots=True)
class RawAnswer:
    """An answer before anybody believes it. `body` is without content coding; `retry_after` in seconds, capped."""

    status: int
    body: bytes = field(repr=False)
    signature: str | None
    retry_after: int | None


class _NoAuthentication(AuthBase):
    """Keeps credentials of a .netrc file away from requests that carry their own."""

    def __call__(self, request: requests.PreparedRequest) -> requests.PreparedRequest:
        return request


class Channel:
    """A kept-alive connection to one server; not to be shared between threads.

    `certificates`: a file of trusted roots in place of the system's; verification cannot be turned off.
    """

    def __init__(
        self,
        address: ServerAddress,
        *,
        certificates: str | None = None,
        monotonic: Callable[[], float] = time.monotonic,
    ) -> None:
        self._origin = address.origin
        self._monotonic = monotonic
        self._answered = False
        self._session = requests.Session()
        self._session.trust_env = not address.loopback
        self._session.auth = _NoAuthentication()
        self._session.headers.clear()
        self._session.headers.update({"Accept-Encoding": "zstd, gzip", "User-Agent": "perisai"})
        if certificates is not None:
            self._session.verify = certificates

    def send(
        self,
        method: str,
        path_query: str,
        *,
        headers: Mapping[str, str],
        body: bytes = b"",
        time_out: float = READ_TIME_OUT,
    ) -> RawAnswer:
        """Sends one request and reads the whole answer within `time_out` seconds; to HEAD it stands in a header.

        Raises `ChannelDown`.
        """
        return self._exchange(method, path_query, headers, body or None, time_out)

    def upload(
        self, path_query: str, *, headers: Mapping[str, str], file: BinaryIO, time_out: float
    ) -> RawAnswer:
        """Posts an open file piece by piece, from where it stands; otherwise as `send`."""
        return self._exchange("POST", path_query, headers, file, time_out)

    def _exchange(
        self,
        method: str,
        path_query: str,
        headers: Mapping[str, str],
        body: bytes | BinaryIO | None,
        time_out: float,
    ) -> RawAnswer:
        deadline = self._monotonic() + time_out
        with _named_failures(), self._begun(method, path_query, headers, body, time_out) as response:
            content = self._read(response, deadline)
        self._answered = True
        if method == "HEAD":
            content = response.headers.get(HEADER_ANSWER, "").encode("latin-1")
        else:
            content = _decoded(content, response.headers.get("Content-Encoding", "identity"))
        return RawAnswer(
            status=response.status_code,
            body=content,
            signature=response.headers.get(HEADER_SIGNATURE),
            retry_after=_seconds(response.headers.get("Retry-After")),
        )

    def _begun(
        self,
        method: str,
        path_query: str,
        headers: Mapping[str, str],
        body: bytes | BinaryIO | None,
        time_out: float,
    ) -> requests.Response:
        """The head of an answer. A kept connection that the other end closed while it was idle is opened anew, once."""
        ask = partial(
            self._session.request,
            method,
            self._origin + path_query,
            data=body,
            headers=dict(headers),
            timeout=(CONNECT_TIME_OUT, time_out),
            allow_redirects=False,
            stream=True,
        )
        try:
            return ask()
        except requests.ConnectionError as lost:
            if not (self._answered and method in REPEATABLE and _dropped(lost)):
                raise
        return ask()

    def close(self) -> None:
        """Closes the connection."""
        self._session.close()

    def _read(self, response: requests.Response, deadline: float) -> bytes:
        content = bytearray()
        while chunk := response.raw.read(_CHUNK, decode_content=False):
            content += chunk
            if len(content) > LARGEST_ANSWER:
                raise ChannelDown("too_large")
            if self._monotonic() > deadline:
                raise ChannelDown("timeout")
        return bytes(content)


@contextmanager
def _named_failures() -> Iterator[None]:
    try:
        yield
    except (requests.Timeout, urllib3.exceptions.TimeoutError):
        raise ChannelDown("timeout") from None
    except (requests.exceptions.SSLError, urllib3.exceptions.SSLError):
        raise ChannelDown("tls") from None
    except (requests.RequestException, urllib3.exceptions.HTTPError) as failure:
        raise ChannelDown(_detail_of(failure)) from None


def _dropped(failure: requests.ConnectionError) -> bool:
    """Whether an open connection broke off before any part of an answer."""
    behind = failure.args[0] if failure.args else None
    return isinstance(behind, urllib3.exceptions.ProtocolError) and isinstance(
        behind.args[-1], ConnectionError
    )


def _detail_of(failure: BaseException) -> str:
    """`dns` or `refused` where one of them lies behind a failed connection, else `connection`."""
    behind: BaseException | None = failure
    while behind is not None:
        reasons = [behind, getattr(behind, "reason", None), *behind.args]
        reasons += [getattr(reason, "reason", None) for reason in behind.args]
        for reason in reasons:
            if isinstance(reason, (urllib3.exceptions.NameResolutionError, socket.gaierror)):
                return "dns"
            cause = getattr(reason, "__cause__", None)
            if isinstance(reason, ConnectionRefusedError) or isinstance(cause, ConnectionRefusedError):
                return "refused"
        behind = behind.__context__
    return "connection"


def _decoded(content: bytes, coding: str) -> bytes:
    if coding.lower() == "identity":
        return content
    try:
        return decompress(content, LARGEST_ANSWER)
    except CompressionFault:
        raise ChannelDown("unsigned") from None


def _seconds(text: str | None) -> int | None:
    if text is None or not text.isascii() or not text.isdigit():
        return None
    return min(int(text[:6]), LONGEST_RETRY_AFTER)

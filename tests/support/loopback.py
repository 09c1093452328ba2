"""The server in memory behind real HTTP on this machine, with every trouble done to real bytes and connections."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any
from urllib.parse import parse_qs, urlsplit

from sync.protocol.blobs import HEADER_ANSWER, BlobLost, BlobStanding
from sync.protocol.compression import compress
from sync.protocol.digests import sha256_hex
from sync.protocol.encoding import from_base64url, to_base64url
from sync.protocol.messages import Acknowledgement, Hello, Problem
from sync.protocol.signatures import (
    HEADER_CHALLENGE,
    HEADER_DEVICE,
    HEADER_NONCE,
    HEADER_SIGNATURE,
    HEADER_TIME,
    SigningKey,
    answer_message,
    request_message,
    verify,
)
from sync.protocol.verification import VerifyRequest
from sync.protocol.wire import AnswerModel, wire_bytes
from tests.support.fake_blobs import Refused
from tests.support.fake_server import RETRY_AFTER, FakeServer, Trouble, spoiled, stored_raw

HTML = b"<html><body>Selamat datang di WiFi gratis</body></html>"
_BLOBS = "/v1/blobs/"
SPOILING = (Trouble.OTHER_ACKNOWLEDGEMENT, Trouble.MISSING_VERDICT)


class Loopback(ThreadingHTTPServer):
    """Listens on a free port of the loopback address. `let_go` ends every answer that is held back; `cut_off` is the
    request that was cut off last."""

    daemon_threads = True

    def __init__(self, server: FakeServer) -> None:
        super().__init__(("127.0.0.1", 0), _Handler)
        self.fake = server
        self.let_go = threading.Event()
        self.cut_off: tuple[str, str, str | None] | None = None

    @property
    def url(self) -> str:
        """Where it listens."""
        return f"http://127.0.0.1:{self.server_address[1]}"

    def handle_error(self, request: Any, client_address: Any) -> None:
        """A client that went away is what some tests are about."""


@contextmanager
def loopback(server: FakeServer) -> Iterator[Loopback]:
    """A running loopback server."""
    running = Loopback(server)
    thread = threading.Thread(target=running.serve_forever, kwargs={"poll_interval": 0.01})
    thread.start()
    try:
        yield running
    finally:
        running.let_go.set()
        running.shutdown()
        running.server_close()
        thread.join()


class _Handler(BaseHTTPRequestHandler):
    server: Loopback
    protocol_version = "HTTP/1.1"
    wbufsize = -1
    disable_nagle_algorithm = True

    def log_message(self, format: str, *args: Any) -> None:  # noqa: A002
        """Keeps the console quiet."""

    def do_GET(self) -> None:
        self._answer()

    def do_POST(self) -> None:
        self._answer()

    def do_PUT(self) -> None:
        self._answer()

    def do_HEAD(self) -> None:
        self._answer()

    def do_PATCH(self) -> None:
        self._answer()

    def _answer(self) -> None:
        body = self.rfile.read(int(self.headers.get("Content-Length", 0)))
        fake = self.server.fake
        trouble = fake.next_trouble()
        request = (self.command, self.path, self.headers.get(HEADER_SIGNATURE))
        if trouble is Trouble.CUT or (request == self.server.cut_off and trouble is None):
            # The same request once more meets the same line.
            self.server.cut_off = None if request == self.server.cut_off else request
            self.close_connection = True
            return
        if trouble is Trouble.SILENCE:
            self.server.let_go.wait()
            self.close_connection = True
            return
        if trouble is Trouble.HTML:
            self._send(200, HTML, None, "text/html")
        elif trouble is Trouble.SLOWER:
            self._send(503, HTML, None, "text/html")
        elif trouble is Trouble.SMALLER:
            self._send(413, HTML, None, "text/html")
        elif trouble is Trouble.SERVER_FAULT:
            self._send(500, *self._signed(500, Problem(code="server_fault")))
        elif trouble is Trouble.BARRED:
            self._send(403, *self._signed(403, Problem(code="device_paused")))
        else:
            self._serve(body, trouble)

    def _serve(self, body: bytes, trouble: Trouble | None) -> None:
        try:
            answer = self._work(body)
        except Refused as refused:
            self._send(
                refused.status, *self._signed(refused.status, Problem(code=refused.code, data=refused.data))
            )
            return
        status = 200
        if trouble in SPOILING and isinstance(answer, Acknowledgement):
            answer = spoiled(trouble, answer)
        if trouble is Trouble.STORED_RAW and isinstance(answer, Acknowledgement):
            status, answer = 202, stored_raw(answer)
        if trouble is Trouble.LOST_ANSWER:
            self.server.let_go.wait()
            self.close_connection = True
            return
        if trouble is Trouble.GIBBERISH:
            answer = Problem(code="gibberish")
        key = SigningKey.from_bytes(bytes(32)) if trouble is Trouble.WRONG_SIGNATURE else None
        self._send(status, *self._signed(status, answer, key))

    def _work(self, body: bytes) -> AnswerModel:
        fake, parts = self.server.fake, urlsplit(self.path)
        device, challenge = self._header(HEADER_DEVICE), self._header(HEADER_CHALLENGE)
        fresh = challenge or self._header(HEADER_NONCE)
        message = request_message(self.command, self.path, sha256_hex(body), fresh, self._header(HEADER_TIME))
        if not verify(fake.key_of(device), from_base64url(self._header(HEADER_SIGNATURE)), message):
            raise Refused(401, "signature_invalid")
        if parts.path == "/v1/hello":
            return fake.greet(device, Hello.model_validate_json(body), challenge)
        if parts.path == "/v1/changes":
            return fake.rows_after(device, fresh, int(parse_qs(parts.query)["cursor"][0]))
        if parts.path == "/v1/verify":
            return fake.compare(device, fresh, VerifyRequest.model_validate_json(body))
        if parts.path.startswith(_BLOBS):
            return self._about_blob(device, fresh, parts.path.removeprefix(_BLOBS), parts.query, body)
        return fake.take(device, fresh, parts.path.removeprefix("/v1/batches/"), body)

    def _about_blob(self, device: str, fresh: str, rest: str, query: str, body: bytes) -> BlobStanding:
        fake, sha256 = self.server.fake, rest.partition("/")[0]
        if self.command == "HEAD":
            return fake.stand(device, fresh, sha256)
        if self.command == "PATCH":
            return fake.add_piece(device, fresh, sha256, int(parse_qs(query)["offset"][0]), body)
        return fake.lose(device, fresh, sha256, BlobLost.model_validate_json(body).code)

    def _header(self, name: str) -> str:
        return self.headers.get(name) or ""

    def _signed(self, status: int, answer: AnswerModel, key: SigningKey | None = None) -> tuple[bytes, str]:
        body = wire_bytes(answer)
        bound_to = self._header(HEADER_SIGNATURE) or self._header(HEADER_CHALLENGE)
        message = answer_message(bound_to, status, sha256_hex(body))
        return body, to_base64url((key or self.server.fake.key).sign(message))

    def _send(self, status: int, body: bytes, signature: str | None, kind: str = "application/json") -> None:
        packed = compress(body, "gzip") if signature is not None and status == 200 else body
        if self.command == "HEAD":
            self.send_response(status)
            self.send_header("Content-Length", "0")
            if signature is not None:
                self.send_header(HEADER_ANSWER, body.decode())
                self.send_header(HEADER_SIGNATURE, signature)
            if status in (429, 503):
                self.send_header("Retry-After", str(RETRY_AFTER))
            self.end_headers()
            return
        self.send_response(status)
        self.send_header("Content-Type", kind)
        self.send_header("Content-Length", str(len(packed)))
        if packed is not body:
            self.send_header("Content-Encoding", "gzip")
        if signature is not None:
            self.send_header(HEADER_SIGNATURE, signature)
        if status in (429, 503):
            self.send_header("Retry-After", str(RETRY_AFTER))
        self.end_headers()
        self.wfile.write(packed)

"""The way between a laptop and the server: messages are lost, late, repeated, garbled or answered by a portal."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import BinaryIO

from sync.client.channel import ChannelDown, RawAnswer
from tests.simulation.centre import Centre
from tests.simulation.events import Fault
from tests.simulation.failing_store import ServerDied

PORTAL = RawAnswer(200, b"<html>Selamat datang di WiFi pasar</html>", None, None)
BUSY = RawAnswer(503, b"", None, 5)


@dataclass(frozen=True, slots=True)
class Request:
    """A request as its bytes."""

    method: str
    path_query: str
    headers: Mapping[str, str]
    body: bytes


@dataclass(slots=True)
class Network:
    """Delivers what laptops send; `late` holds requests that are still on their way."""

    centre: Centre
    fault: Fault = Fault.NONE
    late: list[Request] = field(default_factory=list)
    requests: int = 0

    def deliver(self, request: Request) -> RawAnswer:
        """One request there and its answer back, with what goes wrong on the way. Raises ChannelDown."""
        fault, self.fault = self.fault, Fault.NONE
        self.requests += 1
        if fault is Fault.REQUEST_LOST:
            raise ChannelDown("timeout")
        if fault is Fault.REQUEST_LATE:
            self.late.append(request)
            raise ChannelDown("timeout")
        if fault is Fault.PORTAL:
            return PORTAL
        if fault is Fault.BUSY:
            return BUSY
        if fault is Fault.REQUEST_GARBLED:
            request = Request(request.method, request.path_query, request.headers, _garbled(request.body))
        if fault is Fault.TWICE:
            self._handled(request)
        answer = self._handled(request)
        if fault is Fault.ANSWER_LOST:
            raise ChannelDown("timeout")
        if fault is Fault.ANSWER_GARBLED:
            return RawAnswer(answer.status, _garbled(answer.body), answer.signature, answer.retry_after)
        return answer

    def deliver_late(self, choice: int) -> bool:
        """Let one late request arrive after all; nobody waits for its answer any more."""
        if not self.late:
            return False
        request = self.late.pop(choice % len(self.late))
        try:
            self.centre.handle(request.method, request.path_query, request.headers, request.body)
        except ServerDied:
            self.centre.start()
        return True

    def _handled(self, request: Request) -> RawAnswer:
        try:
            return self.centre.handle(request.method, request.path_query, request.headers, request.body)
        except ServerDied:
            self.centre.start()
            raise ChannelDown("connection") from None


class SimulatedChannel:
    """Fulfils what the signed channel asks of a `Channel`, over the network of the world."""

    def __init__(self, network: Network) -> None:
        self._network = network

    def send(
        self,
        method: str,
        path_query: str,
        *,
        headers: Mapping[str, str],
        body: bytes = b"",
        time_out: float = 30.0,
    ) -> RawAnswer:
        """One request and its answer. Raises ChannelDown."""
        return self._network.deliver(Request(method, path_query, dict(headers), body))

    def upload(
        self, path_query: str, *, headers: Mapping[str, str], file: BinaryIO, time_out: float
    ) -> RawAnswer:
        """An open file from where it stands, and its answer. Raises ChannelDown."""
        return self._network.deliver(Request("POST", path_query, dict(headers), file.read()))

    def close(self) -> None:
        """Nothing to give back."""


def _garbled(body: bytes) -> bytes:
    return body[:-1] + bytes([body[-1] ^ 0x20]) if body else b"?"

"""A TCP link of little rate, long delay and some loss between a client and a server on this machine."""

from __future__ import annotations

import asyncio
import random
import socket
import threading
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from time import perf_counter

SEGMENT = 1_400
HEADER = 40
"""Bytes of a segment, and of the TCP and IP headers that travel with it."""


@dataclass(frozen=True, slots=True)
class Shape:
    """Bits a second each way, seconds of a round trip, and the share of segments that is lost.

    A lost segment is sent again after a retransmission time-out of two round trips (RFC 6298 without variance, and
    never fewer than its 1 s), and all behind it waits: the stream stands still for so long, as TCP's does.
    """

    bits: float = 64_000
    round_trip: float = 0.6
    loss: float = 0.05

    @property
    def time_out(self) -> float:
        """Seconds that a lost segment costs."""
        return max(1.0, 2 * self.round_trip)


@dataclass
class Lane:
    """One direction of the link, shared by all connections: `bytes` and `lost` count what went through."""

    shape: Shape
    chance: random.Random
    bytes: int = 0
    segments: int = 0
    lost: int = 0
    free_at: float = field(default=0.0)

    def arrival(self, size: int, now: float) -> float:
        """When a segment that is sent now is there."""
        self.bytes += size
        late = 0.0
        while True:
            self.segments += 1
            begun = max(now, self.free_at)
            self.free_at = begun + (size + HEADER) * 8 / self.shape.bits
            if self.chance.random() >= self.shape.loss:
                return self.free_at + self.shape.round_trip / 2 + late
            self.lost += 1
            late += self.shape.time_out


class ShapedLink:
    """Listens on loopback and passes on to a port of it; `up` leads to the server, `down` back."""

    def __init__(self, port: int, shape: Shape, seed: int) -> None:
        chance = random.Random(seed)
        self.shape = shape
        self.target = port
        self.up = Lane(shape, chance)
        self.down = Lane(shape, chance)
        self.port = 0
        self.connections = 0
        self._over = asyncio.Event()
        self._tasks: set[asyncio.Task[None]] = set()
        self._loop: asyncio.AbstractEventLoop

    @property
    def url(self) -> str:
        """Where it listens."""
        return f"http://127.0.0.1:{self.port}"

    async def serve(self, open_now: threading.Event) -> None:
        """Pass on until the end."""
        self._loop = asyncio.get_running_loop()
        server = await asyncio.start_server(self._join, "127.0.0.1", 0)
        self.port = server.sockets[0].getsockname()[1]
        open_now.set()
        async with server:
            await self._over.wait()
            for task in self._tasks:
                task.cancel()
            await asyncio.gather(*self._tasks, return_exceptions=True)

    def end(self) -> None:
        """Cut every connection; from any thread."""
        self._loop.call_soon_threadsafe(self._over.set)

    async def _join(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        self.connections += 1
        self._tasks.add(asyncio.current_task())  # type: ignore[arg-type]
        writers = [writer]
        with suppress(asyncio.CancelledError):
            # The handshake: nobody can send before the other end has answered.
            await asyncio.sleep(self.shape.round_trip)
            far_reader, far_writer = await asyncio.open_connection("127.0.0.1", self.target)
            writers.append(far_writer)
            await asyncio.gather(_carry(reader, far_writer, self.up), _carry(far_reader, writer, self.down))
        for each in writers:
            each.close()
            with suppress(OSError):
                await each.wait_closed()


async def _carry(reader: asyncio.StreamReader, writer: asyncio.StreamWriter, lane: Lane) -> None:
    """Everything that is read arrives in order, each segment at its time; then the end does."""
    waiting: asyncio.Queue[tuple[float, bytes]] = asyncio.Queue()
    delivering = asyncio.create_task(_deliver(waiting, writer))
    now = asyncio.get_running_loop().time
    with suppress(ConnectionError):
        while part := await reader.read(SEGMENT):
            waiting.put_nowait((lane.arrival(len(part), now()), part))
    waiting.put_nowait((now() + lane.shape.round_trip / 2, b""))
    await delivering


async def _deliver(waiting: asyncio.Queue[tuple[float, bytes]], writer: asyncio.StreamWriter) -> None:
    loop = asyncio.get_running_loop()
    with suppress(OSError):
        while True:
            at, part = await waiting.get()
            await asyncio.sleep(max(0.0, at - loop.time()))
            if not part:
                break
            writer.write(part)
            await writer.drain()
        writer.write_eof()


def seconds_alone(up: int, down: int, shape: Shape, seed: int = 1) -> float:
    """How long so many bytes take over such a link in one stream, first up and then down."""
    with socket.create_server(("127.0.0.1", 0)) as sink:

        def answer() -> None:
            line, _ = sink.accept()
            with line:
                while line.recv(65_536):
                    pass
                line.sendall(bytes(down))

        thread = threading.Thread(target=answer)
        thread.start()
        with shaped_link(sink.getsockname()[1], shape, seed) as link:
            begun = perf_counter()
            with socket.create_connection(("127.0.0.1", link.port)) as line:
                line.sendall(bytes(up))
                line.shutdown(socket.SHUT_WR)
                while line.recv(65_536):
                    pass
            spent = perf_counter() - begun
        thread.join(10)
    return spent


@contextmanager
def shaped_link(port: int, shape: Shape | None = None, seed: int = 1) -> Iterator[ShapedLink]:
    """A running link before a port of this machine."""
    link, open_now = ShapedLink(port, shape or Shape(), seed), threading.Event()
    thread = threading.Thread(target=lambda: asyncio.run(link.serve(open_now)))
    thread.start()
    open_now.wait(10)
    try:
        yield link
    finally:
        link.end()
        thread.join(10)

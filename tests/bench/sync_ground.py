"""What the benchmarks of the sync stand on: a laptop, the server in a process of its own on PostgreSQL, and the bare one."""

from __future__ import annotations

import socket
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from tempfile import TemporaryDirectory
from time import perf_counter

import requests

from perisai_desktop.config.paths import Profile
from perisai_desktop.services.enrolling_device import EnrollingDevice
from perisai_desktop.storage import journal
from sync.client.channel import Channel
from sync.protocol.compression import compress
from sync.protocol.encoding import to_base64url
from sync.protocol.signatures import HEADER_SIGNATURE
from tests.bench.bare_server import KEY, serve_bare
from tests.killing.lives import Life
from tests.killing.server import serve
from tests.support.desks import HandClock
from tests.support.enrolled_desks import LIGHT, PASSWORD, EnrolledDesk
from tests.support.postgres import fresh_database, passable_folder, postgresql


@dataclass
class Ground:
    """A laptop let in by the branch's server; `bodies` are the sizes of the bodies it sent since it was asked."""

    laptop: EnrolledDesk
    bare_url: str
    bare: requests.Session = field(default_factory=requests.Session)

    def lines(self, after: int = 0) -> bytes:
        """Every entry and personal part behind so many entries, a line each."""
        with self.laptop.desk.enrolling.database.reading() as session:
            entries = list(journal.replay(session))[after:]
        return b"".join(part + b"\n" for entry in entries for part in (entry.raw, entry.personal) if part)

    def push_bare(self, lines: bytes) -> float:
        """Seconds of one compressed request with all of them, copied durably."""
        begun = perf_counter()
        answer = self.bare.put(f"{self.bare_url}/push", data=compress(lines))
        spent = perf_counter() - begun
        assert answer.status_code == 200
        return spent

    def round_trip(self, body: bytes) -> float:
        """Seconds of one signed request with a signed answer and nothing behind it."""
        begun = perf_counter()
        headers = {HEADER_SIGNATURE: to_base64url(KEY.sign(body))}
        answer = self.bare.post(f"{self.bare_url}/signed", data=body, headers=headers)
        spent = perf_counter() - begun
        assert answer.status_code == 200
        return spent

    def push(self) -> float:
        """Seconds until everything that waits is acknowledged; what the branch has to say is fetched afterwards."""
        steps = self.laptop.desk.syncing.steps()
        begun, spent = perf_counter(), 0.0
        for _ in steps:
            if not spent and not self.laptop.waiting():
                spent = perf_counter() - begun
        assert self.laptop.waiting() == 0
        return spent


@contextmanager
def ground() -> Iterator[Ground]:
    """Both servers and a laptop with nobody enrolled."""
    with (
        TemporaryDirectory() as name,
        passable_folder() as postgres,
        postgresql(postgres / "server") as address,
        fresh_database(address, "branch") as branch,
        fresh_database(address, "bare") as bare,
        _lives(Path(name), branch, bare) as (port, code, bare_port),
    ):
        profile, url = Profile(Path(name) / "profile"), f"http://127.0.0.1:{port}"
        desk = EnrollingDevice(profile, HandClock(), cost=LIGHT).enrol(url, code, PASSWORD)
        made = Ground(EnrolledDesk(profile, desk, url), f"http://127.0.0.1:{bare_port}")
        yield made
        made.bare.close()
        made.laptop.desk.close()


@contextmanager
def sizes() -> Iterator[list[int]]:
    """The bytes of every body that is sent in the block."""
    sent: list[int] = []
    send = Channel.send

    def noting(channel: Channel, *arguments: object, **more: object) -> object:
        sent.append(len(more.get("body", b"")))  # type: ignore[arg-type]
        return send(channel, *arguments, **more)  # type: ignore[arg-type]

    Channel.send = noting  # type: ignore[method-assign,assignment]
    try:
        yield sent
    finally:
        Channel.send = send  # type: ignore[method-assign]


@contextmanager
def _lives(folder: Path, branch: str, bare: str) -> Iterator[tuple[int, str, int]]:
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = int(free.getsockname()[1])
    lives = [Life(serve, folder / "server", port, branch, None), Life(serve_bare, bare)]
    try:
        code, bare_port = (life.hear() for life in lives)
        yield port, code, bare_port
    finally:
        for life in lives:
            life.kill()

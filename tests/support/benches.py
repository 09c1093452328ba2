"""The same wire three ways: the fake, the transport over loopback HTTP, and the transport to the real server."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import timedelta
from functools import partial
from pathlib import Path

from sync.client.address import ServerAddress
from sync.client.channel import Channel
from sync.client.joining import Joining
from sync.client.ports import Wire
from sync.client.transport import Transport
from sync.protocol.batch import PackedBatch, pack
from sync.protocol.chain import genesis_hash
from sync.protocol.encoding import from_base64url
from sync.protocol.enrolment_code import EnrolmentCode
from sync.protocol.entry import SealedEntry
from sync.protocol.messages import DeviceGrant, Hello, Mark, ServerIdentity
from sync.protocol.signatures import SigningKey
from tests.support.centres import running_centre
from tests.support.fake_server import FakeServer
from tests.support.fake_wire import FakeWire
from tests.support.loopback import loopback
from tests.support.sample_bodies import AT, identifier, salt
from tests.support.sample_entries import DEVICE, DEVICE_KEY, SERVER_KEY, SampleJournal

UNKNOWN = "0ZZZZ"


@dataclass
class Bench:
    """A wire with the journal of its device; `stranger` makes the wire of a device that the server does not know.

    `fake`: the server behind it where that is the one in memory.
    """

    wire: Wire
    journal: SampleJournal
    server_key: bytes
    stranger: Callable[[], Wire]
    fake: FakeServer | None = None
    batches: int = 0

    @property
    def device(self) -> str:
        """The device code."""
        return self.journal.device

    @property
    def server(self) -> FakeServer:
        """The server in memory."""
        assert self.fake is not None
        return self.fake

    def hello(self, cursor: int = 0) -> Hello:
        """A hello as it stands now."""
        entries = self.journal.entries
        head = entries[-1].hash if entries else genesis_hash(self.journal.key.public)
        return Hello(
            protocol=1,
            marks=(Mark(device=self.device, epoch=1, seq=len(entries), head_hash=head),),
            urgent=(),
            cursor=cursor,
            wall_at=AT,
            utc_offset=420,
            monotonic_ms=1,
            boot_id=salt(1),
            program_version="0.1.0",
            reference_version="2026-1",
            queue_entries=len(entries),
            queue_rupiah=0,
        )

    def batch(
        self, entries: list[SealedEntry], key: SigningKey | None = None, number: int = 0
    ) -> PackedBatch:
        """A signed batch of entries, with an id of its own unless `number` names one."""
        self.batches += 1
        return pack(
            entries,
            batch_id=identifier(number or 100_000 + self.batches),
            key=key or self.journal.key,
            wall_at=AT + timedelta(minutes=self.batches),
            utc_offset=420,
            monotonic_ms=self.batches,
            boot_id=salt(1),
        )


@contextmanager
def fake_bench() -> Iterator[Bench]:
    """The fake wire."""
    server = FakeServer()
    yield Bench(
        FakeWire(server), SampleJournal(), SERVER_KEY.public, lambda: FakeWire(server, UNKNOWN), server
    )


@contextmanager
def loopback_bench() -> Iterator[Bench]:
    """The real transport over HTTP to the server in memory."""
    server = FakeServer()
    with loopback(server) as running:
        channel = Channel(ServerAddress.parse(running.url))
        made, key = transport(channel, DEVICE, DEVICE_KEY, SERVER_KEY.public), SERVER_KEY.public
        stranger = partial(transport, channel, UNKNOWN, DEVICE_KEY, key)
        yield Bench(made, SampleJournal(), key, stranger, server)
        channel.close()


@contextmanager
def server_bench(folder: Path) -> Iterator[Bench]:
    """The real transport to the real server, the device let in by a one-time code."""
    with running_centre(folder) as centre:
        channel = Channel(ServerAddress.parse(centre.url))
        joining, key = Joining(channel, now=lambda: AT), SigningKey.generate()
        identity = joining.identity()
        assert isinstance(identity, ServerIdentity), identity
        code = EnrolmentCode.parse(centre.new_code())
        grant = joining.enrol(identity, code, key, recovery_wrap=bytes(80), program_version="0.1.0")
        assert isinstance(grant, DeviceGrant), grant
        server_key = from_base64url(grant.server_key)
        journal = SampleJournal(device=grant.device, key=key)
        made = transport(channel, grant.device, key, server_key)
        yield Bench(made, journal, server_key, partial(transport, channel, UNKNOWN, key, server_key))
        channel.close()


def transport(channel: Channel, device: str, key: SigningKey, server_key: bytes) -> Transport:
    """The real transport of a device."""
    return Transport(channel, device=device, key=key, server_key=server_key, now=lambda: AT)

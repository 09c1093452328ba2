"""Plain http is for this machine only, and TLS needs both of its files."""

from __future__ import annotations

import asyncio
import socket
from pathlib import Path

import pytest

from sync.server.cli.address import AddressRefused, Listening, bind, is_loopback


@pytest.mark.parametrize("host", ["127.0.0.1", "127.9.9.9", "localhost", "::1"])
def test_loopback_takes_plain_http(host: str) -> None:
    assert is_loopback(host)
    assert Listening(host, 0).scheme == "http"


@pytest.mark.parametrize("host", ["0.0.0.0", "192.168.1.4", "::", "perisai.example"])
def test_plain_http_elsewhere_is_refused_in_one_sentence(host: str) -> None:
    with pytest.raises(AddressRefused) as refused:
        Listening(host, 8443)
    assert str(refused.value).count(".") - host.count(".") == 1


def test_half_a_pair_of_tls_files_is_refused(tmp_path: Path) -> None:
    certificate = tmp_path / "chain.pem"
    certificate.touch()
    with pytest.raises(AddressRefused, match="both"):
        Listening("0.0.0.0", 8443, certificate=certificate)


def test_a_missing_file_is_named(tmp_path: Path) -> None:
    with pytest.raises(AddressRefused, match=r"key\.pem"):
        Listening("0.0.0.0", 8443, certificate=Path(__file__), key=tmp_path / "key.pem")


def test_a_taken_port_is_one_sentence() -> None:
    first = bind(Listening("127.0.0.1", 0))
    try:
        first.listen()
        port = first.getsockname()[1]
        with pytest.raises(AddressRefused, match=str(port)):
            bind(Listening("127.0.0.1", port))
    finally:
        first.close()


def test_the_address_carries_the_port_that_was_bound() -> None:
    assert Listening("::1", 0).url(4711) == "http://[::1]:4711"
    assert Listening("127.0.0.1", 0).url(4711) == "http://127.0.0.1:4711"


def test_small_answers_are_not_held_back() -> None:
    bound = bind(Listening("127.0.0.1", 0))
    assert bound.proto == socket.IPPROTO_TCP
    bound.close()


def test_answers_leave_at_once() -> None:
    async def no_delay() -> int:
        options: asyncio.Future[int] = asyncio.get_running_loop().create_future()

        def met(_reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
            accepted = writer.get_extra_info("socket")
            options.set_result(accepted.getsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY))
            writer.close()

        bound = bind(Listening("127.0.0.1", 0))
        async with await asyncio.start_server(met, sock=bound):
            _reader, writer = await asyncio.open_connection(*bound.getsockname())
            told = await options
            writer.close()
            await writer.wait_closed()
        return told

    assert asyncio.run(no_delay())

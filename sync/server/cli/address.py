"""Where the server listens, and why plain http is for this machine only."""

from __future__ import annotations

import ipaddress
import socket
from dataclasses import dataclass
from pathlib import Path

BACKLOG = 512
"""Connections that may wait: callers that come before the first answer are not turned away."""


class AddressRefused(Exception):
    """The server may not listen there; the message is one sentence for the person at the terminal."""


@dataclass(frozen=True, slots=True)
class Listening:
    """Host, port (0: any free one) and, off loopback, the certificate and key of TLS."""

    host: str
    port: int
    certificate: Path | None = None
    key: Path | None = None

    def __post_init__(self) -> None:
        """Refuse plain http off loopback and half a TLS pair (sync/rules/README.md, "Who is asking")."""
        if (self.certificate is None) != (self.key is None):
            raise AddressRefused("TLS needs both --cert and --key.")
        for path in (self.certificate, self.key):
            if path is not None and not path.is_file():
                raise AddressRefused(f"There is no file {path}.")
        if self.certificate is None and not is_loopback(self.host):
            raise AddressRefused(
                f"{self.host} is not this machine alone: give --cert and --key, plain http is refused there."
            )

    @property
    def scheme(self) -> str:
        """`https` where a certificate is given, else `http`."""
        return "http" if self.certificate is None else "https"

    def url(self, port: int) -> str:
        """The address to open, with the port that was really bound."""
        host = f"[{self.host}]" if ":" in self.host else self.host
        return f"{self.scheme}://{host}:{port}"


def is_loopback(host: str) -> bool:
    """Whether a host name or address reaches this machine only."""
    if host == "localhost":
        return True
    try:
        return ipaddress.ip_address(host).is_loopback
    except ValueError:
        return False


def bind(listening: Listening) -> socket.socket:
    """A bound socket, so that the address is known before anybody is told of it.

    It names TCP as its protocol: asyncio sends small answers at once (TCP_NODELAY) on no other, and each answer
    would wait 40 ms for the caller's delayed acknowledgement.
    It names TCP as its protocol: only then does asyncio switch Nagle's algorithm off, which costs 40 ms an answer.
    Raises AddressRefused where the port is taken or the host is not one of this machine's.
    """
    family = socket.AF_INET6 if ":" in listening.host else socket.AF_INET
    bound = socket.socket(family, socket.SOCK_STREAM, socket.IPPROTO_TCP)
    bound.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
    try:
        bound.bind((listening.host, listening.port))
    except OSError as error:
        bound.close()
        raise AddressRefused(
            f"Cannot listen on {listening.host} port {listening.port}: {error.strerror}."
        ) from error
    return bound

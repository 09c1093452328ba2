"""The address of a server: https, or plain http to this very machine."""

from __future__ import annotations

import ipaddress
from dataclasses import dataclass
from typing import Self
from urllib.parse import urlsplit


class AddressFault(ValueError):
    """An address that is not used; `code`: `address_malformed`, `plain_http`."""

    def __init__(self, code: str) -> None:
        super().__init__(code)
        self.code = code


@dataclass(frozen=True, slots=True)
class ServerAddress:
    """Scheme, host and port, without path: the path is signed as the server sees it."""

    origin: str
    loopback: bool

    @classmethod
    def parse(cls, text: str) -> Self:
        """Reads `https://HOST[:PORT]`, or `http://` to a loopback host. Raises `AddressFault`."""
        try:
            parts = urlsplit(text.strip())
            host, port = parts.hostname or "", parts.port
        except ValueError:
            raise AddressFault("address_malformed") from None
        extra = parts.path.strip("/") or parts.query or parts.fragment or "@" in parts.netloc
        if parts.scheme not in ("http", "https") or not host or extra:
            raise AddressFault("address_malformed")
        loopback = _is_loopback(host)
        if parts.scheme == "http" and not loopback:
            raise AddressFault("plain_http")
        name = f"[{host}]" if ":" in host else host
        return cls(f"{parts.scheme}://{name}" + ("" if port is None else f":{port}"), loopback)


def _is_loopback(host: str) -> bool:
    if host == "localhost":
        return True
    try:
        return ipaddress.ip_address(host).is_loopback
    except ValueError:
        return False

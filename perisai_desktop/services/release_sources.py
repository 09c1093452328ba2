"""Where the settings that a branch publishes come from: the line to its server, or the answer on a stick."""

from dataclasses import dataclass, field
from typing import Protocol

from sync.client.channel import Channel
from sync.client.releases import fetch_content, fetch_release
from sync.protocol.digests import sha256_hex
from sync.protocol.releases import CarriedReleases


class Source(Protocol):
    """Nothing that it gives is believed before it was checked. Empty for what it has not got, None for no answer."""

    def release(self, version: str) -> bytes | None:
        """A `SignedRelease`."""

    def content(self, sha256: str) -> bytes | None:
        """A file that a manifest names."""


@dataclass(frozen=True, slots=True)
class LineSource:
    """The branch's server."""

    channel: Channel

    def release(self, version: str) -> bytes | None:
        """As it came."""
        return fetch_release(self.channel, version)

    def content(self, sha256: str) -> bytes | None:
        """As it came."""
        return fetch_content(self.channel, sha256)


@dataclass(frozen=True, slots=True)
class StickSource:
    """What an answer to a bundle carries."""

    carried: CarriedReleases = field(repr=False)

    def release(self, version: str) -> bytes:
        """The first that is said to be of this version."""
        found = (one for one in self.carried.releases if one.version == version)
        return next((one.model_dump_json(exclude={"version"}).encode() for one in found), b"")

    def content(self, sha256: str) -> bytes:
        """The content with this digest."""
        contents = (one.encode() for one in self.carried.contents)
        return next((one for one in contents if sha256_hex(one) == sha256), b"")

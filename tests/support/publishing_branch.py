"""A branch that publishes settings, as the channel of a laptop sees it."""

from __future__ import annotations

import json
from datetime import UTC, date, datetime
from typing import Any

from sync.client.channel import Channel, ChannelDown, RawAnswer
from sync.protocol.digests import sha256_hex
from sync.protocol.releases import (
    CarriedRelease,
    CarriedReleases,
    ReleaseFile,
    ReleaseManifest,
    SignedRelease,
    sign_release,
)
from sync.protocol.signatures import SigningKey
from sync.rules.reference import REFERENCE_FILES
from tests.support.reference_data import reference_files

SERVER = SigningKey.from_bytes(b"\x06" * 32)


class PublishingBranch(Channel):
    """What a server publishes, as a channel; `down` is a line that answers nothing, `asked` the paths asked for."""

    def __init__(self) -> None:
        self.signed: dict[str, bytes] = {}
        self.contents: dict[str, bytes] = {}
        self.asked: list[str] = []
        self.down = False
        self.last: str | None = None

    def send(self, method: str, path_query: str, **_: object) -> RawAnswer:
        self.asked.append(path_query)
        if self.down:
            raise ChannelDown("refused")
        kind, name = path_query.removeprefix("/v1/reference/").split("/")
        found = (self.signed if kind == "releases" else self.contents).get(name)
        return RawAnswer(404 if found is None else 200, found or b"{}", None, None)

    def publish(
        self, version: str, on: date, key: SigningKey = SERVER, minute: int = 0, **settings: Any
    ) -> None:
        """A version with other settings than those that came with the program, after the one published last."""
        files = {name: reference_files()[name] for name in REFERENCE_FILES}
        files["settings.json"] = json.dumps(json.loads(files["settings.json"]) | settings).encode()
        self.contents |= {sha256_hex(content): content for content in files.values()}
        manifest = ReleaseManifest(
            version=version,
            branch="001",
            before=self.last,
            in_force_on=on,
            published_at=datetime(2026, 11, 22, 3, minute, tzinfo=UTC),
            files=tuple(
                ReleaseFile(name=name, sha256=sha256_hex(content), length=len(content))
                for name, content in files.items()
            ),
        )
        self.signed[version] = sign_release(manifest, key).model_dump_json().encode()
        self.last = version

    def carried(self, *versions: str) -> CarriedReleases:
        """Some versions as an answer on a stick carries them."""
        signed = [SignedRelease.model_validate_json(self.signed[version]) for version in versions]
        return CarriedReleases(
            releases=tuple(
                CarriedRelease(version=version, manifest=one.manifest, signature=one.signature)
                for version, one in zip(versions, signed, strict=True)
            ),
            contents=tuple(content.decode() for content in self.contents.values()),
        )

"""The reference data that a server publishes and judges by, and the signed directory of device keys."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import timedelta
from pathlib import Path

import sync
from sync.protocol.device_directory import DeviceDirectory, DirectoryEntry, SignedDirectory, sign_directory
from sync.protocol.encoding import to_base64url
from sync.protocol.signatures import SigningKey
from sync.rules.reference import MANIFEST, Reference, parse_reference
from sync.server.clock import Clock
from sync.server.reference.gazetteer import RegionsGazetteer
from sync.server.reference.publishing import Publication, publish
from sync.server.reference.regions_database import REGIONS
from sync.server.refusals import Refusal
from sync.server.settings import ServerSettings
from sync.server.storage.store import Store

_WESTERN = timedelta(hours=7)


def reference_folder(settings: ServerSettings) -> Path:
    """The folder published by this server, else the copy that comes with the program."""
    own = settings.reference_directory
    if (own / MANIFEST).is_file():
        return own
    return Path(sync.__file__).resolve().parent.parent / "resources" / "reference"


@dataclass(frozen=True, slots=True)
class PublishedReference:
    """One version, checked against its manifest and signed: its bytes, its rules and its gazetteer."""

    publication: Publication
    rules: Reference
    gazetteer: RegionsGazetteer

    @classmethod
    def open(cls, settings: ServerSettings, key: SigningKey) -> PublishedReference:
        """Read, check and sign the reference data. Raises ReferenceFault where it is missing or altered."""
        folder = reference_folder(settings)
        publication = publish(folder, key)
        small = {name: content for name, content in publication.files.items() if name.endswith(".json")}
        return cls(
            publication=publication,
            rules=parse_reference({**small, MANIFEST: publication.manifest}),
            gazetteer=RegionsGazetteer.open(folder / REGIONS),
        )

    @property
    def signature(self) -> str:
        """The server's signature over the manifest, base64url."""
        return to_base64url(self.publication.signature)

    def file(self, name: str) -> bytes:
        """The bytes of a published file. Refusal: `file_unknown`."""
        if name not in self.publication.files:
            raise Refusal("file_unknown")
        return self.publication.files[name]


def device_directory(store: Store, clock: Clock, key: SigningKey, *, practice: bool) -> SignedDirectory:
    """Every device with its key and dates (in western Indonesian time), signed by the server."""
    with store.reading() as tx:
        devices = tx.devices.devices()
    entries = tuple(
        DirectoryEntry(
            device=device.device,
            public_key=to_base64url(device.public_key),
            since=(device.enrolled_at + _WESTERN).date(),
            until=None if device.revoked_at is None else (device.revoked_at + _WESTERN).date(),
        )
        for device in devices
    )
    return sign_directory(DeviceDirectory(made_at=clock.now(), practice=practice, devices=entries), key)

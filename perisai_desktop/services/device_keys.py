"""The public keys that receipts are checked with: this device's own, and the branch's signed directory."""

from dataclasses import dataclass
from datetime import date, timedelta

from pydantic import ValidationError

from perisai_desktop.config.clock import Clock
from perisai_desktop.storage import choices
from perisai_desktop.storage.database import Database, Session
from sync.client.channel import Channel
from sync.client.directory import fetch_directory
from sync.protocol.device_directory import (
    DeviceDirectory,
    DirectoryFault,
    SignedDirectory,
    read_directory,
)

DIRECTORY = "device_directory"
"""The name under which the store keeps the directory, with the server's signature."""
FRESH = timedelta(days=7)


@dataclass(frozen=True, slots=True)
class DeviceKeys:
    """`device` is this laptop's code, `public` its key, `server_key` the pinned key of the server; 32 bytes each."""

    device: str
    public: bytes
    server_key: bytes

    def of(self, session: Session, device: str, on: date) -> bytes | None:
        """The key with which a device signed on a local date, None where this laptop does not know it."""
        if device == self.device:
            return self.public
        directory = self.directory(session)
        return directory.key_of(device, on) if directory is not None else None

    def directory(self, session: Session) -> DeviceDirectory | None:
        """The directory as kept, None where there is none that the server signed."""
        kept = choices.get(session, DIRECTORY)
        return _read(kept.encode(), self.server_key) if kept is not None else None

    def refresh(self, database: Database, channel: Channel, clock: Clock) -> bool:
        """Fetch the directory where the one kept is older than a week; True where a new one was kept.

        Nothing that comes back in its place does harm: what the server did not sign is not kept.
        """
        with database.reading() as session:
            known = self.directory(session)
        if known is not None and clock.now() - known.made_at < FRESH:
            return False
        body = fetch_directory(channel)
        if body is None or _read(body, self.server_key) is None:
            return False
        with database.transaction() as session:
            choices.put(session, DIRECTORY, body.decode())
        return True


def _read(body: bytes, server_key: bytes) -> DeviceDirectory | None:
    try:
        return read_directory(SignedDirectory.model_validate_json(body), server_key)
    except (ValidationError, DirectoryFault):
        return None

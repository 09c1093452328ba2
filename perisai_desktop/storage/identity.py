"""The single row that says whose store this is: device, keys, agent and the branch's configuration."""

import json
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from sqlalchemy import delete, insert, select, update
from sqlmodel import Session

from perisai_desktop.storage.tables.desk import IdentityRow
from perisai_desktop.storage.tables.registry import table_of

_identity = table_of(IdentityRow)


@dataclass(frozen=True, slots=True)
class StoredIdentity:
    """What the server granted; keys are raw bytes, `agent` and `configuration` plain JSON.

    `bundle_key`: the key of the server to which bundles are sealed. `epoch_start`: the hash before the first entry of the epoch, None for the epoch that came with the device.
    """

    device: str
    epoch: int
    device_key: bytes = field(repr=False)
    server_url: str
    server_key: bytes
    bundle_key: bytes
    practice: bool
    agent: Mapping[str, Any] = field(repr=False)
    configuration: Mapping[str, Any] = field(repr=False)
    epoch_secret: bytes | None = field(default=None, repr=False)
    epoch_start: str | None = None


def load(session: Session) -> StoredIdentity | None:
    """The identity, None before the device is enrolled."""
    row = session.connection().execute(select(_identity)).one_or_none()
    if row is None:
        return None
    return StoredIdentity(
        device=row.device,
        epoch=row.epoch,
        device_key=row.device_key,
        server_url=row.server_url,
        server_key=row.server_key,
        bundle_key=row.bundle_key,
        practice=row.practice,
        agent=json.loads(row.agent),
        configuration=json.loads(row.configuration),
        epoch_secret=row.epoch_secret,
        epoch_start=row.epoch_start,
    )


def store(session: Session, identity: StoredIdentity) -> None:
    """Put the identity in the place of an older one."""
    link = session.connection()
    link.execute(delete(_identity))
    row = {
        "one": 1,
        "device": identity.device,
        "epoch": identity.epoch,
        "epoch_start": identity.epoch_start,
        "device_key": identity.device_key,
        "server_url": identity.server_url,
        "server_key": identity.server_key,
        "bundle_key": identity.bundle_key,
        "practice": identity.practice,
        "epoch_secret": identity.epoch_secret,
        "agent": json.dumps(dict(identity.agent), sort_keys=True),
        "configuration": json.dumps(dict(identity.configuration), sort_keys=True),
    }
    link.execute(insert(_identity), [row])


def begin_epoch(session: Session, epoch: int, start: str) -> None:
    """Stand in a newly granted epoch, whose first entry follows `start`."""
    session.connection().execute(update(_identity).values(epoch=epoch, epoch_start=start))


def configure(session: Session, configuration: Mapping[str, Any]) -> None:
    """Keep what the branch decided newly."""
    session.connection().execute(
        update(_identity).values(configuration=json.dumps(dict(configuration), sort_keys=True))
    )

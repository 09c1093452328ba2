"""An agent's desk for tests: a real encrypted store, the real reference data, a clock that stands still."""

from __future__ import annotations

import itertools
from collections.abc import Callable
from dataclasses import dataclass, field, replace
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

from perisai_desktop.config.paths import Profile
from perisai_desktop.domain.draft import EnrolmentDraft, Stroke
from perisai_desktop.domain.exchange import SyncItem
from perisai_desktop.security.keys import StoreKeys
from perisai_desktop.services.desk import AgentDesk
from perisai_desktop.services.desk_opening import open_desk
from perisai_desktop.storage import identity
from perisai_desktop.storage.database import Database
from perisai_desktop.storage.identity import StoredIdentity
from sync.protocol.sealed_file import public_of
from sync.protocol.signatures import SigningKey
from sync.rules.enrolment_form import EnrolmentForm
from tests.support.reference_data import filled_form
from tests.support.stores import lay_blank

MARKET_DAY = datetime(2026, 11, 22, 2, 15, tzinfo=UTC)
SIGNATURE: tuple[Stroke, ...] = (((100, 250), (420, 400), (800, 120)),)
STORE_KEY = bytes(range(32))


@dataclass
class HandClock:
    """A clock that a test moves; WIB."""

    at: datetime = MARKET_DAY
    ticks: Callable[[], int] = field(default_factory=lambda: itertools.count(1).__next__)

    def now(self) -> datetime:
        return self.at

    def offset(self) -> int:
        return 420

    def today(self) -> date:
        return (self.at + timedelta(hours=7)).date()

    def monotonic_ms(self) -> int:
        return self.ticks()

    def move(self, **by: int) -> None:
        """Let time pass."""
        self.at += timedelta(**by)


BUNDLE_KEY = public_of(bytes(range(64, 96)))
"""The key to which bundles of a practice device are sealed where no server is there."""


def stored_identity(
    key: SigningKey,
    server_key: bytes = bytes(32),
    server_url: str = "http://127.0.0.1:9",
    bundle_key: bytes = BUNDLE_KEY,
) -> StoredIdentity:
    """A practice device of an invented agent."""
    return StoredIdentity(
        device="0Q2FK",
        epoch=1,
        device_key=key.to_bytes(),
        server_url=server_url,
        server_key=server_key,
        bundle_key=bundle_key,
        practice=True,
        agent={
            "agent_id": "01935000-0000-7000-8000-0000000000aa",
            "name": "Nining Sukaesih",
            "number": "A3",
            "office": "Pos Cibadak",
            "branch": "Cabang Sukabumi",
        },
        configuration={"hotline": "0800 000 0000", "public_host": "latihan.invalid"},
        epoch_secret=bytes(32),
    )


def make_profile(
    folder: Path,
    key: SigningKey,
    server_key: bytes = bytes(32),
    server_url: str = "http://127.0.0.1:9",
    bundle_key: bytes = BUNDLE_KEY,
) -> Profile:
    """A profile whose store holds the identity and nothing else; opened with `STORE_KEY`."""
    profile = Profile(folder)
    profile.prepare()
    database_key = StoreKeys(STORE_KEY).database
    lay_blank(profile.database, database_key)
    database = Database.open(profile.database, database_key, mark=profile.mark)
    with database.transaction() as session:
        identity.store(session, stored_identity(key, server_key, server_url, bundle_key))
    database.close()
    return profile


def desk_of(profile: Profile, clock: HandClock) -> AgentDesk:
    """Open the desk of a profile."""
    return open_desk(profile, StoreKeys(STORE_KEY), clock)


def on_its_way(desk: AgentDesk) -> tuple[SyncItem, ...]:
    """Everything that is not final, as the screen of the sync lists it."""
    return desk.tracking.items(desk.tracking.overview().listing)


def filled_draft(desk: AgentDesk, **changes: str) -> EnrolmentDraft:
    """A draft with an enrolment that draws no reaction on the market day, some fields typed otherwise."""
    form: EnrolmentForm = replace(filled_form(), **changes)  # type: ignore[arg-type]
    return replace(desk.drafting.new(), form=form, signature=SIGNATURE)

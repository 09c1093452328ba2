"""A desk that takes pictures, and a wire of the test's own that they go over."""

from __future__ import annotations

import itertools
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path

import pytest

from perisai_desktop.config.paths import Profile
from perisai_desktop.domain.till import DepositChannel
from perisai_desktop.services.depositing import DepositWish
from perisai_desktop.services.desk import AgentDesk
from perisai_desktop.services.line import Line
from perisai_desktop.services.photo_allowance import PhotoAllowance
from perisai_desktop.services.photo_store import PhotoStore
from perisai_desktop.services.rules_in_use import RulesInUse
from perisai_desktop.services.sync_store import SyncStore
from perisai_desktop.services.syncing import Syncing
from perisai_desktop.storage import photos
from perisai_desktop.storage.photos import PhotoState
from sync.protocol.digests import sha256_hex
from sync.protocol.signatures import SigningKey
from tests.support.desks import MARKET_DAY, HandClock, desk_of, filled_draft, make_profile
from tests.support.photo_house import picture
from tests.support.wires import ScriptedWire

SLIP, KTP, THUMB = picture(100_000), picture(50_000, 2), picture(3_000, 3)
DIGEST = sha256_hex(SLIP)


@dataclass
class Cost:
    """A connection that a test makes dear or cheap."""

    dear: bool | None = None

    def metered(self) -> bool | None:
        return self.dear


@dataclass
class Shop:
    """A desk whose sync goes over a wire of the test's own."""

    desk: AgentDesk
    profile: Profile
    clock: HandClock
    wire: ScriptedWire
    cost: Cost
    people: Iterator[int] = field(default_factory=lambda: itertools.count(1))

    @cached_property
    def allowance(self) -> PhotoAllowance:
        return PhotoAllowance(self.desk.enrolling.database, self.cost)

    @property
    def syncing(self) -> Syncing:
        database = self.desk.enrolling.database
        sync_store = SyncStore(database, self.desk.enrolling.pen, RulesInUse(self.desk.reference))
        return Syncing(sync_store, self.wire, Line(), photos=self.store)

    @property
    def store(self) -> PhotoStore:
        """The pictures, with this shop's cost of the connection."""
        desk = self.desk.enrolling
        return PhotoStore(desk.database, desk.attachments, self.clock, self.allowance)

    def deposit(self, slip: bytes = SLIP) -> str:
        """One more enrolment, and its cash deposited with a picture of the slip."""
        number = next(self.people)
        draft = filled_draft(
            self.desk,
            nik=f"320208140890{number:04d}",
            phone=f"0812{number:08d}",
            name=f"Contoh {chr(ord('a') + number) * 4}",
        )
        receipt = self.desk.enrolling.enrol(draft)
        wish = DepositWish((receipt.number,), 33_600, "12345678", DepositChannel.ATM, MARKET_DAY, slip=slip)
        return self.desk.depositing.deposit(wish)

    def sums(self) -> dict[PhotoState, tuple[int, int, int]]:
        with self.desk.enrolling.database.reading() as session:
            return photos.sums(session)

    def files(self) -> list[Path]:
        folder = self.profile.attachments
        return sorted(folder.iterdir()) if folder.is_dir() else []


@pytest.fixture
def shop(tmp_path: Path, key: SigningKey, clock: HandClock) -> Iterator[Shop]:
    profile = make_profile(tmp_path / "shop", key)
    opened = Shop(desk_of(profile, clock), profile, clock, ScriptedWire(), Cost())
    yield opened
    opened.desk.close()

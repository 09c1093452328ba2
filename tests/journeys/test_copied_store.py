"""Copies of database and log taken while a program writes: whole actions only, and no receipt number twice after them."""

from __future__ import annotations

import random
import shutil
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest

from perisai_desktop.config.paths import Profile
from perisai_desktop.domain.failure import Failure, FailureCode
from perisai_desktop.security.keys import StoreKeys
from perisai_desktop.services.desk import AgentDesk
from perisai_desktop.services.signing_in import SigningIn
from perisai_desktop.storage import identity, journal
from perisai_desktop.storage.link import connect
from sync.protocol.chain import check_chain, genesis_hash
from sync.protocol.entry import decode
from sync.protocol.signatures import SigningKey
from sync.rules.receipt_number import ReceiptNumber
from tests.killing.laptop import LEAVE, Held, Saved, live
from tests.killing.lives import Life
from tests.support.centres import Centre, running_centre
from tests.support.desks import STORE_KEY, HandClock
from tests.support.enrolled_desks import EnrolledDesk
from tests.support.vaults import PASSWORD, locked_profile, opened_by

COPIES = 4
LATEST_S = 0.03
PARTS = ("store.db", "store.db-wal", "store.db-shm")


@pytest.fixture
def centre(tmp_path: Path) -> Iterator[Centre]:
    with running_centre(tmp_path / "centre") as running:
        yield running


@dataclass(frozen=True, slots=True)
class Taken:
    """A copy, and how many actions were stored for certain before it was begun."""

    profile: Profile
    actions: int


class Writer:
    """The program in a process of its own that enrols people while its files are copied."""

    def __init__(self, folder: Path, centre: Centre) -> None:
        self.profile = Profile(folder / "profile")
        self.life = Life(live, self.profile.root, centre.url, centre.secrets.code, None)
        assert isinstance(self.life.hear(), Held)
        self.numbers: list[str] = []

    def enrol(self) -> None:
        """Enrol somebody and wait for the receipt."""
        self.life.tell("enrol")
        self.see()

    def see(self) -> None:
        """What the agent is shown."""
        saved = self.life.hear()
        assert isinstance(saved, Saved)
        self.numbers.append(saved.number)

    def copied(self, to: Path, chance: random.Random) -> Taken:
        """Database, log and index, one after the other, somewhere within an enrolment."""
        before = len(self.numbers)
        self.life.tell("enrol")
        self.life.quiet_for(chance.uniform(0, LATEST_S))
        to.mkdir()
        for name in PARTS:
            shutil.copyfile(self.profile.root / name, to / name)
        self.see()
        shutil.copyfile(self.profile.key_file, Profile(to).key_file)
        return Taken(Profile(to), before)


def hashes(desk: AgentDesk) -> list[str]:
    """The journal of a store, its chain proved from the first entry on."""
    with desk.enrolling.database.reading() as session:
        known = identity.load(session)
        assert known is not None
        entries = list(journal.replay(session))
        start = genesis_hash(SigningKey.from_bytes(known.device_key).public)
        decoded = [decode(entry.raw, entry.personal) for entry in entries]
        assert check_chain(decoded, device=known.device, epoch=1, after_seq=0, head=start) == ()
        return [entry.hash for entry in entries]


def enrolled(profile: Profile, desk: AgentDesk, store: int) -> str:
    """The number of the receipt for somebody whom no other store knows; `store` counts stores from 1."""
    return EnrolledDesk(profile, desk, "", people=1_000 * store).enrol().number


def test_every_copy_holds_whole_actions_and_goes_on_in_an_epoch_of_its_own(
    tmp_path: Path, centre: Centre
) -> None:
    chance = random.Random(20261126)
    writer = Writer(tmp_path, centre)
    copies = []
    for turn in range(COPIES):
        writer.enrol()
        copies.append(writer.copied(tmp_path / f"copy-{turn}", chance))
    assert writer.life.ask("sync").sent == 4 * len(writer.numbers)
    writer.life.tell(LEAVE)
    writer.life.left()
    original = SigningIn(writer.profile, HandClock()).sign_in(PASSWORD)
    whole = hashes(original)
    given = list(writer.numbers)
    for place, copy in enumerate(copies, start=1):
        # The mark lies in the profile, and the newest of it is there where only the store was set back.
        shutil.copyfile(writer.profile.mark, copy.profile.mark)
        desk = SigningIn(copy.profile, HandClock()).sign_in(PASSWORD)
        held = hashes(desk)
        assert held == whole[: len(held)]
        assert len(held) % 4 == 0
        assert copy.actions <= len(held) // 4 <= copy.actions + 1
        with pytest.raises(Failure) as refused:
            enrolled(copy.profile, desk, place)
        assert refused.value.code is FailureCode.STORE_ROLLED_BACK
        desk.syncing.run()
        given.append(enrolled(copy.profile, desk, place))
        desk.syncing.run()
        desk.close()
    original.syncing.run()
    given.append(enrolled(writer.profile, original, COPIES + 1))
    original.syncing.run()
    original.close()
    assert len(set(given)) == len(given)
    epochs = [ReceiptNumber.parse(number).epoch for number in given[len(writer.numbers) :]]
    assert sorted(epochs) == list(range(2, COPIES + 3))
    with centre.server.store.reading() as tx:
        rows = [tx.money.receipt(number) for number in given]
    assert [[row.genuine for row in found] for found in rows] == [[True]] * len(given)


def looked_into(copy: Profile) -> tuple[FailureCode | None, list[str]]:
    """Why a copy can't be read, else its journal; nothing may be written in it."""
    torn: AgentDesk | None = None
    try:
        torn = opened_by(copy, PASSWORD, HandClock())
        assert torn.enrolling.pen.gate.closed
        return None, hashes(torn)
    except Failure as failure:
        return failure.code, []
    finally:
        if torn is not None:
            torn.close()


@pytest.mark.parametrize("order", [PARTS[:2], PARTS[1::-1]], ids=["database first", "log first"])
def test_a_copy_across_a_checkpoint_is_whole_or_refused(tmp_path: Path, order: tuple[str, ...]) -> None:
    profile, clock = locked_profile(tmp_path / "profile", SigningKey.generate(), HandClock()), HandClock()
    laptop = EnrolledDesk(profile, opened_by(profile, PASSWORD, clock), "")
    laptop.enrol_many(30)
    copy = Profile(tmp_path / "copy")
    copy.prepare()
    for name in order:
        shutil.copyfile(profile.root / name, copy.root / name)
        link = connect(profile.database, StoreKeys(STORE_KEY).database)
        assert link.execute("PRAGMA wal_checkpoint(RESTART)").fetchone()[0] == 0
        link.close()
        laptop.enrol_many(5)
    for path in (profile.key_file, profile.mark):
        shutil.copyfile(path, copy.root / path.name)
    whole = hashes(laptop.desk)
    laptop.desk.close()
    said, held = looked_into(copy)
    assert said in (None, FailureCode.STORE_DAMAGED)
    assert (held, len(held) % 4) == (whole[: len(held)], 0)

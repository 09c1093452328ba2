"""The pictures of a store as a run sees them: the encrypted ones and those of the simulation keep the same contract."""

from __future__ import annotations

import random
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest

from perisai_desktop.domain.till import DepositChannel
from perisai_desktop.services.depositing import DepositWish
from perisai_desktop.services.photo_allowance import PhotoAllowance
from perisai_desktop.services.photo_store import PhotoQueue, PhotoStore
from perisai_desktop.storage import outbox
from sync.client.photo_actions import KeepStanding, KeepTold, PhotoFacts, PutPhotoAside, SendPiece
from tests.simulation.clocks import LaptopClock, WorldClock
from tests.simulation.dealing import deposit
from tests.simulation.laptop import Laptop
from tests.simulation.village import photo
from tests.support.desks import MARKET_DAY, HandClock, desk_of, filled_draft, make_profile
from tests.support.exchange_stores import KEY
from tests.support.photo_shop import Cost

SLIP = photo(1)
SHA256, LENGTH = SLIP.blob.sha256, SLIP.blob.length
WHOLE = SendPiece(SHA256, 0, LENGTH, 15.0)


@dataclass
class Album:
    """A store with a deposit whose slip was photographed; `sent` has all its entries acknowledged, `spoil` takes
    every picture off the disk."""

    queue: PhotoQueue
    sent: Callable[[], None]
    spoil: Callable[[], None]


def _encrypted(folder: Path) -> Iterator[Album]:
    clock, profile = HandClock(), make_profile(folder / "profile", KEY)
    desk = desk_of(profile, clock)
    receipt = desk.enrolling.enrol(filled_draft(desk))
    wish = DepositWish(
        (receipt.number,), 33_600, "12345678", DepositChannel.ATM, MARKET_DAY, slip=SLIP.content
    )
    desk.depositing.deposit(wish)
    database = desk.enrolling.database

    def sent() -> None:
        with database.transaction() as session:
            outbox.remove(session, range(1, 1_000))

    def spoil() -> None:
        for file in profile.attachments.iterdir():
            file.unlink()

    allowance = PhotoAllowance(database, Cost())
    yield Album(PhotoStore(database, desk.enrolling.attachments, clock, allowance), sent, spoil)
    desk.close()


def _simulated() -> Album:
    laptop = Laptop(
        name="laptop",
        device="0Q2FK",
        key=KEY,
        server_key=bytes(32),
        network=None,  # type: ignore[arg-type]
        clock=LaptopClock(WorldClock()),
        chance=random.Random(1),
    )
    assert laptop.enrol(1) is not None
    assert deposit(laptop, 0, [], SLIP) == "deposit of 33600"
    return Album(laptop.photos, laptop.content.outbox.clear, lambda: laptop.content.files.clear())


@pytest.fixture(params=["encrypted", "simulated"])
def album(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Album]:
    """Each store in turn."""
    if request.param == "simulated":
        yield _simulated()
        return
    yield from _encrypted(tmp_path)


def test_a_picture_goes_behind_its_entry_and_once(album: Album) -> None:
    queue = album.queue
    assert queue.next(()) is None
    album.sent()
    assert queue.next(()) == PhotoFacts(SHA256, LENGTH)
    assert queue.next((SHA256,)) is None
    assert queue.piece(SendPiece(SHA256, 100, 50, 15.0)) == SLIP.content[100:150]
    queue.settle(KeepStanding(SHA256, 150, False))
    queue.settle(PutPhotoAside(SHA256, "blob_differs"))
    assert queue.next(()) == PhotoFacts(SHA256, LENGTH)
    assert queue.want([SHA256]) == 0
    queue.settle(KeepStanding(SHA256, LENGTH, True))
    assert queue.next(()) is None
    assert queue.tally().waiting == 0


def test_what_arrived_and_is_wanted_goes_again(album: Album) -> None:
    album.sent()
    album.queue.settle(KeepStanding(SHA256, LENGTH, True))
    assert album.queue.want([SHA256, "f" * 64]) == 1
    assert album.queue.want([SHA256]) == 0
    assert album.queue.next(()) == PhotoFacts(SHA256, LENGTH)
    assert album.queue.tally().waiting == 1


def test_a_loss_is_told_until_it_is_known_and_again_where_it_was_forgotten(album: Album) -> None:
    queue = album.queue
    album.sent()
    album.spoil()
    assert queue.piece(WHOLE) is None
    assert queue.next(()) == PhotoFacts(SHA256, LENGTH, "missing")
    assert queue.tally().lost == 1
    queue.settle(KeepTold(SHA256))
    assert queue.next(()) is None
    assert queue.want([SHA256]) == 0
    assert queue.next(()) == PhotoFacts(SHA256, LENGTH, "missing")
    queue.settle(KeepStanding(SHA256, LENGTH, True))
    assert queue.next(()) is None

"""Bugs of what follows when a server was set back to a backup, and of comparing chains, as patches over the code that ships."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from unittest.mock import patch

from sync.protocol.feed import ChangesPage
from sync.protocol.verification import DifferingRange, RangeClaim
from sync.server.services import bundles, hello, verification
from sync.server.services.feed import Changes
from sync.server.storage.records import Device
from sync.server.storage.store import UnitOfWork
from tests.simulation import centre, laptop_store

_page, _differing = Changes.page, verification._differing


def no_want_list() -> Iterator[None]:
    """What the server says it lacks is not looked at: it was acknowledged once."""
    with patch.object(laptop_store, "lacking", lambda *_: ()):
        yield


def positions_given_again() -> Iterator[None]:
    """A server that was set back counts on from where its backup ended."""
    with (
        patch.object(centre, "feed_floor", lambda _: 0),
        patch.object(hello, "move_on", lambda *_: None),
        patch.object(bundles, "move_on", lambda *_: None),
    ):
        yield


def moves_on_for_whoever_asks_first() -> Iterator[None]:
    """That a server was set back is found out when a laptop says hello, and only as far as that one has read."""
    with patch.object(centre, "feed_floor", lambda _: 0):
        yield


def feed_ends_with_its_last_row() -> Iterator[None]:
    """A page ends with its last row, and what lies between that and the feed's end is never reached."""

    def page(self: Changes, device: Device, cursor: int, limit: int = 500) -> ChangesPage:
        whole = _page(self, device, cursor, limit)
        last = max((row.position for row in whole.rows), default=cursor)
        return whole.model_copy(update={"cursor": last})

    with patch.object(Changes, "page", page):
        yield


def forgotten_epoch_stays_unknown() -> Iterator[None]:
    """An epoch that the server forgot is foreign to it, whatever the laptop shows."""
    with patch.object(hello, "shown_grants", lambda *_: ()):
        yield


def verify_count_only() -> Iterator[None]:
    """Chains agree where they are as long."""

    def differing(tx: UnitOfWork, device: str, claims: Iterable[RangeClaim]) -> Iterator[DifferingRange]:
        asked = tuple(claims)
        listed = {(one.epoch, one.first_seq): one.count for one in asked}
        for found in _differing(tx, device, asked):
            if listed[found.epoch, found.first_seq] != found.count:
                yield found

    with patch.object(verification, "_differing", differing):
        yield


BACKUP_BUGS = {
    "no_want_list": no_want_list,
    "positions_given_again": positions_given_again,
    "moves_on_for_whoever_asks_first": moves_on_for_whoever_asks_first,
    "feed_ends_with_its_last_row": feed_ends_with_its_last_row,
    "forgotten_epoch_stays_unknown": forgotten_epoch_stays_unknown,
    "verify_count_only": verify_count_only,
}

"""Bugs of files on sticks, each as a patch over the code that ships or over the store of the simulation."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import replace
from datetime import datetime
from typing import BinaryIO
from unittest.mock import patch

from perisai_desktop.services.stick_exchange import Unsettled
from sync.client.actions import ApplyRows
from sync.client.bundle_answers import BundleAnswer, read_answer
from sync.protocol.sealed_file import SealedFileFault
from sync.protocol.signatures import SigningKey
from sync.rules.states import ClientState, ReviewState
from sync.server.domain import placing
from sync.server.services.bundles import Bundles
from sync.server.storage.records import EntryRecord
from tests.simulation import sticks
from tests.simulation.centre import key_of
from tests.simulation.disk import Status
from tests.simulation.events import LAPTOPS
from tests.simulation.laptop import Laptop
from tests.simulation.laptop_store import LaptopStore
from tests.simulation.sticks import Sticks
from tests.support.memory_store.books import MemoryEntries
from tests.support.memory_store.tables import Table

_save, _unsettled, _deliver = Sticks.save, LaptopStore.unsettled, Bundles._deliver
_known, _pages, _place_fault = MemoryEntries.known, BundleAnswer.pages_after, placing._fault_of_place


def bundle_counts_as_sent() -> Iterator[None]:
    """What was saved to a file counts as sent."""

    def save(self: Sticks, laptop: Laptop) -> str:
        told = _save(self, laptop)
        with laptop.disk.transaction() as content:
            for entry_id in content.outbox:
                content.status[entry_id] = Status(ClientState.ACKNOWLEDGED, ReviewState.RECEIVED, 0, "saved")
            content.outbox = {}
        return told

    with patch.object(Sticks, "save", save):
        yield


def bundle_leaves_out_what_is_in_flight() -> Iterator[None]:
    """A file holds what no run is sending, as the next batch does."""

    def unsettled(self: LaptopStore, at: datetime) -> Unsettled:
        whole, leased = self.disk.content, self.disk.content.copy()
        leased.outbox = {key: None for key, batch in whole.outbox.items() if batch is None}
        with patch.object(self.disk, "content", leased):
            return _unsettled(self, at)

    with patch.object(LaptopStore, "unsettled", unsettled):
        yield


def answer_of_another_accepted() -> Iterator[None]:
    """An answer is good if the server signed it, whoever asked."""

    def anybodys(file: BinaryIO, key: SigningKey, server_key: bytes) -> BundleAnswer:
        start = file.tell()
        for own in (key, *(key_of(f"0000{number + 1}") for number in range(LAPTOPS))):
            file.seek(start)
            try:
                return read_answer(file, own, server_key)
            except SealedFileFault:
                continue
        raise SealedFileFault("file_for_other_key")

    with patch.object(sticks, "read_answer", anybodys):
        yield


def answer_beyond_the_cursor() -> Iterator[None]:
    """The rows of an answer are applied also where others before them never came."""

    def pages(self: BundleAnswer, cursor: int) -> tuple[ApplyRows, ...]:
        return tuple(page for page in self.pages if page.cursor > cursor)

    with patch.object(BundleAnswer, "pages_after", pages):
        yield


def old_answer_moves_the_cursor_back() -> Iterator[None]:
    """After an answer the store stands where the answer ends."""
    with patch.object(BundleAnswer, "pages_after", lambda self, cursor: self.pages):
        yield


@contextmanager
def _while_delivering() -> Iterator[list[bool]]:
    """Whether a batch comes out of a file in this moment: the list is not empty then."""
    within: list[bool] = []

    def deliver(self: Bundles, *parts: object) -> int:
        within.append(True)
        try:
            return _deliver(self, *parts)  # type: ignore[arg-type]
        finally:
            within.clear()

    with patch.object(Bundles, "_deliver", deliver):
        yield within


def bundle_without_chain() -> Iterator[None]:
    """Whether what comes in a file goes on where its chain ends is not looked at."""
    with _while_delivering() as within:

        def fault(*place: object) -> str | None:
            return None if within else _place_fault(*place)  # type: ignore[arg-type]

        with patch.object(placing, "_fault_of_place", fault):
            yield


def bundle_taken_in_anew() -> Iterator[None]:
    """Taking a file in inserts what is in it, known or not."""
    add = Table.add
    with _while_delivering() as within:

        def known(
            self: MemoryEntries, device: str, hashes: Collection[str], entry_ids: Collection[str]
        ) -> tuple[EntryRecord, ...]:
            return () if within else _known(self, device, hashes, entry_ids)

        def add_anyway(self: Table[object, object], key: object, row: object) -> None:
            while within and key in self:
                key = (key, "again")
            add(self, key, row)

        with (
            patch.object(MemoryEntries, "known", known),
            patch.object(placing, "_fault_of_place", lambda *place: None),
            patch.object(Table, "add", add_anyway),
        ):
            yield


def answer_settles_what_it_does_not_name() -> Iterator[None]:
    """An answer to a file settles everything that waits, also what was written after the file."""
    settle = LaptopStore.settle

    def all_of_it(self: LaptopStore, effect: object) -> int:
        settled = settle(self, effect)  # type: ignore[arg-type]
        with self.disk.transaction() as content:
            for entry_id in content.outbox:
                content.status[entry_id] = replace(
                    content.status[entry_id], client=ClientState.ACKNOWLEDGED, cause="settle"
                )
            content.outbox = {}
        return settled

    read = Sticks.read

    def reading(self: Sticks, laptops: Sequence[Laptop], choice: int) -> str:
        with patch.object(LaptopStore, "settle", all_of_it):
            return read(self, laptops, choice)

    with patch.object(Sticks, "read", reading):
        yield


STICK_BUGS = {
    "bundle_counts_as_sent": bundle_counts_as_sent,
    "bundle_leaves_out_what_is_in_flight": bundle_leaves_out_what_is_in_flight,
    "answer_of_another_accepted": answer_of_another_accepted,
    "answer_beyond_the_cursor": answer_beyond_the_cursor,
    "old_answer_moves_the_cursor_back": old_answer_moves_the_cursor_back,
    "bundle_without_chain": bundle_without_chain,
    "bundle_taken_in_anew": bundle_taken_in_anew,
    "answer_settles_what_it_does_not_name": answer_settles_what_it_does_not_name,
}

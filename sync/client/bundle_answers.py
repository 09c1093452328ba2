"""What an answer to a bundle asks of the store: the same effects that a run over the network has."""

from __future__ import annotations

from dataclasses import dataclass, field
from itertools import pairwise
from typing import BinaryIO

from sync.client.actions import ApplyRows, Settle
from sync.client.replies import SignedAnswer
from sync.protocol.bundle import BundledBatch, BundleManifest, acknowledged_in_full, answer_key
from sync.protocol.bundle_answer import BundleStanding, OpenAnswer, SignedSection
from sync.protocol.feed import ChangesPage
from sync.protocol.messages import Acknowledgement, Problem
from sync.protocol.releases import LARGEST_CARRIED, CarriedReleases
from sync.protocol.sealed_file import SealedFileFault
from sync.protocol.sections import Section
from sync.protocol.signatures import SigningKey

OK, STORED_RAW = 200, 202


@dataclass(frozen=True, slots=True)
class BundleAnswer:
    """An answer that was verified whole. `waiting`: batches whose verdicts come with the feed; `refused`: the codes
    of batches that were refused. `settings`: newer settings of the branch, still to be held against the pinned key."""

    bundle: BundleManifest
    settlements: tuple[Settle, ...] = field(repr=False)
    pages: tuple[ApplyRows, ...] = field(repr=False)
    standing: BundleStanding
    waiting: int
    refused: tuple[str, ...]
    settings: CarriedReleases | None = field(default=None, repr=False)

    def pages_after(self, cursor: int) -> tuple[ApplyRows, ...]:
        """What there is to apply from a store's own cursor on; none where rows before the answer's would be missing."""
        if cursor < self.bundle.cursor:
            return ()
        return tuple(
            ApplyRows(tuple(row for row in page.rows if row.position > cursor), page.cursor, page.proof)
            for page in self.pages
            if page.cursor > cursor
        )


def read_answer(file: BinaryIO, key: SigningKey, server_key: bytes) -> BundleAnswer:
    """Reads the answer to a bundle of the device with this key. Raises SealedFileFault: those of a sealed file, and
    `answer_not_genuine`, `answer_differs` for one that does not answer exactly what its bundle asked."""
    opened = OpenAnswer(file, answer_key(key), key.public, server_key)
    bundle = opened.bundle.manifest
    settlements: list[Settle] = []
    pages: list[ApplyRows] = []
    standing: BundleStanding | None = None
    settings: CarriedReleases | None = None
    refused: list[str] = []
    answered = 0
    for section, part in opened.sections():
        proof = SignedAnswer(part.status, part.body, part.signature, opened.bound_to)
        if section is Section.VERDICTS:
            if answered == len(bundle.batches):
                raise SealedFileFault("answer_differs")
            if part.status == OK:
                settlements.append(_settlement(bundle.batches[answered], part, proof))
            elif part.status != STORED_RAW:
                refused.append(part.read(Problem).code)
            answered += 1
        elif section is Section.CHANGES:
            page = part.read(ChangesPage)
            pages.append(ApplyRows(page.rows, page.cursor, proof))
        elif section is Section.SETTINGS:
            if settings is not None or len(part.body) > LARGEST_CARRIED:
                raise SealedFileFault("answer_differs")
            settings = part.read(CarriedReleases)
        elif section is Section.STANDING:
            standing = part.read(BundleStanding)
    reached = bundle.cursor if not pages else pages[-1].cursor
    if (
        standing is None
        or answered != len(bundle.batches)
        or (standing.bundle_id, standing.cursor) != (bundle.bundle_id, reached)
        or not _in_order(bundle.cursor, pages)
    ):
        raise SealedFileFault("answer_differs")
    waiting = answered - len(settlements) - len(refused)
    return BundleAnswer(bundle, tuple(settlements), tuple(pages), standing, waiting, tuple(refused), settings)


def _settlement(batch: BundledBatch, part: SignedSection, proof: SignedAnswer) -> Settle:
    acknowledgement = part.read(Acknowledgement)
    if not acknowledged_in_full(batch, acknowledgement):
        raise SealedFileFault("answer_differs")
    return Settle(acknowledgement, proof)


def _in_order(cursor: int, pages: list[ApplyRows]) -> bool:
    """Whether the rows rise from the bundle's cursor, each page's within its own end."""
    for page in pages:
        positions = [cursor, *(row.position for row in page.rows), page.cursor + 1]
        if not all(before < after for before, after in pairwise(positions)):
            return False
        cursor = page.cursor
    return True

"""What goes into a file for the branch, and what the answer to one does to a store."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import datetime
from typing import Protocol

from perisai_desktop import VERSION
from perisai_desktop.domain.bundle import ReadAnswer
from sync.client.actions import ApplyRows, Settle
from sync.client.bundle_answers import BundleAnswer
from sync.protocol.batch import PackedBatch
from sync.protocol.blobs import BlobStanding
from sync.protocol.bundle import BundleManifest, answer_key, bundled
from sync.protocol.bundle_answer import BundleStanding
from sync.protocol.encoding import to_base64url
from sync.protocol.entry import Blob
from sync.protocol.messages import Mark
from sync.protocol.sealed_file import public_of
from sync.protocol.signatures import SigningKey


@dataclass(frozen=True, slots=True)
class Unsettled:
    """Every action that is not settled, in batches signed for this file, with marks and cursor of the same moment.

    `actions`: how many they are.
    """

    batches: tuple[PackedBatch, ...] = field(repr=False)
    actions: int
    marks: tuple[Mark, ...]
    cursor: int


@dataclass(frozen=True, slots=True)
class Maker:
    """The laptop that makes a file, and when by its clock; `utc_offset` in minutes. `rules`: the newest version of the
    branch's settings that it keeps; None for one that reads none from an answer."""

    device: str
    key: SigningKey = field(repr=False)
    at: datetime
    utc_offset: int
    rules: str | None = None


class StickStore(Protocol):
    """What an answer asks of a store; each call that changes something is one transaction."""

    def cursor(self) -> int:
        """The last feed position applied."""

    def entries_queued(self) -> int:
        """Entries that no signed word has settled."""

    def settle(self, effect: Settle) -> int:
        """Apply a signed acknowledgement and keep the proof; returns how many entries it settled."""

    def apply(self, effect: ApplyRows) -> tuple[int, int]:
        """Apply rows and cursor; returns how many rows were new and how many of them were decisions."""

    def heed(self, answer: BundleStanding, ends: Iterable[Mark]) -> int:
        """Hold what the server knows against the journal; returns entries queued again."""


class StickPhotos(Protocol):
    """The pictures of a store as an answer tells of them."""

    def settle(self, standings: Iterable[BlobStanding]) -> int:
        """Keep what the server holds of them; returns how many have arrived whole."""


def manifest_of(
    unsettled: Unsettled, blobs: tuple[Blob, ...], bundle_id: str, maker: Maker
) -> BundleManifest:
    """What the laptop signs of a file with these batches and pictures."""
    named = tuple(bundled(batch) for batch in unsettled.batches)
    return BundleManifest(
        bundle_id=bundle_id,
        device=maker.device,
        answer_key=to_base64url(public_of(answer_key(maker.key))),
        made_at=maker.at,
        utc_offset=maker.utc_offset,
        program_version=VERSION,
        marks=unsettled.marks,
        cursor=unsettled.cursor,
        batches=named,
        blobs=blobs,
        count=sum(batch.count for batch in named),
        rupiah_in=sum(batch.rupiah_in for batch in named),
        rupiah_refunded=sum(batch.rupiah_refunded for batch in named),
        reference_version=maker.rules,
    )


def apply_answer(store: StickStore, photos: StickPhotos, answer: BundleAnswer) -> ReadAnswer:
    """Hold what the branch knows against the journal, then apply verdicts with their proofs and rows of the feed.

    In this order: rows bring back what a store lacks that was set back, and hide that it gave their numbers before.
    Again is harmless.
    """
    bundle, standing = answer.bundle, answer.standing
    applied = decisions = 0
    store.heed(_within(answer), bundle.marks)
    before = store.entries_queued()
    for settlement in answer.settlements:
        store.settle(settlement)
    cursor = store.cursor()
    for page in answer.pages_after(cursor):
        rows, decided = store.apply(page)
        applied, decisions = applied + rows, decisions + decided
    settled = before - store.entries_queued()
    arrived = photos.settle(standing.blobs)
    return ReadAnswer(
        made_at=bundle.made_at,
        entries=bundle.count,
        rupiah_in=bundle.rupiah_in,
        settled=settled,
        applied=applied,
        decisions=decisions,
        waiting=answer.waiting,
        refused=answer.refused,
        ahead=cursor < bundle.cursor,
        more=standing.more,
        device_state=standing.device_state,
        photos=arrived,
    )


def _within(answer: BundleAnswer) -> BundleStanding:
    """The standing with its gaps as far as the bundle's own marks reach: what was written since may be on its way."""
    ends = {mark.epoch: mark.seq for mark in answer.bundle.marks if mark.device == answer.bundle.device}
    missing = tuple(
        gap.model_copy(update={"last_seq": min(gap.last_seq, ends[gap.epoch])})
        for gap in answer.standing.missing
        if gap.first_seq <= ends.get(gap.epoch, 0)
    )
    return answer.standing.model_copy(update={"missing": missing})

"""Saves what waits to a file for the branch, and applies the answer that comes back: a sync without any network."""

from collections.abc import Callable
from contextlib import AbstractContextManager
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from pathlib import Path

from perisai_desktop import VERSION
from perisai_desktop.domain.bundle import ReadAnswer, SavedBundle
from perisai_desktop.domain.failure import Failure, FailureCode
from perisai_desktop.services.bundled_photos import BundledPhotos
from perisai_desktop.services.stick_files import settling, why_not_written
from perisai_desktop.services.sync_store import SyncStore
from perisai_desktop.storage import feed, outbox
from sync.client.bundle_answers import BundleAnswer, read_answer
from sync.client.sizing import MOST_BYTES, MOST_ENTRIES
from sync.protocol.batch import PackedBatch
from sync.protocol.bundle import SUFFIX, BundleManifest, answer_key, bundled, write_bundle
from sync.protocol.bundle_answer import BundleStanding
from sync.protocol.encoding import to_base64url
from sync.protocol.sealed_file import SealedFileFault, mark_of, public_of

_FAILURES = {
    "file_foreign": FailureCode.ANSWER_UNKNOWN,
    "file_of_other_kind": FailureCode.ANSWER_IS_BUNDLE,
    "file_newer": FailureCode.ANSWER_NEWER,
    "file_for_other_key": FailureCode.ANSWER_FOR_ANOTHER,
    "file_damaged": FailureCode.ANSWER_DAMAGED,
    "answer_not_genuine": FailureCode.ANSWER_NOT_GENUINE,
    "answer_differs": FailureCode.ANSWER_NOT_GENUINE,
}


@dataclass(frozen=True, slots=True)
class Bundling:
    """`sealed_to`: the server's bundle key. `paused` keeps runs of the sync away while an answer is applied."""

    store: SyncStore
    sealed_to: bytes = field(repr=False)
    server_key: bytes = field(repr=False)
    paused: Callable[[], AbstractContextManager[None]]
    photos: BundledPhotos

    def save(self, folder: Path) -> SavedBundle:
        """Save every action that is not settled to a file in `folder`. No state changes: what no answer settles is in
        the next file again, and the network may deliver it meanwhile.

        Pictures that have not arrived go along. Raises Failure: bundle_folder_missing, bundle_no_room (needed), bundle_not_written.
        """
        at = self.store.now()
        batches, manifest, actions = self._packed(at)
        needed = sum(len(batch.body) for batch in batches) + sum(blob.length for blob in manifest.blobs)
        try:
            place, size = self._write(folder, manifest, batches)
            with place.open("rb") as file:
                mark = mark_of(file)
        except OSError as error:
            raise why_not_written(error, folder, needed) from None
        return SavedBundle(
            place=str(place),
            device=manifest.device,
            made_at=at,
            entries=manifest.count,
            rupiah_in=manifest.rupiah_in,
            rupiah_refunded=manifest.rupiah_refunded,
            mark=mark,
            bytes=size,
            photos=len(manifest.blobs),
            actions=actions,
        )

    def read(self, path: Path) -> ReadAnswer:
        """Apply the branch's answer: verdicts with their proofs, then rows of the feed, then what it lacks. Reading
        it again, or an old one, does no harm.

        Raises Failure: file_unreadable, answer_unknown, answer_is_bundle, answer_newer, answer_for_another,
        answer_damaged, answer_not_genuine, sync_running, batch_rejected (reason).
        """
        with self.paused():
            return self._apply(self._answer(path))

    def _packed(self, at: datetime) -> tuple[list[PackedBatch], BundleManifest, int]:
        pen = self.store.pen
        with self.store.database.reading() as session:
            batches = [
                self.store.packed(pen.identifier(at), entries)
                for entries in outbox.unsettled(session, MOST_ENTRIES, MOST_BYTES)
            ]
            marks, cursor = self.store.marks(session), feed.cursor(session)
            actions = outbox.queue(session).actions
        named = tuple(bundled(batch) for batch in batches)
        manifest = BundleManifest(
            bundle_id=pen.identifier(at),
            device=pen.device,
            answer_key=to_base64url(public_of(answer_key(pen.key))),
            made_at=at,
            utc_offset=pen.clock.offset(),
            program_version=VERSION,
            marks=marks,
            cursor=cursor,
            batches=named,
            blobs=self.photos.waiting(),
            count=sum(batch.count for batch in named),
            rupiah_in=sum(batch.rupiah_in for batch in named),
            rupiah_refunded=sum(batch.rupiah_refunded for batch in named),
        )
        return batches, manifest, actions

    def _write(self, folder: Path, manifest: BundleManifest, batches: list[PackedBatch]) -> tuple[Path, int]:
        local = manifest.made_at + timedelta(minutes=manifest.utc_offset)
        place = _free(folder, f"perisai-{manifest.device}-{local:%Y%m%d-%H%M}")
        with settling(place) as file:
            write_bundle(
                file,
                manifest,
                key=self.store.pen.key,
                sealed_to=self.sealed_to,
                batches=(batch.body for batch in batches),
                blobs=self.photos.opened(manifest.blobs),
            )
        return place, place.stat().st_size

    def _answer(self, path: Path) -> BundleAnswer:
        try:
            with path.open("rb") as file:
                return read_answer(file, self.store.pen.key, self.server_key)
        except SealedFileFault as fault:
            raise Failure(_FAILURES[fault.code]) from None
        except OSError:
            raise Failure(FailureCode.FILE_UNREADABLE) from None

    def _apply(self, answer: BundleAnswer) -> ReadAnswer:
        store, bundle, standing = self.store, answer.bundle, answer.standing
        applied = decisions = 0
        before = self._queued()
        for settlement in answer.settlements:
            store.settle(settlement)
        cursor = store.cursor()
        for page in answer.pages_after(cursor):
            rows, decided = store.apply(page)
            applied, decisions = applied + rows, decisions + decided
        settled = before - self._queued()
        photos = self.photos.settle(standing.blobs)
        store.heed(_within(answer), bundle.marks)
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
            photos=photos,
        )

    def _queued(self) -> int:
        with self.store.database.reading() as session:
            return outbox.queue(session).entries


def _within(answer: BundleAnswer) -> BundleStanding:
    """The standing with its gaps as far as the bundle's own marks reach: what was written since may be on its way."""
    ends = {mark.epoch: mark.seq for mark in answer.bundle.marks if mark.device == answer.bundle.device}
    missing = tuple(
        gap.model_copy(update={"last_seq": min(gap.last_seq, ends[gap.epoch])})
        for gap in answer.standing.missing
        if gap.first_seq <= ends.get(gap.epoch, 0)
    )
    return answer.standing.model_copy(update={"missing": missing})


def _free(folder: Path, stem: str) -> Path:
    """A name that no file in the folder has: what was saved before is never written over."""
    place, number = folder / f"{stem}{SUFFIX}", 2
    while place.exists():
        place, number = folder / f"{stem}-{number}{SUFFIX}", number + 1
    return place

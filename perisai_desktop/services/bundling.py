"""Saves what waits to a file for the branch, and applies the answer that comes back: a sync without any network."""

from collections.abc import Callable, Iterable
from contextlib import AbstractContextManager
from dataclasses import dataclass, field, replace
from datetime import datetime, timedelta
from pathlib import Path

from perisai_desktop.domain.bundle import ReadAnswer, SavedBundle
from perisai_desktop.domain.failure import Failure, FailureCode
from perisai_desktop.services.branch_releases import BranchReleases
from perisai_desktop.services.bundled_photos import BundledPhotos
from perisai_desktop.services.greetings import hear_carried
from perisai_desktop.services.stick_exchange import Maker, Unsettled, apply_answer, manifest_of
from perisai_desktop.services.stick_files import opened, settling, why_not_written
from perisai_desktop.services.sync_store import SyncStore
from sync.client.bundle_answers import BundleAnswer, read_answer
from sync.protocol.batch import PackedBatch
from sync.protocol.bundle import SUFFIX, BundleManifest, write_bundle
from sync.protocol.sealed_file import SealedFileFault, mark_of

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
    releases: BranchReleases

    def save(self, folder: Path) -> SavedBundle:
        """Save every action that is not settled to a file in `folder`. No state changes: what no answer settles is in
        the next file again, and the network may deliver it meanwhile.

        Pictures that have not arrived go along. Raises Failure: bundle_folder_missing, bundle_no_room (needed), bundle_not_written.
        """
        at = self.store.now()
        unsettled, manifest = self._packed(at)
        needed = sum(len(batch.body) for batch in unsettled.batches) + sum(
            blob.length for blob in manifest.blobs
        )
        try:
            place, size = self._write(folder, manifest, unsettled.batches)
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
            actions=unsettled.actions,
        )

    def read(self, path: Path) -> ReadAnswer:
        """Apply the branch's answer: verdicts with their proofs, then rows of the feed, then what it lacks, then settings. Reading
        it again, or an old one, does no harm.

        Raises Failure: file_unreadable, answer_unknown, answer_is_bundle, answer_newer, answer_for_another,
        answer_damaged, answer_not_genuine, sync_running, batch_rejected (reason).
        """
        with self.paused():
            answer = self._answer(path)
            done = apply_answer(self.store, self.photos, answer)
            pen, database = self.store.pen, self.store.database
            hear_carried(database, answer.standing.server_at)
            if answer.settings is None:
                return done
            return replace(done, settings=self.releases.take(database, answer.settings, pen.clock))

    def _packed(self, at: datetime) -> tuple[Unsettled, BundleManifest]:
        pen, unsettled = self.store.pen, self.store.unsettled(at)
        rules = self.releases.newest(self.store.database)
        maker = Maker(pen.device, pen.key, at, pen.clock.offset(), rules)
        return unsettled, manifest_of(unsettled, self.photos.waiting(), pen.identifier(at), maker)

    def _write(
        self, folder: Path, manifest: BundleManifest, batches: Iterable[PackedBatch]
    ) -> tuple[Path, int]:
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
            with opened(path) as file:
                return read_answer(file, self.store.pen.key, self.server_key)
        except SealedFileFault as fault:
            raise Failure(_FAILURES[fault.code]) from None
        except OSError:
            raise Failure(FailureCode.FILE_UNREADABLE) from None


def _free(folder: Path, stem: str) -> Path:
    """A name that no file in the folder has: what was saved before is never written over."""
    place, number = folder / f"{stem}{SUFFIX}", 2
    while place.exists():
        place, number = folder / f"{stem}-{number}{SUFFIX}", number + 1
    return place

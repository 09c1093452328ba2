"""Takes in what came on a stick: the same intake as over the network, and an answer to carry back."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import asdict, dataclass
from datetime import datetime
from io import BytesIO
from typing import BinaryIO

from sync.protocol.blobs import LARGEST_PIECE, BlobStanding
from sync.protocol.bundle import BundleManifest, OpenBundle
from sync.protocol.bundle_answer import AnswerWriter, BundleStanding, BundleTaken
from sync.protocol.encoding import to_base64url
from sync.protocol.entry import Blob
from sync.protocol.messages import Mark, Problem
from sync.protocol.sealed_file import SealedFileFault
from sync.protocol.sections import Section
from sync.protocol.wire import wire_bytes
from sync.rules.receipt_number import practice_device
from sync.server.clock import Clock, western_day
from sync.server.keys import ServerKeys
from sync.server.refusals import Refusal
from sync.server.services.auditing import audit
from sync.server.services.blobs import Blobs
from sync.server.services.epochs import reported
from sync.server.services.feed import BARRED, Changes
from sync.server.services.hello import MOST_RANGES, missing_ranges, move_on
from sync.server.services.intake import Intake
from sync.server.services.releases import Releases
from sync.server.storage.records import Device
from sync.server.storage.store import Store

MOST_CHANGES = 8 * 1024 * 1024
"""Bytes of changes in one answer; the rest comes with the next bundle, or over the network."""
UNREADABLE = 422
_OK, _STORED_RAW = 200, 202


@dataclass(frozen=True, slots=True)
class BundleReceived:
    """What a bundle held, as the device signed it and intake found it. `mark`: the file's hand-over mark; `settled`,
    `waiting` and `refused` count batches."""

    device: str
    made_at: datetime
    count: int
    rupiah_in: int
    rupiah_refunded: int
    mark: str
    settled: int
    waiting: int
    refused: int


class Bundles:
    """One door for files, whoever carried them: a bundle speaks for the device that signed it and for nobody else."""

    def __init__(
        self,
        store: Store,
        keys: ServerKeys,
        clock: Clock,
        intake: Intake,
        changes: Changes,
        blobs: Blobs,
        *,
        practice: bool,
    ) -> None:
        self._store = store
        self._keys = keys
        self._clock = clock
        self._intake = intake
        self._changes = changes
        self._blobs = blobs
        self._releases = Releases(store)
        self._practice = practice

    def taken(self, file: BinaryIO, carrier: str) -> BundleTaken:
        """Take in a file that a carrier brought over the network; the answer comes along. Refusals as `take`."""
        answer = BytesIO()
        received = self.take(file, answer, carrier)
        return BundleTaken(answer=to_base64url(answer.getvalue()), **asdict(received))

    def take(self, file: BinaryIO, answer: BinaryIO, carrier: str) -> BundleReceived:
        """Take in a seekable file and write the answer for its device to `answer`. Again and again is harmless.

        Nothing is taken of a file that is not whole. `carrier` (account, device or `terminal`) is kept in the audit
        trail. Refusals: 422 `file_foreign`, `file_newer`, `file_of_other_kind`, `file_for_other_key`,
        `file_damaged`, `device_unknown`, `signature_invalid`, `practice_differs`, `device_wiped`.
        """
        try:
            bundle = OpenBundle(file, self._keys.bundle_private)
            device = self._device(bundle)
            self._catch_up(device, bundle.manifest.cursor)
            writer = AnswerWriter(answer, bundle.signed, self._keys.signing)
            statuses = [
                self._deliver(device, named.batch_id, body, writer) for named, body in bundle.batches()
            ]
            pictures = tuple(self._keep(device, *picture) for picture in bundle.pictures(LARGEST_PIECE))
        except SealedFileFault as fault:
            raise Refusal(fault.code, UNREADABLE) from None
        manifest = bundle.manifest
        self._heed(device, manifest, bundle.mark, carrier)
        self._tell(device, manifest, tuple(one for one in pictures if one is not None), writer)
        writer.finish()
        settled, waiting = statuses.count(_OK), statuses.count(_STORED_RAW)
        return BundleReceived(
            device=device.device,
            made_at=manifest.made_at,
            count=manifest.count,
            rupiah_in=manifest.rupiah_in,
            rupiah_refunded=manifest.rupiah_refunded,
            mark=bundle.mark,
            settled=settled,
            waiting=waiting,
            refused=len(statuses) - settled - waiting,
        )

    def _device(self, bundle: OpenBundle) -> Device:
        """The device that signed a bundle, by the same rules as at the door of the network."""
        if practice_device(bundle.manifest.device) != self._practice:
            raise Refusal("practice_differs", UNREADABLE)
        with self._store.reading() as tx:
            device = tx.devices.device(bundle.manifest.device)
        if device is None:
            raise Refusal("device_unknown", UNREADABLE)
        if not bundle.signed.signed_by(device.public_key):
            raise Refusal("signature_invalid", UNREADABLE)
        if device.state == "wiped":
            raise Refusal("device_wiped", UNREADABLE)
        return device

    def _catch_up(self, device: Device, cursor: int) -> None:
        """Where this server was set back, what it says from here on comes behind all that the device has heard."""
        with self._store.reading() as tx:
            behind = tx.feed.last(device.agent_id) < cursor
        if behind:
            with self._store.transaction() as tx:
                move_on(tx, device, cursor)

    def _deliver(self, device: Device, batch_id: str, body: bytes, writer: AnswerWriter) -> int:
        """Give a batch to the intake and its answer, a refusal too, to the writer."""
        try:
            taken = self._intake.receive(device, batch_id, body)
            status, told = taken.status, taken.body
        except Refusal as refusal:
            status, told = refusal.status, wire_bytes(Problem(code=refusal.code, data=refusal.data))
        writer.put(Section.VERDICTS, status, told)
        return status

    def _keep(self, device: Device, blob: Blob, pieces: Iterable[bytes]) -> BlobStanding | None:
        """Put what is missing of a picture behind what is here; None where it is not taken."""
        reached = 0
        try:
            standing = self._blobs.standing(device, blob.sha256)
            for piece in pieces:
                fresh = piece[max(standing.offset - reached, 0) :]
                if fresh and not standing.complete:
                    standing = self._blobs.append(device, blob.sha256, standing.offset, fresh)
                reached += len(piece)
        except Refusal:
            return None
        return standing

    def _heed(self, device: Device, manifest: BundleManifest, mark: str, carrier: str) -> None:
        """Keep the marks that tell something new, and who carried what. A bundle may be older than what came over the
        network since, so it never makes the server send a chain back."""
        at = self._clock.now()
        with self._store.transaction() as tx:
            tx.feed.lock([device.agent_id])
            own = [told for told in manifest.marks if told.device == device.device]
            tx.devices.put_epochs(reported(tx.devices.epochs(device.device), own, at))
            audit(
                tx,
                at,
                carrier,
                "bundle_received",
                device.device,
                bundle=manifest.bundle_id,
                mark=mark,
                count=manifest.count,
                rupiah=manifest.rupiah_in,
            )

    def _tell(
        self,
        device: Device,
        manifest: BundleManifest,
        blobs: tuple[BlobStanding, ...],
        writer: AnswerWriter,
    ) -> None:
        """What happened since the bundle's cursor, and how the device stands."""
        cursor, more, written = manifest.cursor, device.state not in BARRED, 0
        while more and written < MOST_CHANGES:
            page = self._changes.page(device, cursor)
            more = page.more
            if page.cursor > cursor:
                body = wire_bytes(page)
                writer.put(Section.CHANGES, _OK, body)
                cursor, written = page.cursor, written + len(body)
        self._tell_settings(device, manifest.reference_version, writer)
        with self._store.reading() as tx:
            epochs = tx.devices.epochs(device.device)
            missing = [gap for row in epochs for gap in missing_ranges(tx, row)]
        standing = BundleStanding(
            bundle_id=manifest.bundle_id,
            known=tuple(
                Mark(device=row.device, epoch=row.epoch, seq=row.high_seq, head_hash=row.head_hash)
                for row in epochs
            ),
            missing=tuple(missing[:MOST_RANGES]),
            epochs_over=tuple(row.epoch for row in epochs if row.over_at is not None),
            device_state=device.state,  # type: ignore[arg-type]
            cursor=cursor,
            more=more,
            server_at=self._clock.now(),
            blobs=blobs,
        )
        writer.put(Section.STANDING, _OK, wire_bytes(standing))

    def _tell_settings(self, device: Device, kept: str | None, writer: AnswerWriter) -> None:
        """Newer settings than those that the laptop keeps; nothing for one that reads none, or is barred."""
        if kept is None or device.state in BARRED:
            return
        carried = self._releases.carried(device.agent_id, kept, western_day(self._clock.now()))
        if carried is not None:
            writer.put(Section.SETTINGS, _OK, wire_bytes(carried))

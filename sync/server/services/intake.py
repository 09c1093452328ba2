"""Takes batches in: raw bytes first, then verdicts; a fault of the server delays a verdict and loses nothing."""

from __future__ import annotations

import logging
from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass, field
from datetime import datetime, timedelta

from sync.protocol.batch import BatchFault, UnpackedBatch, manifest_faults, read_manifest, unpack
from sync.protocol.digests import sha256_hex
from sync.protocol.encoding import to_base64url
from sync.protocol.entry import SealedEntry
from sync.protocol.messages import Acknowledgement, EntryVerdict, RawEntry, StoredRaw
from sync.protocol.signatures import acknowledgement_message
from sync.protocol.wire import wire_bytes
from sync.server.clock import Clock
from sync.server.domain.arrivals import Arrival, read_arrival
from sync.server.keys import ServerKeys
from sync.server.refusals import Refusal
from sync.server.services.cutting import cut_again
from sync.server.services.settling import Settled, Settling
from sync.server.services.verdict_rows import is_nameable, verdict_of
from sync.server.storage.records import Device, InboxBatch
from sync.server.storage.store import Store, UnitOfWork

LOG = logging.getLogger(__name__)
REPROCESSED_AT_ONCE = 100
URGENT_BATCH = "hello"


@dataclass(frozen=True, slots=True)
class Taken:
    """The answer to a batch: status 200 with an acknowledgement, or 202 with `StoredRaw`; `body` is canonical."""

    status: int
    body: bytes = field(repr=False)


@dataclass(frozen=True, slots=True)
class Opened:
    """A batch whose manifest holds. `ahead`: how far the laptop's clock was ahead of the arrival as it signed it."""

    digest: str
    arrivals: Sequence[Arrival]
    ahead: timedelta


class Intake:
    """One door for batches: from the network, from hello's urgent entries, and from the inbox after a restart."""

    def __init__(
        self, store: Store, keys: ServerKeys, clock: Clock, settling: Settling, *, max_content: int
    ) -> None:
        self._store = store
        self._signing = keys.signing
        self._server = to_base64url(keys.public)
        self._clock = clock
        self._settling = settling
        self._max_content = max_content

    def receive(self, device: Device, batch_id: str, body: bytes) -> Taken:
        """Keep a batch raw, then settle it. Idempotent by batch id and content.

        Refusals: `batch_id_reused` (409), and 422 with the code of a broken manifest or signature.
        """
        batch = InboxBatch(device.device, batch_id, sha256_hex(body), body, self._clock.now())
        with self._store.transaction() as tx:
            stored = None if tx.inbox.add(batch) else tx.inbox.batch(device.device, batch_id)
        if stored is None:
            return self._settle(device, batch)
        if stored.digest != batch.digest and not self._same_content(stored.body, body):
            raise Refusal("batch_id_reused", 409)
        if stored.acknowledgement is not None:
            return Taken(200, stored.acknowledgement)
        if stored.fault is not None:
            raise Refusal(stored.fault, 422)
        return self._settle(device, stored)

    def receive_urgent(self, device: Device, urgent: Sequence[RawEntry]) -> tuple[EntryVerdict, ...]:
        """Settle entries that came with hello, such as withdrawals of consent; nothing where the server faults."""
        if not urgent:
            return ()
        at = self._clock.now()
        sealed = [
            SealedEntry.of(entry.raw.encode(), None if entry.personal is None else entry.personal.encode())
            for entry in urgent
        ]
        try:
            with self._store.transaction() as tx:
                arrivals = [read_arrival(entry, at) for entry in sealed]
                return _verdicts([self._settling.settle(tx, device, URGENT_BATCH, arrivals, at)])
        except Exception:
            LOG.exception("urgent_entries_not_settled", extra={"device": device.device})
            return ()

    def judge_again(self, tx: UnitOfWork, device: Device, known: Collection[int], at: datetime) -> None:
        """Judge what waited for epochs that are known from here on, in the caller's transaction."""
        self._settling.judge_again(tx, device, known, at)

    def reprocess(self) -> int:
        """Settle what lies unsettled in the inbox, at start; answers how many batches got their verdicts."""
        done = 0
        with self._store.reading() as tx:
            waiting = tx.inbox.waiting(REPROCESSED_AT_ONCE)
        for code, batch_id in waiting:
            with self._store.reading() as tx:
                device, batch = tx.devices.device(code), tx.inbox.batch(code, batch_id)
            if device is None or batch is None or batch.state != "stored":
                continue
            try:
                done += self._settle(device, batch).status == 200
            except Refusal as refusal:
                LOG.warning("batch_rejected", extra={"device": code, "code": refusal.code})
        return done

    def _settle(self, device: Device, batch: InboxBatch) -> Taken:
        digest = batch.digest
        try:
            unpacked = unpack(batch.body, self._max_content)
            digest = unpacked.digest
            _check(device, batch, unpacked)
            arrivals = [read_arrival(entry, batch.received_at) for entry in unpacked.entries]
            _refuse_untrue_manifest(unpacked, arrivals)
            ahead = unpacked.manifest.wall_at - batch.received_at
            return self._acknowledge(device, batch, Opened(digest, arrivals, ahead))
        except BatchFault as fault:
            with self._store.transaction() as tx:
                tx.inbox.reject(device.device, batch.batch_id, fault.code, self._clock.now())
            raise Refusal(fault.code, 422) from None
        except Exception:
            LOG.exception("batch_not_settled", extra=_where(batch))
            return self._stored_raw(batch, digest)

    def _acknowledge(self, device: Device, batch: InboxBatch, opened: Opened) -> Taken:
        at = self._clock.now()
        try:
            with self._store.transaction() as tx:
                settled = self._settling.settle(tx, device, batch.batch_id, opened.arrivals, at, opened.ahead)
                ready = tx.inbox.batch(device.device, batch.batch_id)
                if ready is not None and ready.acknowledgement is not None:
                    return Taken(200, ready.acknowledgement)
                body = self._acknowledgement(batch, opened.digest, [settled])
                self._keep(tx, batch, body, [settled], at)
            return Taken(200, body)
        except Exception:
            LOG.exception("batch_not_settled_whole", extra=_where(batch))
        return self._settle_by_action(device, batch, opened)

    def _settle_by_action(self, device: Device, batch: InboxBatch, opened: Opened) -> Taken:
        """Each action in a transaction of its own; where one fails, its raw bytes wait in the inbox (202)."""
        actions: dict[str, list[Arrival]] = {}
        for arrival in opened.arrivals:
            actions.setdefault(arrival.action_id, []).append(arrival)
        settled: list[Settled] = []
        for action_id, together in actions.items():
            try:
                with self._store.transaction() as tx:
                    at = self._clock.now()
                    part = self._settling.settle(tx, device, batch.batch_id, together, at, opened.ahead)
            except Exception:
                LOG.exception("action_not_settled", extra={**_where(batch), "action": action_id})
            else:
                # Only now it is committed: a commit may fail as anything else may.
                settled.append(part)
        if len(settled) < len(actions):
            return self._stored_raw(batch, opened.digest)
        body = self._acknowledgement(batch, opened.digest, settled)
        with self._store.transaction() as tx:
            self._keep(tx, batch, body, settled, self._clock.now())
        return Taken(200, body)

    def _keep(
        self, tx: UnitOfWork, batch: InboxBatch, body: bytes, settled: Iterable[Settled], at: datetime
    ) -> None:
        """Keep the answer to a batch; what was erased before does not come back with it."""
        tx.inbox.settle(batch.device, batch.batch_id, body, self._signature(body), at)
        replays = {digest for part in settled for digest in part.replays}
        cut_again(tx, batch.device, batch.batch_id, replays, at)

    def _acknowledgement(self, batch: InboxBatch, digest: str, settled: Iterable[Settled]) -> bytes:
        return wire_bytes(
            Acknowledgement(
                batch_id=batch.batch_id,
                digest=digest,
                verdicts=_verdicts(settled),
                stored_at=batch.received_at,
                server=self._server,
            )
        )

    def _signature(self, acknowledgement: bytes) -> bytes:
        """The server's signature over an acknowledgement as it is kept: it proves the verdicts for ever."""
        return self._signing.sign(acknowledgement_message(acknowledgement))

    def _stored_raw(self, batch: InboxBatch, digest: str) -> Taken:
        raw = StoredRaw(
            batch_id=batch.batch_id, digest=digest, stored_at=batch.received_at, server=self._server
        )
        return Taken(202, wire_bytes(raw))

    def _same_content(self, stored: bytes, sent: bytes) -> bool:
        """Whether two bodies hold the same manifest, whatever compressed them, and whether one was cut."""
        try:
            before = read_manifest(stored, self._max_content)
            return before.digest == unpack(sent, self._max_content).digest
        except BatchFault:
            return False


def _check(device: Device, batch: InboxBatch, unpacked: UnpackedBatch) -> None:
    if (unpacked.manifest.batch_id, unpacked.manifest.device) != (batch.batch_id, device.device):
        raise BatchFault("manifest_differs")
    if not unpacked.signed_by(device.public_key):
        raise BatchFault("signature_invalid")


def _refuse_untrue_manifest(unpacked: UnpackedBatch, arrivals: Sequence[Arrival]) -> None:
    faults = manifest_faults(
        unpacked.manifest,
        [arrival.decoded for arrival in arrivals],
        [arrival.hash for arrival in arrivals],
    )
    if faults:
        raise BatchFault(faults[0])


def _verdicts(settled: Iterable[Settled]) -> tuple[EntryVerdict, ...]:
    return tuple(
        verdict_of(record, replay=record.hash in part.replays)
        for part in settled
        for record in part.records
        if is_nameable(record)
    )


def _where(batch: InboxBatch) -> dict[str, str]:
    return {"device": batch.device, "batch": batch.batch_id}

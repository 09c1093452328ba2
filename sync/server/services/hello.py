"""Answers hello: what the server knows of the device, what it lacks, and a nonce for the requests that follow."""

from __future__ import annotations

import logging
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from sync.protocol.messages import (
    EpochGrant,
    EpochWanted,
    HeldGrant,
    Hello,
    HelloAnswer,
    Mark,
    Notice,
    SequenceRange,
)
from sync.server.clock import Clock
from sync.server.services.blobs import MOST_WANTED
from sync.server.services.device_door import DeviceDoor, SignedRequest
from sync.server.services.epochs import grant, heard_anew, own_marks, report, reported, store_marks
from sync.server.services.gaps import missing_notice
from sync.server.services.intake import Intake
from sync.server.services.recalling import in_doubt, recall
from sync.server.services.recognising import readmit, shown_grants
from sync.server.services.unparking import suspend_parked
from sync.server.services.wiping import WIPED, take_leave
from sync.server.storage.chain_records import HeardMark
from sync.server.storage.records import Device, DeviceEpoch
from sync.server.storage.store import Store, UnitOfWork

LOG = logging.getLogger(__name__)
MOST_RANGES = 100
MOST_AHEAD = 1_000_000
"""So many positions a feed moves on at once for a device that has seen more of it than there is."""
SEEN_EVERY = timedelta(minutes=10)
DRIFT_TOLD = timedelta(minutes=5)


@dataclass(frozen=True, slots=True)
class Limits:
    """What a batch may hold: entries, and bytes as sent; how long a nonce serves.

    An older program than `minimum_program` captures nothing more from the local date `minimum_program_on` on.
    """

    entries: int
    bytes: int
    nonce_lifetime: timedelta
    minimum_program: str | None = None
    minimum_program_on: date | None = None


@dataclass(frozen=True, slots=True)
class Standing:
    """What is known of a device in one snapshot: its chains, their gaps, how far its feed goes, what pictures lack.

    `heard`: what was told of chains that are not known. `published`: the version that the branch published last.
    """

    epochs: tuple[DeviceEpoch, ...]
    heard: tuple[HeardMark, ...]
    missing: tuple[SequenceRange, ...]
    feed_head: int
    wanted_blobs: tuple[str, ...]
    published: str | None


class Greeting:
    """One read for an idle device; urgent entries are settled first."""

    def __init__(
        self,
        store: Store,
        clock: Clock,
        door: DeviceDoor,
        intake: Intake,
        reference_version: Callable[[], str],
        limits: Limits,
    ) -> None:
        self._store = store
        self._clock = clock
        self._door = door
        self._intake = intake
        self._reference_version = reference_version
        self._limits = limits

    def greet(self, request: SignedRequest, device: Device, hello: Hello) -> HelloAnswer:
        """The answer for a device that proved itself; a clock that drifts is told, never refused."""
        verdicts = () if device.state == WIPED else self._intake.receive_urgent(device, hello.urgent)
        at = self._clock.now()
        device = take_leave(self._store, device, hello, at)
        if at - device.seen_at >= SEEN_EVERY:
            with self._store.transaction() as tx:
                tx.devices.seen(device.device, at)
                suspend_parked(tx, at)
        granted, known = None, self._standing(device)
        if device.state != WIPED and self._is_news(device, hello, known, at):
            granted = self._heed(device, hello, at)
            known = self._standing(device)
        drift = hello.wall_at - at
        return HelloAnswer(
            challenge=request.challenge,
            nonce=self._door.nonce(device),
            nonce_until=at + self._limits.nonce_lifetime,
            server_at=at,
            max_entries=self._limits.entries,
            max_bytes=self._limits.bytes,
            known=tuple(
                Mark(device=row.device, epoch=row.epoch, seq=row.high_seq, head_hash=row.head_hash)
                for row in known.epochs
            ),
            missing=known.missing,
            wanted_blobs=known.wanted_blobs,
            device_state=device.state,  # type: ignore[arg-type]
            feed_head=known.feed_head,
            reference_version=known.published or self._reference_version(),
            urgent_verdicts=verdicts,
            notices=(
                *_clock_notice(drift),
                *missing_notice(known.epochs, known.heard, store_marks(hello, device.device)),
            ),
            epochs_over=tuple(row.epoch for row in known.epochs if row.over_at is not None),
            reported=tuple(
                SequenceRange(epoch=row.epoch, first_seq=row.high_seq + 1, last_seq=row.reported_seq)
                for row in known.epochs
                if row.reported_seq > row.high_seq
            ),
            epoch_grant=granted,
            wipe_asked_at=device.wipe_asked_at,
            minimum_program_version=self._limits.minimum_program,
            minimum_program_on=self._limits.minimum_program_on,
        )

    def _standing(self, device: Device) -> Standing:
        with self._store.reading() as tx:
            epochs = tx.devices.epochs(device.device)
            missing = [gap for row in epochs for gap in missing_ranges(tx, row)]
            return Standing(
                epochs,
                tx.devices.heard(device.device),
                tuple(missing[:MOST_RANGES]),
                tx.feed.last(device.agent_id),
                tx.blobs.wanted(device.device, MOST_WANTED),
                tx.releases.newest_for(device.agent_id),
            )

    def _is_news(self, device: Device, hello: Hello, known: Standing, at: datetime) -> bool:
        """Whether hello asks for an epoch, or tells something that is not known and has to be kept."""
        told = own_marks(hello, device.device)
        return (
            _wanted(device, hello) is not None
            or known.feed_head < hello.cursor
            or bool(reported(known.epochs, told, at))
            or bool(heard_anew(known.epochs, known.heard, device.device, told, at))
            or bool(in_doubt(known.epochs, store_marks(hello, device.device)))
            or bool(self._shown(device, hello, known.epochs))
        )

    def _heed(self, device: Device, hello: Hello, at: datetime) -> EpochGrant | None:
        """Keep the marks that tell something new, grant the epoch asked for, send back what the store lacks."""
        marks = own_marks(hello, device.device)
        held = store_marks(hello, device.device)
        wanted = _wanted(device, hello)
        with self._store.transaction() as tx:
            move_on(tx, device, hello.cursor)
            before = {row.epoch for row in tx.devices.epochs(device.device)}
            shown = self._shown(device, hello, tx.devices.epochs(device.device))
            if shown:
                readmit(tx, device, shown, held, at)
                self._intake.judge_again(tx, device, {one.epoch for one in shown} - before, at)
            report(tx, device, marks, at)
            granted = None if wanted is None else grant(tx, device, wanted, marks, at)
            recall(tx, device, held, at, None if granted is None else granted.epoch)
            if granted is None:
                return None
            return granted.model_copy(update={"proof": self._door.proof(device, granted)})

    def _shown(self, device: Device, hello: Hello, epochs: Iterable[DeviceEpoch]) -> tuple[HeldGrant, ...]:
        rows = {row.epoch: row for row in epochs}
        return shown_grants(rows, hello.granted, lambda one: self._door.proves(device, one))


def _wanted(device: Device, hello: Hello) -> EpochWanted | None:
    """The epoch that hello asks for; a device that is revoked only empties itself and gets none."""
    return None if device.state == "revoked_drain" else hello.epoch_wanted


def _clock_notice(drift: timedelta) -> tuple[Notice, ...]:
    if abs(drift) <= DRIFT_TOLD:
        return ()
    return (Notice(code="clock_differs", data={"seconds": int(drift.total_seconds())}),)


def move_on(tx: UnitOfWork, device: Device, cursor: int) -> None:
    """A server that was set back to a backup gives no position again that a device has applied already.

    The stream of the device's agent stays locked.
    """
    last = tx.feed.lock([device.agent_id])[device.agent_id]
    if tx.feed.last(device.agent_id) >= cursor:
        return
    reached = max(last, min(cursor, last + MOST_AHEAD))
    tx.feed.advance(device.agent_id, reached)
    LOG.warning("feed_moved_on", extra={"device": device.device, "from": last, "to": reached})


def missing_ranges(tx: UnitOfWork, row: DeviceEpoch) -> list[SequenceRange]:
    """The gaps of a chain below its highest entry."""
    if row.contiguous_seq >= row.high_seq:
        return []
    gaps = tx.entries.gaps(row.device, row.epoch, row.contiguous_seq, MOST_RANGES)
    return [SequenceRange(epoch=row.epoch, first_seq=first, last_seq=last) for first, last in gaps]

"""What a run of the sync reads from the store and makes durable in it, each effect in one transaction."""

import os
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import datetime

from perisai_desktop import VERSION
from perisai_desktop.domain.branch_word import BranchWord
from perisai_desktop.domain.exchange import Queued
from perisai_desktop.domain.failure import Failure, FailureCode
from perisai_desktop.services import (
    branch_releases,
    branch_words,
    catching_up,
    epoch_grants,
    missing_entries,
    verifying,
)
from perisai_desktop.services.pen import Pen
from perisai_desktop.services.rules_in_use import RulesInUse
from perisai_desktop.services.stick_exchange import Unsettled
from perisai_desktop.services.want_list import lacking, written_on
from perisai_desktop.storage import feed, journal, mark, outbox, verification
from perisai_desktop.storage.database import Database, Session
from perisai_desktop.storage.feed import FeedItem
from sync.client.actions import ApplyRows, SendBatch, Settle, Verified, Verify
from sync.client.sizing import MOST_BYTES, MOST_ENTRIES
from sync.client.verifying import Span
from sync.protocol.batch import PackedBatch, pack
from sync.protocol.bundle_answer import BundleStanding
from sync.protocol.encoding import from_base64url, to_base64url
from sync.protocol.entry import SealedEntry
from sync.protocol.feed import FeedFault, FeedRow, read_payload
from sync.protocol.messages import PROTOCOL, EpochGrant, Hello, HelloAnswer, Mark, RawEntry
from sync.protocol.verification import VerifyRequest

MOST_URGENT = 100
MOST_URGENT_BYTES = 40 * 1024
"""What hello carries of urgent entries; what is beyond goes with the batches."""


@dataclass(frozen=True, slots=True)
class SyncStore:
    """The store as a run of the sync sees it."""

    database: Database
    pen: Pen
    rules: RulesInUse
    boot_id: str = field(default_factory=lambda: to_base64url(os.urandom(16)))

    def cursor(self) -> int:
        """The last feed position applied."""
        with self.database.reading() as session:
            return feed.cursor(session)

    def waiting(self) -> int:
        """Entries that wait to be sent, without those that this run has in flight."""
        with self.database.reading() as session:
            return outbox.waiting(session)

    def queued(self) -> Queued:
        """What no signed word has settled, whether this run has it in flight or not."""
        with self.database.reading() as session:
            queue = outbox.queue(session)
        return Queued(queue.actions, queue.bytes, queue.rupiah)

    def release_all(self) -> None:
        """Take back what earlier runs had in flight and heard nothing of."""
        with self.database.transaction() as session:
            outbox.release_all(session)

    def hello(self) -> Hello:
        """The first message of a run: marks, withdrawals of consent, cursor, clocks and the size of the queue."""
        with self.database.reading() as session:
            queue = outbox.queue(session)
            marks = self.marks(session)
            cursor = feed.cursor(session)
            granted = epoch_grants.held(session)
            urgent = outbox.urgent(session, MOST_URGENT, MOST_URGENT_BYTES)
        return Hello(
            protocol=PROTOCOL,
            marks=marks,
            urgent=tuple(_raw_entry(entry) for entry in urgent),
            cursor=cursor,
            wall_at=self.pen.clock.now(),
            utc_offset=self.pen.clock.offset(),
            monotonic_ms=self.pen.clock.monotonic_ms(),
            boot_id=self.boot_id,
            program_version=VERSION,
            reference_version=self.rules.reference.version,
            queue_entries=queue.entries,
            queue_rupiah=queue.rupiah,
            queue_oldest_at=queue.oldest_at,
            epoch_wanted=self.pen.epoch_wanted(),
            granted=granted,
        )

    def epoch_wanted(self) -> bool:
        """Whether a further hello is needed: to ask for an epoch, or to hear how much the store has to catch up."""
        if self.pen.gate.closed:
            return True
        with self.database.reading() as session:
            return catching_up.unheard(session)

    def batch(self, action: SendBatch) -> PackedBatch | None:
        """The oldest whole actions within the limits, leased and signed; None where nothing waits."""
        batch_id = self.pen.identifier(self.pen.clock.now())
        with self.database.transaction() as session:
            entries = outbox.lease(session, batch_id, action.max_entries, action.max_bytes)
        return self.packed(batch_id, entries) if entries else None

    def compare(self, answer: HelloAnswer) -> int:
        """Take the epoch that was asked for, and hold what the server knows of this device against the journal.

        Returns entries queued again.
        """
        self._take_epoch(answer.epoch_grant)
        self._heed(branch_words.word_of(answer))
        with self.database.reading() as session:
            missing = missing_entries.count(session, self.pen.device, answer)
            changed = missing != missing_entries.kept(session)
            told = branch_releases.told_last(session, self.rules.reference) != answer.reference_version
            agreed, ends = self._agreed(session, answer), journal.heads(session)
        if changed or told:
            with self.database.transaction() as session:
                missing_entries.keep(session, missing)
                branch_releases.tell(session, answer.reference_version)
        shared = written_on(answer, ends, self.pen.device, self.pen.epoch)
        again = self._hold(answer, agreed, ends, shared=shared)
        catching_up.aim(self.database, self.pen.device, self.pen.epoch, answer.feed_head)
        return again

    def heed(self, answer: HelloAnswer | BundleStanding, ends: Iterable[mark.Mark | Mark]) -> int:
        """Hold what the server knows against the journal; `ends`: how far what it was told reached.

        Where the server has other or further entries in the epoch that this store writes in, or another store has
        left it, the gate closes. What the server lacks of a chain that it shares with this store, and was taken
        from the outbox, goes up once more: it may have been set back to a backup. Returns entries queued again.
        """
        with self.database.reading() as session:
            agreed = self._agreed(session, answer)
        return self._hold(answer, agreed, ends)

    def _hold(
        self,
        answer: HelloAnswer | BundleStanding,
        agreed: Mapping[int, bool],
        ends: Iterable[mark.Mark | Mark],
        *,
        shared: bool = False,
    ) -> int:
        """Close the gate where chains part or the epoch is `shared`, and queue again what the server lacks; `agreed` as
        `_agreed`."""
        shared = shared or agreed.get(self.pen.epoch) is False or self.pen.epoch in answer.epochs_over
        if shared and not self.pen.gate.closed:
            with self.database.transaction() as session:
                self.pen.gate.close(session)
        ranges = [lacks for lacks in lacking(answer, ends, self.pen.device) if agreed.get(lacks[0], True)]
        if not ranges:
            return 0
        with self.database.transaction() as session:
            again = sum(outbox.put_back(session, self.pen.device, *lacks) for lacks in ranges)
            if again:
                verification.want(session)
        return again

    def _take_epoch(self, grant: EpochGrant | None) -> None:
        """Stand in the epoch granted to this start's own ask; any other grant is somebody else's."""
        if grant is None or grant.ask != self.pen.gate.ask or grant.epoch <= self.pen.epoch:
            return
        with self.database.transaction() as session:
            self.pen.begin_epoch(session, grant.epoch, grant.start_hash)
            verification.want(session)
            epoch_grants.keep(session, grant)

    def _heed(self, word: BranchWord) -> None:
        """Keep what the branch says of this laptop. One that is to be wiped writes nothing more and is compared."""
        before = self.pen.gate.word
        if word == before:
            return
        with self.database.transaction() as session:
            branch_words.keep(session, word)
            if word.wipe_asked_at not in ("", before.wipe_asked_at):
                verification.want(session)
            self.pen.gate.word = word

    def _agreed(self, session: Session, answer: HelloAnswer | BundleStanding) -> dict[int, bool]:
        """For each epoch of this device whether the server's chain is the journal's, as far as it reaches."""
        return {
            theirs.epoch: theirs.seq == 0
            or not journal.behind(
                session, mark.Mark(theirs.device, theirs.epoch, theirs.seq, theirs.head_hash)
            )
            for theirs in answer.known
            if theirs.device == self.pen.device
        }

    def settle(self, effect: Settle) -> int:
        """Apply a signed acknowledgement and keep the proof; returns how many entries it settled."""
        with self.database.transaction() as session:
            settled = outbox.settle(
                session,
                effect.acknowledgement,
                effect.proof.body,
                from_base64url(effect.proof.signature),
                effect.proof.request_signature,
                self.pen.clock.now(),
            )
        return settled.entries

    def release(self, batch_id: str) -> None:
        """Give back what a batch held: it waits again."""
        with self.database.transaction() as session:
            outbox.release(session, batch_id)

    def apply(self, effect: ApplyRows) -> tuple[int, int]:
        """Apply rows and cursor; returns how many rows were new and how many of them were decisions.

        A page with a row that this program can't read is not applied: Failure(batch_rejected, reason).
        """
        items = [_item(row) for row in effect.rows]
        applied = feed.apply_page(self.database, items, effect.cursor, self.pen.clock.now())
        catching_up.arrive(self.database)
        return applied.rows, applied.decisions

    def unverified(self) -> tuple[Span, ...]:
        """Every chain whole where a comparison with the server is due and nothing waits; else nothing."""
        with self.database.reading() as session:
            return verifying.due(session, self.pen.device, self.now())

    def claims(self, action: Verify) -> VerifyRequest:
        """What the journal holds of these ranges."""
        with self.database.reading() as session:
            return verifying.claims(session, self.pen.device, action)

    def verified(self, effect: Verified) -> int:
        """Queue again what the server lacks, keep the rest in mind; returns entries queued again."""
        with self.database.transaction() as session:
            return verifying.keep(session, self.pen.device, effect.comparison, self.now())

    def now(self) -> datetime:
        """The device's clock."""
        return self.pen.clock.now()

    def marks(self, session: Session) -> tuple[Mark, ...]:
        """How far every chain of the store reaches without a hole, the one it writes in last."""
        ends = {
            own.epoch: Mark(device=own.device, epoch=own.epoch, seq=own.seq, head_hash=own.head_hash)
            for own in journal.unbroken(session)
            if own.device == self.pen.device
        }
        nothing = Mark(device=self.pen.device, epoch=self.pen.epoch, seq=0, head_hash=self.pen.beginning)
        writing = ends.pop(self.pen.epoch, nothing)
        return (*ends.values(), writing)

    def unsettled(self, at: datetime) -> Unsettled:
        """Every action that is not settled, whether a run has it in flight or not, for a file."""
        with self.database.reading() as session:
            batches = tuple(
                self.packed(self.pen.identifier(at), entries)
                for entries in outbox.unsettled(session, MOST_ENTRIES, MOST_BYTES)
            )
            actions = outbox.queue(session).actions
            return Unsettled(batches, actions, self.marks(session), feed.cursor(session))

    def entries_queued(self) -> int:
        """Entries that no signed word has settled."""
        with self.database.reading() as session:
            return outbox.queue(session).entries

    def packed(self, batch_id: str, entries: tuple[SealedEntry, ...]) -> PackedBatch:
        """Entries of one epoch as a signed batch."""
        return pack(
            entries,
            batch_id=batch_id,
            key=self.pen.key,
            wall_at=self.pen.clock.now(),
            utc_offset=self.pen.clock.offset(),
            monotonic_ms=self.pen.clock.monotonic_ms(),
            boot_id=self.boot_id,
        )


def _raw_entry(entry: SealedEntry) -> RawEntry:
    return RawEntry(
        raw=entry.raw.decode(), personal=None if entry.personal is None else entry.personal.decode()
    )


def _item(row: FeedRow) -> FeedItem:
    """A row in the store's form; a newer or faulty server may send what can't be read."""
    try:
        raw, _ = read_payload(row)
    except FeedFault:
        raise Failure(FailureCode.BATCH_REJECTED, reason="feed_row_invalid") from None
    return FeedItem(position=row.position, kind=row.kind, at=row.at, raw=raw)

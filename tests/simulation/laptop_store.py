"""The store of a simulated laptop: fulfils the contract of `ExchangeStore` over a disk in memory."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable
from datetime import datetime, timedelta
from itertools import groupby
from operator import attrgetter

from perisai_desktop.domain.exchange import Queued
from perisai_desktop.services.stick_exchange import Unsettled
from perisai_desktop.services.want_list import lacking, written_on
from sync.client.actions import ApplyRows, SendBatch, Settle, Verified, Verify
from sync.client.verifying import Span
from sync.protocol.batch import PackedBatch, pack
from sync.protocol.bundle_answer import BundleStanding
from sync.protocol.encoding import to_base64url
from sync.protocol.messages import PROTOCOL, EpochGrant, EpochWanted, HeldGrant, Hello, HelloAnswer, Mark
from sync.protocol.signatures import SigningKey
from sync.protocol.verification import VerifyRequest
from sync.rules.states import ClientState
from tests.simulation.chains import Chains
from tests.simulation.clocks import LaptopClock
from tests.simulation.disk import UNHEARD, Content, Disk, Line, Status
from tests.simulation.feed_rows import applied, apply_row

EVERY = timedelta(days=1)
BOOT = to_base64url(b"simulated-boot--")
_IN_CHAIN = attrgetter("epoch", "seq")


class LaptopStore:
    """What one process of the program holds open; `identifier` makes UUIDv7s, `run` names this life of it.

    `reached` is a mark kept outside that the disk does not hold; `begun` is called once an epoch was begun.
    """

    def __init__(
        self,
        disk: Disk,
        *,
        device: str,
        key: SigningKey,
        clock: LaptopClock,
        identifier: Callable[[], str],
        run: str,
        begun: Callable[[], None] = lambda: None,
    ) -> None:
        self.disk = disk
        self.device = device
        self.key = key
        self.clock = clock
        self._identifier = identifier
        self._run = run
        self._begun = begun
        self._ask: str | None = None
        self._chains = Chains(disk, device, key)
        self.reached: Mark | None = None

    def cursor(self) -> int:
        return self.disk.content.cursor

    def waiting(self) -> int:
        content = self.disk.content
        return sum(1 for entry_id in content.outbox if content.leases.get(entry_id) != self._run)

    def queued(self) -> Queued:
        content = self.disk.content
        lines = [line for line in content.journal if line.entry_id in content.outbox]
        return Queued(
            len({line.action_id for line in lines}),
            sum(len(line.sealed.raw) + len(line.sealed.personal or b"") for line in lines),
            sum(line.total for line in lines),
        )

    def release_all(self) -> None:
        if not any(self.disk.content.outbox.values()) and not self.disk.content.leases:
            return
        with self.disk.transaction() as content:
            content.outbox = dict.fromkeys(content.outbox)
            content.leases = {}

    def hello(self) -> Hello:
        content = self.disk.content
        return Hello(
            protocol=PROTOCOL,
            marks=self.marks(),
            urgent=(),
            cursor=content.cursor,
            wall_at=self.clock.now(),
            utc_offset=self.clock.offset(),
            monotonic_ms=self.clock.monotonic_ms(),
            boot_id=BOOT,
            program_version="0.1.0",
            reference_version="2026.1",
            queue_entries=len(content.outbox),
            queue_rupiah=self.queued().rupiah,
            queue_oldest_at=None,
            epoch_wanted=self._wanted_epoch(),
            granted=content.grants,
        )

    def epoch_wanted(self) -> bool:
        return self.disk.content.rolled_back or self.disk.content.catching_up == UNHEARD

    def _wanted_epoch(self) -> EpochWanted | None:
        content = self.disk.content
        if not content.rolled_back:
            return None
        self._ask = self._ask or self._identifier()
        return EpochWanted(ask=self._ask, leaving=content.epoch, reached=self.reached)

    def marks(self) -> tuple[Mark, ...]:
        return self._chains.marks()

    def mark(self, epoch: int) -> Mark:
        """How far an epoch reaches on this disk."""
        return self._chains.mark(epoch)

    def batch(self, action: SendBatch) -> PackedBatch | None:
        batch_id = self._identifier()
        with self.disk.transaction() as content:
            chosen = self._chosen(content, action.max_entries)
            for line in chosen:
                content.outbox[line.entry_id] = batch_id
                content.leases[line.entry_id] = self._run
        return self._packed(chosen, batch_id) if chosen else None

    def _packed(self, lines: list[Line], batch_id: str | None = None) -> PackedBatch:
        return pack(
            [line.sealed for line in lines],
            batch_id=batch_id or self._identifier(),
            key=self.key,
            wall_at=self.clock.now(),
            utc_offset=self.clock.offset(),
            monotonic_ms=self.clock.monotonic_ms(),
            boot_id=BOOT,
        )

    def _chosen(self, content: Content, max_entries: int) -> list[Line]:
        """The oldest whole actions of one epoch, at least one."""
        waiting = [
            line
            for line in sorted(content.journal, key=_IN_CHAIN)
            if line.entry_id in content.outbox and content.leases.get(line.entry_id) != self._run
        ]
        actions: dict[str, list[Line]] = {}
        for line in waiting:
            if line.epoch == waiting[0].epoch:
                actions.setdefault(line.action_id, []).append(line)
        chosen: list[Line] = []
        for lines in actions.values():
            if chosen and len(chosen) + len(lines) > max_entries:
                break
            chosen.extend(lines)
        return chosen

    def compare(self, answer: HelloAnswer) -> int:
        self._take_epoch(answer.epoch_grant)
        ends = self._chains.heads()
        self._close_where(written_on(answer, ends, self.device, self.disk.content.epoch))
        again = self.heed(answer, ends)
        self._aim(answer.feed_head)
        return again

    def heed(self, answer: HelloAnswer | BundleStanding, ends: Iterable[Mark]) -> int:
        content = self.disk.content
        agreed = self._chains.agreed(answer)
        self._close_where(agreed.get(content.epoch) is False or content.epoch in answer.epochs_over)
        ranges = lacking(answer, ends, self.device)
        touched = {
            line.action_id
            for line in content.journal
            if agreed.get(line.epoch, True)
            if any(epoch == line.epoch and first <= line.seq <= last for epoch, first, last in ranges)
        }
        again = [
            line
            for line in content.journal
            if line.action_id in touched and line.entry_id not in content.outbox
        ]
        if again:
            with self.disk.transaction() as changed:
                changed.outbox |= dict.fromkeys(line.entry_id for line in again)
                changed.unverified = True
        return len(again)

    def _aim(self, feed_head: int) -> None:
        """Keep how far the feed has to come, unless something of an earlier epoch waits still."""
        content = self.disk.content
        if content.catching_up is not None and not content.waits_before(content.epoch):
            with self.disk.transaction() as changed:
                changed.catching_up = feed_head
                changed.arrive()

    def _close_where(self, shared: bool) -> None:
        if shared and not self.disk.content.rolled_back:
            with self.disk.transaction() as changed:
                changed.rolled_back = True

    def _take_epoch(self, grant: EpochGrant | None) -> None:
        """Stand in the epoch granted to this life's own ask."""
        if grant is None or grant.ask != self._ask or grant.epoch <= self.disk.content.epoch:
            return
        with self.disk.transaction() as content:
            content.epoch, content.start, content.rolled_back = grant.epoch, grant.start_hash, False
            content.unverified, content.catching_up = True, UNHEARD
            content.grants = (*content.grants, *_held(grant))
            if self.reached is not None:
                content.told_mark = self.reached
        self._ask = self.reached = None
        self._begun()

    def settle(self, effect: Settle) -> int:
        acknowledgement = effect.acknowledgement
        with self.disk.transaction() as content:
            settled = [one for one in acknowledgement.verdicts if applied(content, one, "settle")]
            for verdict in settled:
                content.outbox.pop(verdict.entry_id, None)
                content.leases.pop(verdict.entry_id, None)
            _release(content, acknowledgement.batch_id)
            content.acknowledgements.setdefault(acknowledgement.batch_id, effect.proof.body)
        return len(settled)

    def release(self, batch_id: str) -> None:
        with self.disk.transaction() as content:
            _release(content, batch_id)

    def apply(self, effect: ApplyRows) -> tuple[int, int]:
        """The whole page in one transaction."""
        decisions = rows = 0
        with self.disk.transaction() as content:
            for row in effect.rows:
                if row.position in content.feed:
                    continue
                rows += 1
                decisions += apply_row(content, row)
            content.cursor = effect.cursor
            content.arrive()
        return rows, decisions

    def unverified(self) -> tuple[Span, ...]:
        """Due once a day, counted from the first entry, and where something was found."""
        content = self.disk.content
        since = content.compared_at or _recorded_at(content.journal[:1])
        if since is None or self.waiting():
            return ()
        if not (content.unverified or not timedelta() <= self.clock.now() - since < EVERY):
            return ()
        return tuple(Span(mark.epoch, 1, mark.seq) for mark in sorted(self._chains.heads(), key=_IN_CHAIN))

    def claims(self, action: Verify) -> VerifyRequest:
        return self._chains.claims(action)

    def verified(self, effect: Verified) -> int:
        found = effect.comparison
        content, missing = self.disk.content, self._chains.within(found.missing)
        touched = {line.action_id for line in missing}
        again = (line.entry_id for line in content.journal if line.action_id in touched)
        queued = [entry_id for entry_id in again if entry_id not in content.outbox]
        with self.disk.transaction() as changed:
            changed.outbox |= dict.fromkeys(queued)
            changed.compared_at = self.clock.now()
            changed.unverified = any(line.entry_id not in content.outbox for line in missing)
        return len(queued)

    def unsettled(self, at: datetime) -> Unsettled:
        """Everything that is not settled, in batches of one epoch, as a file for the branch holds it."""
        content = self.disk.content
        waiting = sorted((one for one in content.journal if one.entry_id in content.outbox), key=_IN_CHAIN)
        batches = tuple(self._packed(list(lines)) for _, lines in groupby(waiting, lambda line: line.epoch))
        return Unsettled(batches, self.queued().actions, self.marks(), content.cursor)

    def entries_queued(self) -> int:
        return len(self.disk.content.outbox)

    def now(self) -> datetime:
        return self.clock.now()


def _recorded_at(lines: list[Line]) -> datetime | None:
    """When the only entry of a list was recorded, None for an empty one."""
    return next((datetime.fromisoformat(json.loads(one.sealed.raw)["recorded_at"]) for one in lines), None)


def _held(grant: EpochGrant) -> tuple[HeldGrant, ...]:
    if grant.proof is None:
        return ()
    return (HeldGrant(ask=grant.ask, epoch=grant.epoch, start_hash=grant.start_hash, proof=grant.proof),)


def _release(content: Content, batch_id: str) -> None:
    for entry_id, held in content.outbox.items():
        if held == batch_id:
            content.outbox[entry_id] = None
            content.leases.pop(entry_id, None)


SEALED = Status(ClientState.SEALED, None, 0, "sealed")

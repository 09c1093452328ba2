"""Writes entries in the device's name: numbers them, chains them and seals them inside one transaction."""

import os
from collections.abc import Callable, Sequence
from dataclasses import asdict, dataclass, field
from datetime import datetime

from perisai_desktop import VERSION
from perisai_desktop.config.clock import Clock
from perisai_desktop.domain.branch_word import bar_on_captures, bar_on_writing
from perisai_desktop.domain.draft import Source
from perisai_desktop.domain.failure import Failure, FailureCode
from perisai_desktop.services import catching_up
from perisai_desktop.services.epoch_gate import BEGUN_AT, ROLLED_BACK, Gate, tell
from perisai_desktop.services.greetings import day_reached
from perisai_desktop.storage import actions, choices, identity, journal, mark
from perisai_desktop.storage.database import Session
from sync.protocol.bodies.epoch_start import EpochStart
from sync.protocol.bodies.parts import PersonalPart
from sync.protocol.chain import ZERO_HASH, genesis_hash
from sync.protocol.encoding import to_base64url
from sync.protocol.entry import Blob, SealedEntry, seal
from sync.protocol.identifiers import uuid7
from sync.protocol.kinds import EntryKind
from sync.protocol.messages import EpochWanted
from sync.protocol.messages import Mark as ReportedMark
from sync.protocol.signatures import SigningKey
from sync.protocol.wire import StrictModel

SALT_BYTES = 16

Randomness = Callable[[int], bytes]


@dataclass(frozen=True, slots=True)
class WrittenEntry:
    """An entry of the action in hand, with the id others refer to."""

    entry_id: str
    sealed: SealedEntry


class ActionInHand:
    """The entries that one press of a button writes, in the order of the chain."""

    def __init__(self, pen: "Pen", session: Session, at: datetime, utc_offset: int) -> None:
        self._pen = pen
        self._session = session
        self._seq, self._head = pen.head(session)
        self.at = at
        self.utc_offset = utc_offset
        self.action_id = pen.identifier(at)
        self.entries: list[WrittenEntry] = []

    def write(
        self,
        kind: EntryKind,
        body: StrictModel,
        personal: PersonalPart | None = None,
        *,
        worker_id: str | None = None,
        base: str | None = None,
        blobs: tuple[Blob, ...] = (),
    ) -> WrittenEntry:
        """Seal one entry behind the newest of the chain; `blobs` are pictures that were kept before."""
        entry_id = self._pen.identifier(self.at)
        sealed = seal(
            kind=kind,
            entry_id=entry_id,
            action_id=self.action_id,
            device=self._pen.device,
            epoch=self._pen.epoch,
            seq=self._seq + 1,
            prev_hash=self._head,
            recorded_at=self.at,
            utc_offset=self.utc_offset,
            body=body,
            personal=personal,
            worker_id=worker_id,
            base=base,
            blobs=blobs,
        )
        written = WrittenEntry(entry_id, sealed)
        self._seq, self._head = self._seq + 1, sealed.hash
        self.entries.append(written)
        return written

    def finish(self, sources: Sequence[Source] = ()) -> None:
        """Store the action whole, with the lines that it was made from; it is durable once the transaction commits."""
        actions.store(self._session, [written.sealed for written in self.entries], self.at, sources=sources)


@dataclass(slots=True)
class Pen:
    """The device that writes: its code, key and epoch, which changes where another is granted.

    `start`: the hash before the first entry of the epoch, None for the epoch that came with the device.
    """

    device: str
    epoch: int
    key: SigningKey = field(repr=False)
    clock: Clock
    gate: Gate = field(default_factory=Gate)
    start: str | None = None
    randomness: Randomness = os.urandom

    def action(self, session: Session) -> ActionInHand:
        """Begin an action at this instant.

        Raises Failure: store_rolled_back where the store lacks what it had written, since numbers would repeat;
        device_leaving where the laptop is to be wiped.
        """
        if self.gate.closed:
            raise Failure(FailureCode.STORE_ROLLED_BACK)
        _refuse(bar_on_writing(self.gate.word))
        return ActionInHand(self, session, self.clock.now(), self.clock.offset())

    def capture(self, session: Session) -> ActionInHand:
        """Begin an action by which cash is taken.

        Raises Failure as `action`, and device_revoked, program_too_old (minimum).
        """
        _refuse(bar_on_captures(self.gate.word, VERSION, day_reached(session, self.clock)))
        return self.action(session)

    def head(self, session: Session) -> tuple[int, str]:
        """Seq and hash of the newest entry; 0 and the chain's beginning where there is none."""
        top = journal.head(session, self.device, self.epoch)
        return (top.seq, top.hash) if top is not None else (0, self.beginning)

    @property
    def beginning(self) -> str:
        """What the first entry of the epoch names as the hash before it."""
        return self.start or genesis_hash(self.key.public)

    @property
    def ask(self) -> str:
        """The id under which this start of the program asks for an epoch."""
        if self.gate.ask is None:
            self.gate.ask = self.identifier(self.clock.now())
        return self.gate.ask

    def epoch_wanted(self) -> EpochWanted | None:
        """What a store that may not write asks for, under the same id until it gets it or the program ends."""
        if not self.gate.closed:
            return None
        kept = self.gate.reached
        reached = None if kept is None else ReportedMark.model_validate(asdict(kept))
        return EpochWanted(ask=self.ask, leaving=self.epoch, reached=reached)

    def begin_epoch(self, session: Session, epoch: int, start: str) -> None:
        """Stand in a granted epoch: stored in this transaction, and written in only once that is durable."""
        identity.begin_epoch(session, epoch, start)
        choices.forget(session, ROLLED_BACK)
        tell(session, self.gate)
        choices.put(session, BEGUN_AT, self.clock.now().isoformat())
        catching_up.begin(session)
        mark.write_after_commit(session, mark.Mark(self.device, epoch, 0, start))
        session.info["after_commit"].append(lambda: self._stand_in(epoch, start))

    def begin_by_phone(self, session: Session, epoch: int, code: str) -> None:
        """Stand in an epoch whose code was read out: its first entry carries the code, and names nothing before it.

        The ask that the challenge stood for becomes the id of the action, so that the code can be checked again.
        """
        at, left = self.clock.now(), self._left(session)
        sealed = seal(
            kind=EntryKind.EPOCH_START,
            entry_id=self.identifier(at),
            action_id=self.ask,
            device=self.device,
            epoch=epoch,
            seq=1,
            prev_hash=ZERO_HASH,
            recorded_at=at,
            utc_offset=self.clock.offset(),
            body=EpochStart(
                grant=code,
                cause="clone" if self.gate.reached is None else "restore",
                local_epoch=left.epoch,
                local_seq=left.seq or None,
                local_head=left.head_hash if left.seq else None,
            ),
        )
        self.begin_epoch(session, epoch, ZERO_HASH)
        actions.store(session, [sealed], at)

    def _left(self, session: Session) -> mark.Mark:
        """Where the epoch ended that is left: by the mark outside the store where that is beyond it, else by the store."""
        kept = self.gate.reached
        if kept is not None and kept.epoch >= self.epoch:
            return kept
        return mark.Mark(self.device, self.epoch, *self.head(session))

    def _stand_in(self, epoch: int, start: str) -> None:
        self.epoch, self.start = epoch, start
        self.gate.open()

    def identifier(self, at: datetime) -> str:
        """A fresh UUIDv7."""
        return uuid7(at, self.randomness(10))

    def salt(self) -> str:
        """Sixteen random bytes for a personal part, base64url."""
        return to_base64url(self.randomness(SALT_BYTES))


def _refuse(failure: Failure | None) -> None:
    if failure is not None:
        raise failure

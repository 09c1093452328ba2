"""Exchanges what was saved for what was decided: runs the engine with the real line and the real store."""

import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import datetime

from perisai_desktop.domain.counters import Connection
from perisai_desktop.domain.exchange import Phase, SyncProgress, SyncReport
from perisai_desktop.domain.failure import Failure, FailureCode
from perisai_desktop.services.exchange_store import ExchangeStore
from perisai_desktop.services.line import Line
from perisai_desktop.services.photo_store import NoPhotos, PhotoQueue
from perisai_desktop.services.run_account import RunAccount
from perisai_desktop.services.sync_endings import failure_of_end
from sync.client import engine
from sync.client.actions import (
    ApplyRows,
    Effect,
    Finished,
    Halted,
    Learn,
    PullChanges,
    QueueFacts,
    Release,
    SayHello,
    SendBatch,
    SetAside,
    Settle,
    Verified,
    Verify,
    Wipe,
)
from sync.client.photo_actions import (
    AskBlob,
    KeepStanding,
    KeepTold,
    PhotoAction,
    PhotoFacts,
    PutPhotoAside,
    ReportLost,
    SendPiece,
)
from sync.client.photo_replies import PhotoReply
from sync.client.ports import Wire
from sync.client.replies import NoNetwork, Reply
from sync.client.sizing import Sizing

Progress = Callable[[SyncProgress], None]


class Syncing:
    """One run at a time; what one run measured of the link serves the next.

    `answered` is called with what the server's clock showed when it has answered a hello with its signature, `afterwards`
    when a run got through: for what may fail without harm. `leave` destroys the store's keys on the server's
    signed word that the device is wiped.
    """

    def __init__(
        self,
        store: ExchangeStore,
        wire: Wire,
        line: Line,
        afterwards: Callable[[], object] = lambda: None,
        photos: PhotoQueue | None = None,
        answered: Callable[[datetime], object] = lambda _: None,
        leave: Callable[[Wipe], object] = lambda _: None,
    ) -> None:
        self._store = store
        self._wire = wire
        self._line = line
        self._afterwards = afterwards
        self._photos = photos or NoPhotos()
        self._answered = answered
        self._leave = leave
        self.wiped = False
        self._turn = threading.Lock()
        self._sizing: Sizing | None = None
        self._strikes = 0
        self._aside: frozenset[str] = frozenset()

    @property
    def connection(self) -> Connection:
        """The way to the server as it was last seen."""
        return self._line.connection

    def aside(self) -> frozenset[str]:
        """The entries of actions at which the server failed each time in the last run."""
        return self._aside

    def run(
        self, progress: Progress = lambda _: None, cancelled: Callable[[], bool] = lambda: False
    ) -> SyncReport:
        """Send until nothing waits, fetch until nothing is left; `cancelled` is asked between two steps.

        Only a signed acknowledgement or a pulled row changes a status. Raises Failure: sync_running,
        no_network (detail), server_busy (seconds), device_paused, device_revoked, device_wiped, batch_reused,
        batch_rejected (reason).
        """
        with self.paused():
            account = RunAccount(progress)
            for _ in self._steps(account):
                if cancelled():
                    return account.report(self._store, cancelled=True)
            return account.report(self._store, cancelled=False)

    @contextmanager
    def paused(self) -> Iterator[None]:
        """No run meanwhile, for whoever else applies what the branch says. Raises Failure(sync_running)."""
        if not self._turn.acquire(blocking=False):
            raise Failure(FailureCode.SYNC_RUNNING)
        try:
            yield
        finally:
            self._turn.release()

    def steps(self) -> Iterator[None]:
        """The same run, one step at a time: it stands still before each request and after each reply's effects.

        Whoever stops asking ends the run there, as a power cut would. Raises what `run` raises.
        """
        return self._steps(RunAccount(lambda _: None))

    def _steps(self, account: RunAccount) -> Iterator[None]:
        store = self._store
        self._aside = frozenset()
        store.release_all()
        account.to_send = store.waiting()
        account.queued = store.queued()
        state = engine.start(store.cursor(), self._sizing, self._strikes)
        yield
        while True:
            facts = self._facts(state, account)
            action = engine.next_action(state, facts)
            if isinstance(action, Finished | Halted):
                self._sizing, self._strikes = state.sizing, state.carried_strikes
                failure = failure_of_end(action)
                if failure is not None:
                    raise failure
                self._afterwards()
                return
            account.rate = state.sizing.rate
            if isinstance(action, AskBlob | SendPiece | ReportLost):
                sent = self._ask_photo(action, account, facts.photo)
                if sent is None:
                    continue
                reply: Reply | PhotoReply = sent
            else:
                reply = self._ask(action, account)
            if isinstance(reply, NoNetwork):
                self._line.lost(store.now())
            step = engine.on_reply(state, reply)
            for effect in step.effects:
                self._make_durable(effect, account)
            state = step.state
            yield

    def _facts(self, state: engine.EngineState, account: RunAccount) -> QueueFacts:
        """What waits; only an open run asks for it."""
        if state.phase is not engine.Phase.OPEN:
            return QueueFacts(0)
        waiting = self._store.waiting()
        unverified = () if waiting else self._store.unverified()
        photo = None if waiting else self._photos.next(account.photos_aside)
        return QueueFacts(waiting, self._store.epoch_wanted(), unverified, photo)

    def _ask(self, action: SayHello | SendBatch | PullChanges | Verify, account: RunAccount) -> Reply:
        """Do what the engine asks on the network."""
        if isinstance(action, SayHello):
            account.tell(Phase.GREETING)
            return self._wire.hello(self._store.hello())
        if isinstance(action, PullChanges):
            account.tell(Phase.FETCHING)
            return self._wire.changes(action.cursor)
        if isinstance(action, Verify):
            account.tell(Phase.COMPARING)
            return self._wire.verify(self._store.claims(action))
        account.tell(Phase.SENDING)
        batch = self._store.batch(action)
        assert batch is not None
        account.bytes_up += len(batch.body)
        account.sending = frozenset(entry_id for entry_id, _ in batch.hashes)
        return self._wire.put_batch(batch, action.time_out)

    def _ask_photo(
        self, action: PhotoAction, account: RunAccount, photo: PhotoFacts | None
    ) -> PhotoReply | None:
        """Do what the engine asks about a picture; None where the store turned out not to have it."""
        account.tell(Phase.PHOTOS, photo, action.offset if isinstance(action, SendPiece) else 0)
        if isinstance(action, AskBlob):
            return self._wire.ask_blob(action.sha256)
        if isinstance(action, ReportLost):
            return self._wire.report_lost(action.sha256, action.code)
        piece = self._photos.piece(action)
        if piece is None:
            return None
        account.bytes_up += len(piece)
        return self._wire.send_piece(action.sha256, action.offset, piece, action.time_out)

    def _make_durable(self, effect: Effect, account: RunAccount) -> None:
        """Each effect in one transaction; a batch in flight or set aside stays leased until the next run."""
        if isinstance(effect, Learn):
            again = self._store.compare(effect.answer)
            self._photos.want(effect.answer.wanted_blobs)
            now = self._store.now()
            drift = round((now - effect.answer.server_at).total_seconds())
            self._line.reached(now, drift)
            self._answered(effect.answer.server_at)
            if again:
                account.to_send += again
                account.queued = self._store.queued()
        elif isinstance(effect, Settle):
            before = self._store.queued()
            account.sent += self._store.settle(effect)
            account.settle(before, self._store.queued())
        elif isinstance(effect, Release):
            self._store.release(effect.batch_id)
        elif isinstance(effect, SetAside):
            self._aside |= account.sending
        elif isinstance(effect, Wipe):
            self._leave(effect)
            self.wiped = True
        elif isinstance(effect, Verified):
            account.to_send += self._store.verified(effect)
        elif isinstance(effect, ApplyRows):
            rows, decisions = self._store.apply(effect)
            account.applied += rows
            account.decisions += decisions
        elif isinstance(effect, KeepStanding | KeepTold | PutPhotoAside):
            self._photos.settle(effect)
            account.note(effect)

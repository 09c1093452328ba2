"""What a run of the sync has done so far, told step by step and reported at its end."""

from collections.abc import Callable
from dataclasses import replace

from perisai_desktop.domain.exchange import Phase, Queued, SyncProgress, SyncReport
from perisai_desktop.services.exchange_store import ExchangeStore
from sync.client.photo_actions import KeepStanding, PhotoEffect, PhotoFacts, PutPhotoAside


class RunAccount:
    """Written by one run; `progress` is told of every step. `rate`: bytes a second, None unmeasured."""

    def __init__(self, progress: Callable[[SyncProgress], None]) -> None:
        self._progress = progress
        self._shown = SyncProgress(Phase.GREETING, 0, 0, 0)
        self.settled = self.queued = Queued(0, 0, 0)
        self.rate: float | None = None
        self.sending: frozenset[str] = frozenset()
        self.sent = self.to_send = self.applied = self.decisions = self.bytes_up = self.photos = 0
        self.photos_aside: frozenset[str] = frozenset()

    def settle(self, before: Queued, after: Queued) -> None:
        """An acknowledgement made the queue shorter."""
        self.queued = after
        self.settled = Queued(
            self.settled.actions + before.actions - after.actions,
            self.settled.bytes + before.bytes - after.bytes,
            self.settled.rupiah + before.rupiah - after.rupiah,
        )

    def tell(self, phase: Phase, photo: PhotoFacts | None = None, reached: int = 0) -> None:
        """A step begins; `reached` bytes of `photo` are at the branch."""
        self._shown = replace(
            self._shown,
            phase=phase,
            sent=self.sent,
            to_send=self.to_send,
            applied=self.applied,
            arrived=self.settled.actions,
            left=self.queued.actions,
            bytes_arrived=self.settled.bytes,
            bytes_left=self.queued.bytes,
            rate=self.rate,
            photo_bytes=reached,
            photo_length=0 if photo is None else photo.length,
        )
        self._progress(self._shown)

    def note(self, effect: PhotoEffect) -> None:
        """Count a picture that arrived; keep one that did not go out of the rest of the run."""
        if isinstance(effect, KeepStanding):
            self.photos += effect.complete
        elif isinstance(effect, PutPhotoAside):
            self.photos_aside |= {effect.sha256}

    def report(self, store: ExchangeStore, *, cancelled: bool) -> SyncReport:
        """The run is over."""
        self.tell(Phase.DONE)
        return SyncReport(
            sent=self.sent,
            rupiah=self.settled.rupiah,
            applied=self.applied,
            decisions=self.decisions,
            bytes_up=self.bytes_up,
            cancelled=cancelled,
            at=store.now(),
            arrived=self.settled.actions,
            photos=self.photos,
        )

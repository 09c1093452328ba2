"""What a run of the sync asks of a store: the real one and the one in memory keep the same contract."""

from datetime import datetime
from typing import Protocol

from perisai_desktop.domain.exchange import Queued
from sync.client.actions import ApplyRows, SendBatch, Settle, Verified, Verify
from sync.client.verifying import Span
from sync.protocol.batch import PackedBatch
from sync.protocol.messages import Hello, HelloAnswer
from sync.protocol.verification import VerifyRequest


class ExchangeStore(Protocol):
    """Each call that changes something is one transaction, durable when it returns."""

    def cursor(self) -> int:
        """The last feed position applied."""

    def waiting(self) -> int:
        """Entries that wait to be sent, without those that this run has in flight."""

    def queued(self) -> Queued:
        """What no signed word has settled, whether this run has it in flight or not."""

    def release_all(self) -> None:
        """Take back what earlier runs had in flight and heard nothing of."""

    def hello(self) -> Hello:
        """The first message of a run."""

    def batch(self, action: SendBatch) -> PackedBatch | None:
        """The oldest whole actions within the limits, leased and signed; None where nothing waits."""

    def epoch_wanted(self) -> bool:
        """Whether a further hello is needed: to ask for an epoch, or to hear how much the store has to catch up."""

    def compare(self, answer: HelloAnswer) -> int:
        """Take the epoch that was asked for, and hold the server's knowledge against the journal.

        Returns entries queued again.
        """

    def settle(self, effect: Settle) -> int:
        """Apply a signed acknowledgement and keep the proof; returns how many entries it settled."""

    def release(self, batch_id: str) -> None:
        """Give back what a batch held: it waits again."""

    def apply(self, effect: ApplyRows) -> tuple[int, int]:
        """Apply rows and cursor; returns how many rows were new and how many of them were decisions."""

    def unverified(self) -> tuple[Span, ...]:
        """Every chain whole where a comparison with the server is due and nothing waits; else nothing."""

    def claims(self, action: Verify) -> VerifyRequest:
        """What the store holds of these ranges."""

    def verified(self, effect: Verified) -> int:
        """Queue again what the server lacks, keep the rest in mind; returns entries queued again."""

    def now(self) -> datetime:
        """The device's clock."""

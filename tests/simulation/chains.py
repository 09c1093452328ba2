"""How far the chains of a simulated laptop reach, and whether the server's are the same."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from sync.client.actions import Verify
from sync.client.verifying import Span
from sync.protocol.bundle_answer import BundleStanding
from sync.protocol.chain import genesis_hash
from sync.protocol.messages import HelloAnswer, Mark
from sync.protocol.signatures import SigningKey
from sync.protocol.verification import VerifyRequest
from tests.simulation.disk import Disk, Line
from tests.support.comparing import claims


@dataclass(frozen=True, slots=True)
class Chains:
    """The chains that a disk holds, as they are in this moment."""

    disk: Disk
    device: str
    key: SigningKey

    def marks(self) -> tuple[Mark, ...]:
        """How far every epoch of the journal reaches without a hole, and the one that is written in."""
        content = self.disk.content
        epochs = sorted({line.epoch for line in content.journal} | {content.epoch})
        reached = {epoch: self._unbroken(epoch) for epoch in epochs}
        return tuple(mark for epoch, mark in reached.items() if mark.seq or epoch == content.epoch)

    def heads(self) -> tuple[Mark, ...]:
        """How far every epoch of the journal reaches, whatever is missing below."""
        return tuple(self.mark(epoch) for epoch in {line.epoch for line in self.disk.content.journal})

    def mark(self, epoch: int) -> Mark:
        """How far one epoch reaches; seq 0 and its start where nothing was written in it."""
        head = self.disk.content.head(epoch)
        seq, digest = (0, self._start()) if head is None else (head.seq, head.hash)
        return Mark(device=self.device, epoch=epoch, seq=seq, head_hash=digest)

    def agreed(self, answer: HelloAnswer | BundleStanding) -> dict[int, bool]:
        """For each epoch whether the server's chain is the journal's, as far as it reaches."""
        hashes = {(line.epoch, line.seq): line.hash for line in self.disk.content.journal}
        return {
            theirs.epoch: theirs.seq == 0 or hashes.get((theirs.epoch, theirs.seq)) == theirs.head_hash
            for theirs in answer.known
            if theirs.device == self.device
        }

    def claims(self, action: Verify) -> VerifyRequest:
        """What the journal holds of some ranges."""
        chains: dict[int, dict[int, tuple[str, int]]] = {}
        for line in self.disk.content.journal:
            chains.setdefault(line.epoch, {})[line.seq] = (line.hash, line.total)
        return claims(chains, action)

    def within(self, spans: Iterable[Span]) -> list[Line]:
        """The lines of the journal in these ranges."""
        lines = self.disk.content.journal
        return [line for line in lines if any(span.holds(line.epoch, line.seq) for span in spans)]

    def _unbroken(self, epoch: int) -> Mark:
        lines = {line.seq: line.hash for line in self.disk.content.journal if line.epoch == epoch}
        seq = 0
        while seq + 1 in lines:
            seq += 1
        return Mark(device=self.device, epoch=epoch, seq=seq, head_hash=lines.get(seq, self._start()))

    def _start(self) -> str:
        return self.disk.content.start or genesis_hash(self.key.public)

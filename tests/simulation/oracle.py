"""What must be true at every step: S1 to S10 of the protocol, held against laptops and server from outside."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass

from sync.protocol.bodies.refund import Refund
from sync.protocol.kinds import EntryKind
from sync.rules.receipt_number import ReceiptNumber
from sync.rules.states import ClientState
from tests.simulation.breaking import Broken
from tests.simulation.centre import Backup, Centre
from tests.simulation.decoding import remembered
from tests.simulation.forgotten import Forgotten, Known
from tests.simulation.laptop import Issued, Laptop
from tests.simulation.pictures import Pictures
from tests.simulation.resting import Resting
from tests.simulation.server_rules import ServerRules
from tests.simulation.sticks import Saved


@dataclass(frozen=True, slots=True)
class Given:
    """A refund that a laptop wrote: who, as far as its own memory reaches, in which epoch, and on which decision."""

    laptop: str
    epoch: int
    decision_id: str


class Oracle:
    """Remembers every receipt that was shown and every row that the server has ever committed."""

    def __init__(self, centre: Centre) -> None:
        self._centre = centre
        self.issued: dict[str, Issued] = {}
        self._numbers: dict[tuple[str, str], str] = {}
        self._epochs: dict[str, int] = {}
        self._server_at = -1
        self._laptops_at: dict[str, tuple[int, int, int]] = {}
        self._given: dict[str, Given] = {}
        self._pictures = Pictures(centre)
        self._rules = ServerRules(centre, self._pictures)
        self._forgotten = Forgotten()

    def shown(self, issued: Issued, laptop: Laptop) -> None:
        """An agent holds a receipt: its entry must be on the disk by now (S1), under a number of its own."""
        if all(line.hash != issued.hash for line in laptop.content.journal):
            raise Broken("S1", f"receipt {issued.number} was shown and is not on the disk")
        before = self._numbers.setdefault((issued.laptop, issued.number), issued.hash)
        if before != issued.hash:
            raise Broken("numbers", f"{issued.laptop} used receipt number {issued.number} twice")
        self._check_epoch(issued)
        self.issued[issued.hash] = issued

    def unshared(self, issued: Issued, lost: frozenset[str]) -> None:
        """Once every copy wrote and met the server no number is given by two stores any more.

        `lost` are receipts that nobody but their agent ever heard of.
        """
        heard = [one for digest, one in self.issued.items() if digest not in lost]
        holders = [one.laptop for one in heard if one.number == issued.number]
        if len(holders) > 1:
            raise Broken("numbers", f"{' and '.join(holders)} both gave {issued.number}")

    def _check_epoch(self, issued: Issued) -> None:
        """A number is of an epoch that the server granted, and nobody goes back to one that he left."""
        epoch = ReceiptNumber.parse(issued.number).epoch
        if epoch not in self._centre.epochs(issued.device) | self._forgotten.epochs_of(issued.device):
            raise Broken("epochs", f"{issued.laptop} wrote {issued.number} in an epoch that nobody granted")
        if epoch < self._epochs.get(issued.laptop, 0):
            raise Broken("epochs", f"{issued.laptop} wrote {issued.number} in an epoch that it had left")
        self._epochs[issued.laptop] = epoch

    def _check_begun(self, laptops: Sequence[Laptop]) -> None:
        """No two stores are ever given the same epoch, unless the server was made to forget the first time."""
        begun = Counter((each.device, epoch) for each in laptops for epoch in each.disk.begun)
        for (device, epoch), times in begun.items():
            if times > 1 and epoch not in self._forgotten.epochs_of(device):
                raise Broken("epochs", f"epoch {epoch} of {device} was begun {times} times")

    def set_back(self, backup: Backup, *, pictures: bool) -> None:
        """Set the server back; what it knew since then may be missing and may come again otherwise."""
        before = Known.of(self._centre)
        self._centre.set_back(backup, pictures=pictures)
        self._forgotten.note(before, Known.of(self._centre))
        self._rules.forget()

    def carried(self, saved: Saved) -> None:
        """A file was taken in whole and every batch of it was answered: nothing that was in it is missing."""
        there = {one.hash for one in self._centre.records() if one.device == saved.device}
        if missing := saved.hashes - there:
            raise Broken(
                "bundle", f"{len(missing)} entries that {saved.laptop} saved to a file did not arrive"
            )

    def finished(self, laptop: Laptop) -> None:
        """A run came to its end: of the chains that are the server's too, it lacks nothing but what waits to be sent."""
        journal = laptop.content.journal
        hashes = {line.hash for line in journal}
        shared = self._centre.shared_epochs(laptop.device, hashes)
        for line in journal:
            kept = line.entry_id in laptop.content.outbox or (laptop.device, line.hash) in self._rules.rows
            if line.epoch in shared and not kept:
                raise Broken("S3", f"{laptop.name} was asked for entry {line.seq} again and did not send it")

    def check(self, laptops: Sequence[Laptop]) -> None:
        """Everything that holds at each step."""
        if self._centre.store.commits != self._server_at:
            self._rules.check()
            self._server_at = self._centre.store.commits
        for laptop in laptops:
            reached = (laptop.disk.commits, laptop.lives, id(laptop.content))
            if self._laptops_at.get(laptop.name) != reached:
                self._check_begun(laptops)
                self._check_laptop(laptop)
                self._laptops_at[laptop.name] = reached

    def _check_laptop(self, laptop: Laptop) -> None:
        content = laptop.content
        for line in content.journal:
            status = content.status.get(line.entry_id)
            if status is None:
                raise Broken("S2", f"entry {line.seq} of {laptop.name} has no status")
            if status.client is ClientState.SEALED:
                if line.entry_id not in content.outbox:
                    raise Broken("S9", f"entry {line.seq} of {laptop.name} is unsent and in no queue")
            elif status.cause not in ("settle", "feed"):
                raise Broken("S3", f"entry {line.seq} of {laptop.name} was moved by {status.cause}")
            elif (
                laptop.device,
                line.hash,
            ) not in self._rules.rows and line.hash not in self._forgotten.hashes:
                raise Broken("S3", f"entry {line.seq} of {laptop.name} counts as sent, the server lacks it")
        if laptop.disk.went_back:
            raise Broken("S6", f"the cursor of {laptop.name} went back")
        self._check_chain(laptop)
        self._check_given(laptop)
        self._pictures.check_laptop(laptop)
        others = self._centre.rows_for_others(laptop.device)
        reached = max((*content.feed, *(position for position in others if position <= content.cursor), 0))
        if not self._forgotten.happened and reached < content.cursor:
            raise Broken("S6", f"the cursor of {laptop.name} is ahead of its rows")

    def _check_given(self, laptop: Laptop) -> None:
        """No store gives the money of one decision twice, unless nobody could tell it of the first time.

        That is so where the first refund had not come to the branch when the store was given its next epoch, and
        where it lies beside the chain of a store that was copied.
        """
        for line in laptop.content.journal:
            if line.kind != EntryKind.REFUND.value or line.hash in self._given:
                continue
            body = remembered(line.sealed.raw, line.sealed.personal).body  # type: ignore[union-attr]
            assert isinstance(body, Refund)
            given = Given(laptop.lineage, line.epoch, body.decision_id)
            told = self._centre.stored_before(laptop.device, line.epoch)
            for digest, earlier in self._given.items():
                same = (earlier.laptop, earlier.decision_id) == (given.laptop, given.decision_id)
                if same and (earlier.epoch == given.epoch or digest in told):
                    raise Broken("S8", f"{laptop.name} gave the money of one decision back twice")
            self._given[line.hash] = given

    def _check_chain(self, laptop: Laptop) -> None:
        seen: dict[tuple[int, int], str] = {}
        for line in laptop.content.journal:
            if (line.epoch, line.seq) in seen:
                raise Broken("S2", f"{laptop.name} holds two entries at {line.epoch}/{line.seq}")
            seen[line.epoch, line.seq] = line.hash

    def settled(
        self,
        laptops: Sequence[Laptop],
        lost: frozenset[str],
        marked: Mapping[str, Collection[tuple[int, int]]],
    ) -> None:
        """After everything calmed down: nothing waits unseen, and every receipt is at the server once.

        `lost` are hashes of receipts whose only disk was overwritten before they were sent: nobody can have them.
        `marked`: by laptop, places of its chain that its disk lost while a mark of them stayed.
        """
        resting = Resting(self._centre, self._forgotten, self._pictures)
        resting.check(laptops, {digest: one for digest, one in self.issued.items() if digest not in lost})
        if {one.hash for one in self._centre.receipts()} - self.issued.keys():
            raise Broken("S8", "the ledger holds a receipt that nobody was shown")
        for laptop in laptops:
            resting.check_gaps(laptop.device, frozenset(marked.get(laptop.name, ())))

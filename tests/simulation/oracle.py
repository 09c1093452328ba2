"""What must be true at every step: S1 to S10 of the protocol, held against laptops and server from outside."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from sync.protocol.bodies.refund import Refund
from sync.protocol.feed import RecordPayload
from sync.protocol.kinds import EntryKind
from sync.protocol.messages import EntryVerdict
from sync.rules.cash import cash_facts, cash_in_hand
from sync.rules.receipt_number import ReceiptNumber
from sync.rules.states import ClientState, ReviewState
from sync.server.storage.records import EntryRecord
from tests.simulation.books import Books
from tests.simulation.breaking import Broken
from tests.simulation.centre import Centre
from tests.simulation.decoding import remembered
from tests.simulation.laptop import Issued, Laptop
from tests.simulation.till import till_of


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
        self._books = Books(centre)
        self.issued: dict[str, Issued] = {}
        self._rows: dict[tuple[str, str], tuple[str, int]] = {}
        self._numbers: dict[tuple[str, str], str] = {}
        self._epochs: dict[str, int] = {}
        self._server_at = -1
        self._laptops_at: dict[str, tuple[int, int, int]] = {}
        self._given: dict[str, Given] = {}

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
        if epoch not in self._centre.epochs(issued.device):
            raise Broken("epochs", f"{issued.laptop} wrote {issued.number} in an epoch that nobody granted")
        if epoch < self._epochs.get(issued.laptop, 0):
            raise Broken("epochs", f"{issued.laptop} wrote {issued.number} in an epoch that it had left")
        self._epochs[issued.laptop] = epoch

    def _check_begun(self, laptops: Sequence[Laptop]) -> None:
        """No two stores are ever given the same epoch."""
        begun = Counter((each.device, epoch) for each in laptops for epoch in each.disk.begun)
        for (device, epoch), times in begun.items():
            if times > 1:
                raise Broken("epochs", f"epoch {epoch} of {device} was begun {times} times")

    def check(self, laptops: Sequence[Laptop]) -> None:
        """Everything that holds at each step."""
        if self._centre.store.commits != self._server_at:
            self._check_server()
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
            elif (laptop.device, line.hash) not in self._rows:
                raise Broken("S3", f"entry {line.seq} of {laptop.name} counts as sent, the server lacks it")
        self._check_chain(laptop)
        self._check_given(laptop)
        others = self._centre.rows_for_others(laptop.device)
        reached = max((*content.feed, *(position for position in others if position <= content.cursor), 0))
        if content.cursor and reached < content.cursor:
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

    def _check_server(self) -> None:
        records = self._centre.records()
        rows = {(one.device, one.hash): (one.entry_id, one.feed_position) for one in records}
        if not self._rows.items() <= rows.items():
            raise Broken("S5", "a stored entry, its id or its feed position changed or went away")
        self._rows = rows
        standing = [one.entry_id for one in records if not one.aside]
        if len(set(standing)) < len(standing):
            raise Broken("S5", "two entries stand under one id")
        positions = [(one.agent_id, one.feed_position) for one in records]
        positions += [(item.stream, item.position) for item in self._centre.feed_items()]
        if len(set(positions)) < len(positions):
            raise Broken("S10", "two rows share one feed position")
        self._books.check()
        self._check_corrections(records)
        self._check_decisions()

    def _check_corrections(self, records: Sequence[EntryRecord]) -> None:
        """Of corrections of one field made on one version at most one counts; no clock decides between them."""
        counted: set[tuple[str, str, str]] = set()
        for record in records:
            if record.kind != EntryKind.CORRECTION.value or not self._centre.counts(record):
                continue
            for subject, field in self._centre.corrected_fields(record):
                key = (subject, record.base or "", field)
                if key in counted:
                    raise Broken("conflict", f"two corrections of {field} on one version both count")
                counted.add(key)

    def _check_decisions(self) -> None:
        """A decision holds for the content that the reviewer looked at."""
        decisions = self._centre.decisions()
        for review in self._centre.reviews():
            if review.state in (ReviewState.APPROVED.value, ReviewState.REFUSED.value):
                decided = decisions.get((review.entry_id, review.state), review.hash)
                if decided != review.hash:
                    raise Broken(
                        "decision", "a record changed after it was decided and still counts as decided"
                    )

    def settled(self, laptops: Sequence[Laptop], lost: frozenset[str]) -> None:
        """After everything calmed down: nothing waits unseen, and every receipt is at the server once.

        `lost` are hashes of receipts whose only disk was overwritten before they were sent: nobody can have them.
        """
        stored = {one.hash: one for one in self._centre.receipts()}
        for digest, issued in self.issued.items():
            if digest in lost:
                continue
            row = stored.get(digest)
            if row is None:
                raise Broken("S8", f"receipt {issued.number} of {issued.laptop} never reached the ledger")
            if (row.number, row.total) != (issued.number, issued.total):
                raise Broken("S8", f"receipt {issued.number} stands in the ledger with another sum")
        if set(stored) - set(self.issued):
            raise Broken("S8", "the ledger holds a receipt that nobody was shown")
        genuine = Counter(one.number for one in stored.values() if one.genuine)
        if any(count > 1 for count in genuine.values()):
            raise Broken("numbers", "two receipts are genuine under one number")
        devices = Counter(each.device for each in laptops)
        for laptop in laptops:
            if laptop.content.rolled_back:
                raise Broken("epochs", f"{laptop.name} was never given an epoch to write in")
            self._settled_laptop(laptop)
            self._settled_till(laptop, copied=devices[laptop.device] > 1)

    def check_gaps(self, device: str, places: frozenset[tuple[int, int]]) -> None:
        """What only a newer copy of a store had is here after all, or named as a gap (S7)."""
        named = self._centre.gaps(device)
        there = {(one.epoch, one.seq) for one in self._centre.records() if one.device == device}
        for epoch, seq in sorted(places - there - named):
            raise Broken("S7", f"entry {epoch}/{seq} of {device} was lost and nobody is told")

    def _check_restored(self, laptop: Laptop) -> None:
        """What the server knows of a laptop's epochs is on it: in its journal, or beside it where it forked."""
        held = {line.hash for line in laptop.content.journal}
        for told in laptop.content.feed.values():
            if isinstance(told.payload, RecordPayload):
                held.add(told.payload.hash)
        for record in self._centre.records():
            own = record.device == laptop.device and record.epoch <= laptop.content.epoch
            if own and not record.aside and record.hash not in held:
                place = f"{record.epoch}/{record.seq}"
                raise Broken("restore", f"entry {place} of {laptop.name} never came back to it")

    def _settled_laptop(self, laptop: Laptop) -> None:
        content = laptop.content
        if content.outbox:
            raise Broken("S9", f"{laptop.name} still has {len(content.outbox)} entries to send")
        records = {(one.device, one.hash): one for one in self._centre.records()}
        agent = next(one.agent_id for one in self._centre.devices() if one.device == laptop.device)
        last = self._centre.last_position(agent)
        if content.cursor != last:
            raise Broken("S10", f"{laptop.name} stands at {content.cursor} of a feed of {last}")
        self._check_restored(laptop)
        told: dict[str, int] = {}
        for position, row in content.feed.items():
            if isinstance(row.payload, EntryVerdict):
                told[row.payload.hash] = position
        for line in content.journal:
            record = records.get((laptop.device, line.hash))
            if record is None:
                raise Broken("S9", f"entry {line.seq} of {laptop.name} is settled and not at the server")
            if told.get(line.hash) != record.feed_position:
                raise Broken("S10", f"the verdict on entry {line.seq} of {laptop.name} is no feed row")
            status = content.status[line.entry_id]
            state = self._centre.state_of(record)
            if status.review is None or (state is not None and status.review.value != state):
                raise Broken(
                    "S10",
                    f"entry {line.seq} of {laptop.name} is {status.review} here and {state} at the server",
                )

    def _settled_till(self, laptop: Laptop, *, copied: bool) -> None:
        """Both ends say the same of a laptop's money: cash in hand, what was undone and what is asked.

        A store that was copied is not told what its copy wrote meanwhile: only its own entries are compared.
        """
        till = till_of(laptop.content)
        moved = [
            (one.sort, one.amount)
            for one in self._centre.movements()
            if one.device == laptop.device and one.hash in till.known
        ]
        there = int(cash_in_hand(cash_facts(moved)))
        if till.cash() != there:
            raise Broken("S8", f"{laptop.name} has {till.cash()} in hand, the server says {there}")
        for receipt in self._centre.receipts():
            known = receipt.device == laptop.device and receipt.entry_id in till.receipts
            if copied or not known or receipt.entry_id in till.beside:
                continue
            here, number = till.state_of(receipt.entry_id), receipt.number
            if here != receipt.state:
                raise Broken(
                    "S8", f"receipt {number} is {here} on {laptop.name}, {receipt.state} at the server"
                )

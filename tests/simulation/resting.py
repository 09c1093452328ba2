"""What must be true once everything has calmed down: nothing waits, both ends say the same, each receipt is there once."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence

from sync.protocol.feed import RecordPayload
from sync.protocol.messages import EntryVerdict
from sync.rules.cash import cash_facts, cash_in_hand
from tests.simulation.breaking import Broken
from tests.simulation.centre import Centre
from tests.simulation.forgotten import Forgotten
from tests.simulation.laptop import Issued, Laptop
from tests.simulation.pictures import Pictures
from tests.simulation.till import till_of


class Resting:
    """Looks at a world in which nothing happens any more."""

    def __init__(self, centre: Centre, forgotten: Forgotten, pictures: Pictures) -> None:
        self._centre = centre
        self._forgotten = forgotten
        self._pictures = pictures

    def check(self, laptops: Sequence[Laptop], issued: Mapping[str, Issued]) -> None:
        """`issued` are the receipts by hash that have to be here."""
        self._check_receipts(issued)
        devices = Counter(each.device for each in laptops)
        for laptop in laptops:
            if laptop.content.rolled_back:
                raise Broken("epochs", f"{laptop.name} was never given an epoch to write in")
            self._settled_laptop(laptop)
            if not self._forgotten.undecided:
                self._settled_till(laptop, copied=devices[laptop.device] > 1 or self._left_ahead(laptop))
        self._pictures.settled(laptops)

    def _left_ahead(self, laptop: Laptop) -> bool:
        """Whether an earlier life of a store stood in a later epoch: a disk set back whole is a copy to the server."""
        stands = laptop.content.epoch
        return any(one.device == laptop.device and one.epoch > stands for one in self._centre.records())

    def _check_receipts(self, issued: Mapping[str, Issued]) -> None:
        stored = {one.hash: one for one in self._centre.receipts()}
        for digest, one in issued.items():
            row = stored.get(digest)
            if row is None:
                raise Broken("S8", f"receipt {one.number} of {one.laptop} never reached the ledger")
            if (row.number, row.total) != (one.number, one.total):
                raise Broken("S8", f"receipt {one.number} stands in the ledger with another sum")
        genuine = Counter(row.number for row in stored.values() if row.genuine)
        if any(count > 1 for count in genuine.values()):
            raise Broken("numbers", "two receipts are genuine under one number")

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
        if content.epoch not in self._centre.epochs(laptop.device):
            raise Broken("epochs", f"{laptop.name} stands in epoch {content.epoch}, which the server forgot")
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
            if (agent, status.position) in self._forgotten.positions:
                continue
            if status.review is None or (state is not None and status.review.value != state):
                raise Broken(
                    "S10",
                    f"entry {line.seq} of {laptop.name} is {status.review} here and {state} at the server",
                )

    def _settled_till(self, laptop: Laptop, *, copied: bool) -> None:
        """Both ends say the same of a laptop's money: cash in hand at the end of each day, what was undone and what is asked.

        A store that was copied is not told what its copy wrote meanwhile: only its own entries are compared.
        """
        till = till_of(laptop.content)
        moved = [
            one for one in self._centre.movements() if one.device == laptop.device and one.hash in till.known
        ]
        for day in sorted({one.moved_on for one in moved} | {on for _, _, on in till.movements}):
            until_then = ((one.sort, one.amount) for one in moved if one.moved_on <= day)
            own, told = till.cash(day), int(cash_in_hand(cash_facts(until_then)))
            if own != told:
                raise Broken("S8", f"{laptop.name} had {own} in hand on {day}, the server says {told}")
        for receipt in self._centre.receipts():
            known = receipt.device == laptop.device and receipt.entry_id in till.receipts
            if copied or not known or receipt.entry_id in till.beside:
                continue
            here, number = till.state_of(receipt.entry_id), receipt.number
            if here != receipt.state:
                raise Broken(
                    "S8", f"receipt {number} is {here} on {laptop.name}, {receipt.state} at the server"
                )

    def check_gaps(self, device: str, places: frozenset[tuple[int, int]]) -> None:
        """What only a newer copy of a store had is here after all, or named as a gap (S7)."""
        named = self._centre.gaps(device)
        there = {(one.epoch, one.seq) for one in self._centre.records() if one.device == device}
        for epoch, seq in sorted(places - there - named):
            raise Broken("S7", f"entry {epoch}/{seq} of {device} was lost and nobody is told")

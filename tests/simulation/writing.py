"""Entries as a simulated laptop writes them: sealed behind the head of the chain, the receipt's number among them."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date

from perisai_desktop.storage.photos import PhotoState
from sync.protocol.bodies.contribution import Contribution
from sync.protocol.bodies.parts import PersonalPart
from sync.protocol.bodies.receipt import Receipt
from sync.protocol.chain import genesis_hash
from sync.protocol.encoding import to_base64url
from sync.protocol.entry import Blob, seal
from sync.protocol.kinds import EntryKind
from sync.protocol.receipt_proof import receipt_message
from sync.protocol.signatures import SigningKey
from sync.protocol.wire import StrictModel
from sync.rules.receipt_number import ReceiptNumber
from tests.simulation.clocks import LaptopClock
from tests.simulation.disk import Content, Line
from tests.simulation.laptop_photos import name
from tests.simulation.laptop_store import SEALED

Parts = Sequence[tuple[EntryKind, StrictModel, PersonalPart | None]]


@dataclass(frozen=True, slots=True)
class Written:
    """A receipt that is in the journal: its number, rupiah, local date and the hash of its entry."""

    number: str
    total: int
    on: date
    hash: str


@dataclass(frozen=True, slots=True)
class Quill:
    """The device that writes; `identifier` makes UUIDv7s."""

    device: str
    key: SigningKey
    clock: LaptopClock
    identifier: Callable[[], str]

    def pay(
        self,
        content: Content,
        parts: Parts,
        contribution: Contribution,
        worker_id: str,
        blobs: tuple[Blob, ...] = (),
    ) -> Written:
        """One action: the parts, their contribution and its receipt, whose number is taken here."""
        action_id = self.identifier()
        whole = [*parts, (EntryKind.CONTRIBUTION, contribution, None)]
        written = self.write(content, action_id, whole, worker_id, blobs=blobs)
        counter = content.receipts.get(content.epoch, 0) + 1
        content.receipts[content.epoch] = counter
        number = str(ReceiptNumber(self.device, content.epoch, counter))
        on, total = self.clock.today(), contribution.price
        receipt = Receipt(
            number=number,
            on=on,
            total=total,
            contributions=(written[-1].entry_id,),
            workers=1,
            payer="self",
            signature=to_base64url(self.key.sign(receipt_message(number, on, total))),
        )
        line = self.write(content, action_id, [(EntryKind.RECEIPT, receipt, None)], worker_id)[0]
        return Written(number, total, on, line.hash)

    def write(
        self,
        content: Content,
        action_id: str,
        parts: Parts,
        worker_id: str | None,
        base: str | None = None,
        blobs: tuple[Blob, ...] = (),
    ) -> list[Line]:
        """Seal entries of one action, one behind the other, and queue them; the first names the pictures."""
        return [
            self._entry(content, action_id, part, worker_id, base, () if place else blobs)
            for place, part in enumerate(parts)
        ]

    def _entry(
        self,
        content: Content,
        action_id: str,
        part: tuple[EntryKind, StrictModel, PersonalPart | None],
        worker_id: str | None,
        base: str | None,
        blobs: tuple[Blob, ...],
    ) -> Line:
        kind, body, personal = part
        head = content.head(content.epoch)
        start = content.start or genesis_hash(self.key.public)
        seq, before = (0, start) if head is None else (head.seq, head.hash)
        entry_id = self.identifier()
        sealed = seal(
            kind=kind,
            entry_id=entry_id,
            action_id=action_id,
            device=self.device,
            epoch=content.epoch,
            seq=seq + 1,
            prev_hash=before,
            recorded_at=self.clock.now(),
            utc_offset=self.clock.offset(),
            body=body,
            personal=personal,
            worker_id=worker_id,
            base=base,
            blobs=blobs,
        )
        number, total = (body.number, body.total) if isinstance(body, Receipt) else ("", 0)
        line = Line(
            sealed,
            entry_id,
            action_id,
            kind.value,
            content.epoch,
            seq + 1,
            worker_id,
            number,
            total,
            before,
            blobs,
        )
        content.journal.append(line)
        name(content, line, PhotoState.WAITING)
        content.outbox[entry_id] = None
        content.status[entry_id] = SEALED
        return line

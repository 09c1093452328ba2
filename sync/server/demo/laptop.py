"""A practice laptop that writes real entries with a real key: sealed, chained, packed and signed as any agent's."""

from __future__ import annotations

import random
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta

from sync.protocol.batch import PackedBatch, pack
from sync.protocol.bodies.cash import Closing, CountOfDenomination
from sync.protocol.bodies.consent import Consent, ConsentPersonal
from sync.protocol.bodies.contribution import Contribution, ContributionLine
from sync.protocol.bodies.deposit import Deposit
from sync.protocol.bodies.parts import BlobMeaning, Finding, PersonalPart, TextShown
from sync.protocol.bodies.receipt import Receipt
from sync.protocol.bodies.void_request import VoidRequest
from sync.protocol.chain import genesis_hash
from sync.protocol.digests import sha256_hex
from sync.protocol.encoding import to_base64url
from sync.protocol.entry import Blob, SealedEntry, seal
from sync.protocol.forms import contribution_lines, enrolment_parts
from sync.protocol.identifiers import uuid7
from sync.protocol.kinds import EntryKind
from sync.protocol.receipt_proof import receipt_message
from sync.protocol.signatures import SigningKey
from sync.protocol.wire import StrictModel
from sync.rules.enrolment_form import EnrolmentForm
from sync.rules.pricing import Quote
from sync.rules.programmes import PayerKind
from sync.rules.receipt_number import ReceiptNumber

WESTERN = timedelta(hours=7)
_OFFSET = 420
_SIGNED = (((100, 250), (420, 400), (800, 120)),)


@dataclass(frozen=True, slots=True)
class Written:
    """What one press of a button wrote: `subject` is what a person looks at, `receipt` the receipt's entry if any."""

    subject: str
    receipt: str
    total: int
    on: date
    worker_id: str


@dataclass(slots=True)
class DemoLaptop:
    """One device of an agent; `outbox` holds what is not packed yet. Ids and salts follow from the seed of `chance`."""

    agent_number: str
    device: str
    key: SigningKey
    chance: random.Random
    text: TextShown
    seq: int = 0
    receipts: int = 0
    head: str = ""
    outbox: list[SealedEntry] = field(default_factory=list)

    def __post_init__(self) -> None:
        self.head = self.head or genesis_hash(self.key.public)

    def enrol(
        self,
        form: EnrolmentForm,
        price: Quote,
        at: datetime,
        *,
        card: bytes = b"",
        reasons: Sequence[str] = (),
    ) -> Written:
        """Enrolment, consent, contribution and receipt; `card` is a picture of the KTP, `reasons` warnings accepted."""
        action_id, worker_id = self._id(at), self._id(at)
        digest = sha256_hex(card)
        body, personal = enrolment_parts(
            form,
            salt=self._salt(),
            declaration=self.text,
            findings=[Finding(code=code, reason="Sudah dicocokkan dengan KTP") for code in reasons],
            blobs=[BlobMeaning(sha256=digest, shows="ktp")] if card else [],
        )
        blobs = (Blob(sha256=digest, length=len(card)),) if card else ()
        entry_id = self._seal(EntryKind.ENROLMENT, action_id, at, body, personal, worker_id, blobs)
        consent = Consent(purposes=tuple(sorted(form.consents)), text=self.text, way="pad")
        signed = ConsentPersonal(salt=self._salt(), blobs=(), signature=_SIGNED)
        self._seal(EntryKind.CONSENT, action_id, at, consent, signed, worker_id)
        lines = contribution_lines(worker_id, price, PayerKind.SELF)
        _, receipt, total = self._receipt(action_id, at, lines)
        return Written(entry_id, receipt, total, (at + WESTERN).date(), worker_id)

    def pay(self, worker_id: str, price: Quote, at: datetime) -> Written:
        """Further months of a worker."""
        action_id = self._id(at)
        lines = contribution_lines(worker_id, price, PayerKind.SELF)
        contribution, receipt, total = self._receipt(action_id, at, lines)
        return Written(contribution, receipt, total, (at + WESTERN).date(), worker_id)

    def void(self, paid: Written, at: datetime) -> Written:
        """A request to void a receipt for which no cash was taken."""
        body = VoidRequest(receipt=paid.receipt, reason="wrong_amount", cash="no_cash")
        entry_id = self._seal(EntryKind.VOID_REQUEST, self._id(at), at, body, None, paid.worker_id)
        return Written(entry_id, "", paid.total, (at + WESTERN).date(), paid.worker_id)

    def deposit(
        self, paid: Sequence[Written], at: datetime, *, difference: int = 0, slip: bytes = b""
    ) -> Written:
        """The cash of receipts at the bank, less or more by a difference in rupiah."""
        amount = sum(one.total for one in paid) + difference
        blobs = (Blob(sha256=sha256_hex(slip), length=len(slip)),) if slip else ()
        shown = tuple(BlobMeaning(sha256=blob.sha256, shows="slip") for blob in blobs)
        body = Deposit(
            receipts=tuple(one.receipt for one in paid),
            amount=amount,
            billing_code=f"{self.chance.randrange(10**12):012d}",
            channel="bank",
            deposited_at=at,
            slip=blobs[0].sha256 if blobs else None,
            difference=difference,
            reason="counting_error" if difference else None,
        )
        personal = PersonalPart(salt=self._salt(), blobs=shown) if blobs else None
        entry_id = self._seal(EntryKind.DEPOSIT, self._id(at), at, body, personal, None, blobs)
        return Written(entry_id, "", amount, (at + WESTERN).date(), "")

    def close(self, expected: int, at: datetime) -> None:
        """The day's closing: the cash is counted and is what is expected, rupiah."""
        body = Closing(
            on=(at + WESTERN).date(),
            counts=(CountOfDenomination(denomination=1, count=expected),) if expected else (),
            counted=expected,
            expected=expected,
            difference=0,
        )
        self._seal(EntryKind.CLOSING, self._id(at), at, body)

    def packed(self, at: datetime) -> PackedBatch:
        """One signed batch of everything that waits."""
        sealed, self.outbox = self.outbox, []
        return pack(
            sealed,
            batch_id=self._id(at),
            key=self.key,
            wall_at=at,
            utc_offset=_OFFSET,
            monotonic_ms=self.seq,
            boot_id=self._salt(),
        )

    def _receipt(
        self, action_id: str, at: datetime, lines: tuple[ContributionLine, ...]
    ) -> tuple[str, str, int]:
        """The entries of contribution and receipt, and the total in rupiah."""
        contribution = self._seal(
            EntryKind.CONTRIBUTION, action_id, at, Contribution(lines=lines, credits=())
        )
        self.receipts += 1
        number, on = str(ReceiptNumber(self.device, 1, self.receipts)), (at + WESTERN).date()
        total = sum(line.amount for line in lines)
        body = Receipt(
            number=number,
            on=on,
            total=total,
            contributions=(contribution,),
            workers=1,
            payer=lines[0].payer,
            signature=to_base64url(self.key.sign(receipt_message(number, on, total))),
        )
        return contribution, self._seal(EntryKind.RECEIPT, action_id, at, body), total

    def _seal(
        self,
        kind: EntryKind,
        action_id: str,
        at: datetime,
        body: StrictModel,
        personal: PersonalPart | None = None,
        worker_id: str | None = None,
        blobs: tuple[Blob, ...] = (),
    ) -> str:
        self.seq += 1
        entry_id = self._id(at)
        sealed = seal(
            kind=kind,
            entry_id=entry_id,
            action_id=action_id,
            device=self.device,
            epoch=1,
            seq=self.seq,
            prev_hash=self.head,
            recorded_at=at,
            utc_offset=_OFFSET,
            body=body,
            personal=personal,
            worker_id=worker_id,
            blobs=blobs,
        )
        self.head = sealed.hash
        self.outbox.append(sealed)
        return entry_id

    def _id(self, at: datetime) -> str:
        return uuid7(at, self.chance.randbytes(10))

    def _salt(self) -> str:
        return to_base64url(self.chance.randbytes(16))

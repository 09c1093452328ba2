"""An invented agent's laptop that seals real actions, packs real batches, and pushes them into a real intake."""

from __future__ import annotations

import secrets
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from datetime import UTC, date, datetime, timedelta
from typing import Literal

from sync.protocol.batch import PackedBatch, pack
from sync.protocol.bodies.consent import Consent, ConsentPersonal
from sync.protocol.bodies.contribution import Contribution, ContributionLine
from sync.protocol.bodies.deposit import Deposit
from sync.protocol.bodies.parts import BlobMeaning, Drawing, Finding, LineReference, PersonalPart, TextShown
from sync.protocol.bodies.receipt import Receipt
from sync.protocol.bodies.refund import Refund, RefundPersonal
from sync.protocol.bodies.void_request import VoidRequest
from sync.protocol.chain import genesis_hash
from sync.protocol.digests import sha256_hex
from sync.protocol.encoding import to_base64url
from sync.protocol.entry import Blob, SealedEntry, decode, seal
from sync.protocol.forms import contribution_lines, correction_parts, enrolment_parts
from sync.protocol.identifiers import uuid7
from sync.protocol.kinds import EntryKind
from sync.protocol.receipt_proof import receipt_message
from sync.protocol.signatures import SigningKey
from sync.protocol.wire import StrictModel
from sync.rules.enrolment import Circumstances, assess
from sync.rules.enrolment_form import EnrolmentForm
from sync.rules.iuran_month import IuranMonth
from sync.rules.programmes import PayerKind
from sync.rules.receipt_number import ReceiptNumber
from tests.support.farmer_prices import lines_since
from tests.support.named_pictures import named_pictures
from tests.support.reference_data import filled_form, gazetteer, reference
from tests.support.sample_names import name_of

NINE = datetime(2026, 11, 22, 2, 0, tzinfo=UTC)
NOVEMBER = IuranMonth(2026, 11)
BOOT = to_base64url(b"b" * 16)
SIGNED = (((100, 250), (420, 400), (800, 120)),)


def fresh_id() -> str:
    """A UUIDv7 of that morning."""
    return uuid7(NINE, secrets.token_bytes(10))


def person(number: int, **fields: str) -> EnrolmentForm:
    """An invented farmer of the filled form under a NIK, a name and a phone of one's own."""
    form = replace(
        filled_form(), nik=f"320208140890{number:04d}", phone=f"0812{number:08d}", name=name_of(number)
    )
    return replace(form, **fields)  # type: ignore[arg-type]


def farmer_lines(
    worker_id: str, months: int, first: IuranMonth = NOVEMBER, **changes: object
) -> tuple[ContributionLine, ...]:
    """What the farmer of `person` pays for some months; `changes` falsify the first line."""
    lines = lines_since(NOVEMBER, worker_id, months, first)
    return (lines[0].model_copy(update=changes), *lines[1:])


@dataclass(frozen=True, slots=True)
class Enrolled:
    """What one press of the button wrote."""

    entries: tuple[SealedEntry, ...] = field(repr=False)
    entry_id: str
    worker_id: str
    action_id: str
    total: int


@dataclass(slots=True)
class FieldLaptop:
    """One device; `outbox` holds what is not packed yet."""

    device: str
    key: SigningKey
    epoch: int = 1
    seq: int = 0
    head: str = ""
    receipts: int = 0
    outbox: list[SealedEntry] = field(default_factory=list)
    clock_behind: timedelta = timedelta()

    def __post_init__(self) -> None:
        self.head = self.head or genesis_hash(self.key.public)

    def enrol(
        self,
        form: EnrolmentForm,
        *,
        reasons: Sequence[str] = (),
        lines: tuple[ContributionLine, ...] | None = None,
        total: int | None = None,
        worker_id: str | None = None,
        on: date | None = None,
        signature: str | None = None,
        counter: int | None = None,
        signed: Drawing = SIGNED,
        card: bytes = b"",
    ) -> Enrolled:
        """Enrolment, consent, contribution and receipt in one action; what is given replaces what is right.

        `card` is a picture of the KTP.
        """
        action_id, worker_id = fresh_id(), worker_id or fresh_id()
        shown = TextShown(version="2026.1", language="id", sha256=reference().consent.sha256)
        blobs, shows = named_pictures(ktp=card)
        body, personal = enrolment_parts(
            form,
            salt=salt(),
            declaration=shown,
            findings=[Finding(code=code, reason="Sudah dicocokkan dengan KTP") for code in reasons],
            blobs=shows,
        )
        first = len(self.outbox)
        enrolment = self.seal(EntryKind.ENROLMENT, action_id, body, personal, worker_id, blobs=blobs)
        if form.consents:
            self.seal(
                EntryKind.CONSENT,
                action_id,
                Consent(purposes=tuple(sorted(form.consents)), text=shown, way="pad"),
                ConsentPersonal(salt=salt(), blobs=(), signature=signed),
                worker_id,
            )
        if lines is None:
            quote = assess(form, Circumstances(reference(), gazetteer(), today=NINE.date())).quote
            assert quote is not None
            lines = contribution_lines(worker_id, quote, PayerKind(form.payer))
        paid = self.pay(action_id, lines, total=total, on=on, signature=signature, counter=counter)
        return Enrolled(tuple(self.outbox[first:]), entry_id_of(enrolment), worker_id, action_id, paid)

    def pay(
        self,
        action_id: str,
        lines: tuple[ContributionLine, ...],
        *,
        personal: PersonalPart | None = None,
        total: int | None = None,
        on: date | None = None,
        signature: str | None = None,
        counter: int | None = None,
    ) -> int:
        """A contribution and its receipt; answers the receipt's total."""
        contribution = self.seal(
            EntryKind.CONTRIBUTION, action_id, Contribution(lines=lines, credits=()), personal
        )
        price = sum(line.amount for line in lines) if total is None else total
        self.receipts = self.receipts + 1 if counter is None else counter
        number = str(ReceiptNumber(self.device, self.epoch, self.receipts))
        day = on or date(2026, 11, 22)
        self.seal(
            EntryKind.RECEIPT,
            action_id,
            Receipt(
                number=number,
                on=day,
                total=price,
                contributions=(entry_id_of(contribution),),
                workers=len({line.worker_id for line in lines}),
                payer=lines[0].payer,
                signature=signature or to_base64url(self.key.sign(receipt_message(number, day, price))),
            ),
        )
        return price

    def correct(
        self,
        enrolled: Enrolled,
        before: EnrolmentForm,
        after: EnrolmentForm,
        base: str | None = None,
        *,
        card: bytes = b"",
        paper: bytes = b"",
    ) -> SealedEntry:
        """A correction of an enrolment, made on the enrolment itself unless another version is named.

        `card` and `paper` are new pictures of the KTP and of the signed paper.
        """
        blobs, shown = named_pictures(ktp=card, signed_paper=paper)
        body, personal = correction_parts(before, after, corrects=enrolled.entry_id, salt=salt(), blobs=shown)
        base = base or enrolled.entries[0].hash
        return self.seal(
            EntryKind.CORRECTION, fresh_id(), body, personal, enrolled.worker_id, base=base, blobs=blobs
        )

    def void(
        self,
        receipt: str,
        cash: Literal["no_cash", "cash_taken"] = "no_cash",
        *,
        lines: Sequence[LineReference] | None = None,
        reason: str = "wrong_amount",
        worker_id: str | None = None,
    ) -> SealedEntry:
        """A request to void a receipt, or lines of it."""
        named = None if lines is None else tuple(lines)
        body = VoidRequest(receipt=receipt, lines=named, reason=reason, cash=cash)
        return self.seal(EntryKind.VOID_REQUEST, fresh_id(), body, None, worker_id)

    def refund(
        self,
        receipt: str,
        decision_id: str,
        amount: int,
        lines: Sequence[LineReference] | None = None,
    ) -> SealedEntry:
        """Money given back to the worker, signed for."""
        named = None if lines is None else tuple(lines)
        body = Refund(
            receipt=receipt, lines=named, amount=amount, decision_id=decision_id, received_by="worker"
        )
        personal = RefundPersonal(salt=salt(), blobs=(), name="Contoh", signature=SIGNED)
        return self.seal(EntryKind.REFUND, fresh_id(), body, personal)

    def deposit(self, receipt: str, amount: int, *pictures: bytes) -> SealedEntry:
        """A receipt's cash deposited, with pictures of the slip."""
        blobs = tuple(Blob(sha256=sha256_hex(picture), length=len(picture)) for picture in pictures)
        body = Deposit(
            receipts=(receipt,),
            amount=amount,
            billing_code="12345678",
            channel="bank",
            slip=blobs[0].sha256 if blobs else None,
            deposited_at=NINE,
            difference=0,
        )
        shown = tuple(BlobMeaning(sha256=blob.sha256, shows="slip") for blob in blobs)
        personal = PersonalPart(salt=salt(), blobs=shown) if blobs else None
        return self.seal(EntryKind.DEPOSIT, fresh_id(), body, personal, blobs=blobs)

    def seal(
        self,
        kind: EntryKind,
        action_id: str,
        body: StrictModel,
        personal: PersonalPart | None = None,
        worker_id: str | None = None,
        *,
        base: str | None = None,
        entry_id: str | None = None,
        blobs: tuple[Blob, ...] = (),
    ) -> SealedEntry:
        """Seal the next entry of the chain and put it into the outbox."""
        self.seq += 1
        sealed = seal(
            kind=kind,
            entry_id=entry_id or fresh_id(),
            action_id=action_id,
            device=self.device,
            epoch=self.epoch,
            seq=self.seq,
            prev_hash=self.head,
            recorded_at=NINE - self.clock_behind + timedelta(seconds=self.seq),
            utc_offset=420,
            body=body,
            personal=personal,
            worker_id=worker_id,
            base=base,
            blobs=blobs,
        )
        self.head = sealed.hash
        self.outbox.append(sealed)
        return sealed

    def packed(
        self, batch_id: str | None = None, entries: Sequence[SealedEntry] | None = None
    ) -> PackedBatch:
        """Everything in the outbox (or the entries given) as one signed batch."""
        chosen = self.outbox if entries is None else entries
        batch = pack(
            list(chosen),
            batch_id=batch_id or fresh_id(),
            key=self.key,
            wall_at=NINE - self.clock_behind,
            utc_offset=420,
            monotonic_ms=1,
            boot_id=BOOT,
        )
        if entries is None:
            self.outbox = []
        return batch


def salt() -> str:
    """Sixteen random bytes as a personal part carries them."""
    return to_base64url(secrets.token_bytes(16))


def entry_id_of(sealed: SealedEntry) -> str:
    """The id that an entry carries."""
    return decode(sealed.raw, sealed.personal).envelope.entry_id

"""One invented entry of every kind, always the same bytes: what golden files and tests of both ends are made of."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date, timedelta

from sync.protocol.bodies.cash import CashAdjustment, Closing, CountOfDenomination
from sync.protocol.bodies.change import Change, ChangePersonal, MembershipEnd
from sync.protocol.bodies.consent import ConsentWithdrawal
from sync.protocol.bodies.contribution import (
    Contribution,
    ContributionPersonal,
    CreditUsed,
    UnknownWorker,
)
from sync.protocol.bodies.correction import Correction, CorrectionPersonal, EnrolmentChanges, PersonalChanges
from sync.protocol.bodies.deposit import Deposit
from sync.protocol.bodies.epoch_start import EpochStart
from sync.protocol.bodies.handover import Handover
from sync.protocol.bodies.parts import BlobMeaning, PersonalPart
from sync.protocol.bodies.receipt import Receipt, Reprint
from sync.protocol.bodies.refund import Refund, RefundPersonal
from sync.protocol.bodies.void_request import VoidRequest
from sync.protocol.chain import genesis_hash
from sync.protocol.digests import ZERO_HASH
from sync.protocol.encoding import to_base64url
from sync.protocol.entry import Blob, SealedEntry, seal
from sync.protocol.kinds import EntryKind
from sync.protocol.receipt_proof import receipt_message
from sync.protocol.signatures import SigningKey
from sync.protocol.wire import StrictModel
from sync.rules.receipt_number import ReceiptNumber
from tests.support.sample_bodies import (
    AT,
    NIK,
    ON,
    SLIP,
    TEXT,
    consent,
    consent_personal,
    contribution,
    enrolment,
    enrolment_personal,
    identifier,
    salt,
)

DEVICE = "0Q2FK"
DEVICE_KEY = SigningKey.from_bytes(bytes(range(32)))
SERVER_KEY = SigningKey.from_bytes(bytes(range(32, 64)))


@dataclass
class SampleJournal:
    """Seals entries one after the other in one chain, as a device does."""

    device: str = DEVICE
    key: SigningKey = DEVICE_KEY
    epoch: int = 1
    entries: list[SealedEntry] = field(default_factory=list)
    ids: list[str] = field(default_factory=list)
    _first: int = 1_000

    def add(
        self,
        kind: EntryKind,
        body: StrictModel,
        personal: PersonalPart | None = None,
        *,
        action: int | None = None,
        worker: int | None = None,
        base: str | None = None,
        blobs: tuple[Blob, ...] = (),
    ) -> str:
        """Seals the next entry and returns its id; without `action` it is an action of its own."""
        seq = len(self.entries) + 1
        start = genesis_hash(self.key.public) if self.epoch == 1 else ZERO_HASH
        entry_id = identifier(self._first + seq)
        self.entries.append(
            seal(
                kind=kind,
                entry_id=entry_id,
                action_id=identifier(self._first * 2 + (seq if action is None else action)),
                device=self.device,
                epoch=self.epoch,
                seq=seq,
                prev_hash=self.entries[-1].hash if self.entries else start,
                recorded_at=AT + timedelta(minutes=seq),
                utc_offset=420,
                body=body,
                personal=personal,
                worker_id=None if worker is None else identifier(worker),
                base=base,
                blobs=blobs,
            )
        )
        self.ids.append(entry_id)
        return entry_id

    def enrol(
        self, worker: int, *, nik: str = NIK, name: str = "Ma'rifah Nasution Wijaya"
    ) -> tuple[str, str]:
        """One whole action: enrolment, consent, contribution, receipt. Returns the enrolment's and receipt's ids."""
        first = len(self.entries) + 1
        enrolled = self.add(
            EntryKind.ENROLMENT, enrolment(), enrolment_personal(nik, name), action=first, worker=worker
        )
        self.add(EntryKind.CONSENT, consent(), consent_personal(), action=first, worker=worker)
        paid = self.add(EntryKind.CONTRIBUTION, contribution(worker), action=first, worker=worker)
        number = ReceiptNumber(self.device, self.epoch, first)
        receipt = self.add(EntryKind.RECEIPT, self.receipt(number, paid, 25_200), action=first, worker=worker)
        return enrolled, receipt

    def receipt(self, number: ReceiptNumber, paid: str, total: int) -> Receipt:
        """A receipt signed with the device's key."""
        signature = self.key.sign(receipt_message(str(number), ON, total))
        return Receipt(
            number=str(number),
            on=ON,
            total=total,
            contributions=(paid,),
            workers=1,
            payer="self",
            signature=to_base64url(signature),
        )


def every_kind() -> SampleJournal:
    """A journal that holds every kind, most with all their optional fields."""
    journal = SampleJournal()
    enrolled, receipt = journal.enrol(7)
    base = journal.entries[0].hash
    changes = PersonalChanges(birth_date=date(1993, 10, 9), phone="", heirs=())
    journal.add(
        EntryKind.CORRECTION,
        Correction(corrects=enrolled, changes=EnrolmentChanges(income=1_100_000), findings=()),
        CorrectionPersonal(salt=salt(3), blobs=(), changes=changes),
        worker=7,
        base=base,
    )
    journal.add(
        EntryKind.CHANGE,
        Change(from_month="2027-02", bracket=2, income=1_200_000, offer="JKK+JKM+JHT", findings=()),
        ChangePersonal(salt=salt(4), blobs=(), street="Jl. Baru 1", village="35.14.06.2009"),
        worker=7,
        base=base,
    )
    end = MembershipEnd(cause="employment", on=date(2027, 3, 1))
    journal.add(EntryKind.CHANGE, Change(from_month="2027-03", end=end, findings=()), worker=7)
    renewal = Contribution(
        lines=contribution(8).lines[:2], credits=(CreditUsed(decision_id="d-1", amount=1_400),)
    )
    journal.add(
        EntryKind.CONTRIBUTION,
        renewal,
        ContributionPersonal(
            salt=salt(5),
            blobs=(),
            workers=(UnknownWorker(worker_id=identifier(8), nik="3514060000000001", name="Budi"),),
        ),
        worker=8,
    )
    number = str(ReceiptNumber(DEVICE, 1, 1))
    journal.add(EntryKind.REPRINT, Reprint(receipt=receipt, number=number, copy_number=1))
    journal.add(
        EntryKind.VOID_REQUEST, VoidRequest(receipt=receipt, reason="wrong_amount", cash="cash_taken")
    )
    journal.add(
        EntryKind.REFUND,
        Refund(receipt=receipt, amount=25_200, decision_id="d-2", received_by="worker"),
        RefundPersonal(salt=salt(6), blobs=(), name="Ma'rifah", signature=(((1, 2), (3, 4)),)),
        worker=7,
    )
    journal.add(
        EntryKind.DEPOSIT,
        Deposit(
            receipts=(receipt,),
            amount=25_000,
            billing_code="123456789012",
            channel="bank_transfer",
            deposited_at=AT,
            slip=SLIP.sha256,
            difference=-200,
            reason="coins_missing",
        ),
        PersonalPart(salt=salt(7), blobs=(BlobMeaning(sha256=SLIP.sha256, shows="slip"),)),
        blobs=(SLIP,),
    )
    journal.add(EntryKind.CASH_ADJUSTMENT, CashAdjustment(what="opening_float", amount=50_000))
    counts = (
        CountOfDenomination(denomination=50_000, count=1),
        CountOfDenomination(denomination=200, count=1),
    )
    journal.add(
        EntryKind.CLOSING, Closing(on=ON, counts=counts, counted=50_200, expected=50_200, difference=0)
    )
    journal.add(
        EntryKind.CONSENT_WITHDRAWAL,
        ConsentWithdrawal(
            purposes=("messages",), text=TEXT, way="signed_paper_photo", consent=journal.ids[1]
        ),
        worker=7,
    )
    journal.add(
        EntryKind.HANDOVER,
        Handover(
            workers=(identifier(7), identifier(8)),
            side="gives",
            from_agent="0001",
            to_agent="0002",
            decision_id="d-3",
        ),
    )
    return journal


def granted_by_phone() -> SampleJournal:
    """The journal of a second epoch, granted by phone: it begins from 32 zero bytes with an `epoch_start`."""
    journal = SampleJournal(epoch=2, _first=5_000)
    head = every_kind().entries[-1].hash
    start = EpochStart(grant="5N2M4GT8DFK3", cause="restore", local_epoch=1, local_seq=17, local_head=head)
    journal.add(EntryKind.EPOCH_START, start)
    return journal

"""Writes down that the cash of receipts was deposited: each once, and a difference only with its reason."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import datetime

from perisai_desktop.domain.failure import Failure, FailureCode
from perisai_desktop.domain.photo import Photo, PhotoSubject
from perisai_desktop.domain.till import CashReceipt, DepositChannel
from perisai_desktop.services import catching_up
from perisai_desktop.services.keeping_photos import NamedPhotos, keep_photos
from perisai_desktop.services.pen import Pen
from perisai_desktop.storage.attachments import Attachments
from perisai_desktop.storage.database import Database, Session
from perisai_desktop.storage.projections import receipts, tills
from perisai_desktop.storage.projections.receipts import ReceiptRecord
from sync.protocol.bodies.deposit import Deposit
from sync.protocol.bodies.parts import PersonalPart
from sync.protocol.kinds import EntryKind
from sync.rules.numbers_on_paper import normal_billing_code
from sync.rules.reasons import ReasonKind
from sync.rules.reference import Reference


@dataclass(frozen=True, slots=True)
class DepositWish:
    """What the agent says of a deposit: `billing_code` is the kode iuran as typed, `amount` in rupiah.

    `slip`: a picture of the slip, empty where there is none.
    """

    numbers: tuple[str, ...]
    amount: int
    billing_code: str
    channel: DepositChannel
    deposited_at: datetime
    reason: str = ""
    slip: bytes = field(default=b"", repr=False)


@dataclass(frozen=True, slots=True)
class Depositing:
    """What the deposit screen asks for."""

    database: Database
    pen: Pen
    reference: Reference
    attachments: Attachments

    def in_hand(self) -> tuple[CashReceipt, ...]:
        """Receipts whose cash is still here, oldest first."""
        with self.database.reading() as session:
            return tuple(_cash_receipt(session, record) for record in tills.undeposited(session))

    def deposit(self, wish: DepositWish) -> str:
        """Write the deposit of some receipts; cash in hand falls by its amount. Returns its entry id.

        Raises Failure: nothing_to_deposit, amount_missing, billing_code_unfit, deposit_not_yet, receipt_unknown,
        receipt_deposited, void_open, nothing_to_void, reason_not_chosen, photo_unfit, store_catching_up,
        store_rolled_back, or what the store raises.
        """
        code = normal_billing_code(wish.billing_code)
        if not wish.numbers:
            raise Failure(FailureCode.NOTHING_TO_DEPOSIT)
        if wish.amount <= 0:
            raise Failure(FailureCode.AMOUNT_MISSING)
        if code is None:
            raise Failure(FailureCode.BILLING_CODE_UNFIT)
        if wish.deposited_at > self.pen.clock.now():
            raise Failure(FailureCode.DEPOSIT_NOT_YET)
        with self.database.transaction() as session:
            catching_up.refuse(session)
            chosen = _chosen(session, wish.numbers)
            difference = wish.amount - sum(rupiah for _, rupiah in chosen)
            known = self.reference.reason(ReasonKind.DEPOSIT_DIFFERENCE, wish.reason)
            if difference and known is None:
                raise Failure(FailureCode.REASON_NOT_CHOSEN)
            slip = self._kept(session, wish.slip)
            body = Deposit(
                receipts=tuple(entry_id for entry_id, _ in chosen),
                amount=wish.amount,
                billing_code=code,
                channel=wish.channel.value,
                slip=slip.blobs[0].sha256 if slip.blobs else None,
                deposited_at=wish.deposited_at,
                difference=difference,
                reason=wish.reason if difference else None,
            )
            action = self.pen.action(session)
            personal = PersonalPart(salt=self.pen.salt(), blobs=slip.meanings) if slip.meanings else None
            written = action.write(EntryKind.DEPOSIT, body, personal, blobs=slip.blobs)
            action.finish()
        return written.entry_id

    def _kept(self, session: Session, slip: bytes) -> NamedPhotos:
        """The picture of the slip, durable before the deposit that names it."""
        taken = [Photo(PhotoSubject.SLIP, slip)] if slip else []
        return keep_photos(self.attachments, session, taken, self.pen.clock.now())


def _cash_receipt(session: Session, record: ReceiptRecord) -> CashReceipt:
    rupiah, asked = tills.left(session, record.number, record.total)
    return CashReceipt(record.number, record.on, rupiah, record.recorded_at, asked)


def _chosen(session: Session, numbers: Sequence[str]) -> list[tuple[str, int]]:
    """Entry id and rupiah of the receipts that were chosen, each once."""
    chosen: list[tuple[str, int]] = []
    for number in dict.fromkeys(numbers):
        record = receipts.receipt(session, number)
        if record is None:
            raise Failure(FailureCode.RECEIPT_UNKNOWN)
        if record.deposited_by is not None:
            raise Failure(FailureCode.RECEIPT_DEPOSITED)
        rupiah, asked = tills.left(session, number, record.total)
        if asked:
            raise Failure(FailureCode.VOID_OPEN)
        if rupiah <= 0:
            raise Failure(FailureCode.NOTHING_TO_VOID)
        chosen.append((record.entry_id, rupiah))
    return chosen

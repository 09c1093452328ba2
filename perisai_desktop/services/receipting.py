"""Finds receipts again, puts them on paper, and tells whether one is genuine."""

import errno
from dataclasses import dataclass, replace
from pathlib import Path

from perisai_desktop.config.files import replace_atomically
from perisai_desktop.documents.escpos import print_job
from perisai_desktop.documents.preview import page_dots, page_image
from perisai_desktop.documents.receipt import receipt_pdf
from perisai_desktop.domain.agent import AgentIdentity
from perisai_desktop.domain.failure import Failure, FailureCode
from perisai_desktop.domain.page_image import PageImage
from perisai_desktop.domain.paper import PaperSize
from perisai_desktop.domain.receipt import Arrival, Genuineness, Receipt, ReceiptCheck
from perisai_desktop.services.device_keys import DeviceKeys
from perisai_desktop.services.stored_receipts import read_receipt
from perisai_desktop.storage import entry_status, feed
from perisai_desktop.storage.database import Database, Session
from perisai_desktop.storage.places import Places
from perisai_desktop.storage.projections import receipts
from perisai_desktop.storage.projections.receipts import ReceiptRecord
from sync.protocol.receipt_proof import LinkFault, ReceiptLink, parse_link
from sync.rules.receipt_number import ReceiptNumber
from sync.rules.reference import Reference
from sync.rules.states import ClientState

_UNSENT = (ClientState.DRAFT, ClientState.SEALED, ClientState.SENDING)


@dataclass(frozen=True, slots=True)
class Receipting:
    """What the receipt window and the check of receipts ask for."""

    database: Database
    agent: AgentIdentity
    reference: Reference
    gazetteer: Places
    device_keys: DeviceKeys

    def receipt(self, number: str) -> Receipt:
        """A receipt that was issued here. Raises Failure(receipt_unknown)."""
        with self.database.reading() as session:
            return self._read(session, number)

    def recent(self, limit: int = 50) -> tuple[Receipt, ...]:
        """The receipts issued last, newest first."""
        with self.database.reading() as session:
            found = receipts.recent_receipts(session, limit)
            return tuple(self._read(session, record.number) for record in found)

    def for_worker(self, worker_id: str) -> tuple[str, ...]:
        """The numbers of a worker's receipts, newest first."""
        with self.database.reading() as session:
            return tuple(record.number for record in receipts.receipts_of(session, worker_id))

    def pdf(self, number: str, paper: PaperSize = PaperSize.A5, copy: int = 0) -> bytes:
        """The receipt on paper; the same bytes each time. `copy` 0 is the original, n says SALINAN n.

        Raises Failure(receipt_unknown).
        """
        return receipt_pdf(replace(self.receipt(number), copy=copy), paper)

    def page(self, number: str, width: int, paper: PaperSize = PaperSize.A5, copy: int = 0) -> PageImage:
        """The receipt as it looks on paper, `width` pixels across. Raises Failure(receipt_unknown)."""
        return page_image(self.pdf(number, paper, copy), width)

    def thermal(self, number: str, paper: PaperSize, copy: int = 0) -> bytes:
        """The receipt as ESC/POS bytes for a printer of that roll; 80 mm is cut, 58 mm is torn by hand.

        Raises Failure(receipt_unknown); ValueError for a paper that is no roll.
        """
        dots = page_dots(self.pdf(number, paper, copy), paper)
        return print_job(dots, cut=paper is PaperSize.ROLL_80)

    def save_pdf(self, number: str, path: Path, paper: PaperSize = PaperSize.A5, copy: int = 0) -> None:
        """Put the PDF where the agent wants it. Raises Failure: receipt_unknown, disk_full, store_read_only."""
        content = self.pdf(number, paper, copy)
        try:
            replace_atomically(path, content)
        except OSError as error:
            full = error.errno in (errno.ENOSPC, errno.EDQUOT)
            raise Failure(FailureCode.DISK_FULL if full else FailureCode.STORE_READ_ONLY) from None

    def verify(self, text: str) -> ReceiptCheck:
        """Check a scanned or typed link, or a typed number, as far as this laptop can tell without a network.

        Raises Failure(link_unreadable) for text that is neither.
        """
        if "/" in text:
            return self._verify_link(_link(text))
        try:
            number = str(ReceiptNumber.parse(text.strip()))
        except ValueError:
            raise Failure(FailureCode.LINK_UNREADABLE) from None
        with self.database.reading() as session:
            record = receipts.receipt(session, number)
            return ReceiptCheck(
                number=number,
                on=record.on if record is not None else None,
                total=record.total if record is not None else None,
                genuineness=Genuineness.GENUINE if record is not None else Genuineness.UNKNOWN,
                arrival=_arrival(session, record),
                practice=ReceiptNumber.parse(number).practice,
                synced_at=feed.applied_at(session),
            )

    def _verify_link(self, link: ReceiptLink) -> ReceiptCheck:
        number = ReceiptNumber.parse(link.number)
        with self.database.reading() as session:
            key = self.device_keys.of(session, number.device, link.on)
            record = receipts.receipt(session, link.number)
            if key is None:
                genuineness = Genuineness.UNKNOWN
            else:
                genuineness = Genuineness.GENUINE if link.genuine(key) else Genuineness.ALTERED
            return ReceiptCheck(
                number=link.number,
                on=link.on,
                total=link.amount,
                genuineness=genuineness,
                arrival=_arrival(session, record),
                practice=number.practice,
                synced_at=feed.applied_at(session),
            )

    def _read(self, session: Session, number: str) -> Receipt:
        record = receipts.receipt(session, number)
        if record is None:
            raise Failure(FailureCode.RECEIPT_UNKNOWN)
        return read_receipt(session, record, self.agent, self.reference, self.gazetteer)


def _link(text: str) -> ReceiptLink:
    try:
        return parse_link(text)
    except LinkFault:
        raise Failure(FailureCode.LINK_UNREADABLE) from None


def _arrival(session: Session, record: ReceiptRecord | None) -> Arrival:
    """Received and voided are known for one's own receipts alone, as of the last sync."""
    if record is None:
        return Arrival.NOT_OWN
    lines = receipts.lines_of(session, record.number)
    if lines and all(line.undone == "voided" for line in lines):
        return Arrival.VOIDED
    status = entry_status.status(session, record.entry_id)
    return Arrival.NOT_SENT if status is None or status.client in _UNSENT else Arrival.RECEIVED

"""Finds receipts again and draws them for paper: a PDF, a page, a thermal printer's bytes."""

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
from perisai_desktop.domain.receipt import Receipt
from perisai_desktop.services.stored_receipts import read_receipt
from perisai_desktop.storage.database import Database, Session
from perisai_desktop.storage.places import Places
from perisai_desktop.storage.projections import receipts
from sync.rules.reference import Reference


@dataclass(frozen=True, slots=True)
class Receipting:
    """What the receipt window asks for."""

    database: Database
    agent: AgentIdentity
    reference: Reference
    gazetteer: Places

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

    def _read(self, session: Session, number: str) -> Receipt:
        record = receipts.receipt(session, number)
        if record is None:
            raise Failure(FailureCode.RECEIPT_UNKNOWN)
        return read_receipt(session, record, self.agent, self.reference, self.gazetteer)

"""Reads deposits, closings and refunds from the journal for their papers, and puts these on disk or into a printer."""

import errno
from dataclasses import dataclass
from datetime import date, datetime
from pathlib import Path
from typing import Any

from perisai_desktop.config.files import replace_atomically
from perisai_desktop.documents.cash_papers import cash_pdf
from perisai_desktop.documents.preview import page_image
from perisai_desktop.domain.agent import AgentIdentity
from perisai_desktop.domain.cash_paper import (
    CashPaper,
    ClosingPaper,
    DepositedReceipt,
    DepositPaper,
    PaperHead,
    RefundPaper,
    file_name,
)
from perisai_desktop.domain.failure import Failure, FailureCode
from perisai_desktop.domain.page_image import PageImage
from perisai_desktop.domain.paper import PaperSize
from perisai_desktop.domain.printing import PrintChoice, PrintDocument, PrintWish
from perisai_desktop.services.printers import Printers
from perisai_desktop.services.printing import ready_printer
from perisai_desktop.storage import journal
from perisai_desktop.storage.database import Database, Session
from perisai_desktop.storage.journal import StoredEntry
from perisai_desktop.storage.projections import receipts, tills
from sync.rules.reasons import ReasonKind
from sync.rules.reference import Reference

PAPERED = frozenset({"deposit", "closing", "refund"})
"""The kinds of entries that have a paper."""


@dataclass(frozen=True, slots=True)
class CashPapers:
    """What the windows around cash ask for once an entry is written."""

    database: Database
    agent: AgentIdentity
    reference: Reference

    def paper(self, entry_id: str) -> CashPaper:
        """What stands on the paper of a deposit, a closing or a refund. Raises LookupError for any other entry."""
        with self.database.reading() as session:
            entry = journal.entry(session, entry_id)
            if entry is None or entry.kind not in PAPERED:
                raise LookupError(entry_id)
            body, head = entry.value["body"], self._head(entry)
            if entry.kind == "deposit":
                return self._deposit(session, entry, head, body)
            if entry.kind == "closing":
                return self._closing(head, body)
            return _refund(session, entry, head, body)

    def page(self, entry_id: str, width: int) -> PageImage:
        """The first page as it looks on paper, `width` pixels across."""
        return page_image(cash_pdf(self.paper(entry_id)), width)

    def save(self, entry_id: str, folder: Path) -> Path:
        """Put the PDF into a folder; where it stands now. Raises Failure: disk_full, store_read_only."""
        paper = self.paper(entry_id)
        path = folder / file_name(paper)
        try:
            replace_atomically(path, cash_pdf(paper))
        except OSError as error:
            full = error.errno in (errno.ENOSPC, errno.EDQUOT)
            raise Failure(FailureCode.DISK_FULL if full else FailureCode.STORE_READ_ONLY) from None
        return path

    def print(self, entry_id: str, choice: PrintChoice, printers: Printers) -> None:
        """Hand the paper to the spooler, on a sheet of A5 whatever receipts are printed on.

        Raises Failure: no_printer, printer_unknown, printer_offline, print_refused.
        """
        paper = self.paper(entry_id)
        printer = ready_printer(printers, PrintWish(PaperSize.A5, choice.printer))
        title = file_name(paper).removesuffix(".pdf")
        printers.send(printer.name, PrintDocument(title, PaperSize.A5, cash_pdf(paper)))

    def _head(self, entry: StoredEntry) -> PaperHead:
        agent = self.agent
        return PaperHead(
            agent=agent.name,
            agent_number=agent.number,
            office=agent.office,
            branch=agent.branch,
            device=entry.device,
            at=entry.recorded_at,
            utc_offset=entry.value["utc_offset"],
            practice=agent.practice,
        )

    def _deposit(
        self, session: Session, entry: StoredEntry, head: PaperHead, body: dict[str, Any]
    ) -> DepositPaper:
        return DepositPaper(
            head=head,
            receipts=tuple(
                DepositedReceipt(one.number, one.on, _left_then(session, one.number, one.total, entry.step))
                for one in receipts.carried_by(session, entry.entry_id)
            ),
            amount=body["amount"],
            difference=body["difference"],
            reason=self._reason(ReasonKind.DEPOSIT_DIFFERENCE, body.get("reason")),
            billing_code=body["billing_code"],
            channel=body["channel"],
            deposited_at=datetime.fromisoformat(body["deposited_at"]),
            slip="slip" in body,
        )

    def _closing(self, head: PaperHead, body: dict[str, Any]) -> ClosingPaper:
        return ClosingPaper(
            head=head,
            on=date.fromisoformat(body["on"]),
            counts=tuple((line["denomination"], line["count"]) for line in body["counts"]),
            counted=body["counted"],
            expected=body["expected"],
            difference=body["difference"],
            reason=self._reason(ReasonKind.CLOSING_DIFFERENCE, body.get("reason")),
        )

    def _reason(self, kind: ReasonKind, code: str | None) -> str:
        found = None if code is None else self.reference.reason(kind, code)
        return (code or "") if found is None else found.label_id


def _left_then(session: Session, number: str, total: int, step: int) -> int:
    """What was left of a receipt when a later deposit carried it away: what was refunded since then was still there."""
    left, _ = tills.left(session, number, total)
    given: dict[str, int] = {}
    for line in receipts.lines_of(session, number):
        if line.undone == "refunded" and line.undone_by is not None:
            given[line.undone_by] = given.get(line.undone_by, 0) + line.amount
    found = {refund: journal.entry(session, refund) for refund in given}
    return left + sum(
        rupiah
        for refund, rupiah in given.items()
        if (entry := found[refund]) is not None and entry.step > step
    )


def _refund(session: Session, entry: StoredEntry, head: PaperHead, body: dict[str, Any]) -> RefundPaper:
    receipt = journal.entry(session, body["receipt"])
    personal = entry.personal_value or {}
    return RefundPaper(
        head=head,
        receipt="" if receipt is None else receipt.value["body"]["number"],
        amount=body["amount"],
        whole=body.get("lines") is None,
        received_by=body["received_by"],
        name=personal.get("name", ""),
        signature=tuple(
            tuple((point[0], point[1]) for point in stroke) for stroke in personal.get("signature", ())
        ),
    )

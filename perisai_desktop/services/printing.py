"""Puts receipts on paper: the first paper is the original, each later one a numbered SALINAN in the journal.

What counts is paper. From the moment a spooler takes the original, the next paper is SALINAN 1, unless the spooler
throws the paper away or the agent says that it did not come out: then the same paper is printed again. A saved PDF and
a shared text are no paper: the file is the receipt as issued, the same bytes each time, and its QR says what it is worth.
"""

from dataclasses import dataclass

from perisai_desktop.domain.failure import Failure, FailureCode
from perisai_desktop.domain.printing import (
    MOST_SHEETS,
    PrintDocument,
    Printer,
    PrintProgress,
    PrintRun,
    PrintStage,
    PrintWish,
    chosen,
)
from perisai_desktop.services.pen import Pen
from perisai_desktop.services.printers import Printers
from perisai_desktop.services.receipting import Receipting
from perisai_desktop.storage import papers
from perisai_desktop.storage.database import Database, Session
from perisai_desktop.storage.projections import receipts
from perisai_desktop.storage.projections.receipts import ReceiptRecord
from sync.protocol.bodies.receipt import Reprint
from sync.protocol.kinds import EntryKind

_LATEST_FIRST = (PrintStage.WAITING, PrintStage.QUEUED, PrintStage.PRINTING, PrintStage.DONE)


@dataclass(frozen=True, slots=True)
class Printing:
    """What the receipt's window asks for when paper is meant."""

    database: Database
    pen: Pen
    receipting: Receipting

    def copy(self, number: str) -> int:
        """Which copy the next paper is: 0 the original, n the nth SALINAN. Raises Failure(receipt_unknown)."""
        with self.database.reading() as session:
            return _following(session, _record(session, number))

    def print(self, number: str, wish: PrintWish, printers: Printers) -> PrintRun:
        """Hand papers to the spooler, each a copy of its own; SALINAN are in the journal before the paper is.

        Written as if the papers came out, so that a power cut never makes two originals. Raises Failure:
        no_printer, printer_unknown, printer_offline, print_refused (what was not taken is printed again under the
        same number), receipt_unknown, store_rolled_back, or what the store raises.
        """
        printer = ready_printer(printers, wish)
        sheets = min(max(wish.sheets, 1), MOST_SHEETS)
        first = self._begin(number, sheets)
        jobs = []
        for copy in range(first, first + sheets):
            document = self._document(number, wish, copy, raw=printer.raw and wish.paper.roll)
            try:
                jobs.append(printers.send(printer.name, document))
            except Failure:
                self._follow(number, copy)
                raise
        return PrintRun(number, first, tuple(jobs))

    def progress(self, run: PrintRun, printers: Printers) -> PrintProgress:
        """How far the slowest paper has come; after a paper that was thrown away the same is printed again."""
        found = [printers.progress(job) for job in run.jobs]
        for copy, progress in enumerate(found, start=run.first):
            if progress.stage is PrintStage.FAILED:
                self.take_back(run, printers, copy)
                return progress
        return min(found, key=lambda progress: _LATEST_FIRST.index(progress.stage))

    def take_back(self, run: PrintRun, printers: Printers, since: int | None = None) -> None:
        """Papers did not come out, from copy `since` on or all of them: what still waits is withdrawn."""
        first = run.first if since is None else since
        for job in run.jobs[first - run.first :]:
            printers.withdraw(job)
        self._follow(run.number, first)

    def repeat(self, number: str) -> None:
        """The last paper of a receipt did not come out, whenever it was sent: the next one is the same again."""
        with self.database.transaction() as session:
            copy = _following(session, _record(session, number))
            papers.follow(session, number, max(copy - 1, 0))

    def _begin(self, number: str, sheets: int) -> int:
        """Write the reprints that were not written before, as one action; the first of the copies."""
        with self.database.transaction() as session:
            record = _record(session, number)
            first = _following(session, record)
            fresh = range(max(first, record.copies + 1), first + sheets)
            if fresh:
                action = self.pen.action(session)
                for copy in fresh:
                    body = Reprint(receipt=record.entry_id, number=number, copy_number=copy)
                    action.write(EntryKind.REPRINT, body)
                action.finish()
            papers.follow(session, number, first + sheets)
        return first

    def _document(self, number: str, wish: PrintWish, copy: int, *, raw: bool) -> PrintDocument:
        receipting = self.receipting
        content = (
            receipting.thermal(number, wish.paper, copy) if raw else receipting.pdf(number, wish.paper, copy)
        )
        return PrintDocument(number, wish.paper, content, raw)

    def _follow(self, number: str, copy: int) -> None:
        with self.database.transaction() as session:
            papers.follow(session, number, copy)


def ready_printer(printers: Printers, wish: PrintWish) -> Printer:
    """The printer as it stands now, for what the window shows may be minutes old; without a name the usual one."""
    listed = printers.listed()
    printer = chosen(listed, wish.paper, wish.printer)
    if printer is None and not (wish.printer and listed):
        raise Failure(FailureCode.NO_PRINTER)
    if printer is None or wish.printer not in ("", printer.name):
        raise Failure(FailureCode.PRINTER_UNKNOWN)
    if not printer.takes_work:
        raise Failure(FailureCode.PRINTER_OFFLINE)
    return printer


def _record(session: Session, number: str) -> ReceiptRecord:
    record = receipts.receipt(session, number)
    if record is None:
        raise Failure(FailureCode.RECEIPT_UNKNOWN)
    return record


def _following(session: Session, record: ReceiptRecord) -> int:
    """A store that was restored knows from the journal which copies there are, and takes the last as handed out."""
    known = papers.following(session, record.number)
    if known is not None:
        return known
    return record.copies + 1 if record.copies else 0

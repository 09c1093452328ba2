"""Printers of Windows: thermal bytes go past the driver, pages are drawn by Qt, the spooler tells what became of them."""

from __future__ import annotations

from typing import Protocol

from perisai_desktop.background.winspool import Spool, SpoolJob
from perisai_desktop.domain.failure import Failure, FailureCode
from perisai_desktop.domain.printing import (
    PrintDocument,
    Printer,
    PrinterState,
    PrintJob,
    PrintProgress,
    PrintStage,
    thermal,
)

# PRINTER_STATUS_* and PRINTER_ATTRIBUTE_* of winspool.h
_PAUSED = 0x1
_BROKEN = 0x2 | 0x8 | 0x10 | 0x40 | 0x40000 | 0x100000 | 0x400000
_OFFLINE = 0x80 | 0x1000 | 0x2000000
_WORKS_OFFLINE = 0x400
# JOB_STATUS_* of winspool.h
_JOB_DELETED = 0x4 | 0x100
_JOB_PRINTED = 0x80 | 0x1000
_JOB_PRINTING = 0x10
_JOB_STATES = (
    (0x20, PrinterState.OFFLINE),
    (0x2 | 0x40 | 0x200 | 0x400, PrinterState.ERROR),
    (0x1, PrinterState.PAUSED),
)


class Drawing(Protocol):
    """Draws the pages of a document by the printer's driver. Raises Failure(print_refused)."""

    def __call__(self, printer: str, document: PrintDocument) -> None: ...


class WindowsPrinters:
    """See `services.printers.Printers`."""

    def __init__(self, spool: Spool, draw: Drawing) -> None:
        self._spool = spool
        self._draw = draw

    def listed(self) -> tuple[Printer, ...]:
        """What the spooler lists; a spooler that does not run has no printers."""
        try:
            found = self._spool.printers()
        except OSError:
            return ()
        return tuple(
            Printer(
                one.name,
                _state(one.status, one.attributes),
                default=one.default,
                raw=thermal(one.name, one.driver),
            )
            for one in found
        )

    def send(self, printer: str, document: PrintDocument) -> PrintJob:
        """Raw bytes give the number of their job; a drawn page is found by its title among the new jobs."""
        if document.raw:
            try:
                return PrintJob(printer, str(self._spool.write(printer, document.title, document.content)))
            except OSError:
                raise Failure(FailureCode.PRINT_REFUSED) from None
        before = {job.job for job in self._jobs(printer)}
        self._draw(printer, document)
        new = [
            job.job for job in self._jobs(printer) if job.title == document.title and job.job not in before
        ]
        return PrintJob(printer, str(max(new)) if new else "")

    def progress(self, job: PrintJob) -> PrintProgress:
        """A job that the spooler forgot is through: Windows forgets jobs as soon as they are."""
        found = next((one for one in self._jobs(job.printer) if str(one.job) == job.job), None)
        if found is None or found.status & _JOB_PRINTED:
            return PrintProgress(PrintStage.DONE)
        if found.status & _JOB_DELETED:
            return PrintProgress(PrintStage.FAILED)
        for bits, state in _JOB_STATES:
            if found.status & bits:
                return PrintProgress(PrintStage.WAITING, state)
        printer = next((one for one in self.listed() if one.name == job.printer), None)
        if printer is not None and printer.state is not PrinterState.READY:
            return PrintProgress(PrintStage.WAITING, printer.state)
        return PrintProgress(PrintStage.PRINTING if found.status & _JOB_PRINTING else PrintStage.QUEUED)

    def withdraw(self, job: PrintJob) -> None:
        """Delete the job where it still is."""
        if any(str(one.job) == job.job for one in self._jobs(job.printer)):
            try:
                self._spool.delete(job.printer, int(job.job))
            except OSError:
                return

    def _jobs(self, printer: str) -> list[SpoolJob]:
        try:
            return self._spool.jobs(printer)
        except OSError:
            return []


def _state(status: int, attributes: int) -> PrinterState:
    if status & _OFFLINE or attributes & _WORKS_OFFLINE:
        return PrinterState.OFFLINE
    if status & _PAUSED:
        return PrinterState.PAUSED
    return PrinterState.ERROR if status & _BROKEN else PrinterState.READY

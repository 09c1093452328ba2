"""What printing asks of the system: its printers, and a spooler that takes papers and tells how far they have come."""

from typing import Protocol

from perisai_desktop.domain.failure import Failure, FailureCode
from perisai_desktop.domain.printing import PrintDocument, Printer, PrintJob, PrintProgress, PrintStage


class Printers(Protocol):
    """The system's printers. Every call may wait for the system: never on the screen's thread."""

    def listed(self) -> tuple[Printer, ...]:
        """All printers of this laptop, by name; none where the system has no spooler."""

    def send(self, printer: str, document: PrintDocument) -> PrintJob:
        """Hand a paper to the spooler of `printer`. Raises Failure(print_refused); then nothing comes out."""

    def progress(self, job: PrintJob) -> PrintProgress:
        """How far a paper has come, as the spooler tells it; one that it no longer knows is through."""

    def withdraw(self, job: PrintJob) -> None:
        """Take a paper back that still waits; one that is through or unknown is no error."""


class NoPrinters:
    """A laptop without a printer."""

    def listed(self) -> tuple[Printer, ...]:
        """None."""
        return ()

    def send(self, printer: str, document: PrintDocument) -> PrintJob:  # noqa: ARG002
        """Refused."""
        raise Failure(FailureCode.PRINT_REFUSED)

    def progress(self, job: PrintJob) -> PrintProgress:  # noqa: ARG002
        """Nothing was ever taken."""
        return PrintProgress(PrintStage.DONE)

    def withdraw(self, job: PrintJob) -> None:
        """There is nothing to take back."""

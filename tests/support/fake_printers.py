"""Printers that a test holds in its hand: it says what they are, what they take and what becomes of it."""

from __future__ import annotations

from dataclasses import dataclass, field

from perisai_desktop.domain.failure import Failure, FailureCode
from perisai_desktop.domain.printing import (
    PrintDocument,
    Printer,
    PrinterState,
    PrintJob,
    PrintProgress,
    PrintStage,
)

OFFICE = Printer("Kantor", default=True)
ROLL = Printer("Struk", raw=True)


@dataclass
class FakePrinters:
    """A spooler in memory; `refuse_at` refuses the so-manyth paper (from 0)."""

    printers: tuple[Printer, ...] = (OFFICE, ROLL)
    sent: list[tuple[str, PrintDocument]] = field(default_factory=list)
    refuse_at: int | None = None
    stages: dict[str, PrintProgress] = field(default_factory=dict)
    withdrawn: list[str] = field(default_factory=list)

    def listed(self) -> tuple[Printer, ...]:
        return self.printers

    def send(self, printer: str, document: PrintDocument) -> PrintJob:
        if self.refuse_at == len(self.sent) or all(each.name != printer for each in self.printers):
            raise Failure(FailureCode.PRINT_REFUSED)
        self.sent.append((printer, document))
        job = PrintJob(printer, f"{printer}-{len(self.sent)}")
        self.tell(job.job, PrintStage.QUEUED)
        return job

    def progress(self, job: PrintJob) -> PrintProgress:
        progress = self.stages.get(job.job, PrintProgress(PrintStage.DONE))
        state = next((each.state for each in self.printers if each.name == job.printer), PrinterState.OFFLINE)
        if progress.stage is PrintStage.QUEUED and state is not PrinterState.READY:
            return PrintProgress(PrintStage.WAITING, state)
        return progress

    def withdraw(self, job: PrintJob) -> None:
        if self.stages.get(job.job, PrintProgress(PrintStage.DONE)).moving:
            self.withdrawn.append(job.job)
            self.tell(job.job, PrintStage.FAILED)

    def tell(self, job: str, stage: PrintStage, printer: PrinterState = PrinterState.READY) -> None:
        """From now on the spooler says this of a job."""
        self.stages[job] = PrintProgress(stage, printer)

    def turn(self, name: str, state: PrinterState) -> None:
        """A printer is switched off, paused or empty."""
        self.printers = tuple(
            Printer(each.name, state, each.default, each.raw) if each.name == name else each
            for each in self.printers
        )

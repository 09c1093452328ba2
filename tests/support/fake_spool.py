"""A Windows spooler in memory, with the bits that winspool.h gives to states."""

from __future__ import annotations

from dataclasses import dataclass, field

from perisai_desktop.background.winspool import SpoolJob, SpoolPrinter
from perisai_desktop.domain.failure import Failure, FailureCode
from perisai_desktop.domain.printing import PrintDocument


@dataclass
class FakeSpool:
    """Keeps what it is given; `broken` is a spooler service that does not run."""

    rows: list[SpoolPrinter] = field(
        default_factory=lambda: [
            SpoolPrinter("Kantor", "HP Universal Printing PCL 6", 0, 0, True),
            SpoolPrinter("Struk", "EPSON TM-T82 Receipt", 0, 0, False),
        ]
    )
    waiting: dict[str, list[SpoolJob]] = field(default_factory=dict)
    content: dict[int, bytes] = field(default_factory=dict)
    refusing: bool = False
    broken: bool = False
    last: int = 0

    def printers(self) -> list[SpoolPrinter]:
        self._work()
        return self.rows

    def write(self, printer: str, title: str, content: bytes) -> int:
        self._work()
        if self.refusing or all(row.name != printer for row in self.rows):
            raise OSError("open")
        self.last += 1
        self.waiting.setdefault(printer, []).append(SpoolJob(self.last, title, 0))
        self.content[self.last] = content
        return self.last

    def jobs(self, printer: str) -> list[SpoolJob]:
        self._work()
        return list(self.waiting.get(printer, []))

    def delete(self, printer: str, job: int) -> None:
        self._work()
        self.mark(job, 0x4)

    def mark(self, job: int, status: int) -> None:
        """Give a job these bits."""
        for printer, jobs in self.waiting.items():
            self.waiting[printer] = [one._replace(status=status) if one.job == job else one for one in jobs]

    def forget(self, job: int) -> None:
        """The job is through: Windows no longer lists it."""
        for printer, jobs in self.waiting.items():
            self.waiting[printer] = [one for one in jobs if one.job != job]

    def turn(self, name: str, status: int = 0, attributes: int = 0) -> None:
        """Give a printer these bits."""
        self.rows = [
            row._replace(status=status, attributes=attributes) if row.name == name else row
            for row in self.rows
        ]

    def draw(self, printer: str, document: PrintDocument) -> None:
        """What Qt does with a driver: a job under the document's title."""
        try:
            self.write(printer, document.title, document.content)
        except OSError:
            raise Failure(FailureCode.PRINT_REFUSED) from None

    def _work(self) -> None:
        if self.broken:
            raise OSError("spooler")

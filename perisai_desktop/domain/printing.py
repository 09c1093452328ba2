"""Printers as the system lists them, and how far a paper has come; only eyes can tell whether it came out well."""

import re
from dataclasses import dataclass, field, replace
from enum import StrEnum

from perisai_desktop.domain.paper import PaperSize

MOST_SHEETS = 9
"""Papers of one receipt in one go."""

_THERMAL = re.compile(
    r"thermal|termal|receipt|struk|esc[ /_-]?pos|\bpos|tm-[a-z]?\d|\bxp-?\d|\brpp|zj-?\d|\b(?:58|80) ?mm|generic / text",
    re.IGNORECASE,
)


class PrinterState(StrEnum):
    """What the system says of a printer; many printers say nothing and count as ready."""

    READY = "ready"
    PAUSED = "paused"
    OFFLINE = "offline"
    ERROR = "error"  # out of paper, cover open, jammed


class PrintStage(StrEnum):
    """How far a paper has come, as the system's spooler tells it."""

    QUEUED = "queued"  # the spooler took it; nothing came out yet
    PRINTING = "printing"
    WAITING = "waiting"  # held back, it comes out once the printer goes on
    DONE = "done"  # out of the queue and not known to be thrown away; not every system says more
    FAILED = "failed"  # thrown away, it will not come out


@dataclass(frozen=True, slots=True)
class Printer:
    """One printer of this laptop; `raw` where it takes the bytes of a thermal printer as they are."""

    name: str
    state: PrinterState = PrinterState.READY
    default: bool = False
    raw: bool = False

    @property
    def takes_work(self) -> bool:
        """Neither paused nor offline; an error may be over by the time the paper arrives."""
        return self.state in (PrinterState.READY, PrinterState.ERROR)


@dataclass(frozen=True, slots=True)
class PrintDocument:
    """One paper on its way to a spooler: a PDF, or ESC/POS bytes where `raw`. The title holds nothing personal."""

    title: str
    paper: PaperSize
    content: bytes = field(repr=False)
    raw: bool = False


@dataclass(frozen=True, slots=True)
class PrintJob:
    """What the spooler calls a paper it took; empty where it kept no name for it."""

    printer: str
    job: str


@dataclass(frozen=True, slots=True)
class PrintProgress:
    """How far a paper has come; `printer` says why one waits."""

    stage: PrintStage
    printer: PrinterState = PrinterState.READY

    @property
    def moving(self) -> bool:
        """Whether it is worth asking again."""
        return self.stage in (PrintStage.QUEUED, PrintStage.PRINTING, PrintStage.WAITING)


@dataclass(frozen=True, slots=True)
class PrintWish:
    """What the agent asks for: `sheets` papers on the printer of that name."""

    paper: PaperSize
    printer: str
    sheets: int = 1


@dataclass(frozen=True, slots=True)
class PrintChoice:
    """What this laptop prints receipts on unless told otherwise; sheets and rolls have a printer each, empty for none."""

    paper: PaperSize = PaperSize.A5
    printer: str = ""
    roll_printer: str = ""

    def printer_for(self, paper: PaperSize) -> str:
        """The printer chosen for this kind of paper."""
        return self.roll_printer if paper.roll else self.printer

    def with_printer(self, name: str) -> "PrintChoice":
        """The same with another printer for this kind of paper."""
        return replace(self, roll_printer=name) if self.paper.roll else replace(self, printer=name)


USUAL = PrintChoice()
"""A5 on the system's own printer."""


@dataclass(frozen=True, slots=True)
class PrintRun:
    """Papers that the spooler took, one after the other: copy `first` (0 the original) and those behind it."""

    number: str
    first: int
    jobs: tuple[PrintJob, ...]


def thermal(*names: str) -> bool:
    """Whether a printer's name, model or driver is that of a thermal printer."""
    return any(_THERMAL.search(name) for name in names)


def offered(printers: tuple[Printer, ...], paper: PaperSize) -> tuple[Printer, ...]:
    """The printers for this paper, the likeliest first: a sheet never goes to a thermal printer."""
    if not paper.roll:
        return tuple(printer for printer in printers if not printer.raw)
    return tuple(sorted(printers, key=lambda printer: not printer.raw))


def chosen(printers: tuple[Printer, ...], paper: PaperSize, wanted: str) -> Printer | None:
    """The printer to use: the one wanted, else a thermal one for a roll, else the system's default, else the first."""
    fitting = offered(printers, paper)
    for printer in fitting:
        if printer.name == wanted:
            return printer
    if paper.roll and fitting and fitting[0].raw:
        return fitting[0]
    return next((printer for printer in fitting if printer.default), fitting[0] if fitting else None)

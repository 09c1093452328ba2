"""Printers and papers in words, and how far a paper has come: never more than the system knows."""

from PySide6.QtCore import QCoreApplication

from perisai_desktop.domain.paper import PaperSize
from perisai_desktop.domain.printing import Printer, PrinterState, PrintProgress, PrintStage
from perisai_desktop.ui.theme.tokens import Tone

translate = QCoreApplication.translate

Said = tuple[str, str, Tone]


def paper_words(paper: PaperSize) -> tuple[str, str]:
    """A paper's name, and what it is."""
    return {
        PaperSize.A5: ("A5", translate("Printing", "148 × 210 mm")),
        PaperSize.A4: ("A4", translate("Printing", "2 receipts a page")),
        PaperSize.ROLL_80: (translate("Printing", "80 mm"), translate("Printing", "wide roll")),
        PaperSize.ROLL_58: (translate("Printing", "58 mm"), translate("Printing", "narrow roll")),
    }[paper]


def printer_words(printer: Printer) -> str:
    """A printer with its state: `Printer kantor, siap`."""
    state = {
        PrinterState.READY: translate("Printing", "ready"),
        PrinterState.PAUSED: translate("Printing", "paused"),
        PrinterState.OFFLINE: translate("Printing", "off"),
        PrinterState.ERROR: translate("Printing", "check paper and cover"),
    }[printer.state]
    return f"{printer.name}, {state}"


def copy_words(copy: int, sheets: int) -> str:
    """What the next papers are: the original, or which SALINAN."""
    last = copy + sheets - 1
    if last == 0:
        return translate("Printing", "Reprints say SALINAN")
    if copy == 0:
        return translate("Printing", "Original and {count} SALINAN").format(count=last)
    span = str(copy) if copy == last else f"{copy}–{last}"
    return translate("Printing", "Next: SALINAN {span}").format(span=span)


def progress_words(progress: PrintProgress) -> Said:
    """How far a paper has come, what follows from it, and in which tone."""
    if progress.stage is PrintStage.WAITING:
        return _waiting(progress.printer)
    return {
        PrintStage.QUEUED: (
            translate("Printing", "In the printer's queue"),
            translate("Printing", "Nothing has come out yet. You can go on meanwhile."),
            Tone.INFO,
        ),
        PrintStage.PRINTING: (
            translate("Printing", "The printer is printing"),
            translate("Printing", "Wait for the paper. You can go on meanwhile."),
            Tone.INFO,
        ),
        PrintStage.DONE: (
            translate("Printing", "Out of the printer's queue"),
            translate("Printing", "Look at the paper and hand it over. Nothing came out? Say so below."),
            Tone.OK,
        ),
    }[progress.stage]


def _waiting(printer: PrinterState) -> Said:
    what = {
        PrinterState.READY: translate("Printing", "The printer holds the receipt back"),
        PrinterState.PAUSED: translate("Printing", "The printer is paused"),
        PrinterState.OFFLINE: translate("Printing", "The printer is off or not connected"),
        PrinterState.ERROR: translate("Printing", "The printer stopped: check paper and cover"),
    }[printer]
    return (
        what,
        translate("Printing", "The receipt waits in the queue and comes out once the printer goes on."),
        Tone.WARNING,
    )

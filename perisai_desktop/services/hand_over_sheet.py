"""Puts the hand-over sheet of a file on paper, or beside the file."""

from pathlib import Path

from perisai_desktop.documents.hand_over import hand_over_pdf
from perisai_desktop.domain.bundle import HandOver
from perisai_desktop.domain.paper import PaperSize
from perisai_desktop.domain.printing import PrintChoice, PrintDocument, PrintWish
from perisai_desktop.services.printers import Printers
from perisai_desktop.services.printing import ready_printer
from perisai_desktop.services.stick_files import settling, why_not_written


def print_sheet(hand_over: HandOver, choice: PrintChoice, printers: Printers) -> None:
    """Hand the sheet to the spooler, on a sheet of A5 whatever receipts are printed on.

    Raises Failure: no_printer, printer_unknown, printer_offline, print_refused.
    """
    paper = PaperSize.A5
    printer = ready_printer(printers, PrintWish(paper, choice.printer))
    printers.send(printer.name, PrintDocument(hand_over.name, paper, hand_over_pdf(hand_over)))


def save_sheet(hand_over: HandOver, path: Path) -> None:
    """Save the sheet as a PDF. Raises Failure: bundle_folder_missing, bundle_no_room, bundle_not_written."""
    content = hand_over_pdf(hand_over)
    try:
        with settling(path) as file:
            file.write(content)
    except OSError as error:
        raise why_not_written(error, path.parent, len(content)) from None

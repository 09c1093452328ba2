"""Draws the pages of a PDF with Qt, for printers whose driver wants to be drawn on."""

from __future__ import annotations

from PySide6.QtCore import QMarginsF, QRectF, QSizeF
from PySide6.QtGui import QImage, QPageLayout, QPageSize, QPainter
from PySide6.QtPrintSupport import QPrinter

from perisai_desktop.documents.preview import page_image, page_sizes
from perisai_desktop.domain.failure import Failure, FailureCode
from perisai_desktop.domain.printing import PrintDocument

_FINEST = 600
"""Dots an inch; finer pages cost memory and show nothing more."""


def draw(name: str, document: PrintDocument) -> None:
    """Print every page on the printer `name`, as large as it is. Raises Failure(print_refused)."""
    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    printer.setPrinterName(name)
    if printer.printerName() != name:
        raise Failure(FailureCode.PRINT_REFUSED)
    draw_on(printer, document)


def draw_on(printer: QPrinter, document: PrintDocument) -> None:
    """Draw every page on `printer`, each on paper of its own size. Raises Failure(print_refused)."""
    printer.setDocName(document.title)
    printer.setFullPage(True)
    painter = QPainter()
    for place, (wide, high) in enumerate(page_sizes(document.content)):
        _lay(printer, wide, high)
        begun = painter.begin(printer) if place == 0 else printer.newPage()
        if not begun:
            raise Failure(FailureCode.PRINT_REFUSED)
        sheet = printer.pageLayout().fullRectPixels(printer.resolution())
        finest = min(printer.resolution(), _FINEST)
        page = page_image(document.content, round(wide / 25.4 * finest), place)
        image = QImage(page.pixels, page.width, page.height, page.stride, QImage.Format.Format_RGB32)
        area = QRectF(sheet)
        area.setHeight(area.width() * page.height / page.width)
        painter.drawImage(area, image)
    if not painter.end():
        raise Failure(FailureCode.PRINT_REFUSED)


def _lay(printer: QPrinter, wide: float, high: float) -> None:
    """Paper of `wide` by `high` millimetres without margins: the receipt brings its own."""
    flat = wide > high
    size = QSizeF(high, wide) if flat else QSizeF(wide, high)
    paper = QPageSize(size, QPageSize.Unit.Millimeter, "", QPageSize.SizeMatchPolicy.FuzzyMatch)
    turned = QPageLayout.Orientation.Landscape if flat else QPageLayout.Orientation.Portrait
    printer.setPageLayout(QPageLayout(paper, turned, QMarginsF(0, 0, 0, 0)))

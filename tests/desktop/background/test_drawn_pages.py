"""A page that Qt draws on a printer is the page of the PDF, on paper of its size, with a code that reads."""

from collections.abc import Iterator
from pathlib import Path

import pypdfium2
import pytest
import zxingcpp
from PySide6.QtPrintSupport import QPrinter
from PySide6.QtWidgets import QApplication

from perisai_desktop.background.drawn_pages import draw, draw_on
from perisai_desktop.domain.failure import Failure, FailureCode
from perisai_desktop.domain.paper import PaperSize
from perisai_desktop.domain.printing import PrintDocument
from perisai_desktop.domain.receipt import Receipt
from perisai_desktop.services.desk import AgentDesk
from sync.protocol.signatures import SigningKey
from tests.support.desks import HandClock, desk_of, filled_draft, make_profile


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[AgentDesk]:
    opened = desk_of(make_profile(tmp_path / "profile", SigningKey.generate()), HandClock())
    yield opened
    opened.close()


@pytest.fixture
def receipt(desk: AgentDesk) -> Receipt:
    return desk.enrolling.enrol(filled_draft(desk))


def to_file(path: Path) -> QPrinter:
    """A printer whose paper is a PDF."""
    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    printer.setOutputFileName(str(path))
    printer.setResolution(203)
    return printer


@pytest.mark.parametrize("paper", [PaperSize.A5, PaperSize.A4, PaperSize.ROLL_80])
def test_the_paper_is_the_page(
    desk: AgentDesk, receipt: Receipt, tmp_path: Path, qapp: QApplication, paper: PaperSize
) -> None:
    pdf = desk.receipting.pdf(receipt.number, paper)
    draw_on(to_file(tmp_path / "paper.pdf"), PrintDocument(receipt.number, paper, pdf))
    printed, drawn = pypdfium2.PdfDocument(tmp_path / "paper.pdf"), pypdfium2.PdfDocument(pdf)
    assert len(printed) == len(drawn) == 1
    assert printed.get_page_size(0) == pytest.approx(drawn.get_page_size(0), abs=1.5)
    codes = zxingcpp.read_barcodes(printed[0].render(scale=300 / 72, grayscale=True).to_pil())
    assert {code.text for code in codes} == {receipt.link}
    edges = [pdf[0].render(scale=1, grayscale=True).to_pil().resize((60, 80)) for pdf in (printed, drawn)]
    darkness = [255 - sum(edge.tobytes()) / len(edge.tobytes()) for edge in edges]
    assert darkness[0] == pytest.approx(darkness[1], rel=0.25)
    printed.close()
    drawn.close()


@pytest.mark.qt_log_ignore("QPainter::begin", extend=True)
def test_a_printer_that_takes_no_page_refuses(
    desk: AgentDesk, receipt: Receipt, tmp_path: Path, qapp: QApplication
) -> None:
    document = PrintDocument(receipt.number, PaperSize.A5, desk.receipting.pdf(receipt.number))
    with pytest.raises(Failure) as refused:
        draw_on(to_file(tmp_path / "gone" / "paper.pdf"), document)
    assert refused.value.code is FailureCode.PRINT_REFUSED


def test_a_printer_that_is_not_there_refuses(desk: AgentDesk, receipt: Receipt, qapp: QApplication) -> None:
    document = PrintDocument(receipt.number, PaperSize.A5, desk.receipting.pdf(receipt.number))
    with pytest.raises(Failure) as refused:
        draw("Gudang", document)
    assert refused.value.code is FailureCode.PRINT_REFUSED

"""A receipt's PDF on each paper, in turns with a bare ReportLab drawing of the same page."""

import io
import subprocess
import sys
from collections.abc import Callable
from dataclasses import replace
from typing import Any
from unittest.mock import patch

from reportlab.pdfgen.canvas import Canvas
from reportlab.pdfgen.pathobject import PDFPathObject

from dev import ROOT
from perisai_desktop.documents.preview import page_dots, page_image
from perisai_desktop.documents.receipt import receipt_pdf
from perisai_desktop.domain.paper import PaperSize
from perisai_desktop.domain.receipt import Receipt
from tests.bench.measured import Claim, Measured, Series, series, timed
from tests.desktop.documents.receipts import THREE, receipt

PREVIEW = 1183  # pixels across, as in the receipt's window on a screen of 200 %
FIRST = """
from time import perf_counter
from perisai_desktop.documents.receipt import receipt_pdf
from tests.desktop.documents.receipts import receipt
asked = receipt()
begun = perf_counter()
receipt_pdf(asked)
print((perf_counter() - begun) * 1e3)
"""
Call = tuple[str, tuple[Any, ...], dict[str, Any]]


class Recording:
    """Stands before a canvas or a path: passes every call on and remembers it."""

    def __init__(self, real: Canvas | PDFPathObject) -> None:
        self.real = real
        self.calls: list[Call] = []

    def __getattr__(self, name: str) -> Callable[..., Any]:
        def call(*given: Any, **named: Any) -> Any:
            self.calls.append((name, given, named))
            passed = [each.real if isinstance(each, Recording) else each for each in given]
            answer = getattr(self.real, name)(*passed, **named)
            return Recording(answer) if isinstance(answer, PDFPathObject) else answer

        return call


class Drawing:
    """The calls that drew one page, to be made again without any of our own work."""

    def __init__(self, example: Receipt, size: PaperSize) -> None:
        self._made: dict[str, Any] = {}
        self._canvas: Recording | None = None
        with patch("perisai_desktop.documents.receipt.Canvas", self._record):
            self.pdf = receipt_pdf(example, size)

    def _record(self, stream: io.BytesIO, **made: Any) -> Recording:
        self._made, self._canvas = made, Recording(Canvas(stream, **made))
        return self._canvas

    def draw(self) -> bytes:
        """The same page, bare."""
        assert self._canvas is not None
        stream = io.BytesIO()
        canvas = Canvas(stream, **self._made)
        for name, given, named in self._canvas.calls:
            if name == "beginPath":
                continue
            made = [_again(canvas, each) if isinstance(each, Recording) else each for each in given]
            getattr(canvas, name)(*made, **named)
        return stream.getvalue()


def _again(canvas: Canvas, path: Recording) -> PDFPathObject:
    made = canvas.beginPath()
    for name, given, named in path.calls:
        getattr(made, name)(*given, **named)
    return made


def run(size: int) -> Measured:
    """`size` receipts of each kind on each paper."""
    found: list[Series] = []
    claims: list[Claim] = []
    for name, example in (("3 months", receipt()), ("12 months", receipt(12, THREE))):
        for paper in PaperSize:
            ours, bare = _in_turns(f"{name} on {paper.value}", example, paper, size)
            found += [bare, ours]
            claims.append(Claim(f"{ours.label} over bare", ours.median / bare.median, 1.3))
    first = series("first receipt of a process, fonts read", [_first() for _ in range(min(size, 5))])
    page = receipt_pdf(receipt())
    previews = [timed(lambda: page_image(page, PREVIEW)) for _ in range(size)]
    found += [first, series("preview of A5", previews)]
    for paper in (PaperSize.ROLL_80, PaperSize.ROLL_58):
        roll = receipt_pdf(receipt(12, THREE), paper)
        dots = [timed(lambda roll=roll, paper=paper: page_dots(roll, paper)) for _ in range(size)]  # type: ignore[misc]
        found.append(series(f"dots of {paper.value}", dots))
    return Measured(tuple(found), (*claims, Claim("first receipt", first.median, 400, "ms")))


def _in_turns(name: str, example: Receipt, paper: PaperSize, size: int) -> tuple[Series, Series]:
    """Ours and bare in turn, so that both meet the same machine."""
    drawing = Drawing(example, paper)
    assert drawing.draw() == drawing.pdf, "the bare drawing is another page"
    ours, bare = [], []
    for number in range(size):
        other = stranger(number, example)
        ours.append(timed(lambda other=other: receipt_pdf(other, paper)))  # type: ignore[misc]
        bare.append(timed(drawing.draw))
    return series(name, ours), series(f"bare, {name}", bare)


def _first() -> float:
    """Milliseconds of the first receipt of a process, imports left out."""
    done = subprocess.run([sys.executable, "-c", FIRST], cwd=ROOT, capture_output=True, text=True, check=True)
    return float(done.stdout)


def stranger(number: int, example: Receipt) -> Receipt:
    """Another worker's receipt of the same shape: nothing that was computed for the one before serves it."""
    tail = f"{number:06d}"
    return replace(
        example,
        number=f"7Q2FK-01-{tail}-Q",
        received_from=f"Ujang Sobarna {tail}",
        link=example.link.replace("000123", tail),
    )

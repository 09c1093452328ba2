"""Measures a receipt's PDF on each paper beside a bare ReportLab drawing of the same page, in the same run.

Run: python -m tests.bench.receipt_speed [TIMES]. Figures are milliseconds; only ratios count.
"""

from __future__ import annotations

import io
import sys
import time
from collections.abc import Callable, Sequence
from dataclasses import replace
from typing import Any
from unittest.mock import patch

from reportlab.pdfgen.canvas import Canvas
from reportlab.pdfgen.pathobject import PDFPathObject

from perisai_desktop.documents.preview import page_dots, page_image
from perisai_desktop.documents.receipt import receipt_pdf
from perisai_desktop.domain.paper import PaperSize
from perisai_desktop.domain.receipt import Receipt
from tests.bench.store_speed import figures, timed
from tests.desktop.documents.receipts import THREE, receipt

TIMES = 200
PREVIEW = 1183  # pixels across, as in the receipt's window on a screen of 200 %
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


def measure(name: str, examples: Sequence[Receipt], size: PaperSize) -> None:
    """Ours and bare in turn, so that both meet the same machine."""
    drawing = Drawing(examples[0], size)
    assert drawing.draw() == drawing.pdf, "the bare drawing is another page"
    ours, bare = [], []
    for example in examples:
        ours.append(timed(lambda example=example: receipt_pdf(example, size)))  # type: ignore[misc]
        bare.append(timed(drawing.draw))
    print(figures(f"{name}, {size.value}", ours))
    print(
        f"{figures('  bare drawing', bare)}  ratio {sorted(ours)[len(ours) // 2] / sorted(bare)[len(bare) // 2]:.2f}"
    )


def stranger(number: int, example: Receipt) -> Receipt:
    """Another worker's receipt of the same shape: nothing that was computed for the one before serves it."""
    tail = f"{number:06d}"
    return replace(
        example,
        number=f"7Q2FK-01-{tail}-Q",
        received_from=f"Ujang Sobarna {tail}",
        link=example.link.replace("000123", tail),
    )


def main() -> None:
    """Print the figures."""
    times = int(sys.argv[1]) if len(sys.argv) > 1 else TIMES
    begun = time.perf_counter()
    pdf = receipt_pdf(receipt())
    print(f"first receipt, fonts read: {(time.perf_counter() - begun) * 1e3:.0f} ms")
    for name, example in (("3 months", receipt()), ("12 months", receipt(12, THREE))):
        for size in PaperSize:
            measure(name, [stranger(number, example) for number in range(times)], size)
    print(figures("preview of A5", [timed(lambda: page_image(pdf, PREVIEW)) for _ in range(times)]))
    for size in (PaperSize.ROLL_80, PaperSize.ROLL_58):
        roll = receipt_pdf(receipt(12, THREE), size)
        print(figures(f"dots of {size.value}", [timed(lambda: page_dots(roll, size)) for _ in range(times)]))  # noqa: B023


if __name__ == "__main__":
    main()

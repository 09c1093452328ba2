"""The QR code of a receipt's link, drawn as vector rectangles."""

from dataclasses import dataclass
from functools import lru_cache

import segno
from reportlab.pdfgen.canvas import Canvas

QUIET_MODULES = 4  # ISO/IEC 18004, clause 5.3.8


_MASK = (
    3  # of eight; trying them all takes four fifths of the time and evens out patterns that signatures lack
)


@dataclass(frozen=True, slots=True)
class QrCode:
    """`modules` on each side; `runs` are (row, column, length) of dark modules that lie side by side."""

    modules: int
    runs: tuple[tuple[int, int, int], ...]

    def quiet_zone(self, side: float) -> float:
        """Width in points of the white margin around a code of this side."""
        return QUIET_MODULES * side / self.modules


@lru_cache(maxsize=8)
def qr_code(text: str) -> QrCode:
    """The code for `text`; error correction is M or better: 15 % of it may be lost to a fold or a stain.

    The last few are remembered, for what is shown is printed next.
    """
    matrix = segno.make(text, error="m", micro=False, boost_error=True, mask=_MASK).matrix
    runs = (
        (number, start, length) for number, row in enumerate(matrix) for start, length in _runs(bytes(row))
    )
    return QrCode(len(matrix), tuple(runs))


def draw_qr(canvas: Canvas, code: QrCode, x: float, y: float, side: float) -> None:
    """Draw a code; (x, y) is its lower left corner and `side` its width, in points, without the quiet zone.

    The quiet zone is painted white, over whatever lies there.
    """
    module = side / code.modules
    quiet = code.quiet_zone(side)
    canvas.saveState()
    canvas.setFillGray(1)
    canvas.rect(x - quiet, y - quiet, side + 2 * quiet, side + 2 * quiet, stroke=0, fill=1)
    canvas.setFillGray(0)
    canvas.translate(x, y + side)
    canvas.scale(module, -module)
    path = canvas.beginPath()
    for row, column, length in code.runs:
        path.rect(column, row, length, 1)
    canvas.drawPath(path, stroke=0, fill=1)
    canvas.restoreState()


def _runs(row: bytes) -> list[tuple[int, int]]:
    """Start and length of every run of dark modules."""
    runs: list[tuple[int, int]] = []
    for column, dark in enumerate(row):
        if not dark:
            continue
        if runs and sum(runs[-1]) == column:
            runs[-1] = (runs[-1][0], runs[-1][1] + 1)
        else:
            runs.append((column, 1))
    return runs

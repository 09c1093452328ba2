"""The QR code of a receipt's link, drawn as vector rectangles."""

import segno
from reportlab.pdfgen.canvas import Canvas

QUIET_MODULES = 4  # ISO/IEC 18004, clause 5.3.8


def draw_qr(canvas: Canvas, text: str, x: float, y: float, side: float) -> None:
    """Draw the code for `text`; (x, y) is its lower left corner and `side` its width, in points, without the quiet zone.

    The quiet zone of four modules is painted white around it. Error correction is M or better:
    15 % of the code may be lost to a fold or a stain.
    """
    code = segno.make(text, error="m", micro=False, boost_error=True)
    rows = tuple(tuple(row) for row in code.matrix)
    module = side / len(rows)
    quiet = QUIET_MODULES * module
    canvas.saveState()
    canvas.setFillGray(1)
    canvas.rect(x - quiet, y - quiet, side + 2 * quiet, side + 2 * quiet, stroke=0, fill=1)
    canvas.setFillGray(0)
    path = canvas.beginPath()
    for number, row in enumerate(rows):
        top = y + side - number * module
        for start, length in _runs(row):
            path.rect(x + start * module, top - module, length * module, module)
    canvas.drawPath(path, stroke=0, fill=1)
    canvas.restoreState()


def quiet_zone(text: str, side: float) -> float:
    """Width in points of the white margin that `draw_qr` keeps around a code of this side."""
    size, _ = segno.make(text, error="m", micro=False, boost_error=True).symbol_size(border=0)
    return QUIET_MODULES * side / float(size)


def _runs(row: tuple[int, ...]) -> list[tuple[int, int]]:
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

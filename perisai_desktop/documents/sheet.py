"""A sheet that grows downwards: what is put on it is measured first and drawn afterwards."""

from collections.abc import Callable, Sequence

from reportlab.lib.colors import Color, HexColor
from reportlab.pdfgen.canvas import Canvas

from perisai_desktop.documents.fonts import Weight, font, width
from perisai_desktop.documents.paper import Density, Paper

INK = HexColor("#17212B")
MUTED = HexColor("#566371")
RULE = HexColor("#DDE3EA")
SHADE = HexColor("#EEF1F5")

Drawing = Callable[[Canvas, float], None]
"""Draws on a canvas whose sheet begins at the given height in points."""


class Sheet:
    """Collects drawings; `y` is the distance from the upper edge in points and grows downwards.

    `spare` is what each of the wide gaps between parts grows by, in points.
    """

    def __init__(self, paper: Paper, density: Density, spare: float = 0.0) -> None:
        self.paper = paper
        self.density = density
        self.spare = spare
        self.y = paper.margin
        self._drawings: list[Drawing] = []

    @property
    def left(self) -> float:
        return self.paper.margin

    @property
    def right(self) -> float:
        return self.paper.width - self.paper.margin

    @property
    def height(self) -> float:
        """Points needed with the lower margin."""
        return self.y + self.paper.margin

    def put(self, drawing: Drawing) -> None:
        self._drawings.append(drawing)

    def text(
        self,
        text: str,
        x: float,
        size: float,
        weight: Weight = Weight.REGULAR,
        colour: Color = INK,
        baseline: float | None = None,
        align_right: bool = False,
    ) -> None:
        """Put one line with its baseline at `baseline` (default: the current y)."""
        at = self.y if baseline is None else baseline
        start = x - width(text, weight, size) if align_right else x

        def draw(canvas: Canvas, top: float) -> None:
            canvas.setFont(font(weight), size)
            canvas.setFillColor(colour)
            canvas.drawString(start, top - at, text)

        self.put(draw)

    def box(self, x: float, y: float, wide: float, high: float, colour: Color) -> None:
        """Put a filled rectangle whose upper left corner is (x, y)."""

        def draw(canvas: Canvas, top: float) -> None:
            canvas.setFillColor(colour)
            canvas.rect(x, top - y - high, wide, high, stroke=0, fill=1)

        self.put(draw)

    def rule(self, y: float, colour: Color = RULE, thickness: float = 0.6) -> None:
        """Put a line across the measure."""

        def draw(canvas: Canvas, top: float) -> None:
            canvas.setStrokeColor(colour)
            canvas.setLineWidth(thickness)
            canvas.line(self.left, top - y, self.right, top - y)

        self.put(draw)

    def play(self, canvas: Canvas, top: float) -> None:
        """Draw all that was put, the first at the back."""
        for drawing in self._drawings:
            drawing(canvas, top)


def wrapped(text: str, measure: float, weight: Weight, size: float) -> tuple[str, ...]:
    """Break `text` between words so that no line is wider than `measure` points; a longer word is cut."""
    lines: list[str] = []
    for word in text.split():
        joined = f"{lines[-1]} {word}" if lines else word
        if lines and width(joined, weight, size) <= measure:
            lines[-1] = joined
        else:
            lines.extend(_cut(word, measure, weight, size))
    return tuple(lines)


def _cut(word: str, measure: float, weight: Weight, size: float) -> Sequence[str]:
    if width(word, weight, size) <= measure:
        return (word,)
    end = 1
    while end < len(word) and width(word[: end + 1], weight, size) <= measure:
        end += 1
    return (word[:end], *_cut(word[end:], measure, weight, size))

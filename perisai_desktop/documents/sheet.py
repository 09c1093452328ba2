"""A sheet that grows downwards: what is put on it is measured first and drawn afterwards, on as many pages as it needs."""

from collections.abc import Callable
from dataclasses import dataclass, field

from reportlab.lib.colors import Color
from reportlab.pdfgen.canvas import Canvas

from perisai_desktop.documents.fonts import Weight, font, width
from perisai_desktop.documents.inks import SHEET_INKS, THERMAL_INKS
from perisai_desktop.documents.paper import DOT, Density, Paper
from perisai_desktop.documents.wrapping import wrapped

Drawing = Callable[[Canvas, float], None]
"""Draws on a canvas whose sheet begins at the given height in points."""


@dataclass(frozen=True, slots=True)
class Block:
    """Drawings that stay on one page; they begin at `y`, `first` on a page where the block says so."""

    y: float
    drawings: list[Drawing] = field(default_factory=list)
    first: bool = False


@dataclass(frozen=True, slots=True)
class Page:
    """Blocks that share a page; the first stands at the page's upper margin."""

    blocks: tuple[Block, ...]
    headroom: float

    def play(self, canvas: Canvas, top: float) -> None:
        """Draw all blocks, the first at the back; `top` is the page's upper edge in points."""
        raised = top + self.blocks[0].y - self.headroom
        for block in self.blocks:
            for drawing in block.drawings:
                drawing(canvas, raised)


class Sheet:
    """Collects drawings; `y` is the distance from the upper edge in points and grows downwards.

    `spare` is what each of the wide gaps between parts grows by, in points. On a thermal paper all lines stand on
    whole dots.
    """

    def __init__(self, paper: Paper, density: Density, spare: float = 0.0) -> None:
        self.paper = paper
        self.density = density
        self.spare = spare
        self.inks = THERMAL_INKS if paper.thermal else SHEET_INKS
        self.y = paper.headroom
        self._blocks = [Block(self.y)]

    @property
    def left(self) -> float:
        return self.paper.margin

    @property
    def right(self) -> float:
        return self.paper.width - self.paper.margin

    @property
    def height(self) -> float:
        """Points needed with the lower margin."""
        return self.snapped(self.y + self.paper.headroom)

    @property
    def pages(self) -> tuple[Page, ...]:
        """The blocks in order, as many on a page as its height holds."""
        high = self.paper.height
        pages: list[list[Block]] = [[]]
        ends = (*(block.y for block in self._blocks[1:]), self.y)
        for block, end in zip(self._blocks, ends, strict=True):
            room = None if high is None else high - 2 * self.paper.headroom + 0.01
            full = room is not None and pages[-1] and end - pages[-1][0].y > room
            if full or (pages[-1] and block.first):
                pages.append([])
            pages[-1].append(block)
        return tuple(Page(tuple(blocks), self.paper.headroom) for blocks in pages)

    def begin_block(self) -> None:
        """What is put from here on stays together where the sheet is broken into pages."""
        self._blocks.append(Block(self.y))

    def begin_page(self) -> None:
        """What is put from here on stands on a page of its own."""
        self._blocks.append(Block(self.y, first=True))

    @property
    def page_start(self) -> float:
        """Where the page that was begun last starts."""
        return next((block.y for block in reversed(self._blocks) if block.first), self._blocks[0].y)

    def put(self, drawing: Drawing) -> None:
        self._blocks[-1].drawings.append(drawing)

    def text(
        self,
        text: str,
        x: float,
        size: float,
        weight: Weight = Weight.REGULAR,
        colour: Color | None = None,
        baseline: float | None = None,
        align_right: bool = False,
    ) -> None:
        """Put one line with its baseline at `baseline` (default: the current y), in ink unless told otherwise."""
        weight = self.inks.weight(weight)
        at = self.snapped(self.y if baseline is None else baseline)
        fill = colour or self.inks.ink

        def draw(canvas: Canvas, top: float) -> None:
            start = x - width(text, weight, size) if align_right else x
            canvas.setFont(font(weight), size)
            canvas.setFillColor(fill)
            canvas.drawString(start, top - at, text)

        self.put(draw)

    def centred(self, text: str, middle: float, size: float, weight: Weight, baseline: float) -> None:
        """Put one muted line around `middle`."""
        half = self.width(text, weight, size) / 2
        self.text(text, middle - half, size, weight, self.inks.muted, baseline)

    def box(self, y: float, high: float) -> None:
        """Put a shaded rectangle across the measure, or a frame where the paper has no shades."""
        if self.inks.shade is None:
            self.frame(y, high, self.inks.rule * 2)
        else:
            self._fill(self.left, y, self.paper.measure, high, self.inks.shade)

    def frame(self, y: float, high: float, thickness: float) -> None:
        """Put four lines within a rectangle across the measure."""
        y, high = self.snapped(y), self.snapped(high)
        wide = self.paper.measure
        self._fill(self.left, y, wide, thickness, self.inks.ink)
        self._fill(self.left, y + high - thickness, wide, thickness, self.inks.ink)
        self._fill(self.left, y, thickness, high, self.inks.ink)
        self._fill(self.right - thickness, y, thickness, high, self.inks.ink)

    def rule(self, *, bold: bool = False) -> None:
        """Put a line across the measure at the current y, thin and pale unless bold."""
        thickness = self.inks.bold_rule if bold else self.inks.rule
        colour = self.inks.ink if bold else self.inks.line
        self._fill(self.left, self.snapped(self.y), self.paper.measure, thickness, colour)

    def width(self, text: str, weight: Weight, size: float) -> float:
        """Width in points of a text as this sheet sets it."""
        return width(text, self.inks.weight(weight), size)

    def wrapped(self, text: str, measure: float, weight: Weight, size: float) -> tuple[str, ...]:
        """The lines of a text as this sheet sets it."""
        return wrapped(text, measure, self.inks.weight(weight), size)

    def snapped(self, measure: float) -> float:
        """The nearest whole dot on a thermal paper; itself on others."""
        return round(measure / DOT) * DOT if self.paper.thermal else measure

    def _fill(self, x: float, y: float, wide: float, high: float, colour: Color) -> None:
        def draw(canvas: Canvas, top: float) -> None:
            canvas.setFillColor(colour)
            canvas.rect(x, top - y - high, wide, high, stroke=0, fill=1)

        self.put(draw)

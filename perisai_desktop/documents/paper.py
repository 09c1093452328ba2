"""The papers a receipt may be printed on and how closely it is set on them."""

from dataclasses import dataclass

from perisai_desktop.domain.paper import PaperSize

MM = 72 / 25.4
DOTS_PER_MM = 8  # of a thermal head: 203 dots an inch
DOT = MM / DOTS_PER_MM


@dataclass(frozen=True, slots=True)
class Density:
    """How closely the lines stand, in points; `footnotes` moves reliefs out of the rows to below the table."""

    body: float
    small: float
    title: float
    total: float
    leading: float
    row: float
    gap: float
    footnotes: bool


AIRY = Density(9.8, 8.2, 15.0, 19.0, 16.4, 20.0, 13.0, footnotes=False)
ROOMY = Density(9.0, 7.6, 14.0, 17.0, 14.6, 18.0, 11.0, footnotes=False)
SNUG = Density(9.0, 7.6, 14.0, 17.0, 14.0, 16.0, 9.0, footnotes=True)
TIGHT = Density(8.6, 7.2, 13.0, 15.5, 12.4, 13.6, 6.5, footnotes=True)
CLOSE = Density(8.0, 6.6, 12.0, 14.0, 11.2, 12.2, 5.0, footnotes=True)
CLOSEST = Density(7.6, 6.3, 12.0, 13.5, 10.4, 11.0, 4.5, footnotes=True)
DENSITIES = (AIRY, ROOMY, SNUG, TIGHT, CLOSE, CLOSEST)

SPARE_GAP = 5 * MM  # the most that one of the gaps grows where a receipt is shorter than its paper


@dataclass(frozen=True, slots=True)
class Paper:
    """Measures in points; `height` None is a thermal roll that is cut where the receipt ends.

    `densities` are tried in turn, the widest first. Margins of rolls are what their printers can't reach.
    """

    name: str
    width: float
    height: float | None
    margin: float  # left and right
    headroom: float  # above and below
    inset: float  # of the columns of a table
    label_width: float
    qr: float  # the most that the side of the code may be, without its quiet zone
    densities: tuple[Density, ...]

    @property
    def measure(self) -> float:
        """Width between the margins."""
        return self.width - 2 * self.margin

    @property
    def thermal(self) -> bool:
        """Printed by a head of 203 dots an inch, in black alone."""
        return self.height is None


_ON_80 = Density(8.8, 7.6, 12.4, 18.0, 12.6, 14.0, 7.0, footnotes=True)
_ON_58 = Density(8.4, 7.2, 12.6, 16.0, 11.8, 12.6, 6.0, footnotes=True)

A5 = Paper("A5", 148 * MM, 210 * MM, 10 * MM, 10 * MM, 6.0, 70.0, 31 * MM, DENSITIES)
A4_HALF = Paper("A4", 148.5 * MM, 210 * MM, 10 * MM, 10 * MM, 6.0, 70.0, 31 * MM, DENSITIES)
ROLL_80 = Paper("80 mm", 80 * MM, None, 4 * MM, 3 * MM, 0.0, 60.0, 31 * MM, (_ON_80,))
ROLL_58 = Paper("58 mm", 58 * MM, None, 5 * MM, 3 * MM, 0.0, 38.0, 36 * MM, (_ON_58,))

PAPERS = {
    PaperSize.A5: A5,
    PaperSize.A4: A4_HALF,
    PaperSize.ROLL_80: ROLL_80,
    PaperSize.ROLL_58: ROLL_58,
}
"""What a receipt is set on; on A4 it stands twice, side by side."""

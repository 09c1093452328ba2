"""What documents are drawn in: shades of ink on sheets, black alone on a thermal roll."""

from dataclasses import dataclass

from reportlab.lib.colors import Color, HexColor, black

from perisai_desktop.documents.fonts import Weight


@dataclass(frozen=True, slots=True)
class Inks:
    """Colours by what they are for; `rule` and `bold_rule` are the thickness of lines in points.

    A roll has no `shade`: pale colours vanish on it, so boxes are framed; and its text is never set lighter than
    `lightest`, for a head of 203 dots an inch breaks thin strokes.
    """

    ink: Color
    muted: Color
    line: Color
    shade: Color | None
    rule: float
    bold_rule: float
    lightest: Weight

    def weight(self, asked: Weight) -> Weight:
        """The weight that text is set in."""
        return self.lightest if asked is Weight.REGULAR else asked


SHEET_INKS = Inks(
    ink=HexColor("#17212B"),
    muted=HexColor("#566371"),
    line=HexColor("#DDE3EA"),
    shade=HexColor("#EEF1F5"),
    rule=0.6,
    bold_rule=0.9,
    lightest=Weight.REGULAR,
)
_DOT = 72 / 25.4 / 8
THERMAL_INKS = Inks(black, black, black, None, rule=_DOT, bold_rule=3 * _DOT, lightest=Weight.MEDIUM)

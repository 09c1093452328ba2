"""The papers that a receipt is printed on, by the names that people and settings know them by."""

from enum import StrEnum


class PaperSize(StrEnum):
    """Two sheets and two rolls; the value is what settings keep. Rolls are named by their width in millimetres."""

    A5 = "a5"
    A4 = "a4"
    ROLL_80 = "roll80"
    ROLL_58 = "roll58"

    @property
    def roll(self) -> bool:
        """Cut where the receipt ends, printed by a thermal printer."""
        return self in (PaperSize.ROLL_80, PaperSize.ROLL_58)

"""A page of paper as pixels for the screen and as dots for a thermal printer."""

from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class PageImage:
    """Pixels of one page, four bytes each in the order blue, green, red, unused; `stride` is bytes a line."""

    width: int
    height: int
    stride: int
    pixels: bytes = field(repr=False)


@dataclass(frozen=True, slots=True)
class Dots:
    """One page as a thermal head burns it: eight dots a byte from the left, the highest bit first, 1 is black.

    `width` is a multiple of 8; there are no gaps between lines.
    """

    width: int
    height: int
    bits: bytes = field(repr=False)

    @property
    def stride(self) -> int:
        """Bytes a line."""
        return self.width // 8

"""A page of paper as pixels, ready for a screen or a printer."""

from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class PageImage:
    """Pixels of one page, four bytes each in the order blue, green, red, unused; `stride` is bytes a line."""

    width: int
    height: int
    stride: int
    pixels: bytes = field(repr=False)

"""Dots as bytes for a thermal printer: ESC/POS, in pictures alone, so that no code page of a printer matters.

The commands are those of Epson's "ESC/POS Command Reference" that the small printers of other makers know too:
ESC @ (initialise), GS v 0 (print raster bit image), ESC d (print and feed lines), GS V (cut).
"""

from perisai_desktop.domain.page_image import Dots

BAND_BYTES = 2048  # a picture goes in bands: small printers hold 4 kB and print rubbish beyond that
_INITIALISE = b"\x1b@"
_RASTER = b"\x1dv0\x00"  # normal size: a bit is a dot
_FEED = b"\x1bd\x04"  # four lines of 1/6 inch: from the head past the tear bar
_CUT = b"\x1dVB\x00"  # function B: feed to the blade, cut and leave one point


def print_job(dots: Dots, *, cut: bool) -> bytes:
    """All that the printer is sent for one page; `cut` for printers with a blade, the others are torn by hand."""
    rows = max(1, BAND_BYTES // dots.stride)
    job = [_INITIALISE]
    for first in range(0, dots.height, rows):
        count = min(rows, dots.height - first)
        band = dots.bits[first * dots.stride : (first + count) * dots.stride]
        job.append(_RASTER + dots.stride.to_bytes(2, "little") + count.to_bytes(2, "little") + band)
    job.append(_CUT if cut else _FEED)
    return b"".join(job)

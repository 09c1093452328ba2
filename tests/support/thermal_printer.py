"""A virtual thermal printer: reads a job byte by byte as a small printer would, and gives back the paper as a picture.

It knows the four commands that our jobs may hold and refuses everything else, text included: a printer that
meets an unknown command prints rubbish, and rubbish on a receipt is a defect.
"""

from dataclasses import dataclass, field

from PIL import Image

from perisai_desktop.domain.page_image import Dots

LINE_DOTS = 34  # a sixth of an inch at 203 dots an inch, rounded up
BLADE_DOTS = 96  # from the head to the blade: 12 mm


class Rubbish(ValueError):
    """What a real printer would have made a mess of."""


@dataclass
class ThermalPrinter:
    """A head of `width` dots; `buffer` is the most bytes that it takes for one picture."""

    width: int
    buffer: int = 4096
    cuts: list[int] = field(default_factory=list)  # dot rows above which the paper was cut
    _rows: list[bytes] = field(default_factory=list)
    _ready: bool = False

    def receive(self, job: bytes) -> None:
        """Print one job. Raises `Rubbish`."""
        place = 0
        while place < len(job):
            place = self._command(job, place)
        self._ready = False

    @property
    def paper(self) -> Image.Image:
        """All that came out, black on white, one pixel a dot."""
        ink = b"".join(self._rows)
        return Image.frombytes("1", (self.width, len(self._rows)), bytes(255 - byte for byte in ink))

    def _command(self, job: bytes, place: int) -> int:
        """Carry out the command at `place`; where the next one begins."""
        name = job[place : place + 2]
        if name == b"\x1b@":
            self._ready = True
            return place + 2
        if not self._ready:
            raise Rubbish(f"{name!r} before ESC @")
        if name == b"\x1dv":
            return self._raster(job, place + 2)
        if name == b"\x1bd":
            self._feed(_byte(job, place + 2) * LINE_DOTS)
            return place + 3
        if name == b"\x1dV":
            return self._cut(job, place + 2)
        raise Rubbish(f"unknown command {name!r} at {place}")

    def _raster(self, job: bytes, place: int) -> int:
        """GS v 0 m xL xH yL yH d1 ... dk, where m is 0 and k = x * y."""
        if (_byte(job, place), _byte(job, place + 1)) != (0x30, 0):
            raise Rubbish("GS v in another mode")
        across = int.from_bytes(job[place + 2 : place + 4], "little")
        down = int.from_bytes(job[place + 4 : place + 6], "little")
        start = place + 6
        if not 1 <= across <= self.width // 8 or not 1 <= down <= 2303:
            raise Rubbish(f"a picture of {across} bytes by {down} dots")
        if across * down > self.buffer:
            raise Rubbish(f"{across * down} bytes at once")
        picture = job[start : start + across * down]
        if len(picture) != across * down:
            raise Rubbish("the job ends within a picture")
        blank = bytes(self.width // 8 - across)
        self._rows += [picture[at : at + across] + blank for at in range(0, len(picture), across)]
        return start + len(picture)

    def _cut(self, job: bytes, place: int) -> int:
        """GS V 66 n: feed to the blade and n dots more, then a partial cut."""
        if _byte(job, place) != 66:
            raise Rubbish("a cut that is not partial")
        self._feed(BLADE_DOTS + _byte(job, place + 1))
        self.cuts.append(len(self._rows) - BLADE_DOTS)
        return place + 2

    def _feed(self, dots: int) -> None:
        self._rows += [bytes(self.width // 8)] * dots


def printed(dots: Dots) -> Image.Image:
    """The dots as a picture, one pixel each."""
    return Image.frombytes("1", (dots.width, dots.height), bytes(255 - byte for byte in dots.bits))


def _byte(job: bytes, place: int) -> int:
    if place >= len(job):
        raise Rubbish("the job ends within a command")
    return job[place]

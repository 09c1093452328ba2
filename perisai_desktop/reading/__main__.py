"""`perisai-reader [--today DATE]`: reads one picture from standard input and writes what its KTP says as a line of JSON."""

from __future__ import annotations

import argparse
import sys
from datetime import date
from types import TracebackType

from perisai_desktop.domain.card_reading import encode_reading
from perisai_desktop.domain.photo import LARGEST_PHOTO
from perisai_desktop.reading.confining import confine


def main(arguments: list[str] | None = None) -> int:
    """Read one picture; 0 whatever it shows, 1 where the program itself fails, told by its kind alone."""
    parser = argparse.ArgumentParser(prog="perisai-reader", description=__doc__)
    parser.add_argument(
        "--today", type=date.fromisoformat, required=True, metavar="DATE", help="the local date"
    )
    today = parser.parse_args(arguments).today
    sys.excepthook = _tell_kind
    confine()
    picture = sys.stdin.buffer.read(LARGEST_PHOTO)

    from perisai_desktop.reading.card import read_card
    from perisai_desktop.reading.recognising import Recogniser

    sys.stdout.write(encode_reading(read_card(picture, Recogniser(), today)) + "\n")
    return 0


def _tell_kind(kind: type[BaseException], _error: BaseException, _trace: TracebackType | None) -> None:
    """An error's own words may hold what stands on the card: its kind is all that is told."""
    sys.stderr.write(f"perisai-reader: {kind.__name__}\n")


if __name__ == "__main__":
    sys.exit(main())

"""Tries out the frozen reader of cards: a drawn card goes in, and what is printed on it comes out."""

from __future__ import annotations

import sys
from pathlib import Path
from time import perf_counter

from dev import say
from perisai_desktop.services.card_reader import CardReader
from perisai_desktop.services.reference_files import open_places
from tests.support.cards.photographing import Condition
from tests.support.cards.village_square import TODAY, shots
from tests.support.freezing.contents import READER


def reads(out: Path) -> bool:
    """Whether the program that was built into `out` reads a card's NIK and name."""
    places = open_places()
    (shot,) = shots(places, (Condition.PLAIN,), 1).values()
    places.close()
    program = out / READER.name / (READER.name + (".exe" if sys.platform == "win32" else ""))
    begun = perf_counter()
    reading = CardReader([str(program)]).read(shot.content, TODAY)
    wrong = [
        name
        for name in ("nik", "name", "birth_date")
        if name not in reading.fields or reading.fields[name].value != shot.wanted[name]
    ]
    said = f"misread: {', '.join(wrong)}" if wrong else "read as printed"
    say(f"{READER.name}: a card {said} in {perf_counter() - begun:.1f} s ({reading.end.value})")
    return not wrong

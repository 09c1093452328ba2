"""Generated KTP under every condition of a photograph: what share of each field is read, and what a card costs."""

from __future__ import annotations

import subprocess
import sys
import tempfile
from collections.abc import Mapping
from pathlib import Path
from time import perf_counter

from dev import ROOT
from perisai_desktop.services.reference_files import open_places
from perisai_desktop.storage.places import Places
from tests.bench.measured import Claim, Measured, series
from tests.support.cards.photographing import Condition
from tests.support.cards.reading import Read, read_all
from tests.support.cards.village_square import TODAY, Shot, shots

STARTS = 5
FIELDS = ("nik", "name", "birth_place", "birth_date", "sex", "street", "rt", "rw", "village", "marital")
EVEN = (Condition.PLAIN, Condition.TILTED, Condition.PERSPECTIVE, Condition.JPEG_40, Condition.SMALL)
"""Conditions under which nothing of the card is lost: what is asked of them is asked of the machine."""
LEADING = ("nik", "name", "birth_date")


def run(size: int) -> Measured:
    """`size` people under each condition; fewer than there are conditions: one person under the first of them."""
    conditions = tuple(Condition)[:size]
    places = open_places()
    taken = shots(places, conditions, size if size >= len(Condition) else 1)
    with tempfile.TemporaryDirectory(prefix="perisai-") as folder:
        read, peak = read_all({name: shot.content for name, shot in taken.items()}, TODAY, Path(folder))
    notes = tuple(_line(condition, taken, read, places) for condition in conditions)
    even = [name for name, shot in taken.items() if shot.condition in EVEN]
    missed = sum(
        shot.got(read[name], places).get(field) != shot.wanted[field]
        for name, shot in ((name, taken[name]) for name in even)
        for field in LEADING
    )
    places.close()
    picture = next(iter(taken.values())).content
    starts = series(
        "one card, from start to end of the program", [_once(picture) for _ in range(min(size, STARTS))]
    )
    worked = series("work of a processor on a card", [each.worked * 1e3 for each in read.values()])
    held = (series("memory at its peak, all cards in one process", [peak], "MiB"),) if peak else ()
    claims = (
        Claim(
            "NIK, name, birth date not as on an even card", 100 * missed / (len(LEADING) * len(even)), 5, "%"
        ),
        Claim("work on a card", worked.median / 1e3, 5, "s"),
        Claim("memory at its peak", peak, 900, "MiB"),
    )
    return Measured((starts, worked, *held), claims, (_head(), *notes))


def _head() -> str:
    return f"  {'read as printed, of all; n: cards':<34}" + "".join(f"{name:>12}" for name in FIELDS)


def _line(condition: Condition, taken: Mapping[str, Shot], read: Mapping[str, Read], places: Places) -> str:
    """The share of each field that was read as printed, and how many other values were told in all."""
    right = dict.fromkeys(FIELDS, 0)
    cards = other = 0
    for name, shot in taken.items():
        if shot.condition is condition:
            got, cards = shot.got(read[name], places), cards + 1
            for field in FIELDS:
                right[field] += got.get(field) == shot.wanted[field]
                other += field in got and got[field] != shot.wanted[field]
    shares = "".join(f"{100 * right[field] / cards:>10.0f} %" for field in FIELDS)
    return f"  {condition.value:<26}{f'n {cards}':>8}{shares}   misread {other} of {cards * len(FIELDS)}"


def _once(picture: bytes) -> float:
    """Milliseconds of the program as the desktop starts it."""
    command = [sys.executable, "-m", "perisai_desktop.reading", "--today", TODAY.isoformat()]
    begun = perf_counter()
    subprocess.run(command, cwd=ROOT, input=picture, capture_output=True, check=True)
    return (perf_counter() - begun) * 1e3

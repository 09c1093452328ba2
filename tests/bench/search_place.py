"""A village among all of the country as one types its name, or its name and its district's."""

import random
import sqlite3

from perisai_desktop.config.resources import resource
from perisai_desktop.services.reference_files import open_places
from tests.bench.measured import Claim, Measured, series, timed


def run(size: int) -> Measured:
    """`size` villages, each typed letter by letter."""
    chance = random.Random(3)
    file = sqlite3.connect(resource("reference", "regions.sqlite"))
    villages = file.execute("SELECT code, name FROM village").fetchall()
    districts = dict(file.execute("SELECT code, name FROM district").fetchall())
    file.close()
    places = open_places()
    taken = []
    for code, name in chance.sample(villages, min(size, len(villages))):
        words = chance.choice((name, f"{name} {districts[code[:8]]}", f"{districts[code[:8]]} {name}", code))
        taken += [timed(lambda text=words[:end]: places.search(text)) for end in range(1, len(words) + 1)]  # type: ignore[misc]
    places.close()
    searched = series(f"one of {len(villages):,} villages as one types", taken)
    return Measured((searched,), (Claim("p99 of the search", searched.quantile(0.99), 8, "ms"),))

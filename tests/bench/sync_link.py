"""A day's entries over a link of 64 kbit/s, 600 ms and 5 % loss, beside the same bytes alone over the same link."""

import tempfile
from pathlib import Path
from time import perf_counter
from urllib.parse import urlsplit

from tests.bench.measured import Claim, Measured, series
from tests.support.centres import running_centre
from tests.support.enrolled_desks import enrolled_desk
from tests.support.shaped_links import Shape, seconds_alone, shaped_link

ENTRIES_A_PERSON = 4
SWIFT = Shape(bits=4_000_000, round_trip=0.01, loss=0.0)
"""For a try that only runs every line."""
FULL = 100


def run(size: int) -> Measured:
    """`size` entries, acknowledged every one; the real engine, transport and server."""
    shape = Shape() if size >= FULL else SWIFT
    with tempfile.TemporaryDirectory() as name, running_centre(Path(name) / "centre") as centre:
        laptop = enrolled_desk(Path(name) / "profile", centre)
        laptop.enrol_many(-(-size // ENTRIES_A_PERSON))
        with shaped_link(int(urlsplit(centre.url).netloc.rpartition(":")[2]), shape) as link:
            laptop.server_url = link.url
            laptop.reopen()
            begun = perf_counter()
            laptop.desk.syncing.run()
            spent = perf_counter() - begun
        differences = laptop.differences(centre)
        if differences or laptop.waiting():
            raise AssertionError(f"{laptop.waiting()} entries wait, {differences}")
        laptop.desk.close()
    alone = seconds_alone(link.up.bytes, link.down.bytes, shape)
    return Measured(
        (
            series("the same bytes alone", [alone], "s"),
            series("until everything is acknowledged and fetched", [spent], "s"),
            series("bytes up, heads and bodies", [link.up.bytes], "B"),
            series("bytes down, heads and bodies", [link.down.bytes], "B"),
        ),
        (Claim("over the bytes alone", spent / alone, 2),),
    )

"""A sync with nothing to do, beside a bare signed round trip."""

from tests.bench.measured import Claim, Measured, series, timed
from tests.bench.sync_ground import ground, sizes

BODY = bytes(400)
"""About as long as a hello."""


def run(size: int) -> Measured:
    """`size` of each, in turns."""
    with ground() as stand:
        stand.laptop.enrol_many(3)
        stand.laptop.settle()
        floor, idle, trips = [], [], 0
        for _ in range(size):
            floor.append(stand.round_trip(BODY) * 1e3)
            with sizes() as sent:
                idle.append(timed(stand.laptop.desk.syncing.run))
            trips = max(trips, len(sent))
    bare, whole = series("bare signed round trip", floor), series("sync with nothing to do", idle)
    return Measured(
        (bare, whole, series("requests", [trips], "")),
        (
            Claim("over the bare round trip", whole.median / bare.median, 1.5),
            Claim("requests", trips, 1, ""),
        ),
    )

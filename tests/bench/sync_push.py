"""A season's enrolments with contribution and receipt until all are acknowledged, beside one POST and one COPY of them."""

from sync.protocol.compression import compress
from tests.bench.measured import Claim, Measured, series
from tests.bench.sync_ground import ground, sizes

FLOORS = 5


def run(size: int) -> Measured:
    """`size` people, each one action of four entries; every check, hash, signature and verdict included."""
    with ground() as stand:
        stand.laptop.enrol_many(size)
        lines = stand.lines()
        floor = [stand.push_bare(lines) * 1e3 for _ in range(FLOORS)]
        with sizes() as sent:
            spent = stand.push() * 1e3
        bare, whole = len(compress(lines)), sum(sent)
    bottom = series("one compressed request and COPY", floor)
    return Measured(
        (
            bottom,
            series("until everything is acknowledged", [spent]),
            series("zstd of the same entries", [bare], "B"),
            series("bodies up", [whole], "B"),
        ),
        (
            Claim("over the bare request", spent / bottom.median, 2),
            Claim("bytes over zstd of the entries", whole / bare, 1.15),
        ),
    )

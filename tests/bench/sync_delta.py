"""Fifty new entries in a store of many that are acknowledged, beside one POST and one COPY of the same entries."""

from sync.protocol.compression import compress
from tests.bench.measured import Claim, Measured, series
from tests.bench.sync_ground import ground, sizes

CHANGED = 13
"""People who make the new entries, four each."""
ROUNDS = 7


def run(size: int) -> Measured:
    """Among about `size` entries."""
    with ground() as stand:
        stand.laptop.enrol_many(-(-size // 4))
        stand.push()
        floor, spent, up, bare = [], [], [], []
        for _ in range(min(ROUNDS, size)):
            before = 4 * len(stand.laptop.shown)
            stand.laptop.enrol_many(CHANGED)
            lines = stand.lines(before)
            floor.append(stand.push_bare(lines) * 1e3)
            with sizes() as sent:
                spent.append(stand.push() * 1e3)
            up.append(sum(sent))
            bare.append(len(compress(lines)))
    bottom, whole = series("one compressed request and COPY", floor), series("until acknowledged", spent)
    packed, sent_up = series("zstd of the same entries", bare, "B"), series("bodies up", up, "B")
    return Measured(
        (bottom, whole, packed, sent_up),
        (
            Claim("over the bare request", whole.median / bottom.median, 2),
            Claim("bytes over zstd of the entries", sent_up.median / packed.median, 1.2),
        ),
    )

"""What the server lacks of a device's chains, and what a store lacks of its own, by what the server says that it knows."""

from collections.abc import Iterable

from perisai_desktop.storage import mark
from sync.protocol.bundle_answer import BundleStanding
from sync.protocol.messages import HelloAnswer, Mark


def written_on(answer: HelloAnswer, ends: Iterable[mark.Mark | Mark], device: str, epoch: int) -> bool:
    """Whether a store of the device wrote further in an epoch than this one, which ends at `ends`: it is shared."""
    reached = max((own.seq for own in ends if (own.device, own.epoch) == (device, epoch)), default=0)
    return any(beyond.epoch == epoch and beyond.last_seq > reached for beyond in answer.reported)


def lacking(
    answer: HelloAnswer | BundleStanding, ends: Iterable[mark.Mark | Mark], device: str
) -> tuple[tuple[int, int, int], ...]:
    """Epoch, first and last seq of what the server lacks: the gaps that it names, and all above its marks.

    A server that was set back may have forgotten an epoch altogether, but never the first: that is the device's.
    """
    known = {theirs.epoch: theirs.seq for theirs in answer.known if theirs.device == device}
    above = [
        (own.epoch, known.get(own.epoch, 0) + 1, own.seq)
        for own in ends
        if own.device == device and known.get(own.epoch, own.seq if own.epoch == 1 else 0) < own.seq
    ]
    return (*((gap.epoch, gap.first_seq, gap.last_seq) for gap in answer.missing), *above)

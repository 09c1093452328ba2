"""What of a receipt a void or a refund may be about: all of it, or everything of one worker in it."""

from collections.abc import Collection, Iterable
from dataclasses import dataclass

LineKey = tuple[str, int]
"""A line by its contribution's entry id and its place in it, from 0."""


@dataclass(frozen=True, slots=True)
class PaidLine:
    """One line of a receipt, in rupiah; `gone`: voided or refunded already.

    A line without a worker balances the receipt against its contributions (credit used, a difference).
    """

    key: LineKey
    worker_id: str | None
    month: str
    amount: int
    gone: bool = False


def covered(
    lines: Iterable[PaidLine], named: Collection[LineKey] | None = None
) -> tuple[PaidLine, ...] | None:
    """The lines that are still there of the whole receipt (`named` is None), or of the one worker whose lines are named.

    None where what is named is not exactly the lines of one worker. The whole includes the balance.
    """
    listed = tuple(lines)
    if named is None:
        return tuple(line for line in listed if not line.gone)
    chosen = frozenset(named)
    workers = {line.worker_id for line in listed if line.key in chosen}
    of_worker = [line for line in listed if line.worker_id in workers]
    if len(workers) != 1 or {line.key for line in of_worker} != chosen:
        return None
    return tuple(line for line in of_worker if not line.gone)


def rupiah_of(lines: Iterable[PaidLine]) -> int:
    """What lines amount to."""
    return sum(line.amount for line in lines)

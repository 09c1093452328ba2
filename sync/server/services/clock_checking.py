"""Looks at the clock that entries were written by: what is ahead of its arrival, and what is behind its chain."""

from __future__ import annotations

from collections.abc import Iterable

from sync.server.domain.arrivals import Arrival
from sync.server.domain.checks.clocks import Stamped, check_ahead, check_back
from sync.server.domain.checks.finding import Finding
from sync.server.domain.judging import Judgement
from sync.server.domain.sending import Sending
from sync.server.storage.records import EntryRecord
from sync.server.storage.store import UnitOfWork


def check_clocks(
    tx: UnitOfWork, device: str, agent_id: str, judgements: Iterable[Judgement], sent: Sending
) -> tuple[Finding, ...]:
    """What the clock of a batch shows; its entries are stored by now.

    An entry is held against the one before it in its chain, where that is here.
    """
    arrivals = [one.arrival for one in judgements if not one.aside and one.arrival.decoded is not None]
    chain = {(one.epoch, one.seq): _stamped(one) for one in arrivals}
    before: dict[int, set[int]] = {}
    for epoch, seq in chain:
        if seq > 1 and (epoch, seq - 1) not in chain:
            before.setdefault(epoch, set()).add(seq - 1)
    for epoch, seqs in before.items():
        for record in tx.entries.at_places(device, epoch, seqs):
            if not record.aside:
                chain[epoch, record.seq] = _stamped(record)
    pairs = [(one, chain[epoch, seq + 1]) for (epoch, seq), one in chain.items() if (epoch, seq + 1) in chain]
    return (
        *check_ahead(agent_id, [_stamped(one) for one in arrivals], sent),
        *check_back(agent_id, pairs, sent.at),
    )


def _stamped(one: Arrival | EntryRecord) -> Stamped:
    return Stamped(one.entry_id, one.recorded_at, one.recorded_on)

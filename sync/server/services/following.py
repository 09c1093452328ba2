"""What a judged batch sets going behind its own rows: ledger, cash, hand-overs, what waited for it, and NIKs."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import datetime

from sync.rules.states import ReviewState
from sync.server.domain.arrivals import Arrival
from sync.server.domain.facts import Desk
from sync.server.domain.judging import Judgement
from sync.server.services.depositing import carry_cash
from sync.server.services.handing_over import follow_handovers
from sync.server.services.nik_claims import settle_home, settle_nik
from sync.server.services.unparking import resolve_parked
from sync.server.services.voiding import follow_arrivals
from sync.server.storage.records import Device, DeviceEpoch
from sync.server.storage.store import UnitOfWork


def follow(tx: UnitOfWork, judgements: Sequence[Judgement], desk: Desk, agent_id: str, at: datetime) -> None:
    """Carry judgements whose rows are written into everything else that they change."""
    follow_arrivals(tx, judgements, agent_id, at)
    carry_cash(tx, _carried(judgements, desk.deposited))
    follow_handovers(tx, judgements, at)
    resolve_parked(tx, judgements, desk, at)
    for judgement in judgements:
        settle_nik(tx, desk, judgement.arrival, judgement.corrected)
        settle_home(tx, desk, judgement.arrival)


def reached(
    tx: UnitOfWork,
    device: Device,
    epochs: Mapping[int, DeviceEpoch],
    standing: Sequence[Arrival],
    aside: Sequence[Arrival] = (),
) -> list[DeviceEpoch]:
    """The high-water mark of every chain that grew, and how far it reaches without a hole; a place at which something
    is kept aside is no hole."""
    changed = {
        arrival.epoch: epochs[arrival.epoch] for arrival in (*standing, *aside) if arrival.epoch in epochs
    }
    for arrival in standing:
        if arrival.seq > changed[arrival.epoch].high_seq:
            changed[arrival.epoch] = replace(
                changed[arrival.epoch], high_seq=arrival.seq, head_hash=arrival.hash
            )
    return [
        replace(row, contiguous_seq=tx.entries.contiguous(device.device, epoch, row.contiguous_seq))
        for epoch, row in changed.items()
    ]


def _carried(judgements: Sequence[Judgement], deposited: Sequence[tuple[str, str]]) -> list[tuple[str, str]]:
    """Receipts with the deposits that carried their cash away; one that is held carried none."""
    held = {one.arrival.entry_id for one in judgements if one.verdict.state is ReviewState.HELD}
    return [pair for pair in deposited if pair[1] not in held]

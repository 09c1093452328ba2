"""The scorecard of a branch's agents: pace, return rate, cash in hand and its age, gaps, silence and devices."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from sync.rules.cash import cash_facts, cash_in_hand
from sync.server.clock import Clock
from sync.server.storage.records import Agent, Device
from sync.server.storage.standing_records import DecidedCount, WorkCount
from sync.server.storage.store import Store, UnitOfWork

WEEK, MONTH = timedelta(days=7), timedelta(days=30)
WESTERN = timedelta(hours=7)
"""Days are counted by the clock of Western Indonesia, where most agents are."""
LIVE = ("active", "paused")
"""States of a device that is still its agent's."""


@dataclass(frozen=True, slots=True)
class DeviceStand:
    """A device with the entries and receipts of it that are known to exist and have not arrived."""

    device: Device
    missing_entries: int
    missing_receipts: int


@dataclass(frozen=True, slots=True)
class Scorecard:
    """What a branch sees of one agent (sync/README.md, "Agents and devices"); `cash` in rupiah.

    `cash_days`: None where no receipt's cash is in hand. `silent_days`: None where no device is the agent's.
    """

    agent: Agent
    office: str
    branch: str
    work: WorkCount
    decided: DecidedCount
    cash: int
    cash_days: int | None
    silent_days: int | None
    devices: tuple[DeviceStand, ...]

    @property
    def missing_entries(self) -> int:
        """Of all devices."""
        return sum(one.missing_entries for one in self.devices)

    @property
    def missing_receipts(self) -> int:
        """Of all devices."""
        return sum(one.missing_receipts for one in self.devices)


class Scorecards:
    """Read in a fixed number of statements, however many agents there are."""

    def __init__(self, store: Store, clock: Clock) -> None:
        self._store = store
        self._clock = clock

    def of_branch(self, branch_id: str | None) -> tuple[date, tuple[Scorecard, ...]]:
        """The day that counts as today, and the agents of a branch, or of all, by number."""
        at = self._clock.now()
        with self._store.reading() as tx:
            agents = tx.organisation.agents(branch_id)
            return _today(at), _scorecards(tx, agents, at)


def _today(at: datetime) -> date:
    return (at + WESTERN).date()


def _scorecards(tx: UnitOfWork, agents: tuple[Agent, ...], at: datetime) -> tuple[Scorecard, ...]:
    today, ids = _today(at), [one.agent_id for one in agents]
    branches = {one.branch_id: one.name for one in tx.organisation.branches()}
    offices = {one.office_id: one.name for one in tx.organisation.offices()}
    month = today - MONTH + timedelta(days=1)
    work = tx.standings.work(ids, today - WEEK + timedelta(days=1), month)
    decided = tx.standings.decided({one.branch_id for one in agents}, month)
    cash, oldest = tx.standings.cash(ids), tx.standings.oldest_in_hand(ids)
    devices = _devices(tx, ids)
    return tuple(
        Scorecard(
            agent=one,
            office=offices[one.office_id],
            branch=branches[one.branch_id],
            work=work.get(one.agent_id, WorkCount(0, 0, 0, 0)),
            decided=decided.get(one.agent_id, DecidedCount(0, 0)),
            cash=cash_in_hand(cash_facts(cash.get(one.agent_id, {}).items())),
            cash_days=_days(oldest.get(one.agent_id), today),
            silent_days=_silent(devices.get(one.agent_id, ()), at),
            devices=devices.get(one.agent_id, ()),
        )
        for one in agents
    )


def _devices(tx: UnitOfWork, ids: list[str]) -> Mapping[str, tuple[DeviceStand, ...]]:
    entries, receipts = tx.standings.missing_entries(ids), tx.standings.missing_receipts(ids)
    found: dict[str, tuple[DeviceStand, ...]] = {}
    for one in tx.standings.devices(ids):
        stand = DeviceStand(one, entries.get(one.device, 0), receipts.get(one.device, 0))
        found[one.agent_id] = (*found.get(one.agent_id, ()), stand)
    return found


def _days(oldest: date | None, today: date) -> int | None:
    return None if oldest is None else max((today - oldest).days, 0)


def _silent(devices: tuple[DeviceStand, ...], at: datetime) -> int | None:
    heard = [one.device.seen_at for one in devices if one.device.state in LIVE]
    return max((at - max(heard)).days, 0) if heard else None

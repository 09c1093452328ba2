"""Finds what is unusual in some days of a branch: what was kept about entries, and what only whole days show."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from sync.protocol.kinds import EntryKind
from sync.rules.branch_settings import BranchSettings
from sync.rules.reference import Reference
from sync.server.clock import Clock
from sync.server.domain.checks.days import (
    CashHeld,
    Missing,
    Written,
    check_cash,
    check_gaps,
    check_pace,
    check_voids,
)
from sync.server.domain.checks.finding import Check, Finding
from sync.server.domain.checks.photos import UnseenPhoto, check_missing, overdue
from sync.server.services.accounts import SignedIn
from sync.server.services.branch_references import BranchReferences
from sync.server.services.gaps import ChainGap, gaps_of
from sync.server.services.replaced_cards import replaced_cards
from sync.server.storage.blob_records import BlobRecord
from sync.server.storage.check_records import DatedEntry, StoredFinding
from sync.server.storage.records import Agent, Device
from sync.server.storage.store import Store, UnitOfWork

DAYS = 7
"""So many days are looked at unless others are asked for."""
MOST_DAYS = 92
MOST_FINDINGS = 2_000
_MOST_ROWS = 50_000
_MOST_PHOTOS = 50_000
_WESTERN = timedelta(hours=7)


@dataclass(frozen=True, slots=True)
class FoundDays:
    """What was found in some days, newest day first, with the agents by id. `cut`: there is more."""

    since: date
    until: date
    findings: tuple[Finding, ...]
    agents: Mapping[str, Agent]
    cut: bool


class BranchFindings:
    """Reads of the person's own branch; an auditor without a branch reads all branches."""

    def __init__(self, store: Store, clock: Clock, reference: Callable[[], Reference]) -> None:
        self._store = store
        self._clock = clock
        self._references = BranchReferences(reference)

    def found(self, person: SignedIn, since: date | None = None, until: date | None = None) -> FoundDays:
        """Findings of some local days, both included; the last week unless asked, at most three months back from `until`."""
        now = self._clock.now()
        until = until or (now + _WESTERN).date()
        since = max(since or until - timedelta(days=DAYS - 1), until - timedelta(days=MOST_DAYS - 1))
        with self._store.reading() as tx:
            agents = {agent.agent_id: agent for agent in tx.organisation.agents(person.branch_id)}
            branches = sorted({agent.branch_id for agent in agents.values()})
            found: list[Finding] = []
            for branch_id in branches:
                settings = self._references.in_force(tx, branch_id, now).settings
                own = {agent.agent_id: agent for agent in agents.values() if agent.branch_id == branch_id}
                kept = tx.checks.found(branch_id, since, until, MOST_FINDINGS + 1)
                found += map(_kept, kept)
                found += _of_days(tx, branch_id, own, settings, (since, until))
                found += _standing(tx, own, settings, now, (since, until))
        found.sort(
            key=lambda one: (-one.on.toordinal(), agents[one.agent_id].number, one.check, one.subject or "")
        )
        cut = len(found) > MOST_FINDINGS
        return FoundDays(since, until, tuple(found[:MOST_FINDINGS]), agents, cut)


def _of_days(
    tx: UnitOfWork,
    branch_id: str,
    agents: Mapping[str, Agent],
    settings: BranchSettings,
    days: tuple[date, date],
) -> list[Finding]:
    """What the days of a branch's agents show: their pace, and their voids."""
    limits = settings.checks
    enrolled = tx.checks.written(branch_id, EntryKind.ENROLMENT.value, *days, _MOST_ROWS)
    voids = tx.checks.written(branch_id, EntryKind.VOID_REQUEST.value, *days, _MOST_ROWS)
    receipts = tuple(tx.checks.receipts(list(agents), *days).items())
    return [
        *check_pace(map(_written, enrolled), limits.enrolled_per_hour),
        *check_voids(map(_written, voids), receipts, limits),
    ]


def _standing(
    tx: UnitOfWork,
    agents: Mapping[str, Agent],
    settings: BranchSettings,
    now: datetime,
    days: tuple[date, date],
) -> list[Finding]:
    """What stands open: old cash in hand, entries and pictures that never came. The day that began it may be long ago."""
    today = (now + _WESTERN).date()
    devices = tx.standings.devices(agents)
    allowed = settings.undeposited_red_days
    held = tx.checks.held(list(agents), today - timedelta(days=allowed), _MOST_ROWS)
    cash = [CashHeld(one.agent_id, one.entry_id, one.taken_on) for one in held]
    gaps = gaps_of(tx, [device.device for device in devices])
    missing = [one for device in devices for one in _missing(device, gaps.get(device.device, ()))]
    late = [one for one in _unseen(tx, devices) if overdue(one, now, settings.checks.photo_days)]
    found = (
        *check_cash(cash, today, allowed),
        *check_gaps(missing, today, settings.checks.missing_days),
        *check_missing(_needed(tx, late), now),
    )
    return [one for one in found if one.on <= days[1]]


def _kept(stored: StoredFinding) -> Finding:
    return Finding(
        Check(stored.check_code),
        stored.agent_id,
        stored.found_on,
        stored.entry_id,
        tuple(json.loads(stored.evidence)),
        stored.measure,
    )


def _written(one: DatedEntry) -> Written:
    return Written(one.agent_id, one.entry_id, one.recorded_at, one.recorded_on)


def _missing(device: Device, gaps: Iterable[ChainGap]) -> list[Missing]:
    """The holes in the chains of a laptop, a day's together."""
    counts: dict[date, int] = {}
    for gap in gaps:
        since_on = (gap.since + _WESTERN).date()
        counts[since_on] = counts.get(since_on, 0) + gap.last_seq - gap.first_seq + 1
    return [Missing(device.agent_id, count, since_on) for since_on, count in counts.items()]


def _unseen(tx: UnitOfWork, devices: Iterable[Device]) -> list[UnseenPhoto]:
    """The pictures that laptops named and that are not whole here, in the order of the laptops."""
    blobs: dict[str, dict[str, BlobRecord]] = {device.device: {} for device in devices}
    for missing in tx.standings.missing_photos(blobs):
        blobs[missing.device][missing.sha256] = missing
    used: dict[str, list[UnseenPhoto]] = {device: [] for device in blobs}
    for use in tx.checks.uses({name for own in blobs.values() for name in own}, _MOST_PHOTOS):
        blob = blobs.get(use.device, {}).get(use.sha256)
        if blob is not None:
            used[use.device].append(UnseenPhoto(use, blob.wanted_at, blob.lost is not None))
    return [one for own in used.values() for one in own]


def _needed(tx: UnitOfWork, late: list[UnseenPhoto]) -> list[UnseenPhoto]:
    """Those among them that no correction put another picture in the place of."""
    replaced = replaced_cards(tx, {one.use.owner for one in late})
    return [one for one in late if one.use.sha256 not in replaced.get(one.use.owner, ())]

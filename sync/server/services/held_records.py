"""Of whom a laptop held data, and what of it may never have arrived: what a notice of its loss has to name."""

from __future__ import annotations

import json
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta

from sync.protocol.bodies.contribution import ContributionPersonal
from sync.protocol.canonical import JsonValue
from sync.protocol.entry import DecodedEntry
from sync.protocol.feed import WorkerPayload
from sync.protocol.lost_laptop import MOST_PEOPLE, HeldChain, HeldPerson, LaptopRecords
from sync.rules.breach import notice_due
from sync.rules.nik import mask_nik
from sync.server.clock import Clock
from sync.server.domain.held_data import CARD, HeldData, held_data
from sync.server.domain.histories import EnrolmentHistory
from sync.server.refusals import Refusal
from sync.server.services.auditing import audit
from sync.server.services.gaps import chain_gaps
from sync.server.services.hello import SEEN_EVERY
from sync.server.services.intake_reading import read_histories
from sync.server.services.record_forms import readable
from sync.server.storage.records import Device, EntryRecord
from sync.server.storage.store import Store, UnitOfWork

_ORDER = list(HeldData)


@dataclass(frozen=True, slots=True)
class _Who:
    """A person as far as one source names it."""

    name: str = ""
    nik: str = ""
    phone: str = ""


class HeldRecords:
    """Of one branch where `branch_id` is given. `pulling`: how long after a hello a laptop may still fetch rows."""

    def __init__(self, store: Store, clock: Clock, pulling: timedelta) -> None:
        self._store = store
        self._clock = clock
        self._reach = pulling + SEEN_EVERY

    def page(self, device: str, actor: str, branch_id: str | None, after: str = "") -> LaptopRecords:
        """The people above a worker id, at most `MOST_PEOPLE`; the audit trail names them before they go out.

        They are those of whom the laptop wrote, for whom it took money, and whose cards the branch gave it. Drafts,
        and what an agent keeps there alone, are nowhere else. Refusal: `laptop_unknown`.
        """
        at = self._clock.now()
        with self._store.transaction() as tx:
            found = tx.devices.device(device)
            agent = None if found is None else tx.organisation.agent(found.agent_id)
            if found is None or agent is None or branch_id not in (None, agent.branch_id):
                raise Refusal("laptop_unknown")
            chains, newest = _chains(tx, found)
            given = _given(tx, found, max(found.seen_at + self._reach, newest or found.seen_at))
            everybody = sorted(tx.entries.workers_on(device) | given.keys())
            above = [one for one in everybody if one > after]
            page = above[:MOST_PEOPLE]
            people = _people(tx, device, page, given)
            named: list[JsonValue] = [one.worker_id for one in people]
            audit(tx, at, actor, "laptop_records_seen", device, workers=named)
        return LaptopRecords(
            device=device,
            agent_number=agent.number,
            agent_name=agent.name,
            state=found.state,
            seen_at=found.seen_at,
            lost_at=found.lost_at,
            notice_due=None if found.lost_at is None else notice_due(found.lost_at),
            chains=chains,
            people=people,
            total=len(everybody),
            after=page[-1] if len(above) > len(page) else None,
        )


def _chains(tx: UnitOfWork, device: Device) -> tuple[tuple[HeldChain, ...], datetime | None]:
    """The chains by epoch, and when the newest entry at the end of one arrived."""
    missing: dict[int, int] = {}
    for gap in chain_gaps(tx, device.device):
        missing[gap.epoch] = missing.get(gap.epoch, 0) + gap.last_seq - gap.first_seq + 1
    told = {one.epoch: one.seq for one in tx.devices.heard(device.device)}
    ends: dict[int, tuple[int, datetime | None]] = {}
    for row in tx.devices.epochs(device.device):
        high = max(row.high_seq, row.contiguous_seq)
        told[row.epoch] = max(told.get(row.epoch, 0), row.reported_seq, high)
        at_end = tx.entries.at_places(device.device, row.epoch, (high,)) if high else ()
        ends[row.epoch] = (high, max((one.received_at for one in at_end), default=None))
    chains = tuple(
        HeldChain(
            epoch=epoch,
            received=ends.get(epoch, (0, None))[0],
            received_at=ends.get(epoch, (0, None))[1],
            told=told[epoch],
            missing=missing.get(epoch, 0),
        )
        for epoch in sorted(told)
    )
    return chains, max((at for _, at in ends.values() if at is not None), default=None)


def _given(tx: UnitOfWork, device: Device, until: datetime) -> Mapping[str, WorkerPayload]:
    """The cards that the branch gave the laptop's agent up to an instant, the newest of each worker."""
    rows = tx.feed.of_kind(device.agent_id, "worker")
    cards = [WorkerPayload.model_validate(json.loads(row.payload)) for row in rows if row.at <= until]
    return {card.worker_id: card for card in cards}


def _people(
    tx: UnitOfWork, device: str, workers: Collection[str], given: Mapping[str, WorkerPayload]
) -> tuple[HeldPerson, ...]:
    pairs = tx.entries.hashes_about(device, workers)
    stored = {one.record.hash: one for one in tx.entries.stored(device, {digest for _, digest in pairs})}
    decoded = {one.hash: one for one in readable(stored.values())}
    histories = {one.worker_id: one for one in read_histories(tx, workers).values()}
    hashes: dict[str, list[str]] = {}
    for worker_id, digest in pairs:
        hashes.setdefault(worker_id, []).append(digest)
    return tuple(
        _person(
            worker_id,
            [stored[digest].record for digest in hashes.get(worker_id, ())],
            [decoded[digest] for digest in hashes.get(worker_id, ()) if digest in decoded],
            histories.get(worker_id),
            given.get(worker_id),
        )
        for worker_id in workers
    )


def _person(
    worker_id: str,
    records: Iterable[EntryRecord],
    entries: Collection[DecodedEntry],
    history: EnrolmentHistory | None,
    card: WorkerPayload | None,
) -> HeldPerson:
    data = {kind for entry in entries for kind in held_data(entry)}
    if card is not None:
        data |= CARD
    standing = (one for one in records if not one.aside)
    newest = max(standing, key=lambda one: (one.epoch, one.seq), default=None)
    who = _who(worker_id, entries, history, card)
    return HeldPerson(
        worker_id=worker_id,
        name=who.name,
        nik=mask_nik(who.nik) if who.nik else "",
        phone=who.phone,
        data=tuple(kind.value for kind in sorted(data, key=_ORDER.index)),
        epoch=None if newest is None else newest.epoch,
        seq=None if newest is None else newest.seq,
        received_at=None if newest is None else newest.received_at,
    )


def _who(
    worker_id: str,
    entries: Iterable[DecodedEntry],
    history: EnrolmentHistory | None,
    card: WorkerPayload | None,
) -> _Who:
    """By the enrolment with its corrections and changes, else the card, else by how a payment named the payer."""
    if history is not None and not history.purged:
        form = history.form
        for version in history.versions:
            form = version.applied(form)
        return _Who(form.name, form.nik, form.phone)
    if card is not None:
        return _Who(card.name, card.nik, card.phone or "")
    for entry in entries:
        if isinstance(entry.personal, ContributionPersonal):
            for named in entry.personal.workers:
                if named.worker_id == worker_id:
                    return _Who(named.name, named.nik)
    return _Who()

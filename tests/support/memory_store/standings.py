"""Standings of many agents in memory."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Mapping
from datetime import date

from sync.server.storage.blob_records import BlobRecord
from sync.server.storage.chain_records import HeardMark
from sync.server.storage.records import Device, DeviceCode, DeviceEpoch
from sync.server.storage.standing_records import DecidedCount, WorkCount
from tests.support.memory_store.tables import Tables

DECIDED = ("approved", "refused", "returned", "duplicate")
GONE = ("voided", "refunded")


class MemoryStandings:
    """Fulfils `StandingPort`."""

    def __init__(self, tables: Tables) -> None:
        self._tables = tables

    def work(self, agent_ids: Collection[str], week: date, month: date) -> Mapping[str, WorkCount]:
        counts: dict[str, list[int]] = {}
        for one in self._tables.entries:
            if one.agent_id not in agent_ids or one.aside or one.recorded_on < month:
                continue
            recent, enrolment = one.recorded_on >= week, one.kind == "enrolment"
            added = (recent, True, recent and enrolment, enrolment)
            before = counts.get(one.agent_id, [0, 0, 0, 0])
            counts[one.agent_id] = [count + more for count, more in zip(before, added, strict=True)]
        return {agent_id: WorkCount(*found) for agent_id, found in counts.items()}

    def decided(self, branch_ids: Collection[str], since: date) -> Mapping[str, DecidedCount]:
        states: dict[str, set[str]] = {}
        for move in self._tables.moves:
            if move.account_id is not None and move.to_state in DECIDED:
                states.setdefault(move.entry_id, set()).add(move.to_state)
        counts: dict[str, DecidedCount] = {}
        for one in self._tables.reviews:
            if one.branch_id in branch_ids and one.recorded_on >= since and one.entry_id in states:
                before = counts.get(one.agent_id, DecidedCount(0, 0))
                back = "returned" in states[one.entry_id]
                counts[one.agent_id] = DecidedCount(before.decided + 1, before.returned + back)
        return counts

    def cash(self, agent_ids: Collection[str]) -> Mapping[str, Mapping[str, int]]:
        sums: dict[str, dict[str, int]] = {}
        for one in self._tables.movements:
            if one.agent_id in agent_ids:
                own = sums.setdefault(one.agent_id, {})
                own[one.sort] = own.get(one.sort, 0) + one.amount
        return sums

    def oldest_in_hand(self, agent_ids: Collection[str]) -> Mapping[str, date]:
        oldest: dict[str, date] = {}
        for one in self._tables.receipts:
            stands = one.genuine and one.state not in GONE and one.total > 0
            if stands and one.deposit == "in_hand" and one.agent_id in agent_ids:
                oldest[one.agent_id] = min(oldest.get(one.agent_id, one.taken_on), one.taken_on)
        return oldest

    def devices(self, agent_ids: Collection[str]) -> tuple[Device, ...]:
        found = [one for one in self._tables.devices if one.agent_id in agent_ids]
        return tuple(sorted(found, key=lambda one: (one.agent_id, one.enrolled_at, one.device)))

    def missing_entries(self, agent_ids: Collection[str]) -> Mapping[str, int]:
        own = {one.device for one in self.devices(agent_ids)}
        known = {(one.device, one.epoch): one for one in self._tables.epochs if one.device in own}
        missing: Counter[str] = Counter()
        for chain in known.values():
            reach = max(chain.high_seq, chain.reported_seq, chain.contiguous_seq)
            missing[chain.device] += reach - chain.contiguous_seq
        for one in self._tables.entries:
            found = known.get((one.device, one.epoch))
            if found is not None and not one.aside and one.seq > found.contiguous_seq:
                missing[one.device] -= 1
        for mark in self._tables.heard:
            if mark.device in own and (mark.device, mark.epoch) not in known:
                missing[mark.device] += mark.seq
        return dict(+missing)

    def missing_receipts(self, agent_ids: Collection[str]) -> Mapping[str, int]:
        own = {one.device for one in self.devices(agent_ids)}
        counters: dict[tuple[str, int], set[int]] = {}
        for one in self._tables.receipts:
            if one.genuine and one.device in own:
                counters.setdefault((one.device, one.epoch), set()).add(one.counter)
        missing: Counter[str] = Counter()
        for (device, _), taken in counters.items():
            missing[device] += max(taken) - len(taken)
        return dict(+missing)

    def codes(self, agent_ids: Collection[str]) -> tuple[DeviceCode, ...]:
        found = [one for one in self._tables.codes if one.agent_id in agent_ids]
        return tuple(sorted(found, key=lambda one: one.issued_at))

    def chains(self, devices: Collection[str]) -> tuple[DeviceEpoch, ...]:
        found = [one for one in self._tables.epochs if one.device in devices]
        return tuple(sorted(found, key=lambda one: (one.device, one.epoch)))

    def heard(self, devices: Collection[str]) -> tuple[HeardMark, ...]:
        found = [one for one in self._tables.heard if one.device in devices]
        return tuple(sorted(found, key=lambda one: (one.device, one.epoch)))

    def above_holes(self, devices: Collection[str]) -> frozenset[tuple[str, int]]:
        reach = {(one.device, one.epoch): one.contiguous_seq for one in self.chains(devices)}
        places = (((one.device, one.epoch), one.seq) for one in self._tables.entries)
        return frozenset(chain for chain, seq in places if chain in reach and seq > reach[chain])

    def missing_photos(self, devices: Collection[str]) -> tuple[BlobRecord, ...]:
        found = [
            one
            for one in self._tables.blobs
            if one.device in devices and one.complete_at is None and one.purged_at is None
        ]
        return tuple(sorted(found, key=lambda one: (one.device, one.wanted_at, one.sha256)))

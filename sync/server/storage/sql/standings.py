"""Standings of many agents in SQL: no statement is run once per agent."""

from collections.abc import Collection, Mapping
from datetime import date

from sqlalchemy import ColumnElement, Connection, Select, and_, case, func, or_, select

from sync.server.storage.blob_records import BlobRecord
from sync.server.storage.chain_records import HeardMark
from sync.server.storage.records import Device, DeviceCode, DeviceEpoch
from sync.server.storage.sql.blobs import MISSING
from sync.server.storage.sql.many import columns_of, within
from sync.server.storage.standing_records import DecidedCount, WorkCount
from sync.server.storage.tables import (
    AgentCashRow,
    BlobRow,
    DeviceCodeRow,
    DeviceEpochRow,
    DeviceRow,
    EntryRow,
    HeardMarkRow,
    ReceiptReachRow,
    ReceiptRow,
    ReviewMoveRow,
    ReviewRow,
    table_of,
)

CASH, RECEIPT, ENTRY = table_of(AgentCashRow), table_of(ReceiptRow), table_of(EntryRow)
REACH = table_of(ReceiptReachRow)
DEVICE, EPOCH, HEARD = table_of(DeviceRow), table_of(DeviceEpochRow), table_of(HeardMarkRow)
REVIEW, MOVE = table_of(ReviewRow), table_of(ReviewMoveRow)
BLOB, CODE = table_of(BlobRow), table_of(DeviceCodeRow)
DECIDED = ("approved", "refused", "returned", "duplicate")
"""What a person decides a record to be."""
STANDING = (*DECIDED, "registered", "received", "flagged", "in_review")
"""Where a record that was decided once may stand: named, so that the queue's index bounds the days."""
GONE = ("voided", "refunded")
_ABOVE = and_(
    ENTRY.c.device == EPOCH.c.device,
    ENTRY.c.epoch == EPOCH.c.epoch,
    ENTRY.c.seq > EPOCH.c.contiguous_seq,
    ~ENTRY.c.aside,
)
"""Entries of a chain that arrived above a hole."""


class SqlStandings:
    """Fulfils `StandingPort`."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def work(self, agent_ids: Collection[str], week: date, month: date) -> Mapping[str, WorkCount]:
        recent, enrolment = ENTRY.c.recorded_on >= week, ENTRY.c.kind == "enrolment"
        query = (
            select(
                ENTRY.c.agent_id,
                _counted(recent),
                func.count(),
                _counted(and_(recent, enrolment)),
                _counted(enrolment),
            )
            .where(
                within(ENTRY.c.agent_id, agent_ids, self._connection),
                ENTRY.c.recorded_on >= month,
                ~ENTRY.c.aside,
            )
            .group_by(ENTRY.c.agent_id)
        )
        return {row[0]: WorkCount(*map(int, row[1:])) for row in self._connection.execute(query)}

    def decided(self, branch_ids: Collection[str], since: date) -> Mapping[str, DecidedCount]:
        returned = case((MOVE.c.to_state == "returned", REVIEW.c.entry_id))
        query = (
            select(
                REVIEW.c.agent_id, func.count(REVIEW.c.entry_id.distinct()), func.count(returned.distinct())
            )
            .join(MOVE, MOVE.c.entry_id == REVIEW.c.entry_id)
            .where(
                within(REVIEW.c.branch_id, branch_ids, self._connection),
                REVIEW.c.state.in_(STANDING),
                REVIEW.c.recorded_on >= since,
                MOVE.c.account_id.is_not(None),
                MOVE.c.to_state.in_(DECIDED),
            )
            .group_by(REVIEW.c.agent_id)
        )
        return {row[0]: DecidedCount(int(row[1]), int(row[2])) for row in self._connection.execute(query)}

    def cash(self, agent_ids: Collection[str]) -> Mapping[str, Mapping[str, int]]:
        query = select(CASH.c.agent_id, CASH.c.sort, CASH.c.amount).where(
            within(CASH.c.agent_id, agent_ids, self._connection)
        )
        sums: dict[str, dict[str, int]] = {}
        for agent_id, sort, amount in self._connection.execute(query):
            sums.setdefault(agent_id, {})[sort] = int(amount)
        return sums

    def oldest_in_hand(self, agent_ids: Collection[str]) -> Mapping[str, date]:
        query = (
            select(RECEIPT.c.agent_id, func.min(RECEIPT.c.taken_on))
            .where(
                within(RECEIPT.c.agent_id, agent_ids, self._connection),
                RECEIPT.c.deposit == "in_hand",
                RECEIPT.c.genuine,
                RECEIPT.c.state.not_in(GONE),
                RECEIPT.c.total > 0,
            )
            .group_by(RECEIPT.c.agent_id)
        )
        return {row[0]: row[1] for row in self._connection.execute(query)}

    def devices(self, agent_ids: Collection[str]) -> tuple[Device, ...]:
        query = (
            select(*columns_of(DEVICE, Device))
            .where(within(DEVICE.c.agent_id, agent_ids, self._connection))
            .order_by(DEVICE.c.agent_id, DEVICE.c.enrolled_at, DEVICE.c.device)
        )
        return tuple(Device(*row) for row in self._connection.execute(query))

    def missing_entries(self, agent_ids: Collection[str]) -> Mapping[str, int]:
        chains = DEVICE.join(EPOCH, EPOCH.c.device == DEVICE.c.device)
        incomplete = and_(
            within(DEVICE.c.agent_id, agent_ids, self._connection),
            or_(EPOCH.c.high_seq > EPOCH.c.contiguous_seq, EPOCH.c.reported_seq > EPOCH.c.contiguous_seq),
        )
        marks = select(EPOCH.c.device, EPOCH.c.contiguous_seq, EPOCH.c.high_seq, EPOCH.c.reported_seq)
        missing: dict[str, int] = {}
        for device, contiguous, high, reported in self._connection.execute(
            marks.select_from(chains).where(incomplete)
        ):
            missing[device] = missing.get(device, 0) + max(high, reported) - contiguous
        arrived = (
            select(EPOCH.c.device, func.count())
            .select_from(chains.join(ENTRY, _ABOVE))
            .where(incomplete)
            .group_by(EPOCH.c.device)
        )
        for device, count in self._connection.execute(arrived):
            missing[device] -= int(count)
        for device, count in self._connection.execute(self._untold(agent_ids)):
            missing[device] = missing.get(device, 0) + int(count)
        return {device: count for device, count in missing.items() if count > 0}

    def missing_receipts(self, agent_ids: Collection[str]) -> Mapping[str, int]:
        query = (
            select(REACH.c.device, func.sum(REACH.c.highest - REACH.c.genuine))
            .join(DEVICE, DEVICE.c.device == REACH.c.device)
            .where(within(DEVICE.c.agent_id, agent_ids, self._connection), REACH.c.highest > REACH.c.genuine)
            .group_by(REACH.c.device)
        )
        return {row[0]: int(row[1]) for row in self._connection.execute(query)}

    def codes(self, agent_ids: Collection[str]) -> tuple[DeviceCode, ...]:
        query = select(*columns_of(CODE, DeviceCode)).where(
            within(CODE.c.agent_id, agent_ids, self._connection)
        )
        return tuple(DeviceCode(*row) for row in self._connection.execute(query.order_by(CODE.c.issued_at)))

    def chains(self, devices: Collection[str]) -> tuple[DeviceEpoch, ...]:
        query = select(*columns_of(EPOCH, DeviceEpoch)).where(
            within(EPOCH.c.device, devices, self._connection)
        )
        ordered = query.order_by(EPOCH.c.device, EPOCH.c.epoch)
        return tuple(DeviceEpoch(*row) for row in self._connection.execute(ordered))

    def heard(self, devices: Collection[str]) -> tuple[HeardMark, ...]:
        query = select(*columns_of(HEARD, HeardMark)).where(within(HEARD.c.device, devices, self._connection))
        ordered = query.order_by(HEARD.c.device, HEARD.c.epoch)
        return tuple(HeardMark(*row) for row in self._connection.execute(ordered))

    def above_holes(self, devices: Collection[str]) -> frozenset[tuple[str, int]]:
        above = (
            ENTRY.c.device == EPOCH.c.device,
            ENTRY.c.epoch == EPOCH.c.epoch,
            ENTRY.c.seq > EPOCH.c.contiguous_seq,
        )
        query = select(EPOCH.c.device, EPOCH.c.epoch).where(
            within(EPOCH.c.device, devices, self._connection), select(ENTRY.c.seq).where(*above).exists()
        )
        return frozenset((row[0], row[1]) for row in self._connection.execute(query))

    def missing_photos(self, devices: Collection[str]) -> tuple[BlobRecord, ...]:
        query = (
            select(*columns_of(BLOB, BlobRecord))
            .where(within(BLOB.c.device, devices, self._connection), *MISSING)
            .order_by(BLOB.c.device, BLOB.c.wanted_at, BLOB.c.sha256)
        )
        return tuple(BlobRecord(*row) for row in self._connection.execute(query))

    def _untold(self, agent_ids: Collection[str]) -> Select[str, int]:
        """Entries of chains that a store told of and the server does not know, by device."""
        return (
            select(HEARD.c.device, func.sum(HEARD.c.seq))
            .join(DEVICE, DEVICE.c.device == HEARD.c.device)
            .outerjoin(EPOCH, and_(EPOCH.c.device == HEARD.c.device, EPOCH.c.epoch == HEARD.c.epoch))
            .where(within(DEVICE.c.agent_id, agent_ids, self._connection), EPOCH.c.device.is_(None))
            .group_by(HEARD.c.device)
        )


def _counted(condition: ColumnElement[bool]) -> ColumnElement[int]:
    return func.count(case((condition, 1)))

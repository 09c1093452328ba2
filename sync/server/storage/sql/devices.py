"""Devices, one-time codes and chains in SQL."""

from collections.abc import Iterable
from datetime import datetime

from sqlalchemy import Connection, delete, func, insert, literal, select, update

from sync.server.storage.access_records import WipeApproval
from sync.server.storage.chain_records import HeardMark
from sync.server.storage.records import Device, DeviceCode, DeviceEpoch
from sync.server.storage.sql.many import add_all, add_missing, columns_of, fields_of, values_of
from sync.server.storage.tables import (
    DeviceCodeRow,
    DeviceEpochRow,
    DeviceRow,
    HeardMarkRow,
    WipeApprovalRow,
    table_of,
)

CODE, DEVICE, EPOCH = table_of(DeviceCodeRow), table_of(DeviceRow), table_of(DeviceEpochRow)
APPROVAL, HEARD = table_of(WipeApprovalRow), table_of(HeardMarkRow)

REVOKED = ("revoked_drain", "wiped")


class SqlDevices:
    """Fulfils `DevicePort`."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def add_code(self, code: DeviceCode) -> None:
        self._connection.execute(insert(CODE).values(values_of(code)))

    def code(self, secret_hash: str) -> DeviceCode | None:
        query = select(*columns_of(CODE, DeviceCode)).where(CODE.c.secret_hash == secret_hash)
        row = self._connection.execute(query).one_or_none()
        return DeviceCode(*row) if row else None

    def codes(self, agent_id: str) -> tuple[DeviceCode, ...]:
        query = (
            select(*columns_of(CODE, DeviceCode))
            .where(CODE.c.agent_id == agent_id)
            .order_by(CODE.c.issued_at)
        )
        return tuple(DeviceCode(*row) for row in self._connection.execute(query))

    def use_code(self, secret_hash: str, device: str, at: datetime) -> bool:
        spent = self._connection.execute(
            update(CODE)
            .where(CODE.c.secret_hash == secret_hash, CODE.c.used_at.is_(None), CODE.c.expires_at > at)
            .values(used_at=at, used_by_device=device)
        )
        return spent.rowcount == 1

    def add_device(self, device: Device) -> None:
        add_all(self._connection, DEVICE, [device])

    def device(self, device: str) -> Device | None:
        query = select(*columns_of(DEVICE, Device)).where(DEVICE.c.device == device)
        row = self._connection.execute(query).one_or_none()
        return Device(*row) if row else None

    def keyed(self, public_key: bytes) -> Device | None:
        query = select(*columns_of(DEVICE, Device)).where(DEVICE.c.public_key == public_key)
        row = self._connection.execute(query).one_or_none()
        return Device(*row) if row else None

    def devices(self) -> tuple[Device, ...]:
        query = select(*columns_of(DEVICE, Device)).order_by(DEVICE.c.device)
        return tuple(Device(*row) for row in self._connection.execute(query))

    def set_state(self, device: str, state: str, at: datetime) -> None:
        first = literal(at, DEVICE.c.revoked_at.type)
        revoked_at = func.coalesce(DEVICE.c.revoked_at, first) if state in REVOKED else None
        self._connection.execute(
            update(DEVICE).where(DEVICE.c.device == device).values(state=state, revoked_at=revoked_at)
        )

    def seen(self, device: str, at: datetime) -> None:
        self._connection.execute(update(DEVICE).where(DEVICE.c.device == device).values(seen_at=at))

    def verified(self, device: str, at: datetime) -> None:
        self._connection.execute(update(DEVICE).where(DEVICE.c.device == device).values(verified_at=at))

    def ask_wipe(self, device: str, at: datetime | None) -> None:
        self._connection.execute(delete(APPROVAL).where(APPROVAL.c.device == device))
        self._connection.execute(update(DEVICE).where(DEVICE.c.device == device).values(wipe_asked_at=at))

    def report_lost(self, device: str, at: datetime | None) -> None:
        self._connection.execute(update(DEVICE).where(DEVICE.c.device == device).values(lost_at=at))

    def approve_wipe(self, approval: WipeApproval) -> None:
        row = (approval.device, approval.account_id, approval.approved_at)
        add_missing(self._connection, APPROVAL, fields_of(WipeApproval), [row])

    def drop_approvals_of(self, account_id: str) -> int:
        dropping = delete(APPROVAL).where(APPROVAL.c.account_id == account_id)
        return self._connection.execute(dropping).rowcount

    def wipe_approvals(self, device: str) -> tuple[WipeApproval, ...]:
        query = (
            select(*columns_of(APPROVAL, WipeApproval))
            .where(APPROVAL.c.device == device)
            .order_by(APPROVAL.c.approved_at, APPROVAL.c.account_id)
        )
        return tuple(WipeApproval(*row) for row in self._connection.execute(query))

    def epochs(self, device: str) -> tuple[DeviceEpoch, ...]:
        query = (
            select(*columns_of(EPOCH, DeviceEpoch)).where(EPOCH.c.device == device).order_by(EPOCH.c.epoch)
        )
        return tuple(DeviceEpoch(*row) for row in self._connection.execute(query))

    def put_epochs(self, epochs: Iterable[DeviceEpoch]) -> None:
        for epoch in epochs:
            marks = {
                "head_hash": epoch.head_hash,
                "contiguous_seq": epoch.contiguous_seq,
                "high_seq": epoch.high_seq,
                "over_at": epoch.over_at,
                "reported_seq": epoch.reported_seq,
                "reported_at": epoch.reported_at,
            }
            changed = self._connection.execute(
                update(EPOCH)
                .where(EPOCH.c.device == epoch.device, EPOCH.c.epoch == epoch.epoch)
                .values(**marks)
            )
            if changed.rowcount == 0:
                self._connection.execute(insert(EPOCH).values(values_of(epoch)))

    def heard(self, device: str) -> tuple[HeardMark, ...]:
        query = select(*columns_of(HEARD, HeardMark)).where(HEARD.c.device == device).order_by(HEARD.c.epoch)
        return tuple(HeardMark(*row) for row in self._connection.execute(query))

    def hear(self, marks: Iterable[HeardMark]) -> None:
        told = list(marks)
        for mark in told:
            same = (HEARD.c.device == mark.device, HEARD.c.epoch == mark.epoch)
            self._connection.execute(delete(HEARD).where(*same))
        add_all(self._connection, HEARD, told)

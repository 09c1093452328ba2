"""Rows that can be dropped and computed again from the journal and the feed."""

from datetime import date, datetime

from sqlalchemy import Index
from sqlmodel import Field

from perisai_desktop.storage.tables.registry import Instant, Row


class WorkerRow(Row, table=True):
    """A worker's card: of what is personal only what the branch's own card holds as well."""

    __tablename__ = "worker"
    __table_args__ = (Index("ix_worker_listing", "name_key", "id"),)

    id: int = Field(primary_key=True)
    worker_id: str = Field(unique=True)
    name: str = ""
    name_key: str = ""
    nik: str = Field(default="", index=True)
    birth_on: date | None = Field(default=None, index=True)
    phone: str = Field(default="", index=True)
    village: str = ""
    place: str = ""
    occupation: str = ""
    income: int | None = None
    offer: str = ""
    kpj: str | None = None
    first_month: str | None = None
    paid_until: str | None = None
    entry_id: str | None = None
    enrolled_at: datetime | None = Field(default=None, sa_type=Instant)
    card_position: int | None = None


class LedgerRow(Row, table=True):
    """What was paid for one worker, iuran month and programme, on which receipt, in rupiah."""

    __tablename__ = "ledger"
    __table_args__ = (Index("ix_ledger_of_worker", "worker_id", "month"),)

    entry_id: str = Field(primary_key=True)
    worker_id: str = Field(primary_key=True)
    month: str = Field(primary_key=True)
    programme: str = Field(primary_key=True)
    amount: int
    bracket: int
    relief: str | None = None
    tariff: str
    payer: str
    action_id: str
    step: int


class ReceiptRow(Row, table=True):
    """A receipt that was issued, by number; `total` in rupiah."""

    __tablename__ = "receipt"
    __table_args__ = (Index("ix_receipt_action", "action_id", "total"),)

    number: str = Field(primary_key=True)
    entry_id: str = Field(unique=True)
    action_id: str
    worker_id: str | None = Field(default=None, index=True)
    on: date
    total: int
    recorded_at: datetime = Field(sa_type=Instant, index=True)
    voided: str | None = None
    step: int


class CashRow(Row, table=True):
    """One movement of cash and the sort it is of, in rupiah; the sign follows the formula of records."""

    __tablename__ = "cash"

    entry_id: str = Field(primary_key=True)
    sort: str = Field(index=True)
    amount: int
    recorded_at: datetime = Field(sa_type=Instant)


class DueRow(Row, table=True):
    """When a worker's next unpaid iuran month falls due."""

    __tablename__ = "due"
    __table_args__ = (Index("ix_due_listing", "due_on", "worker_id"),)

    worker_id: str = Field(primary_key=True)
    month: str
    due_on: date

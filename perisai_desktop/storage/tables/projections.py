"""Rows that can be dropped and computed again from the journal and the feed."""

from datetime import date, datetime

from sqlalchemy import CheckConstraint, Index, text
from sqlmodel import Field

from perisai_desktop.storage.tables.registry import SMALL_ROWS, Instant, Row


class WorkerRow(Row, table=True):
    """A worker's card: of what is personal only what the branch's own card holds as well.

    `told`: nobody but the agent's own list tells of the worker.
    `nik_mark`: by what the NIK of somebody whose card was purged is told.
    `turned_away`: the branch refused the enrolment, or called it a duplicate; nothing falls due then.
    `payer_step`: the newest contribution of the membership that names who paid for a kelompok.
    """

    __tablename__ = "worker"
    __table_args__ = (
        Index("ix_worker_listing", "name_key", "id", "paid_until"),
        Index("ix_worker_standing", "standing", "name_key", "id"),
        Index("ix_worker_nik_mark", "nik_mark", sqlite_where=text("nik_mark IS NOT NULL")),
        Index("ix_worker_payer_step", "payer_step", sqlite_where=text("payer_step IS NOT NULL")),
    )

    id: int = Field(primary_key=True)
    worker_id: str = Field(unique=True)
    name: str = ""
    name_key: str = ""
    nik: str = Field(default="", index=True)
    birth_on: date | None = Field(default=None, index=True)
    phone: str = Field(default="", index=True)
    village: str = ""
    words: str = ""
    occupation: str = ""
    income: int | None = None
    offer: str = ""
    payer: str = ""
    kpj: str | None = None
    first_month: str | None = None
    paid_until: str | None = None
    card_paid_until: str | None = None
    card_step: int | None = None
    enrolment_id: str | None = None
    enrolment_step: int | None = None
    enrolled_at: datetime | None = Field(default=None, sa_type=Instant)
    standing: str = "settled"
    handed_to: str | None = None
    told: bool = False
    turned_away: str | None = None
    nik_mark: str | None = None
    payer_step: int | None = None


class EnrolmentRow(Row, table=True):
    """An enrolment on the local date it was made; `again`: of somebody whose membership had ended."""

    __tablename__ = "enrolment"
    __table_args__ = (Index("ix_enrolment_on", "on", "again", "offer"), SMALL_ROWS)

    entry_id: str = Field(primary_key=True)
    worker_id: str
    on: date
    offer: str
    again: bool


class LedgerRow(Row, table=True):
    """What was paid for one worker, iuran month and programme, in rupiah; `undone` says why it does not count."""

    __tablename__ = "ledger"
    __table_args__ = (
        Index("ix_ledger_of_worker", "worker_id", "month"),
        Index("ix_ledger_undone_by", "undone_by", sqlite_where=text("undone_by IS NOT NULL")),
        CheckConstraint("amount >= 0", name="rupiah"),
        SMALL_ROWS,
    )

    entry_id: str = Field(primary_key=True)
    line: int = Field(primary_key=True)
    action_id: str
    worker_id: str
    month: str
    programme: str
    amount: int
    bracket: int
    relief: str | None = None
    tariff: str
    payer: str
    step: int
    receipt: str | None = Field(default=None, index=True)
    undone: str | None = None
    undone_by: str | None = None


class ReceiptRow(Row, table=True):
    """A receipt that was issued, by number; `total` in rupiah, `deposited_by` the deposit's entry.

    `copies` is the highest copy number that a reprint was written for.
    """

    __tablename__ = "receipt"
    __table_args__ = (
        Index("ix_receipt_action", "action_id", "total"),
        Index("ix_receipt_on", "on"),
        Index("ix_receipt_in_hand", "recorded_at", sqlite_where=text("deposited_by IS NULL")),
        CheckConstraint("total >= 0", name="rupiah"),
    )

    step: int = Field(primary_key=True)
    entry_id: str = Field(unique=True)
    number: str = Field(index=True)
    action_id: str
    worker_id: str | None = Field(default=None, index=True)
    on: date
    total: int
    recorded_at: datetime = Field(sa_type=Instant)
    deposited_by: str | None = None
    copies: int = Field(default=0, sa_column_kwargs={"server_default": text("0")})


class GrantRow(Row, table=True):
    """A refund that a decision of the branch names: of a whole receipt, of one worker or one contribution on it."""

    __tablename__ = "refund_grant"
    __table_args__ = (Index("ix_refund_grant_entry_id", "entry_id"), SMALL_ROWS)

    decision_id: str = Field(primary_key=True)
    entry_id: str
    receipt: str
    worker_id: str | None = None
    contribution: str | None = None
    refunded_by: str | None = None


class CashRow(Row, table=True):
    """One movement of cash, the sort it is of and the local date it counts from, in rupiah."""

    __tablename__ = "cash"
    __table_args__ = (
        Index("ix_cash_sort", "sort", "on", "amount"),
        Index("ix_cash_on", "on", "entry_id"),
        CheckConstraint("amount >= 0", name="rupiah"),
        SMALL_ROWS,
    )

    entry_id: str = Field(primary_key=True)
    sort: str
    amount: int
    on: date


class CashDayRow(Row, table=True):
    """Rupiah of all movements of one sort on one local date; triggers on `cash` keep it, nothing else writes it."""

    __tablename__ = "cash_day"
    __table_args__ = (SMALL_ROWS,)

    sort: str = Field(primary_key=True)
    on: date = Field(primary_key=True)
    amount: int


class ClosingRow(Row, table=True):
    """A business date that was closed."""

    __tablename__ = "closing"
    __table_args__ = (Index("ix_closing_on", "on"), SMALL_ROWS)

    entry_id: str = Field(primary_key=True)
    on: date


class LifeChangeRow(Row, table=True):
    """What changed in a worker's life from an iuran month on; `ended`: why the membership ends with it."""

    __tablename__ = "life_change"
    __table_args__ = (Index("ix_life_change_worker_id", "worker_id"), SMALL_ROWS)

    entry_id: str = Field(primary_key=True)
    worker_id: str
    step: int
    from_month: str
    income: int | None = None
    offer: str | None = None
    occupation: str | None = None
    ended: str | None = None
    refused: bool = False


class DueRow(Row, table=True):
    """When a worker's next unpaid iuran month falls due."""

    __tablename__ = "due"
    __table_args__ = (Index("ix_due_listing", "due_on", "worker_id"), SMALL_ROWS)

    worker_id: str = Field(primary_key=True)
    month: str
    due_on: date

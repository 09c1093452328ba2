"""The register of workers, the receipts issued, and the ledger: one line per worker, month and programme."""

from datetime import date, datetime

from sqlalchemy import BigInteger, CheckConstraint, Index, LargeBinary, text
from sqlmodel import Field

from sync.server.storage.tables.registry import Instant, ServerRow, one_of

BUCKETS = ("accepted", "under_review", "held", "refunded", "voided")
RECEIPT_STATES = ("issued", "void_requested", "voided", "refunded")
CASH_SORTS = (
    "receipt",
    "void",
    "refund",
    "deposit",
    "opening_float",
    "shortage",
    "surplus",
    "hand_over",
)
DEPOSIT_STATES = ("in_hand", "deposited", "matched")


class WorkerRow(ServerRow, table=True):
    """Who holds a NIK: the first worker enrolled with it, at any device; `village` is where the worker lives."""

    __tablename__ = "worker_register"
    __table_args__ = (
        CheckConstraint("length(nik) = 16", name="nik"),
        Index(
            "uq_worker_register_kpj",
            "kpj",
            unique=True,
            postgresql_where=text("kpj IS NOT NULL"),
            sqlite_where=text("kpj IS NOT NULL"),
        ),
    )

    nik: str = Field(primary_key=True)
    worker_id: str = Field(index=True)
    entry_id: str
    device: str
    agent_id: str
    birth_on: date | None = None
    name_key: str = Field(index=True)
    kpj: str | None = None
    likeness: str | None = None
    born_trace: str | None = Field(default=None, index=True)
    lives_trace: str | None = Field(default=None, index=True)
    phone: str | None = Field(default=None, index=True)
    village: str | None = None
    registered_at: datetime = Field(sa_type=Instant)


class ReceiptRow(ServerRow, table=True):
    """A receipt as issued; a genuine one has its number for itself alone."""

    __tablename__ = "receipt"
    __table_args__ = (
        CheckConstraint("total >= 0", name="total"),
        CheckConstraint("counter >= 1", name="counter"),
        CheckConstraint("taken_on <= issued_on", name="taken_on"),
        Index(
            "uq_receipt_genuine_number",
            "device",
            "epoch",
            "counter",
            unique=True,
            postgresql_where=text("genuine"),
            sqlite_where=text("genuine"),
        ),
        Index(
            "ix_receipt_in_hand",
            "agent_id",
            "taken_on",
            postgresql_where=text("deposit = 'in_hand'"),
            sqlite_where=text("deposit = 'in_hand'"),
        ),
        Index("ix_receipt_number", "number"),
        Index(
            "ix_receipt_unmatched",
            "agent_id",
            postgresql_where=text("deposit = 'deposited'"),
            sqlite_where=text("deposit = 'deposited'"),
        ),
        Index("ix_receipt_entry_id", "entry_id"),
        Index("ix_receipt_agent_id_issued_on", "agent_id", "issued_on"),
        CheckConstraint(one_of("state", RECEIPT_STATES), name="state"),
        CheckConstraint(one_of("deposit", DEPOSIT_STATES), name="deposit"),
    )

    device: str = Field(primary_key=True)
    hash: str = Field(primary_key=True)
    entry_id: str
    action_id: str
    agent_id: str
    number: str
    epoch: int
    counter: int
    issued_on: date
    taken_on: date
    total: int = Field(sa_type=BigInteger)
    signature: bytes = Field(sa_type=LargeBinary)
    genuine: bool
    state: str = "issued"
    deposit: str = "in_hand"
    deposited_by: str | None = None


class LedgerLineRow(ServerRow, table=True):
    """One amount of one receipt: a worker, an iuran month and a programme. Programme `DIFFERENCE` balances a
    receipt whose contributions do not add up to it."""

    __tablename__ = "ledger_line"
    __table_args__ = (
        CheckConstraint(one_of("bucket", BUCKETS), name="bucket"),
        Index("ix_ledger_line_worker_id_month", "worker_id", "month"),
        Index("ix_ledger_line_action_id", "action_id"),
        Index("ix_ledger_line_agent_id_recorded_on", "agent_id", "recorded_on"),
        Index(
            "ix_ledger_line_undone",
            "agent_id",
            "undone_on",
            postgresql_where=text("undone_on IS NOT NULL"),
            sqlite_where=text("undone_on IS NOT NULL"),
        ),
    )

    device: str = Field(primary_key=True)
    hash: str = Field(primary_key=True)
    line: int = Field(primary_key=True)
    entry_id: str
    action_id: str
    agent_id: str
    receipt_number: str | None = None
    worker_id: str | None = None
    month: str
    programme: str
    amount: int = Field(sa_type=BigInteger)
    bracket: int
    relief: str | None = None
    tariff_version: str
    payer: str
    recorded_on: date
    bucket: str
    requested: bool = False
    undone_on: date | None = None


class CashMovementRow(ServerRow, table=True):
    """What one entry did to the cash of its device."""

    __tablename__ = "cash_movement"
    __table_args__ = (
        CheckConstraint(one_of("sort", CASH_SORTS), name="sort"),
        Index("ix_cash_movement_agent_id", "agent_id"),
    )

    device: str = Field(primary_key=True)
    hash: str = Field(primary_key=True)
    agent_id: str
    epoch: int
    seq: int = Field(sa_type=BigInteger)
    sort: str
    amount: int = Field(sa_type=BigInteger)
    moved_on: date
    at: datetime = Field(sa_type=Instant)
    aside: bool


class AgentCashRow(ServerRow, table=True):
    """The sum of all that moved an agent's cash, of one sort: kept beside the movements, which prove it."""

    __tablename__ = "agent_cash"

    agent_id: str = Field(primary_key=True)
    sort: str = Field(primary_key=True)
    amount: int = Field(sa_type=BigInteger)


class ReceiptReachRow(ServerRow, table=True):
    """How many genuine receipts of a chain are here, and the highest of their counters: the receipts prove it."""

    __tablename__ = "receipt_reach"
    __table_args__ = (CheckConstraint("genuine BETWEEN 1 AND highest", name="genuine"),)

    device: str = Field(primary_key=True)
    epoch: int = Field(primary_key=True)
    genuine: int
    highest: int

"""What a branch aims at, and how many workers there are in its regions."""

from datetime import datetime

from sqlalchemy import BigInteger, CheckConstraint
from sqlmodel import Field

from sync.server.storage.tables.registry import Instant, ServerRow, one_of

SUBJECT_KINDS = ("agent", "office", "branch", "region", "district")


class TargetRow(ServerRow, table=True):
    """What is to be reached in each month from `first` on; `subject` is an id or the code of a region."""

    __tablename__ = "target"
    __table_args__ = (
        CheckConstraint(one_of("kind", SUBJECT_KINDS), name="kind"),
        CheckConstraint("enrolled >= 0 AND collected >= 0", name="aim"),
    )

    branch_id: str = Field(primary_key=True, foreign_key="branch.branch_id")
    kind: str = Field(primary_key=True)
    subject: str = Field(primary_key=True)
    first: str = Field(primary_key=True)
    enrolled: int = Field(sa_type=BigInteger)
    collected: int = Field(sa_type=BigInteger)
    set_at: datetime = Field(sa_type=Instant)
    set_by: str


class RegionWorkersRow(ServerRow, table=True):
    """How many workers somebody counted in a regency or district in a year."""

    __tablename__ = "region_workers"
    __table_args__ = (CheckConstraint("workers >= 0", name="workers"),)

    branch_id: str = Field(primary_key=True, foreign_key="branch.branch_id")
    region: str = Field(primary_key=True)
    year: int = Field(primary_key=True)
    workers: int = Field(sa_type=BigInteger)
    source: str
    set_at: datetime = Field(sa_type=Instant)
    set_by: str

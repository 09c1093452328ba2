"""What the checks look things up in, and what they found about entries."""

from datetime import date

from sqlalchemy import BigInteger, Index
from sqlmodel import Field

from sync.server.storage.tables.registry import ServerRow


class PhotoUseRow(ServerRow, table=True):
    """An entry that names a picture, by what the picture is made of."""

    __tablename__ = "photo_use"

    sha256: str = Field(primary_key=True)
    entry_id: str = Field(primary_key=True)
    owner: str
    agent_id: str
    device: str
    used_on: date
    compared: bool


class CheckFindingRow(ServerRow, table=True):
    """One finding about an entry; `evidence` is a JSON list of entry ids."""

    __tablename__ = "check_finding"
    __table_args__ = (Index("ix_check_finding_day", "branch_id", "found_on"),)

    entry_id: str = Field(primary_key=True)
    check_code: str = Field(primary_key=True)
    branch_id: str
    agent_id: str
    found_on: date
    evidence: str
    measure: int = Field(sa_type=BigInteger)

"""What branches publish: versions, their files by digest, and the draft of each branch."""

from datetime import date, datetime

from sqlalchemy import LargeBinary
from sqlmodel import Field

from sync.server.storage.tables.registry import Instant, ServerRow


class ReferenceReleaseRow(ServerRow, table=True):
    """One version that a branch published: its manifest, and the server's signature over it."""

    __tablename__ = "reference_release"

    version: str = Field(primary_key=True)
    branch_id: str = Field(foreign_key="branch.branch_id", index=True)
    before: str | None = None
    in_force_on: date
    published_at: datetime = Field(sa_type=Instant)
    published_by: str
    manifest: bytes = Field(sa_type=LargeBinary)
    signature: bytes = Field(sa_type=LargeBinary)


class ReferenceContentRow(ServerRow, table=True):
    """The bytes of a file; versions that have it in common share it."""

    __tablename__ = "reference_content"

    sha256: str = Field(primary_key=True)
    content: bytes = Field(sa_type=LargeBinary)


class ReleaseFileRow(ServerRow, table=True):
    """A file that a version names."""

    __tablename__ = "reference_release_file"

    version: str = Field(primary_key=True, foreign_key="reference_release.version")
    sha256: str = Field(primary_key=True, foreign_key="reference_content.sha256")


class SettingsDraftRow(ServerRow, table=True):
    """What a branch works on, as JSON."""

    __tablename__ = "settings_draft"

    branch_id: str = Field(primary_key=True, foreign_key="branch.branch_id")
    base: str
    content: str
    edited_by: str
    edited_at: datetime = Field(sa_type=Instant)

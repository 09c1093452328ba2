"""What administrators ask for and are answered: agents with their devices and gaps, the audit trail."""

from datetime import datetime

from pydantic import BaseModel, ConfigDict, Field


class Answer(BaseModel):
    """What is answered is never changed afterwards."""

    model_config = ConfigDict(frozen=True)


class GapLine(Answer):
    """Entries that a device wrote and that have not arrived, both ends included."""

    epoch: int
    first_seq: int
    last_seq: int
    since: datetime = Field(description="When it was first seen that they exist.")
    left: bool = Field(description="No store writes in this epoch any more: only paper may be left of them.")


class LostPhotoLine(Answer):
    """A picture that an entry names and that the device has not got any more."""

    sha256: str
    code: str = Field(description="missing or damaged.")
    since: datetime = Field(description="When the device said so.")


class DeviceLine(Answer):
    """A device of an agent."""

    device: str = Field(description="Device code, five characters.")
    state: str = Field(description="active, paused, revoked_drain or wiped.")
    enrolled_at: datetime
    seen_at: datetime = Field(description="When it last said hello.")
    verified_at: datetime | None = Field(description="When its store last agreed wholly with what is here.")
    wipe_asked_at: datetime | None = Field(description="Since when it is to be wiped.")
    gaps: tuple[GapLine, ...]
    photos_waiting: int = Field(description="Pictures that entries name and that are still to come.")
    photos_lost: tuple[LostPhotoLine, ...]


class AgentLine(Answer):
    """An agent with devices and open one-time codes."""

    number: str
    name: str
    office: str
    branch: str
    state: str = Field(description="active, suspended or left.")
    devices: tuple[DeviceLine, ...]
    open_codes: int = Field(description="One-time codes that were neither used nor have lapsed.")


class AgentList(Answer):
    """`GET /v1/admin/agents`."""

    agents: tuple[AgentLine, ...]


class CodeIssued(Answer):
    """A one-time code, shown once."""

    code: str = Field(description="Four groups of five characters; it enrols one device.")


class AuditLine(Answer):
    """One act."""

    number: int
    at: datetime
    actor: str = Field(description="Account id, or `terminal`.")
    act: str
    subject: str
    detail: str = Field(description="JSON with codes, ids and numbers.")
    prev_hash: str
    hash: str


class AuditTrail(Answer):
    """`GET /v1/admin/audit`."""

    rows: tuple[AuditLine, ...]

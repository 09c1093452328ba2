"""What the server tells a branch of its agents and their devices."""

from __future__ import annotations

from typing import Annotated

from pydantic import Field

from sync.protocol.wire import AnswerModel, Count, Day, Device, Instant, SignedRupiah, StrictModel


class AgentDevice(AnswerModel):
    """A device of an agent; `missing_entries`, `missing_receipts`: what is known to exist and has not arrived."""

    device: Device
    state: Annotated[str, Field(description="active, paused, revoked_drain or wiped.")]
    enrolled_at: Instant
    seen_at: Annotated[Instant, Field(description="When it last said hello.")]
    revoked_at: Annotated[Instant | None, Field(description="Since when its key no longer counts.")] = None
    wipe_asked_at: Instant | None = None
    lost_at: Annotated[Instant | None, Field(description="When the branch was told that it is lost.")] = None
    missing_entries: Count
    missing_receipts: Count


class AgentScore(AnswerModel):
    """The scorecard of one agent (sync/README.md, "Agents and devices")."""

    agent_id: str
    number: str
    name: str
    office: str
    branch: str
    state: Annotated[str, Field(description="active, suspended or left.")]
    week_entries: Count
    month_entries: Count
    week_enrolments: Count
    month_enrolments: Count
    decided: Annotated[Count, Field(description="Records of the last 30 days that a person decided.")]
    returned: Annotated[Count, Field(description="Those of them that were ever sent back.")]
    cash: Annotated[SignedRupiah, Field(description="Cash in hand that no deposit carried away, rupiah.")]
    cash_days: Annotated[
        Count | None, Field(description="Days since the oldest receipt whose cash is in hand; none is.")
    ] = None
    missing_entries: Count
    missing_receipts: Count
    silent_days: Annotated[
        Count | None, Field(description="Whole days since a device last said hello; none is enrolled.")
    ] = None
    devices: tuple[AgentDevice, ...]


class AgentScores(AnswerModel):
    """`GET /v1/review/agents`: by number. `on`: the day from which days are counted back, of Western Indonesia."""

    on: Day
    agents: tuple[AgentScore, ...]


class DeviceStateRequest(StrictModel):
    """`PUT /v1/admin/devices/{device}/state`: active, paused or revoked_drain."""

    state: Annotated[str, Field(pattern=r"^[a-z_]{1,20}$")]


class DeviceStatus(AnswerModel):
    """How a device stands, also after an act on it. `lost_at`: when the branch was told that it is lost."""

    device: Device
    state: Annotated[str, Field(description="active, paused, revoked_drain or wiped.")]
    seen_at: Annotated[Instant, Field(description="When it last said hello.")]
    revoked_at: Instant | None = None
    verified_at: Annotated[
        Instant | None, Field(description="When its store last agreed wholly with what is here.")
    ] = None
    wipe_asked_at: Instant | None = None
    lost_at: Instant | None = None
    notice_due: Annotated[
        Instant | None, Field(description="Until when the people on it are told (UU 27/2022, article 46).")
    ] = None
    approved_by: Annotated[
        tuple[str, ...], Field(description="Names of who approve the wipe whatever is missing.")
    ]
    approved_by_me: bool


class DeviceCodeAnswer(AnswerModel):
    """A one-time code that enrols one device, shown once."""

    code: Annotated[str, Field(repr=False)]

"""Administration of a branch: agents, one-time codes of devices, the audit trail."""

from collections.abc import Callable, Sequence
from datetime import datetime
from typing import Annotated

from fastapi import APIRouter, Depends, Query

from sync.protocol.accounts import AgentMade, AgentRequest
from sync.server.routes.admin_models import (
    AgentLine,
    AgentList,
    AuditLine,
    AuditTrail,
    CodeIssued,
    DeviceLine,
    GapLine,
    LostPhotoLine,
)
from sync.server.routes.callers import Guard
from sync.server.routes.problems import problems
from sync.server.routes.requests import body_of, raw_body, read_model
from sync.server.routes.unkept import unkept
from sync.server.services.accounts import SignedIn
from sync.server.services.auditing import AuditEntry
from sync.server.services.organising import AgentDesk, Organising

_SESSION = ("session_missing", "session_lapsed", "role_not_allowed", "password_must_change")


def admin_router(
    trail: Callable[[SignedIn, int, int], Sequence[AuditEntry]],
    organising: Organising,
    issue_code: Callable[[str, str], str],
    now: Callable[[], datetime],
    guard: Guard,
) -> APIRouter:
    """/v1/admin/*; `trail` reads what a person may of the rows above a number, `issue_code` takes an agent's id and who asks."""
    router = APIRouter(tags=["admin"], dependencies=[Depends(unkept)])

    @router.get("/v1/admin/agents", summary="Agents and their devices", responses=problems(*_SESSION))
    def agents(person: Annotated[SignedIn, Depends(guard)]) -> AgentList:
        """Agents of one's own branch, or of all for roles without a branch, by number."""
        at = now()
        return AgentList(agents=tuple(_line(desk, at) for desk in organising.desks(person.branch_id)))

    @router.post(
        "/v1/admin/agents",
        summary="Add an agent",
        status_code=201,
        responses=problems(*_SESSION, "office_unknown", "agent_exists", "request_invalid"),
        openapi_extra=body_of(
            AgentRequest, {"number": "A-0002", "name": "Agen Contoh", "office": "Kantor Contoh"}
        ),
    )
    def add_agent(
        person: Annotated[SignedIn, Depends(guard)], body: Annotated[bytes, Depends(raw_body)]
    ) -> AgentMade:
        """Make an agent in an office of one's own branch."""
        asked = read_model(AgentRequest, body)
        agent = organising.add_agent(
            asked.name, asked.number, asked.office, person.account_id, person.branch_id
        )
        return AgentMade(agent_id=agent.agent_id)

    @router.post(
        "/v1/admin/agents/{number}/device-codes",
        summary="Issue a one-time code",
        status_code=201,
        responses=problems(*_SESSION, "agent_unknown"),
    )
    def device_code(number: str, person: Annotated[SignedIn, Depends(guard)]) -> CodeIssued:
        """A code that enrols one device of the agent; it carries a fingerprint of the server's key."""
        agent = organising.agent(number, person.branch_id)
        return CodeIssued(code=issue_code(agent.agent_id, person.account_id))

    @router.get(
        "/v1/admin/audit",
        summary="The audit trail",
        responses=problems(*_SESSION),
    )
    def audit_trail(
        person: Annotated[SignedIn, Depends(guard)],
        after: Annotated[int, Query(ge=0, description="Rows above this number.")] = 0,
        limit: Annotated[int, Query(ge=1, le=1000)] = 200,
    ) -> AuditTrail:
        """Acts in order, each with the hash of the one before; an auditor of a branch reads what its accounts and agents
        did."""
        rows = trail(person, after, limit)
        return AuditTrail(
            rows=tuple(
                AuditLine(
                    number=row.number,
                    at=row.at,
                    actor=row.actor,
                    act=row.act,
                    subject=row.subject,
                    detail=row.detail,
                    prev_hash=row.prev_hash,
                    hash=row.hash,
                )
                for row in rows
            )
        )

    return router


def _line(desk: AgentDesk, at: datetime) -> AgentLine:
    return AgentLine(
        number=desk.agent.number,
        name=desk.agent.name,
        office=desk.office.name,
        branch=desk.branch.name,
        state=desk.agent.state,
        devices=tuple(
            DeviceLine(
                device=device.device,
                state=device.state,
                enrolled_at=device.enrolled_at,
                seen_at=device.seen_at,
                verified_at=device.verified_at,
                wipe_asked_at=device.wipe_asked_at,
                gaps=tuple(
                    GapLine(
                        epoch=gap.epoch,
                        first_seq=gap.first_seq,
                        last_seq=gap.last_seq,
                        since=gap.since,
                        left=gap.left,
                    )
                    for gap in desk.gaps
                    if gap.device == device.device
                ),
                photos_waiting=sum(
                    1 for blob in desk.photos if blob.device == device.device and blob.lost is None
                ),
                photos_lost=tuple(
                    LostPhotoLine(sha256=blob.sha256, code=blob.lost, since=blob.lost_at)
                    for blob in desk.photos
                    if blob.device == device.device and blob.lost is not None and blob.lost_at is not None
                ),
            )
            for device in desk.devices
        ),
        open_codes=sum(1 for code in desk.codes if code.used_at is None and code.expires_at > at),
    )

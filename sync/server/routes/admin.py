"""Administration of a branch: agents, one-time codes of devices, accounts, the audit trail."""

from collections.abc import Callable, Sequence
from datetime import datetime
from typing import Annotated

from fastapi import APIRouter, Depends, Query

from sync.server.permissions import Role
from sync.server.refusals import Refusal
from sync.server.routes.admin_models import (
    AccountLine,
    AccountList,
    AccountMade,
    AccountRequest,
    AgentLine,
    AgentList,
    AgentMade,
    AgentRequest,
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
from sync.server.services.accounts import Accounts, NewAccount, SignedIn
from sync.server.services.auditing import AuditEntry
from sync.server.services.organising import AgentDesk, Organising
from sync.server.services.passwords import generated_password

_SESSION = ("session_missing", "session_lapsed", "role_not_allowed", "password_must_change")
_BELOW = frozenset({Role.AGENT, Role.REVIEWER})
"""The roles that a branch administrator may give; the others are given by an operator."""


def admin_router(
    trail: Callable[[SignedIn, int, int], Sequence[AuditEntry]],
    organising: Organising,
    accounts: Accounts,
    issue_code: Callable[[str, str], str],
    now: Callable[[], datetime],
    guard: Guard,
) -> APIRouter:
    """/v1/admin/*; `trail` reads what a person may of the rows above a number, `issue_code` takes an agent's id and who asks."""
    router = APIRouter(tags=["admin"])

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

    @router.get("/v1/admin/accounts", summary="Accounts", responses=problems(*_SESSION))
    def account_list(person: Annotated[SignedIn, Depends(guard)]) -> AccountList:
        """Accounts of one's own branch, or all for roles without a branch, by login."""
        return AccountList(
            accounts=tuple(
                AccountLine(
                    account_id=account.account_id,
                    login=account.login,
                    name=account.name,
                    role=Role(account.role),
                    branch_id=account.branch_id,
                    locked_until=account.locked_until,
                    disabled_at=account.disabled_at,
                )
                for account in accounts.listed(person.branch_id)
            )
        )

    @router.post(
        "/v1/admin/accounts",
        summary="Add an account",
        status_code=201,
        responses=problems(
            *_SESSION, "account_exists", "agent_unknown", "branch_unknown", "role_unsuited", "request_invalid"
        ),
        openapi_extra=body_of(
            AccountRequest, {"login": "penyelia.dua", "name": "Penyelia Contoh", "role": "reviewer"}
        ),
    )
    def add_account(
        person: Annotated[SignedIn, Depends(guard)], body: Annotated[bytes, Depends(raw_body)]
    ) -> AccountMade:
        """Make an account with a generated password. A branch administrator makes agents and reviewers of the
        own branch only; an operator makes every role."""
        asked = read_model(AccountRequest, body)
        if asked.role not in frozenset(Role) or (person.branch_id and Role(asked.role) not in _BELOW):
            raise Refusal("role_unsuited", role=None)
        branch_id = person.branch_id
        if branch_id is None and asked.branch is not None:
            branch_id = organising.branch(asked.branch).branch_id
        agent = None if asked.agent is None else organising.agent(asked.agent, branch_id)
        password = generated_password()
        account_id = accounts.add(
            NewAccount(
                login=asked.login,
                name=asked.name,
                role=Role(asked.role),
                password=password,
                branch_id=branch_id,
                agent_id=None if agent is None else agent.agent_id,
                must_change=True,
            ),
            person.account_id,
        )
        return AccountMade(account_id=account_id, password=password)

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

"""The administrator's routes about workers who pass from one agent to another."""

from typing import Annotated

from fastapi import APIRouter, Depends

from sync.protocol.handovers import HandoverLine, HandoverList, HandoverRequest
from sync.server.routes.callers import Guard
from sync.server.routes.problems import problems
from sync.server.routes.requests import body_of, raw_body, read_model
from sync.server.services.accounts import SignedIn
from sync.server.services.handovers import HandoverDesk, Handovers

_SESSION = ("session_missing", "session_lapsed", "role_not_allowed", "password_must_change")


def handovers_router(handovers: Handovers, guard: Guard) -> APIRouter:
    """/v1/admin/handovers."""
    router = APIRouter(tags=["admin"])

    @router.get("/v1/admin/handovers", summary="Hand-overs of workers", responses=problems(*_SESSION))
    def decided(person: Annotated[SignedIn, Depends(guard)]) -> HandoverList:
        """Decisions of one's own branch, or of all for roles without a branch, and which agents have followed."""
        return HandoverList(handovers=tuple(_line(one) for one in handovers.decided(person.branch_id)))

    @router.post(
        "/v1/admin/handovers",
        summary="Hand workers over",
        status_code=201,
        responses=problems(*_SESSION, "agent_unknown", "worker_unknown", "request_invalid"),
        openapi_extra=body_of(HandoverRequest, {"from_agent": "A-0001", "to_agent": "A-0002"}),
    )
    def decide(
        person: Annotated[SignedIn, Depends(guard)], body: Annotated[bytes, Depends(raw_body)]
    ) -> HandoverLine:
        """Decide that workers pass to another agent of the branch. Both laptops are told; the taking one gets the
        workers' cards at once, and serves them once its agent has taken them."""
        asked = read_model(HandoverRequest, body)
        return _line(
            handovers.decide(
                asked.from_agent, asked.to_agent, asked.workers, person.account_id, person.branch_id
            )
        )

    return router


def _line(desk: HandoverDesk) -> HandoverLine:
    return HandoverLine(
        decision_id=desk.handover.decision_id,
        from_agent=desk.giving.number,
        to_agent=desk.taking.number,
        workers=desk.workers,
        decided_at=desk.handover.decided_at,
        given_at=desk.handover.given_at,
        taken_at=desk.handover.taken_at,
    )

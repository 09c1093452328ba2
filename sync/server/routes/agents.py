"""What a branch sees of its agents: the scorecard with the devices of each."""

from typing import Annotated

from fastapi import APIRouter, Depends

from sync.protocol.agents import AgentDevice, AgentScore, AgentScores
from sync.server.routes.callers import Guard
from sync.server.routes.problems import problems
from sync.server.services.accounts import SignedIn
from sync.server.services.scorecards import DeviceStand, Scorecard, Scorecards

_SESSION = ("session_missing", "session_lapsed", "role_not_allowed", "password_must_change")


def agents_router(scorecards: Scorecards, guard: Guard) -> APIRouter:
    """/v1/review/agents."""
    router = APIRouter(tags=["review"])

    @router.get("/v1/review/agents", summary="Scorecard of agents", responses=problems(*_SESSION))
    def agents(person: Annotated[SignedIn, Depends(guard)]) -> AgentScores:
        """Agents of one's own branch, or of all for roles without a branch, by number: pace, return rate, cash in
        hand and its age, what has not arrived, days of silence, and the devices with their states."""
        today, found = scorecards.of_branch(person.branch_id)
        return AgentScores(on=today, agents=tuple(_score(one) for one in found))

    return router


def _score(card: Scorecard) -> AgentScore:
    return AgentScore(
        agent_id=card.agent.agent_id,
        number=card.agent.number,
        name=card.agent.name,
        office=card.office,
        branch=card.branch,
        state=card.agent.state,
        week_entries=card.work.week_entries,
        month_entries=card.work.month_entries,
        week_enrolments=card.work.week_enrolments,
        month_enrolments=card.work.month_enrolments,
        decided=card.decided.decided,
        returned=card.decided.returned,
        cash=card.cash,
        cash_days=card.cash_days,
        missing_entries=card.missing_entries,
        missing_receipts=card.missing_receipts,
        silent_days=card.silent_days,
        devices=tuple(_device(one) for one in card.devices),
    )


def _device(stand: DeviceStand) -> AgentDevice:
    device = stand.device
    return AgentDevice(
        device=device.device,
        state=device.state,
        enrolled_at=device.enrolled_at,
        seen_at=device.seen_at,
        revoked_at=device.revoked_at,
        wipe_asked_at=device.wipe_asked_at,
        lost_at=device.lost_at,
        missing_entries=stand.missing_entries,
        missing_receipts=stand.missing_receipts,
    )

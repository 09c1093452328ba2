"""The reviewer's route to what the checks found."""

from datetime import date
from typing import Annotated

from fastapi import APIRouter, Depends, Query

from sync.protocol.findings import AgentFinding, FindingList
from sync.server.routes.callers import Guard
from sync.server.routes.problems import problems
from sync.server.services.accounts import SignedIn
from sync.server.services.finding import BranchFindings, FoundDays

_SESSION = ("session_missing", "session_lapsed", "role_not_allowed", "password_must_change")


def findings_router(findings: BranchFindings, guard: Guard) -> APIRouter:
    """/v1/review/findings."""
    router = APIRouter(tags=["review"])

    @router.get(
        "/v1/review/findings",
        summary="What the checks found",
        responses=problems(*_SESSION, "request_invalid"),
    )
    def found(
        person: Annotated[SignedIn, Depends(guard)],
        since: Annotated[date | None, Query(description="First local date; six days before `until`.")] = None,
        until: Annotated[date | None, Query(description="Last local date; today.")] = None,
    ) -> FindingList:
        """What is unusual in some days of one's own branch, newest day first: about entries, and about agents' days.

        At most 92 days back from `until` are looked at. What stands open (old cash, entries and pictures that never
        came) is told on the day that it began, however long ago. Nothing here has decided anything.
        """
        return _told(findings.found(person, since, until))

    return router


def _told(found: FoundDays) -> FindingList:
    return FindingList(
        since=found.since,
        until=found.until,
        findings=tuple(
            AgentFinding(
                code=one.check.value,
                agent_id=one.agent_id,
                agent_number=found.agents[one.agent_id].number,
                agent_name=found.agents[one.agent_id].name,
                on=one.on,
                subject=one.subject,
                evidence=one.evidence,
                measure=one.measure,
            )
            for one in found.findings
        ),
        cut=found.cut,
    )

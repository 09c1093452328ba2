"""The routes of the agency's portal: approved work to take there, and its answers."""

from typing import Annotated

from fastapi import APIRouter, Depends, Query

from sync.protocol.identifiers import UUID7_PATTERN
from sync.protocol.portal import PortalAnswers, PortalOutcomes, PortalPage
from sync.server.routes.callers import Guard
from sync.server.routes.problems import problems
from sync.server.routes.requests import body_of, raw_body, read_model
from sync.server.services.accounts import SignedIn
from sync.server.services.portal_answers import PortalAnswering
from sync.server.services.portal_export import PortalExport

_SESSION = ("session_missing", "session_lapsed", "role_not_allowed", "password_must_change")
_EXAMPLE = {
    "answers": [
        {"entry": "01935000-0000-7000-8000-000000000002", "kpj": "00012345678"},
        {"entry": "01935000-0000-7000-8000-000000000001", "reason": "not_justified"},
    ],
    "dry": True,
}


def portal_router(export: PortalExport, answering: PortalAnswering, guard: Guard) -> APIRouter:
    """/v1/review/portal/*."""
    router = APIRouter(tags=["review"])

    @router.get(
        "/v1/review/portal/export",
        summary="Approved work for the agency's portal",
        responses=problems(*_SESSION, "request_invalid"),
    )
    def page(
        person: Annotated[SignedIn, Depends(guard)],
        after: Annotated[
            str | None, Query(pattern=UUID7_PATTERN, description="Only what lies above this entry id.")
        ] = None,
    ) -> PortalPage:
        """Approved enrolments of one's own branch that the agency has not answered, two hundred at a time.

        Who took which of them is in the audit trail before a page goes out.
        """
        return export.page(person, after or "")

    @router.post(
        "/v1/review/portal/answers",
        summary="What the agency answered",
        responses=problems(*_SESSION, "request_invalid"),
        openapi_extra=body_of(PortalAnswers, _EXAMPLE),
    )
    def answers(
        person: Annotated[SignedIn, Depends(guard)], body: Annotated[bytes, Depends(raw_body)]
    ) -> PortalOutcomes:
        """Carry participant numbers and refusals in, at most a hundred at a time, each for itself.

        An answer that was taken before is `same`; one that does not fit is a `fault` with its code and changes
        nothing. With `dry` nothing is changed at all.
        """
        asked = read_model(PortalAnswers, body)
        act = answering.look if asked.dry else answering.take
        return PortalOutcomes(outcomes=act(person, asked.answers))

    return router

"""The routes of the agency's portal: approved work to take there, and its answers."""

from typing import Annotated

from fastapi import APIRouter, Depends, Query

from sync.protocol.identifiers import UUID7_PATTERN
from sync.protocol.portal import PortalAnswers, PortalOutcomes, PortalPage, RenewalPage
from sync.server.routes.callers import Guard
from sync.server.routes.problems import problems
from sync.server.routes.requests import body_of, raw_body, read_model
from sync.server.services.accounts import SignedIn
from sync.server.services.portal_answers import PortalAnswering
from sync.server.services.portal_deposits import PortalDeposits
from sync.server.services.portal_export import PortalExport
from sync.server.services.portal_renewals import PortalRenewals

_SESSION = ("session_missing", "session_lapsed", "role_not_allowed", "password_must_change")
_EXAMPLE = {
    "answers": [
        {"entry": "01935000-0000-7000-8000-000000000002", "kpj": "00012345678"},
        {"entry": "01935000-0000-7000-8000-000000000001", "reason": "not_justified"},
        {"billing_code": "260900001234", "amount": 67200},
    ],
    "dry": True,
}


def portal_router(
    export: PortalExport,
    renewals: PortalRenewals,
    answering: PortalAnswering,
    deposits: PortalDeposits,
    guard: Guard,
) -> APIRouter:
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

    @router.get(
        "/v1/review/portal/renewals",
        summary="Further payments for the agency's portal",
        responses=problems(*_SESSION, "request_invalid"),
    )
    def renewal_page(
        person: Annotated[SignedIn, Depends(guard)],
        after: Annotated[
            str | None, Query(pattern=UUID7_PATTERN, description="Only what lies above this entry id.")
        ] = None,
    ) -> RenewalPage:
        """Accepted contributions of one's own branch that no enrolment goes with and no deposit carried away, at most
        two hundred at a time, a line for each worker. Who took which of them is in the audit trail."""
        return renewals.page(person, after or "")

    @router.post(
        "/v1/review/portal/answers",
        summary="What the agency answered",
        responses=problems(*_SESSION, "request_invalid"),
        openapi_extra=body_of(PortalAnswers, _EXAMPLE),
    )
    def answers(
        person: Annotated[SignedIn, Depends(guard)], body: Annotated[bytes, Depends(raw_body)]
    ) -> PortalOutcomes:
        """Carry participant numbers, refusals and paid kode iuran in, at most a hundred at a time, each for itself.

        An answer that was taken before is `same`; one that does not fit is a `fault` with its code and changes
        nothing. With `dry` nothing is changed at all.
        """
        asked = read_model(PortalAnswers, body)
        of_people = answering.look if asked.dry else answering.take
        of_money = deposits.look if asked.dry else deposits.take
        people = iter(of_people(person, [one for one in asked.answers if not one.billing_code]))
        money = iter(of_money(person, [one for one in asked.answers if one.billing_code]))
        return PortalOutcomes(
            outcomes=tuple(next(money if one.billing_code else people) for one in asked.answers)
        )

    return router

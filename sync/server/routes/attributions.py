"""The reviewer's routes about money for somebody unknown: who it may be, and that it is so."""

from typing import Annotated

from fastapi import APIRouter, Depends

from sync.protocol.attribution import AttributionRequest, FoundWorkers, WorkerSearch
from sync.protocol.review import ReviewRecord
from sync.server.routes.callers import Guard
from sync.server.routes.problems import problems
from sync.server.routes.requests import body_of, raw_body, read_model
from sync.server.services.accounts import SignedIn
from sync.server.services.attributing import Attributing
from sync.server.services.review_reading import ReviewReading
from sync.server.services.viewing import Viewing, Way

_SESSION = ("session_missing", "session_lapsed", "role_not_allowed", "password_must_change")
_EXAMPLE = {
    "hash": "0" * 64,
    "payer": "01935000-0000-7000-8000-000000000001",
    "worker": "01935000-0000-7000-8000-000000000002",
}


def attributions_router(
    attributing: Attributing, reading: ReviewReading, viewing: Viewing, guard: Guard
) -> APIRouter:
    """/v1/review/workers and the attribution of a record."""
    router = APIRouter(tags=["review"])

    @router.post(
        "/v1/review/workers",
        summary="Whom money may be for",
        responses=problems(*_SESSION, "request_invalid"),
        openapi_extra=body_of(WorkerSearch, {"text": "siti c"}),
    )
    def workers(
        person: Annotated[SignedIn, Depends(guard)], body: Annotated[bytes, Depends(raw_body)]
    ) -> FoundWorkers:
        """Workers of one's own branch by NIK, phone, receipt number, or three letters or more with which their
        name begins. Who was shown whom is in the audit trail; what was searched for is not."""
        found = attributing.find(person, read_model(WorkerSearch, body).text)
        viewing.search(person, [one.worker_id for one in found])
        return FoundWorkers(workers=found)

    @router.post(
        "/v1/review/records/{entry_id}/attribution",
        summary="For whom money was paid",
        responses=problems(
            *_SESSION,
            "record_unknown",
            "worker_unknown",
            "maker_is_checker",
            "claimed_by_other",
            "content_changed",
            "move_refused",
            "request_invalid",
        ),
        openapi_extra=body_of(AttributionRequest, _EXAMPLE),
    )
    def attribute(
        entry_id: str,
        person: Annotated[SignedIn, Depends(guard)],
        body: Annotated[bytes, Depends(raw_body)],
    ) -> ReviewRecord:
        """Say which worker a payment was for that names somebody unknown; its lines become that worker's.

        The agents' laptops are told, and the payment is decided on like any other from then on.
        """
        asked = read_model(AttributionRequest, body)
        attributing.attribute(person, entry_id, asked.hash, asked.payer, asked.worker)
        return viewing.record(person, reading.record(person, entry_id), Way.ATTRIBUTED)

    return router

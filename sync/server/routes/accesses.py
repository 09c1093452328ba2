"""Who did and saw what, whether the trail of it is whole, and the ledger for an auditor."""

import shutil
from collections.abc import Callable
from pathlib import Path
from typing import Annotated

from fastapi import APIRouter, Depends, Query, Response
from fastapi.responses import FileResponse
from starlette.background import BackgroundTask

from sync.protocol.accesses import AccessPage, TrailProof
from sync.protocol.identifiers import UUID7_PATTERN
from sync.server.routes.callers import Guard
from sync.server.routes.problems import problems
from sync.server.services.accesses import Accesses, Asked
from sync.server.services.accounts import SignedIn
from sync.server.services.person_export import PersonExport

_SESSION = ("session_missing", "session_lapsed", "role_not_allowed", "password_must_change")
_ZIP = {"content": {"application/zip": {"schema": {"type": "string", "format": "binary"}}}}
_CSV = {"content": {"text/csv": {"schema": {"type": "string"}}}}


def accesses_router(
    accesses: Accesses,
    people: PersonExport,
    prove: Callable[[], TrailProof],
    ledger: Callable[[SignedIn], Path],
    guard: Guard,
) -> APIRouter:
    """/v1/review/accesses, /v1/admin/people/{entry_id}/export, /v1/admin/audit/proof and /v1/admin/ledger; `ledger` writes a file into a folder of its own; both are dropped once it is sent."""
    router = APIRouter(tags=["admin"])

    @router.get(
        "/v1/review/accesses",
        summary="Who did and saw what",
        responses=problems(*_SESSION, "record_unknown", "account_unknown", "request_invalid"),
    )
    def page(
        person: Annotated[SignedIn, Depends(guard)],
        record: Annotated[
            str | None, Query(pattern=UUID7_PATTERN, description="Only about the worker of this record.")
        ] = None,
        account: Annotated[
            str | None, Query(max_length=64, description="Only what this account did, by its id.")
        ] = None,
        before: Annotated[int | None, Query(ge=1, description="Only rows below this number.")] = None,
        limit: Annotated[int, Query(ge=1, le=200)] = 100,
        views: Annotated[bool, Query(description="Only acts that showed personal data.")] = False,
    ) -> AccessPage:
        """Rows of the audit trail, newest first, with the names of accounts and never of workers.

        An auditor without a branch reads all of it; whoever has one what the branch's accounts did, and who saw its records.
        """
        asked = Asked(record=record, account=account, before=before, views=views)
        return accesses.page(person, asked, limit)

    @router.get(
        "/v1/admin/people/{entry_id}/export",
        summary="Everything that is held about a person",
        response_class=Response,
        responses={
            200: {"description": "The archive", **_ZIP},
            **problems(*_SESSION, "record_unknown", "worker_unknown", "too_many_requests"),
        },
    )
    def person_archive(entry_id: str, person: Annotated[SignedIn, Depends(guard)]) -> Response:
        """All records, decisions, payments and pictures of the person whom a record of one's own branch is about, and
        who saw them: a ZIP with data.json, data.html and the pictures. A signed list, which names other people, is left
        out. Who took it is in the audit trail."""
        content = people.archive(person.account_id, person.branch_id, entry_id)
        headers = {"Cache-Control": "no-store", "Content-Disposition": 'attachment; filename="person.zip"'}
        return Response(content, media_type="application/zip", headers=headers)

    @router.get(
        "/v1/admin/audit/proof",
        summary="Whether the audit trail is whole",
        responses=problems(*_SESSION, "too_many_requests"),
        dependencies=[Depends(guard)],
    )
    def proof() -> TrailProof:
        """Every row held against the one before, every signed day against its last row, by the auditor's own reading
        of the database. No faults: nobody changed, dropped or added a row before the newest signed day."""
        return prove()

    @router.get(
        "/v1/admin/ledger",
        summary="The ledger",
        response_class=FileResponse,
        responses={
            200: {"description": "Every line of the ledger", **_CSV},
            **problems(*_SESSION, "too_many_requests"),
        },
    )
    def ledger_file(person: Annotated[SignedIn, Depends(guard)]) -> FileResponse:
        """Every line of the ledger with its receipt, bucket and place in the chain, as CSV; workers by id, nobody's name.
        An auditor of a branch takes the lines of its agents.

        Who took it is in the audit trail.
        """
        path = ledger(person)
        return FileResponse(
            path,
            media_type="text/csv",
            filename="ledger.csv",
            headers={"Cache-Control": "no-store"},
            background=BackgroundTask(shutil.rmtree, path.parent),
        )

    return router

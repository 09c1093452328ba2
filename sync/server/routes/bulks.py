"""The reviewer's routes about records that are approved together."""

from typing import Annotated

from fastapi import APIRouter, Depends

from sync.protocol.bulk import BulkList, BulkRecord, BulkRequest, BulkView
from sync.server.routes.callers import Guard
from sync.server.routes.problems import problems
from sync.server.routes.requests import body_of, raw_body, read_model
from sync.server.services.accounts import SignedIn
from sync.server.services.bulk import BulkApproving, BulkStanding

_SESSION = ("session_missing", "session_lapsed", "role_not_allowed", "password_must_change")


def bulks_router(bulks: BulkApproving, guard: Guard) -> APIRouter:
    """/v1/review/bulks."""
    router = APIRouter(tags=["review"])

    @router.get("/v1/review/bulks", summary="Approvals in bulk", responses=problems(*_SESSION))
    def listed(person: Annotated[SignedIn, Depends(guard)]) -> BulkList:
        """Bulks of one's own branch of the last day: what is left to be opened, what stands when, what fell out."""
        return BulkList(bulks=tuple(_view(one) for one in bulks.standing(person)))

    @router.post(
        "/v1/review/bulks",
        summary="Take records together",
        responses=problems(
            *_SESSION, "record_unknown", "record_unfit", "maker_is_checker", "request_invalid"
        ),
        openapi_extra=body_of(BulkRequest, {"entries": ["01935000-0000-7000-8000-000000000000"]}),
    )
    def draw(
        person: Annotated[SignedIn, Depends(guard)], body: Annotated[bytes, Depends(raw_body)]
    ) -> BulkView:
        """Records that nothing was found in and nobody has open, at most 500. The server draws which of them have to
        be opened before they can be approved: 5 %, at least three."""
        return _view(bulks.draw(person, read_model(BulkRequest, body).entries))

    @router.post(
        "/v1/review/bulks/{bulk_id}/schedule",
        summary="Approve in ten minutes",
        responses=problems(*_SESSION, "bulk_unknown", "bulk_over", "sample_unseen"),
    )
    def schedule(bulk_id: str, person: Annotated[SignedIn, Depends(guard)]) -> BulkView:
        """Approve all records of a bulk ten minutes from now, once its sample was opened by the same person.

        Whatever was flagged, changed, decided or opened by somebody else until then falls out, and is named.
        """
        return _view(bulks.schedule(person, bulk_id))

    @router.post(
        "/v1/review/bulks/{bulk_id}/undo",
        summary="Take a bulk back",
        responses=problems(*_SESSION, "bulk_unknown", "bulk_over"),
    )
    def undo(bulk_id: str, person: Annotated[SignedIn, Depends(guard)]) -> BulkView:
        """Take a bulk back before it stands; no record was touched."""
        return _view(bulks.undo(person, bulk_id))

    return router


def _view(standing: BulkStanding) -> BulkView:
    bulk, rows = standing.bulk, standing.rows
    return BulkView(
        bulk_id=bulk.bulk_id,
        by=standing.by,
        mine=standing.mine,
        at=bulk.at,
        state=bulk.state,
        due_at=bulk.due_at,
        count=len(rows),
        rupiah=sum(row.rupiah for row in rows),
        unseen=sum(row.sampled and row.entry_id not in standing.seen for row in rows),
        records=tuple(
            BulkRecord(
                entry_id=row.entry_id,
                rupiah=row.rupiah,
                sampled=row.sampled,
                seen=row.entry_id in standing.seen,
                outcome=row.outcome,
            )
            for row in rows
        ),
    )

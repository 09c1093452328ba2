"""The reviewer's routes: queue, record, picture, open, release, decision, reasons."""

from typing import Annotated

from fastapi import APIRouter, Depends, Query, Response

from sync.protocol.feed import DecisionPayload
from sync.protocol.review import DecisionRequest, NoteRequest, Reason, ReasonList, ReviewQueue, ReviewRecord
from sync.rules.states import Move, ReviewState
from sync.server.domain.decisions import Comment
from sync.server.domain.decisions import Request as Decision
from sync.server.routes.callers import Guard
from sync.server.routes.problems import problems
from sync.server.routes.requests import body_of, raw_body, read_model
from sync.server.services.accounts import SignedIn
from sync.server.services.queue_pages import PLACE_FORM
from sync.server.services.record_photos import RecordPhotos
from sync.server.services.reference import PublishedReference
from sync.server.services.review_reading import ReviewReading
from sync.server.services.reviewing import Reviewing
from sync.server.services.viewing import Viewing, Way

_SESSION = ("session_missing", "session_lapsed", "role_not_allowed", "password_must_change")
_EXAMPLE = {
    "move": "return",
    "hash": "0" * 64,
    "reason": "phone_unreachable",
    "comments": [{"field": "phone", "text": "Nomor tidak aktif"}],
}

_BINARY = {"content": {"application/octet-stream": {"schema": {"type": "string", "format": "binary"}}}}
_UNKEPT = {"Cache-Control": "no-store", "X-Content-Type-Options": "nosniff"}


def review_router(
    reading: ReviewReading,
    viewing: Viewing,
    photos: RecordPhotos,
    reviewing: Reviewing,
    published: PublishedReference,
    guard: Guard,
) -> APIRouter:
    """/v1/review/* but the session."""
    router = APIRouter(tags=["review"])

    def shown(person: SignedIn, entry_id: str, way: Way) -> ReviewRecord:
        """A record as it goes out; that it was shown is in the audit trail before."""
        return viewing.record(person, reading.record(person, entry_id), way)

    @router.get(
        "/v1/review/reasons",
        summary="Coded reasons",
        responses=problems(*_SESSION),
        dependencies=[Depends(guard)],
    )
    def reasons() -> ReasonList:
        """Every coded reason of the reference data in both languages, by kind."""
        return ReasonList(
            reasons=tuple(
                Reason(
                    code=reason.code,
                    kind=reason.kind.value,
                    label_id=reason.label_id,
                    label_en=reason.label_en,
                )
                for reason in published.rules.reasons
            )
        )

    @router.get(
        "/v1/review/queue",
        summary="What waits, by agent and day",
        responses=problems(*_SESSION, "request_invalid"),
    )
    def queue(
        person: Annotated[SignedIn, Depends(guard)],
        state: Annotated[ReviewState | None, Query(description="Only records in this state.")] = None,
        after: Annotated[
            str | None,
            Query(pattern=PLACE_FORM, description="`following` of the page before; else the first."),
        ] = None,
    ) -> ReviewQueue:
        """Records of one's own branch that wait for a reviewer, or sent back wait for their agent, oldest day
        first, with count and rupiah: whole days of agents, some 200 records a page, what waits for a reviewer first.

        Corrections stand with the record they correct, not beside it. 2,000 records that wait for a reviewer are told
        at most, as many that were sent back, and as many that wait for other data.
        """
        return viewing.queue(person, reading.queue(person, state, after))

    @router.get(
        "/v1/review/records/{entry_id}",
        summary="One record",
        responses=problems(*_SESSION, "record_unknown"),
    )
    def record(entry_id: str, person: Annotated[SignedIn, Depends(guard)]) -> ReviewRecord:
        """The form with all corrections merged and the old values beside them, findings with the agent's
        reasons, lines paid, receipt and history. `hash` is what a decision has to name."""
        return shown(person, entry_id, Way.READ)

    @router.get(
        "/v1/review/records/{entry_id}/photos/{sha256}",
        summary="One picture of a record",
        response_class=Response,
        responses={
            200: {"description": "The picture's bytes", **_BINARY},
            **problems(*_SESSION, "record_unknown", "photo_unknown", "photo_not_arrived"),
        },
    )
    def photo(entry_id: str, sha256: str, person: Annotated[SignedIn, Depends(guard)]) -> Response:
        """A picture that the record names, once it has arrived; who looked at it is in the audit trail."""
        content = photos.photo(person, entry_id, sha256)
        return Response(content, media_type="application/octet-stream", headers=_UNKEPT)

    @router.post(
        "/v1/review/records/{entry_id}/open",
        summary="Claim a record",
        responses=problems(
            *_SESSION, "record_unknown", "maker_is_checker", "claimed_by_other", "move_refused"
        ),
    )
    def open_record(entry_id: str, person: Annotated[SignedIn, Depends(guard)]) -> ReviewRecord:
        """Take a record into review; a claim lapses after half an hour; before that another takes it over only with a reason."""
        reviewing.open(person, entry_id)
        return shown(person, entry_id, Way.OPENED)

    @router.post(
        "/v1/review/records/{entry_id}/release",
        summary="Give a record back",
        responses=problems(*_SESSION, "record_unknown", "claimed_by_other", "move_refused"),
    )
    def release(entry_id: str, person: Annotated[SignedIn, Depends(guard)]) -> ReviewRecord:
        """Put a record back where it was before it was opened."""
        reviewing.release(person, entry_id)
        return shown(person, entry_id, Way.RELEASED)

    @router.post(
        "/v1/review/records/{entry_id}/takeover",
        summary="Take a record from whoever has it open",
        responses=problems(
            *_SESSION, "record_unknown", "maker_is_checker", "move_refused", "request_invalid"
        ),
        openapi_extra=body_of(NoteRequest, {"note": "Bu Rina cuti hari ini"}),
    )
    def take_over(
        entry_id: str,
        person: Annotated[SignedIn, Depends(guard)],
        body: Annotated[bytes, Depends(raw_body)],
    ) -> ReviewRecord:
        """Claim a record that somebody else has open; the reason stays in its history. `move_refused`: nobody has."""
        reviewing.take_over(person, entry_id, read_model(NoteRequest, body).note)
        return shown(person, entry_id, Way.TAKEN_OVER)

    @router.post(
        "/v1/review/records/{entry_id}/proposal/decline",
        summary="Take a proposal away",
        responses=problems(
            *_SESSION, "record_unknown", "proposal_unknown", "maker_is_checker", "request_invalid"
        ),
        openapi_extra=body_of(NoteRequest, {"note": "Kuitansinya belum dilihat"}),
    )
    def decline(
        entry_id: str,
        person: Annotated[SignedIn, Depends(guard)],
        body: Annotated[bytes, Depends(raw_body)],
    ) -> ReviewRecord:
        """Decline what another person decided and a second one has to agree to, or take back one's own."""
        reviewing.decline(person, entry_id, read_model(NoteRequest, body).note)
        return shown(person, entry_id, Way.DECLINED)

    @router.post(
        "/v1/review/records/{entry_id}/decision",
        summary="Decide",
        responses=problems(
            *_SESSION,
            "record_unknown",
            "reason_unknown",
            "comment_missing",
            "maker_is_checker",
            "claimed_by_other",
            "content_changed",
            "move_refused",
            "second_person_needed",
            "request_invalid",
        ),
        openapi_extra=body_of(DecisionRequest, _EXAMPLE),
    )
    def decide(
        entry_id: str,
        person: Annotated[SignedIn, Depends(guard)],
        body: Annotated[bytes, Depends(raw_body)],
    ) -> DecisionPayload:
        """Approve, send back with comments on fields, refuse with a coded reason, or mark as a duplicate.

        The decision is bound to `hash`, the content that was looked at: `content_changed` means read again.
        It is stored, told to the agent's feed and audited in one transaction. A void, a decision that names a refund,
        and approving more rupiah than the branch lets one person approve take two people: the first decision is kept,
        the answer's `state` is the one the record keeps, and the agent is told nothing; the same move by another
        person decides. `second_person_needed`: the first person asked again.
        """
        asked = read_model(DecisionRequest, body)
        decision = Decision(
            move=Move(asked.move),
            hash=asked.hash,
            reason=asked.reason,
            note=asked.note,
            comments=tuple(Comment(comment.field, comment.text) for comment in asked.comments),
        )
        return reviewing.decide(person, entry_id, decision)

    return router

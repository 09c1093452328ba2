"""The reviewer's routes about two records that may be of one person: both side by side, and what is said of them."""

from typing import Annotated

from fastapi import APIRouter, Depends, Query

from sync.protocol.comparison import Comparison, SayingRequest
from sync.server.routes.callers import Guard
from sync.server.routes.problems import problems
from sync.server.routes.requests import body_of, raw_body, read_model
from sync.server.services.accounts import SignedIn
from sync.server.services.comparing import Comparing
from sync.server.services.telling_apart import Said, TellingApart

_SESSION = ("session_missing", "session_lapsed", "role_not_allowed", "password_must_change")
_EXAMPLE = {
    "other": "01935000-0000-7000-8000-000000000002",
    "saying": "apart",
    "hash": "0" * 64,
    "other_hash": "1" * 64,
    "reason": "relatives",
    "note": "Kakak beradik, KTP keduanya dilihat",
}


def comparisons_router(comparing: Comparing, telling: TellingApart, guard: Guard) -> APIRouter:
    """/v1/review/records/{entry_id}/comparison."""
    router = APIRouter(tags=["review"])

    @router.get(
        "/v1/review/records/{entry_id}/comparison",
        summary="A record beside one that it collides with",
        responses=problems(*_SESSION, "record_unknown"),
    )
    def compared(
        entry_id: str,
        person: Annotated[SignedIn, Depends(guard)],
        other: Annotated[str | None, Query(description="The record to compare with.")] = None,
    ) -> Comparison:
        """Both records with their money, what they have in common, and what may be said of them.

        `matches` are all records with which it collides: by NIK, by likeness, by a photo, by a receipt number, or by an
        entry id. One of another branch is named with its branch alone. Without `other` the first that can be read is
        shown. Both records are in the audit trail as seen before they go out.
        """
        return comparing.compared(person, entry_id, other)

    @router.post(
        "/v1/review/records/{entry_id}/comparison",
        summary="Two people, one person, or somebody else is to say it",
        responses=problems(
            *_SESSION,
            "record_unknown",
            "reason_unknown",
            "maker_is_checker",
            "claimed_by_other",
            "content_changed",
            "second_person_needed",
            "move_refused",
            "request_invalid",
        ),
        openapi_extra=body_of(SayingRequest, _EXAMPLE),
    )
    def say(
        entry_id: str,
        person: Annotated[SignedIn, Depends(guard)],
        body: Annotated[bytes, Depends(raw_body)],
    ) -> Comparison:
        """Say of the two contents that were looked at whose they are; it is kept with who, when, why and both hashes.

        `apart`: the flags for which only the other record speaks are lifted from both, neither is flagged for the other
        again, and a duplicate goes back into review. `same`: the record becomes a duplicate, its money stays under
        review. `escalate`: another reviewer or a branch administrator says it; a branch administrator says nothing of a
        pair that nobody escalated (`move_refused`). `second_person_needed`: who escalated asked.
        """
        asked = read_model(SayingRequest, body)
        said = Said(asked.saying, asked.hash, asked.other_hash, asked.reason, asked.note)
        telling.say(person, entry_id, asked.other, said)
        return comparing.compared(person, entry_id, asked.other)

    return router

"""What a branch decides by configuration: read, drafted, looked at, published."""

from typing import Annotated

from fastapi import APIRouter, Depends, Query

from sync.protocol.branch_settings import (
    ChangeLine,
    DraftRequest,
    DraftView,
    FaultLine,
    PriceLine,
    PublishRequest,
    ReleaseDocuments,
    ReleaseLine,
    SettingsOverview,
)
from sync.server.permissions import may
from sync.server.routes.callers import Guard
from sync.server.routes.problems import problems
from sync.server.routes.requests import body_of, raw_body, read_model
from sync.server.services.accounts import SignedIn
from sync.server.services.branch_settings import BranchSettingsDesk, Overview
from sync.server.services.settings_preview import Preview

SETTINGS = "/v1/review/settings"
LARGEST_DRAFT = 512 * 1024
"""The bytes of a draft: five small files, the tables of contributions among them."""
_SESSION = ("session_missing", "session_lapsed", "role_not_allowed", "password_must_change")
_DRAFTING = ("PUT", SETTINGS + "/draft")
"""Who may ask this sees the draft."""
_DRAFT = {"base": "2026.11.1", "in_force_on": "2027-01-01", "documents": {"settings.json": {}}}
_CODE = Query(description="The branch's code, for who belongs to none.")


def settings_router(desk: BranchSettingsDesk, guard: Guard) -> APIRouter:
    """/v1/review/settings."""
    router = APIRouter(tags=["settings"])

    @router.get(SETTINGS, summary="What a branch decides", responses=problems(*_SESSION, "branch_unknown"))
    def settings(
        person: Annotated[SignedIn, Depends(guard)], branch: Annotated[str | None, _CODE] = None
    ) -> SettingsOverview:
        """What holds today, the newest version's files, and all versions; to whoever works on it, the draft with what it
        would change."""
        return _overview(desk.overview(desk.branch_of(person, branch), drafts=may(person.role, *_DRAFTING)))

    @router.get(
        SETTINGS + "/releases/{version}",
        summary="A published version",
        responses=problems(*_SESSION, "branch_unknown", "release_unknown"),
    )
    def release(
        version: str,
        person: Annotated[SignedIn, Depends(guard)],
        branch: Annotated[str | None, _CODE] = None,
    ) -> ReleaseDocuments:
        """The files of a version as they were published; versions stay for ever."""
        documents = desk.documents(desk.branch_of(person, branch), version)
        return ReleaseDocuments(version=version, documents=documents)

    @router.put(
        SETTINGS + "/draft",
        summary="Keep a draft",
        responses=problems(*_SESSION, "branch_unknown", "draft_changed", "draft_outdated", "request_invalid"),
        openapi_extra=body_of(DraftRequest, _DRAFT),
    )
    def put_draft(
        person: Annotated[SignedIn, Depends(guard)], body: Annotated[bytes, Depends(raw_body)]
    ) -> DraftView:
        """Keep what is worked on, faults and all, and tell what publishing it would change. `draft_changed`: another
        draft is there than the one that was seen; `draft_outdated`: a version was published since."""
        asked = read_model(DraftRequest, body)
        branch_id = desk.branch_of(person, None)
        kept = desk.put_draft(
            branch_id, person.account_id, asked.base, asked.in_force_on, asked.documents, asked.seen
        )
        return _draft(kept, person.name)

    @router.delete(
        SETTINGS + "/draft",
        summary="Throw the draft away",
        responses=problems(*_SESSION, "branch_unknown", "draft_unknown"),
    )
    def drop_draft(person: Annotated[SignedIn, Depends(guard)]) -> SettingsOverview:
        """Forget what was worked on; what is published stays."""
        branch_id = desk.branch_of(person, None)
        desk.drop_draft(branch_id, person.account_id)
        return _overview(desk.overview(branch_id))

    @router.post(
        SETTINGS + "/releases",
        summary="Publish the draft",
        status_code=201,
        responses=problems(
            *_SESSION,
            "branch_unknown",
            "draft_unknown",
            "draft_changed",
            "draft_outdated",
            "draft_faulty",
            "nothing_changed",
            "request_invalid",
        ),
        openapi_extra=body_of(PublishRequest, {"digest": "0" * 64}),
    )
    def publish(
        person: Annotated[SignedIn, Depends(guard)], body: Annotated[bytes, Depends(raw_body)]
    ) -> SettingsOverview:
        """Sign the draft that was looked at as the branch's newest version; laptops fetch it with their next sync."""
        branch_id = desk.branch_of(person, None)
        desk.publish(branch_id, person.account_id, read_model(PublishRequest, body).digest)
        return _overview(desk.overview(branch_id))

    return router


def _overview(found: Overview) -> SettingsOverview:
    lines: list[ReleaseLine] = []
    reached = False
    for one in found.releases:
        holds = one.version == found.in_force
        reached = reached or holds
        lines.append(
            ReleaseLine(
                version=one.version,
                before=one.before,
                in_force_on=one.in_force_on,
                published_at=one.published_at,
                published_by=found.names.get(one.published_by, one.published_by),
                state="in_force" if holds else "over" if reached else "coming",
            )
        )
    draft = found.draft
    editor = "" if draft is None else draft.draft.edited_by
    return SettingsOverview(
        branch=found.branch.name,
        in_force=found.in_force,
        newest=found.newest,
        documents={name: dict(content) for name, content in found.documents.items()},
        draft=None if draft is None else _draft(draft, found.names.get(editor, editor)),
        releases=tuple(lines),
    )


def _draft(seen: Preview, editor: str) -> DraftView:
    draft = seen.draft
    return DraftView(
        digest=draft.digest,
        base=draft.base,
        in_force_on=draft.in_force_on,
        documents={name: dict(content) for name, content in draft.documents.items()},
        edited_by=editor,
        edited_at=draft.edited_at,
        faults=tuple(
            FaultLine(code=one.code, file=one.file, place=one.place, least=one.least, most=one.most)
            for one in seen.faults
        ),
        changes=tuple(
            ChangeLine(kind=one.kind, name=one.name, before=one.before, after=one.after)
            for one in seen.changes
        ),
        prices=tuple(
            PriceLine(
                month=str(one.month),
                income=one.income,
                offer=one.offer.value,
                transport=one.transport,
                payer=one.payer.value,
                before=one.before,
                after=one.after,
            )
            for one in seen.prices
        ),
        overtaken=seen.overtaken,
    )

"""What a branch decides by configuration: the draft, what it would change, and what was published (`/v1/review/settings`)."""

from __future__ import annotations

from typing import Annotated, Any, Literal, TypeAlias

from pydantic import Field

from sync.protocol.wire import (
    AnswerModel,
    Code,
    Count,
    Day,
    Hash,
    Instant,
    Month,
    Rupiah,
    StrictModel,
    Version,
)

Documents: TypeAlias = dict[str, dict[str, Any]]
"""The files that a branch decides on (`sync.rules.draft_faults.EDITABLE`), by name, as JSON objects."""
ReleaseState: TypeAlias = Literal["over", "in_force", "coming"]


class DraftRequest(StrictModel):
    """`PUT /v1/review/settings/draft`. `base`: the version that it was begun from; `in_force_on`: the local day from
    which it is to hold; `seen`: the digest of the draft that it takes the place of, absent where none was there."""

    base: Version
    in_force_on: Day
    documents: Annotated[Documents, Field(max_length=10)]
    seen: Hash | None = None


class PublishRequest(StrictModel):
    """`POST /v1/review/settings/releases`: the digest of the draft that was looked at."""

    digest: Hash


class FaultLine(AnswerModel):
    """Why a draft cannot be published; `place` is a field, table, relief or occupation of the file."""

    code: Code
    file: str
    place: str
    least: Count | None = None
    most: Count | None = None


class ChangeLine(AnswerModel):
    """One difference to what would hold on the draft's day without it; empty where it was or is not there."""

    kind: Code
    name: str
    before: str
    after: str


class PriceLine(AnswerModel):
    """What would be paid for somebody's iuran month, rupiah; absent where no table covers it. `payer`: who pays."""

    month: Month
    income: Rupiah
    offer: str
    transport: bool
    payer: Code
    before: Rupiah | None = None
    after: Rupiah | None = None


class DraftView(AnswerModel):
    """The draft and what publishing it would do. `overtaken`: versions that wait for a later day and would never hold.

    It can be published where `faults` is empty and something changes.
    """

    digest: Hash
    base: Version
    in_force_on: Day
    documents: Documents
    edited_by: str
    edited_at: Instant
    faults: tuple[FaultLine, ...]
    changes: tuple[ChangeLine, ...]
    prices: tuple[PriceLine, ...]
    overtaken: tuple[Version, ...]


class ReleaseLine(AnswerModel):
    """A published version; `published_by` is a name."""

    version: Version
    before: Version | None = None
    in_force_on: Day
    published_at: Instant
    published_by: str
    state: ReleaseState


class SettingsOverview(AnswerModel):
    """`GET /v1/review/settings`: what holds today, and `documents` of the newest version, from which a draft begins.

    `draft` is told to whoever may work on it, and to nobody else. `releases` are newest first; without any, what came with
    the server holds.
    """

    branch: str
    in_force: Version
    newest: Version
    documents: Documents
    draft: DraftView | None = None
    releases: tuple[ReleaseLine, ...]


class ReleaseDocuments(AnswerModel):
    """`GET /v1/review/settings/releases/{version}`: the files of a version as they were published."""

    version: Version
    documents: Documents

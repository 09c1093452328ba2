"""Frozen records of what a branch publishes and what it drafts; field names are column names."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date, datetime


@dataclass(frozen=True, slots=True)
class Release:
    """One published version of a branch. `before`: the one that was the newest until then.

    `in_force_on`: the local day (western Indonesia) from which it holds. `published_by`: an account, or `terminal`.
    """

    version: str
    branch_id: str
    before: str | None
    in_force_on: date
    published_at: datetime
    published_by: str


@dataclass(frozen=True, slots=True)
class SealedRelease:
    """The manifest of a version, its signature (64 bytes), and the contents of its files by SHA-256."""

    manifest: bytes
    signature: bytes
    contents: dict[str, bytes] = field(repr=False)


@dataclass(frozen=True, slots=True)
class SettingsDraft:
    """What a branch works on: `content` is JSON, `base` the version that it was begun from."""

    branch_id: str
    base: str
    content: str = field(repr=False)
    edited_by: str
    edited_at: datetime

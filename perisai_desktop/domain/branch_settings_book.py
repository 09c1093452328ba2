"""What a branch decides by configuration, as its administrator sees it: the draft with what it would do, and versions."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

Documents = Mapping[str, Mapping[str, Any]]
"""The files that a branch decides on, by name, as JSON objects."""


@dataclass(frozen=True, slots=True)
class DraftProblem:
    """Why a draft cannot be published; `place` is a field, table, relief or occupation of the file."""

    code: str
    file: str
    place: str
    least: int | None = None
    most: int | None = None


@dataclass(frozen=True, slots=True)
class Difference:
    """One thing that would be otherwise: its kind, its name, and its value before and after."""

    kind: str
    name: str
    before: str
    after: str


@dataclass(frozen=True, slots=True)
class PriceDifference:
    """What would be paid for somebody's iuran month before and after, rupiah; None where no table covers it."""

    month: str
    income: int
    offer: str
    transport: bool
    payer: str
    before: int | None
    after: int | None


@dataclass(frozen=True, slots=True)
class SettingsDraft:
    """A draft as the server keeps it, and what publishing it would do. `overtaken`: versions that would never hold."""

    digest: str
    base: str
    in_force_on: date
    documents: Documents
    edited_by: str
    edited_at: datetime
    problems: tuple[DraftProblem, ...]
    differences: tuple[Difference, ...]
    prices: tuple[PriceDifference, ...]
    overtaken: tuple[str, ...]

    @property
    def publishable(self) -> bool:
        """Whether nothing is wrong and something changes."""
        return not self.problems and bool(self.differences)


@dataclass(frozen=True, slots=True)
class PublishedVersion:
    """A version; `state` is `over`, `in_force` or `coming`."""

    version: str
    in_force_on: date
    published_at: datetime
    published_by: str
    state: str


@dataclass(frozen=True, slots=True)
class SettingsBook:
    """What holds, the newest version with its files, the draft, and all versions, newest first."""

    branch: str
    in_force: str
    newest: str
    documents: Documents
    draft: SettingsDraft | None
    versions: tuple[PublishedVersion, ...]

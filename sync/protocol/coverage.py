"""What the branch's program and the server say to each other about targets and coverage."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field

from sync.protocol.wire import (
    AnswerModel,
    Count,
    Day,
    Instant,
    Month,
    Rupiah,
    SignedRupiah,
    StrictModel,
    Text,
)

SubjectKind = Literal["agent", "office", "branch", "region", "district"]
Region = Annotated[
    str, Field(pattern=r"^[0-9]{2}\.[0-9]{2}(\.[0-9]{2})?$", description="A regency or a district.")
]
Year = Annotated[int, Field(ge=2000, le=2099)]


class CoverageRow(AnswerModel):
    """What stands under one key in the period that was asked for (sync/README.md, "Targets and coverage")."""

    key: Annotated[str, Field(description="An id, the code of a region (empty: nobody knows), or a month.")]
    name: str
    detail: str = ""
    enrolled: Annotated[Count, Field(description="Workers enrolled for the first time.")]
    active: Annotated[Count, Field(description="Workers whose membership holds on the day `on`.")]
    lapsed: Annotated[Count, Field(description="Workers whose membership had ended by then.")]
    collected: Annotated[
        SignedRupiah, Field(description="Rupiah of receipts, less what was undone meanwhile.")
    ]
    deposited: Annotated[SignedRupiah, Field(description="The part whose cash a deposit carried away.")]
    outstanding: Annotated[SignedRupiah, Field(description="The rest: collected less deposited.")]
    target_enrolled: Count
    target_collected: Rupiah
    workers: Annotated[Count | None, Field(description="Workers in the region; nobody counted them.")] = None
    counted_in: Annotated[int | None, Field(description="The year of that count.")] = None
    source: str = ""
    office_share: Annotated[
        Rupiah | None, Field(description="An estimate: what an office gets of its agents' commission.")
    ] = None


class CoverageSheet(AnswerModel):
    """`GET /v1/review/coverage`. `months`: a row for each month, at least the twelve up to `last`; `at`: when its
    people and rupiah were summed up."""

    first: Month
    last: Month
    on: Day
    at: Instant
    group: str
    rows: tuple[CoverageRow, ...]
    total: CoverageRow
    months: tuple[CoverageRow, ...]


class TargetRequest(StrictModel):
    """`PUT /v1/admin/targets`: what is to be reached in each month from `first` on; 0 says that nothing is aimed at.

    `subject`: the id of an agent, office or branch, or the code of a regency or district.
    """

    kind: SubjectKind
    subject: Text
    first: Month
    enrolled: Count
    collected: Rupiah


class RegionWorkersRequest(StrictModel):
    """`PUT /v1/admin/region-workers`: how many workers somebody (`source`) counted in a region in a year."""

    region: Region
    year: Year
    workers: Count
    source: Text


class TargetLine(AnswerModel):
    """A target that was set."""

    kind: str
    subject: str
    first: Month
    enrolled: Count
    collected: Rupiah


class RegionWorkersLine(AnswerModel):
    """A count of workers that was given."""

    region: str
    year: int
    workers: Count
    source: str


class TargetBook(AnswerModel):
    """`GET /v1/review/targets`: every target and count, also those that others have followed."""

    targets: tuple[TargetLine, ...]
    workers: tuple[RegionWorkersLine, ...]

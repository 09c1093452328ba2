"""Routes of targets and coverage: what a branch reached, what it aims at, and the workers of its regions."""

from typing import Annotated

from fastapi import APIRouter, Depends, Query

from sync.protocol.canonical import LARGEST_INTEGER
from sync.protocol.coverage import (
    CoverageRow,
    CoverageSheet,
    RegionWorkersLine,
    RegionWorkersRequest,
    TargetBook,
    TargetLine,
    TargetRequest,
)
from sync.protocol.wire import Month
from sync.rules.iuran_month import IuranMonth
from sync.server.domain.coverage import Grouping, Row
from sync.server.routes.callers import Guard
from sync.server.routes.problems import problems
from sync.server.routes.requests import body_of, raw_body, read_model
from sync.server.services.accounts import SignedIn
from sync.server.services.aiming import Aiming, RegionWorkers, Target
from sync.server.services.coverage import Coverage, Name, Sheet

_SESSION = ("session_missing", "session_lapsed", "role_not_allowed", "password_must_change")
_NO_NAME = Name("")


def coverage_router(coverage: Coverage, aiming: Aiming, guard: Guard) -> APIRouter:
    """/v1/review/coverage, /v1/review/targets, /v1/admin/targets, /v1/admin/region-workers."""
    router = APIRouter()

    @router.get(
        "/v1/review/coverage",
        tags=["review"],
        summary="Targets and coverage",
        responses=problems(*_SESSION, "request_invalid"),
    )
    def sheet(
        person: Annotated[SignedIn, Depends(guard)],
        group: Annotated[Grouping, Query(description="What a row stands for.")] = Grouping.AGENT,
        first: Annotated[Month | None, Query(description="First month; the last one.")] = None,
        last: Annotated[Month | None, Query(description="Last month; this one.")] = None,
        fresh: Annotated[bool, Query(description="Sum up anew what the server keeps for minutes.")] = False,
    ) -> CoverageSheet:
        """What one's own branch, or all of them, reached in some whole months, beside what was aimed at.

        At most 36 months; regencies (`region`) and districts come by coverage, the best first.
        """
        begin, end = (None if one is None else IuranMonth.parse(one) for one in (first, last))
        return _told(coverage.sheet(person, group, begin, end, fresh=fresh))

    @router.get(
        "/v1/review/targets", tags=["review"], summary="What was aimed at", responses=problems(*_SESSION)
    )
    def book(person: Annotated[SignedIn, Depends(guard)]) -> TargetBook:
        """Every target, and every count of workers, of one's own branch or of all."""
        found = aiming.book(person)
        return TargetBook(
            targets=tuple(_target(one) for one in found.targets),
            workers=tuple(_workers(one) for one in found.workers),
        )

    @router.put(
        "/v1/admin/targets",
        tags=["admin"],
        summary="Set a target",
        responses=problems(
            *_SESSION,
            "agent_unknown",
            "office_unknown",
            "branch_unknown",
            "region_unknown",
            "request_invalid",
        ),
        openapi_extra=body_of(
            TargetRequest,
            {"kind": "region", "subject": "35.14", "first": "2026-11", "enrolled": 25, "collected": 0},
        ),
    )
    def put_target(
        person: Annotated[SignedIn, Depends(guard)], body: Annotated[bytes, Depends(raw_body)]
    ) -> TargetLine:
        """Aim at something in each month from `first` on; it takes the place of what was set for the same month."""
        return _target(aiming.put_target(person, read_model(TargetRequest, body)))

    @router.put(
        "/v1/admin/region-workers",
        tags=["admin"],
        summary="Say how many workers a region has",
        responses=problems(*_SESSION, "branch_unknown", "region_unknown", "request_invalid"),
        openapi_extra=body_of(
            RegionWorkersRequest,
            {"region": "35.14", "year": 2026, "workers": 412_000, "source": "BPS Sakernas"},
        ),
    )
    def put_workers(
        person: Annotated[SignedIn, Depends(guard)], body: Annotated[bytes, Depends(raw_body)]
    ) -> RegionWorkersLine:
        """The number against which a region's coverage is told, with who counted it and for which year."""
        return _workers(aiming.put_workers(person, read_model(RegionWorkersRequest, body)))

    return router


def _told(sheet: Sheet) -> CoverageSheet:
    return CoverageSheet(
        first=str(sheet.first),
        last=str(sheet.last),
        on=sheet.on,
        at=sheet.at,
        group=sheet.grouping.value,
        rows=tuple(_row(one, sheet.names[one.key], sheet.counts.get(one.key)) for one in sheet.rows),
        total=_row(sheet.total, _NO_NAME),
        months=tuple(_row(one, Name(one.key)) for one in sheet.months),
    )


def _row(row: Row, name: Name, counted: RegionWorkers | None = None) -> CoverageRow:
    return CoverageRow(
        key=row.key,
        name=name.name,
        detail=name.detail,
        enrolled=row.enrolled,
        active=row.active,
        lapsed=row.lapsed,
        collected=row.collected,
        deposited=row.deposited,
        outstanding=row.outstanding,
        target_enrolled=min(row.target_enrolled, LARGEST_INTEGER),
        target_collected=min(row.target_collected, LARGEST_INTEGER),
        workers=row.workers,
        counted_in=None if counted is None else counted.year,
        source="" if counted is None else counted.source,
        office_share=None if row.office_share is None else min(row.office_share, LARGEST_INTEGER),
    )


def _target(one: Target) -> TargetLine:
    return TargetLine(
        kind=one.kind, subject=one.subject, first=one.first, enrolled=one.enrolled, collected=one.collected
    )


def _workers(one: RegionWorkers) -> RegionWorkersLine:
    return RegionWorkersLine(region=one.region, year=one.year, workers=one.workers, source=one.source)

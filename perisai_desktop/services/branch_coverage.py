"""Targets and coverage of a branch, as its server sums them up; saved as PDF or spreadsheet, nothing is kept here."""

from __future__ import annotations

import io
from pathlib import Path

from perisai_desktop.documents.coverage_book import write_coverage_book
from perisai_desktop.documents.coverage_report import coverage_pdf
from perisai_desktop.domain.coverage import (
    Aim,
    CoverageGroup,
    CoverageHead,
    CoverageLine,
    CoverageSheet,
    WorkerCount,
)
from perisai_desktop.domain.report import FileKind, Period
from perisai_desktop.services.branch_agents import Asked
from perisai_desktop.services.stick_files import save_whole
from sync.client.coverage_requests import CoverageRequests
from sync.client.review_client import built
from sync.protocol.coverage import CoverageRow, RegionWorkersRequest, TargetRequest
from sync.rules.iuran_month import IuranMonth


class BranchCoverage:
    """Online, with the session of who is signed in. To be used from one thread at a time."""

    def __init__(self, requests: CoverageRequests, asked: Asked) -> None:
        self._requests = requests
        self._asked = asked

    def sheet(
        self, grouping: CoverageGroup, period: Period | None = None, *, fresh: bool = False
    ) -> CoverageSheet:
        """What was reached in whole months, in this one where none is named; `fresh`: by this moment, not some minutes
        ago. Raises Failure: not_allowed, no_network, session_over."""
        first = None if period is None else str(IuranMonth.of(period.first))
        last = None if period is None else str(IuranMonth.of(period.last))
        told = self._asked(lambda: self._requests.coverage(grouping.value, first, last, fresh=fresh))
        return CoverageSheet(
            grouping=grouping,
            first=IuranMonth.parse(told.first),
            last=IuranMonth.parse(told.last),
            on=told.on,
            at=told.at,
            lines=tuple(map(_line, told.rows)),
            total=_line(told.total),
            months=tuple(map(_line, told.months)),
        )

    def set_target(self, grouping: CoverageGroup, key: str, aim: Aim) -> None:
        """Aim at something with an agent, office, branch or region. Raises Failure: not_allowed, target_unknown,
        request_invalid."""
        values = {
            "kind": grouping.value,
            "subject": key,
            "first": str(aim.first),
            "enrolled": aim.enrolled,
            "collected": aim.collected,
        }
        self._asked(lambda: self._requests.put_target(built(TargetRequest, values)))

    def set_workers(self, region: str, count: WorkerCount) -> None:
        """Say how many workers a region has. Raises Failure: not_allowed, target_unknown, request_invalid."""
        values = {"region": region, "year": count.year, "workers": count.workers, "source": count.source}
        self._asked(lambda: self._requests.put_workers(built(RegionWorkersRequest, values)))

    def save(self, sheet: CoverageSheet, head: CoverageHead, path: Path, kind: FileKind) -> Path:
        """Write the sheet as it is shown, whole or not at all. Raises Failure: export_no_room, export_file_open,
        report_not_saved."""
        content = io.BytesIO()
        if kind is FileKind.PDF:
            content.write(coverage_pdf(sheet, head))
        else:
            write_coverage_book(sheet, head, content)
        save_whole(path, content.getvalue())
        return path


def _line(row: CoverageRow) -> CoverageLine:
    return CoverageLine(
        key=row.key,
        name=row.name,
        detail=row.detail,
        enrolled=row.enrolled,
        active=row.active,
        lapsed=row.lapsed,
        collected=row.collected,
        deposited=row.deposited,
        target_enrolled=row.target_enrolled,
        target_collected=row.target_collected,
        workers=row.workers,
        counted_in=row.counted_in,
        source=row.source,
        office_share=row.office_share,
    )

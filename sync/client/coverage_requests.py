"""What a branch asks about targets and coverage, with the session of who is signed in."""

from __future__ import annotations

from urllib.parse import urlencode

from sync.client.review_client import ReviewClient
from sync.protocol.coverage import (
    CoverageSheet,
    RegionWorkersLine,
    RegionWorkersRequest,
    TargetLine,
    TargetRequest,
)


class CoverageRequests:
    """Every method raises `ReviewFault`."""

    def __init__(self, client: ReviewClient) -> None:
        self._client = client

    def coverage(
        self, group: str, first: str | None = None, last: str | None = None, *, fresh: bool = False
    ) -> CoverageSheet:
        """What was reached in some months (`2026-11`), by group; of this month where none is named.

        `fresh` has the server sum up anew what it keeps for minutes.
        """
        asked = {"group": group, "first": first, "last": last, "fresh": "true" if fresh else None}
        query = urlencode({name: value for name, value in asked.items() if value is not None})
        return self._client.told(CoverageSheet, "GET", f"/v1/review/coverage?{query}")

    def put_target(self, request: TargetRequest) -> TargetLine:
        """Aims at something from a month on."""
        return self._client.told(TargetLine, "PUT", "/v1/admin/targets", request)

    def put_workers(self, request: RegionWorkersRequest) -> RegionWorkersLine:
        """Says how many workers a region had in a year."""
        return self._client.told(RegionWorkersLine, "PUT", "/v1/admin/region-workers", request)

"""What a branch asks about what the checks found, with the session of who is signed in."""

from __future__ import annotations

from datetime import date
from urllib.parse import urlencode

from sync.client.review_client import ReviewClient
from sync.protocol.findings import FindingList


class FindingRequests:
    """Every method raises `ReviewFault`."""

    def __init__(self, client: ReviewClient) -> None:
        self._client = client

    def findings(self, since: date, until: date) -> FindingList:
        """What was found on some local days, both included, and what stands open; newest day first."""
        query = urlencode({"since": since.isoformat(), "until": until.isoformat()})
        return self._client.told(FindingList, "GET", f"/v1/review/findings?{query}")

"""What a branch asks about what the checks found, with the session of who is signed in."""

from __future__ import annotations

from sync.client.review_client import ReviewClient
from sync.protocol.findings import FindingList


class FindingRequests:
    """Every method raises `ReviewFault`."""

    def __init__(self, client: ReviewClient) -> None:
        self._client = client

    def findings(self) -> FindingList:
        """What was found in the last week and what stands open, newest day first."""
        return self._client.told(FindingList, "GET", "/v1/review/findings")

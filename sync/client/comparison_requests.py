"""What a branch asks and says about two records that may be of one person, with the session of who is signed in."""

from __future__ import annotations

from urllib.parse import quote, urlencode

from sync.client.review_client import ReviewClient
from sync.protocol.comparison import Comparison, SayingRequest


class ComparisonRequests:
    """Every method raises `ReviewFault`."""

    def __init__(self, client: ReviewClient) -> None:
        self._client = client

    def compared(self, entry_id: str, other: str | None = None) -> Comparison:
        """A record beside another one; beside the first that it collides with where none is named."""
        query = "" if other is None else "?" + urlencode({"other": other})
        return self._client.told(Comparison, "GET", _path(entry_id) + query)

    def say(self, entry_id: str, request: SayingRequest) -> Comparison:
        """Says of exactly these two contents whose they are; both as they stand then."""
        return self._client.told(Comparison, "POST", _path(entry_id), request)


def _path(entry_id: str) -> str:
    return f"/v1/review/records/{quote(entry_id, safe='')}/comparison"

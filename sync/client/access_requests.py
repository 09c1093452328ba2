"""What a branch or an auditor asks about who did and saw what, with the session of who is signed in."""

from __future__ import annotations

from urllib.parse import quote, urlencode

from sync.client.review_client import ReviewClient
from sync.protocol.accesses import AccessPage, TrailProof


class AccessRequests:
    """Every method raises `ReviewFault`."""

    def __init__(self, client: ReviewClient) -> None:
        self._client = client

    def page(
        self, record: str | None = None, account: str | None = None, before: int | None = None, *, views: bool
    ) -> AccessPage:
        """Rows of the audit trail below a number, newest first: about the worker of a record, of an account, or all."""
        asked = {"record": record, "account": account, "before": before, "views": "true" if views else None}
        query = urlencode({name: value for name, value in asked.items() if value is not None})
        return self._client.told(AccessPage, "GET", f"/v1/review/accesses?{query}")

    def proof(self) -> TrailProof:
        """Whether the audit trail is whole."""
        return self._client.told(TrailProof, "GET", "/v1/admin/audit/proof")

    def person(self, entry_id: str) -> bytes:
        """Everything that is held about the person of a record, as a ZIP."""
        return self._client.content(f"/v1/admin/people/{quote(entry_id, safe='')}/export")

    def ledger(self) -> bytes:
        """Every line of the ledger as CSV."""
        return self._client.content("/v1/admin/ledger")

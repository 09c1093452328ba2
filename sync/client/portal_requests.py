"""The reviewer's requests about the agency's portal, with the session of who is signed in."""

from __future__ import annotations

from collections.abc import Iterable
from urllib.parse import urlencode

from sync.client.review_client import ReviewClient, built
from sync.protocol.portal import (
    PortalAnswer,
    PortalAnswers,
    PortalOutcome,
    PortalOutcomes,
    PortalPage,
    RenewalPage,
)


class PortalRequests:
    """Every method raises `ReviewFault`."""

    def __init__(self, client: ReviewClient) -> None:
        self._client = client

    def page(self, after: str | None = None) -> PortalPage:
        """Approved enrolments above an entry id; taking them is written down."""
        return self._client.told(PortalPage, "GET", _above("export", after))

    def renewals(self, after: str | None = None) -> RenewalPage:
        """Further payments above an entry id; taking them is written down."""
        return self._client.told(RenewalPage, "GET", _above("renewals", after))

    def answers(self, answers: Iterable[PortalAnswer], *, dry: bool = False) -> tuple[PortalOutcome, ...]:
        """What became of the agency's answers, at most `MOST_ANSWERS` of them; `dry` only looks."""
        request = built(PortalAnswers, {"answers": tuple(answers), "dry": dry})
        return self._client.told(PortalOutcomes, "POST", "/v1/review/portal/answers", request).outcomes


def _above(list_name: str, after: str | None) -> str:
    query = "" if after is None else "?" + urlencode({"after": after})
    return f"/v1/review/portal/{list_name}{query}"

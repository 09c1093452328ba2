"""What a branch asks about its settings, with the session of who is signed in."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Any
from urllib.parse import quote

from sync.client.review_client import ReviewClient, built
from sync.protocol.branch_settings import (
    DraftRequest,
    DraftView,
    PublishRequest,
    ReleaseDocuments,
    SettingsOverview,
)

_SETTINGS = "/v1/review/settings"


class SettingsRequests:
    """Every method raises `ReviewFault`."""

    def __init__(self, client: ReviewClient) -> None:
        self._client = client

    def overview(self) -> SettingsOverview:
        """What holds, what is drafted, and every version."""
        return self._client.told(SettingsOverview, "GET", _SETTINGS)

    def release(self, version: str) -> ReleaseDocuments:
        """The files of a version as they were published."""
        path = f"{_SETTINGS}/releases/{quote(version, safe='')}"
        return self._client.told(ReleaseDocuments, "GET", path)

    def put_draft(
        self, base: str, in_force_on: date, documents: Mapping[str, Mapping[str, Any]], seen: str | None
    ) -> DraftView:
        """Keeps a draft in place of the one with the digest `seen`, and tells what it would do."""
        values = {"base": base, "in_force_on": in_force_on, "documents": documents, "seen": seen}
        return self._client.told(DraftView, "PUT", f"{_SETTINGS}/draft", built(DraftRequest, values))

    def drop_draft(self) -> SettingsOverview:
        """Throws the draft away."""
        return self._client.told(SettingsOverview, "DELETE", f"{_SETTINGS}/draft")

    def publish(self, digest: str) -> SettingsOverview:
        """Publishes exactly the draft with this digest."""
        request = built(PublishRequest, {"digest": digest})
        return self._client.told(SettingsOverview, "POST", f"{_SETTINGS}/releases", request)

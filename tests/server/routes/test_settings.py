"""Who is told what a branch works on: the draft of its settings is for whoever may change it, the rest for all readers."""

from __future__ import annotations

import copy
from datetime import date

import pytest

from sync.protocol.branch_settings import SettingsOverview
from tests.support.server_app import RunningServer

SETTINGS = "/v1/review/settings"
TODAY = date(2026, 11, 22)


def told(running: RunningServer, login: str) -> SettingsOverview:
    answer = running.client.get(SETTINGS, headers=running.bearer(login))
    assert answer.status_code == 200, answer.text
    return SettingsOverview.model_validate_json(answer.content)


def draft(running: RunningServer) -> str:
    """The branch's administrator drafts another number to call; the draft's digest."""
    seen = told(running, "branch_admin")
    documents = copy.deepcopy({name: dict(content) for name, content in seen.documents.items()})
    documents["settings.json"]["hotline"] = "0266-555-175"
    asked = {"base": seen.newest, "in_force_on": TODAY.isoformat(), "documents": documents}
    answer = running.client.put(f"{SETTINGS}/draft", json=asked, headers=running.bearer("branch_admin"))
    assert answer.status_code == 200, answer.text
    return str(answer.json()["digest"])


@pytest.mark.parametrize("login", ["reviewer", "auditor"])
def test_whoever_may_not_change_the_settings_is_not_told_the_draft(
    running: RunningServer, login: str
) -> None:
    digest = draft(running)
    seen = told(running, "branch_admin")
    assert seen.draft is not None
    assert seen.draft.digest == digest
    answer = running.client.get(SETTINGS, headers=running.bearer(login))
    assert answer.json()["draft"] is None
    assert "0266-555-175" not in answer.text
    assert told(running, login) == seen.model_copy(update={"draft": None})


@pytest.mark.parametrize("login", ["reviewer", "auditor"])
def test_what_was_published_is_for_all_readers(running: RunningServer, login: str) -> None:
    digest = draft(running)
    admin = running.bearer("branch_admin")
    answer = running.client.post(f"{SETTINGS}/releases", json={"digest": digest}, headers=admin)
    assert answer.status_code == 201, answer.text
    seen = told(running, login)
    assert seen == told(running, "branch_admin")
    assert seen.documents["settings.json"]["hotline"] == "0266-555-175"

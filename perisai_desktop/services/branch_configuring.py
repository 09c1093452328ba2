"""A branch's settings at its server: read, drafted, looked at and published by its administrator."""

import csv
import io
import re
from datetime import date
from pathlib import Path
from typing import Any

from perisai_desktop.domain.branch_settings_book import (
    Difference,
    Documents,
    DraftProblem,
    PriceDifference,
    PublishedVersion,
    SettingsBook,
    SettingsDraft,
)
from perisai_desktop.domain.failure import Failure, FailureCode
from perisai_desktop.services.branch_agents import Asked
from sync.client.settings_requests import SettingsRequests
from sync.protocol.branch_settings import DraftView, SettingsOverview

COLUMNS = ("bracket", "income_from", "basis", "jkk", "jht", "jkm")
"""What a file of brackets must tell of each, in whole numbers; `income_to` and `evidence` may stand beside them."""
_FIGURE = re.compile(r"[0-9]{1,15}")
_LARGEST_TABLE = 1024 * 1024
"""Signs of a file of brackets that are read: a thousand brackets take a tenth."""


class BranchConfiguring:
    """Online, with the session of who is signed in. To be used from one thread at a time."""

    def __init__(self, requests: SettingsRequests, asked: Asked) -> None:
        self._requests = requests
        self._asked = asked

    def book(self) -> SettingsBook:
        """What holds, is drafted and was published. Raises Failure: not_allowed, no_network, session_over."""
        return _book(self._asked(self._requests.overview))

    def keep(self, base: str, in_force_on: date, documents: Documents, seen: str | None) -> SettingsDraft:
        """Keep a draft in place of the one with the digest `seen`, and tell what publishing it would do.

        Raises Failure: draft_changed, draft_outdated.
        """
        return _draft(self._asked(lambda: self._requests.put_draft(base, in_force_on, documents, seen)))

    def drop(self) -> SettingsBook:
        """Throw the draft away. Raises Failure: draft_changed."""
        return _book(self._asked(self._requests.drop_draft))

    def publish(self, digest: str) -> SettingsBook:
        """Publish exactly what was looked at. Raises Failure: draft_changed, draft_outdated, draft_faulty."""
        return _book(self._asked(lambda: self._requests.publish(digest)))


def read_brackets(path: Path) -> tuple[dict[str, Any], ...]:
    """The income brackets of a CSV file with the columns above. Raises Failure(brackets_unreadable, row)."""
    try:
        with path.open(encoding="utf-8-sig", newline="") as file:
            text = file.read(_LARGEST_TABLE + 1)
        rows = list(csv.DictReader(io.StringIO(text), strict=True)) if len(text) <= _LARGEST_TABLE else []
    except (OSError, UnicodeDecodeError, csv.Error):
        raise Failure(FailureCode.BRACKETS_UNREADABLE, row=0) from None
    brackets: list[dict[str, Any]] = []
    for number, row in enumerate(rows, 2):
        cells = {name: (row.get(name) or "").strip() for name in (*COLUMNS, "income_to")}
        if not all(_FIGURE.fullmatch(cells[name]) for name in COLUMNS):
            raise Failure(FailureCode.BRACKETS_UNREADABLE, row=number)
        upper = int(cells["income_to"]) if _FIGURE.fullmatch(cells["income_to"]) else None
        evidence = (row.get("evidence") or "").strip() or "transcribed"
        brackets.append(
            {name: int(cells[name]) for name in COLUMNS} | {"income_to": upper, "evidence": evidence}
        )
    if not brackets:
        raise Failure(FailureCode.BRACKETS_UNREADABLE, row=0)
    return tuple(brackets)


def _book(told: SettingsOverview) -> SettingsBook:
    return SettingsBook(
        branch=told.branch,
        in_force=told.in_force,
        newest=told.newest,
        documents=told.documents,
        draft=None if told.draft is None else _draft(told.draft),
        versions=tuple(
            PublishedVersion(one.version, one.in_force_on, one.published_at, one.published_by, one.state)
            for one in told.releases
        ),
    )


def _draft(told: DraftView) -> SettingsDraft:
    return SettingsDraft(
        digest=told.digest,
        base=told.base,
        in_force_on=told.in_force_on,
        documents=told.documents,
        edited_by=told.edited_by,
        edited_at=told.edited_at,
        problems=tuple(
            DraftProblem(one.code, one.file, one.place, one.least, one.most) for one in told.faults
        ),
        differences=tuple(Difference(one.kind, one.name, one.before, one.after) for one in told.changes),
        prices=tuple(
            PriceDifference(one.month, one.income, one.offer, one.transport, one.payer, one.before, one.after)
            for one in told.prices
        ),
        overtaken=told.overtaken,
    )

"""Settings of an invented branch, as its administrator's screen sees them."""

from __future__ import annotations

import json
from dataclasses import replace
from datetime import UTC, date, datetime

from perisai_desktop.domain.branch_settings_book import (
    Difference,
    Documents,
    DraftProblem,
    PriceDifference,
    PublishedVersion,
    SettingsBook,
    SettingsDraft,
)
from perisai_desktop.domain.failure import Failure
from sync.rules.draft_faults import EDITABLE
from tests.support.reference_data import REFERENCE_FOLDER

ON = date(2026, 11, 22)
AT = datetime(2026, 11, 22, 2, 30, tzinfo=UTC)
FIRST = PublishedVersion("001.20261003.021500", date(2026, 10, 5), AT, "Ibu Ratna", "in_force")
OLD = replace(FIRST, version="001.20260901.031000", in_force_on=date(2026, 9, 1), state="over")


def documents() -> Documents:
    """The files that come with the program."""
    return {name: json.loads((REFERENCE_FOLDER / name).read_bytes()) for name in EDITABLE}


def book(draft: SettingsDraft | None = None) -> SettingsBook:
    """A branch that published twice."""
    return SettingsBook("Cabang Sukabumi", FIRST.version, FIRST.version, documents(), draft, (FIRST, OLD))


def draft(*problems: DraftProblem, **fields: object) -> SettingsDraft:
    """A dearer table from January on and one more field, as the server looks at it."""
    made = SettingsDraft(
        digest="1" * 64,
        base=FIRST.version,
        in_force_on=date(2027, 1, 1),
        documents=documents(),
        edited_by="Ibu Ratna",
        edited_at=AT,
        problems=problems,
        differences=()
        if problems
        else (
            Difference("tariff", "BPU-2015", "2015-07//33", "2015-07/2026-12/33"),
            Difference("tariff", "BPU-2027", "", "2027-01//33"),
            Difference(
                "relief",
                "pp50-2025-t",
                "2026-01/2027-03/1:2/JKK+JKM/transport/self/0",
                "2026-01/2027-06/1:2/JKK+JKM/transport/self/0",
            ),
            Difference("setting", "months_offered", "1, 3, 6, 12", "1, 3"),
            Difference("field", "email", "optional", "required"),
            Difference("check", "voids", "3", "5"),
            Difference("target", "2027-01", "", "45/2200000"),
            Difference("consent", "text", "2026.1", "2027.1"),
        ),
        prices=()
        if problems
        else (
            PriceDifference("2026-11", 1_000_000, "JKK+JKM", False, "self", 8_400, 8_400),
            PriceDifference("2027-01", 1_000_000, "JKK+JKM", False, "self", 16_800, 18_800),
            PriceDifference("2027-01", 1_000_000, "JKK+JKM", True, "self", 8_400, 9_400),
            PriceDifference("2027-01", 3_000_000, "JKK+JKM+JHT", False, "self", None, 98_800),
        ),
        overtaken=(),
    )
    return replace(made, **fields)  # type: ignore[arg-type]


class FakeConfiguring:
    """Fulfils the session that the screen asks; `failure` makes the next call fail, `answer` is what a look finds."""

    def __init__(self) -> None:
        self.told = book()
        self.answer = draft()
        self.failure: Failure | None = None
        self.kept: list[tuple[str, date, str | None]] = []

    def book(self) -> SettingsBook:
        self._fail()
        return self.told

    def keep(self, base: str, in_force_on: date, documents: Documents, seen: str | None) -> SettingsDraft:
        self._fail()
        self.kept.append((base, in_force_on, seen))
        self.answer = replace(self.answer, documents=documents, in_force_on=in_force_on)
        self.told = replace(self.told, draft=self.answer)
        return self.answer

    def drop(self) -> SettingsBook:
        self._fail()
        self.told = replace(self.told, draft=None)
        return self.told

    def publish(self, digest: str) -> SettingsBook:
        self._fail()
        assert digest == self.answer.digest
        new = PublishedVersion("001.20261122.023000", self.answer.in_force_on, AT, "Ibu Ratna", "coming")
        self.told = replace(
            self.told,
            newest=new.version,
            documents=self.answer.documents,
            draft=None,
            versions=(new, *self.told.versions),
        )
        return self.told

    def _fail(self) -> None:
        if self.failure is not None:
            failure, self.failure = self.failure, None
            raise failure

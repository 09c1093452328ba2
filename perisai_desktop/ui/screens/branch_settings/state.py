"""What the screen of a branch's settings shows."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from perisai_desktop.domain.branch_settings_book import Documents, SettingsBook, SettingsDraft
from perisai_desktop.domain.failure import Failure


class Sheet(StrEnum):
    """What is being looked at."""

    FIELDS = "fields"
    LIMITS = "limits"
    OCCUPATIONS = "occupations"
    CONSENT = "consent"
    TARIFF = "tariff"
    RELIEFS = "reliefs"
    VERSIONS = "versions"


@dataclass(frozen=True, slots=True)
class BranchSettingsState:
    """`documents`: what is on the screen, None until it was read; `start`: the day from which it is to hold.

    `preview` is what the server said of exactly this, None where something was edited since.
    """

    book: SettingsBook | None = None
    documents: Documents | None = None
    start: date | None = None
    seen: str | None = None
    preview: SettingsDraft | None = None
    sheet: Sheet = Sheet.FIELDS
    published: str = ""
    busy: bool = False
    failure: Failure | None = None

    @property
    def publishable(self) -> bool:
        """Whether what is on the screen was looked at and can be published."""
        return self.preview is not None and self.preview.publishable and not self.busy

    @property
    def edited(self) -> bool:
        """Whether there is something to look at: another thing on the screen than what was published last."""
        return self.book is not None and (self.documents != self.book.documents or self.seen is not None)

    @property
    def tables_added(self) -> int:
        """How many tables of contributions are new."""
        if self.book is None or self.documents is None:
            return 0
        now, before = self.documents["tariff.json"]["tables"], self.book.documents["tariff.json"]["tables"]
        return len(now) - len(before)

"""What the dialog about a worker's life shows."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date

from perisai_desktop.domain.failure import Failure
from perisai_desktop.domain.life import LifeOutlook, LifeWish
from sync.rules.changes import EndCause
from sync.rules.dates import parse_date
from sync.rules.iuran_month import IuranMonth
from sync.rules.reactions import Finding
from sync.rules.regions import Place


@dataclass(frozen=True, slots=True)
class LifeState:
    """What was typed and chosen, and what it would mean; `outlook` lags behind until the laptop has looked.

    `edits` are fields of the form with their new texts, `month` None until somebody chooses one.
    """

    edits: Mapping[str, str] = field(default_factory=dict, repr=False)
    month: IuranMonth | None = None
    ending: bool = False
    cause: EndCause | None = None
    day: str = ""
    reasons: Mapping[str, str] = field(default_factory=dict, repr=False)
    outlook: LifeOutlook | None = None
    place: Place | None = None
    offers: tuple[str, tuple[Place, ...]] = ("", ())
    busy: bool = False
    failure: Failure | None = None

    @property
    def dated(self) -> bool:
        """Whether the end has a day: nobody asks since when somebody wishes to stop."""
        return self.cause in (EndCause.DEATH, EndCause.EMPLOYMENT)

    @property
    def ended_on(self) -> date | None:
        """The day of the end, None where it is not known or not a date."""
        return parse_date(self.day) if self.dated else None

    @property
    def day_unreadable(self) -> bool:
        """Whether a day was typed that is none."""
        return self.dated and bool(self.day.strip()) and self.ended_on is None

    @property
    def wish(self) -> LifeWish:
        """What is to be written down."""
        if not self.ending:
            return LifeWish(self.edits, self.month)
        return LifeWish({}, self.month, self.cause, self.ended_on)

    @property
    def unexplained(self) -> tuple[Finding, ...]:
        """Warnings that still lack a reason."""
        warnings = () if self.outlook is None else self.outlook.warnings
        return tuple(one for one in warnings if not self.reasons.get(one.reaction.value, "").strip())

    @property
    def ready(self) -> bool:
        """Whether it can be written."""
        outlook = self.outlook
        if outlook is None or outlook.fault is not None or self.busy or self.day_unreadable:
            return False
        if self.ending:
            return self.cause is not None
        return bool(outlook.changed) and not outlook.errors and not self.unexplained

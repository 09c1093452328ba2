"""A worker's life as the dialogs and the card tell it: what a change would mean, and what was changed."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime

from perisai_desktop.domain.failure import FailureCode
from sync.rules.changes import EndCause
from sync.rules.enrolment_form import EnrolmentForm
from sync.rules.iuran_month import IuranMonth
from sync.rules.reactions import Finding, Severity
from sync.rules.states import ClientState, ReviewState


@dataclass(frozen=True, slots=True)
class LifeWish:
    """What somebody wants to write down: fields of the form with their new texts, or an end with its cause.

    `month` None: the first that may be. `ended_on`: the day of the end where it is known.
    """

    edits: Mapping[str, str] = field(default_factory=dict, repr=False)
    month: IuranMonth | None = None
    cause: EndCause | None = None
    ended_on: date | None = None


@dataclass(frozen=True, slots=True)
class MonthPrice:
    """One month that is not paid yet, rupiah as things stand and with the change; None: not owed."""

    month: IuranMonth
    before: int | None
    after: int | None


@dataclass(frozen=True, slots=True)
class LifeOutlook:
    """What a wish would mean. `before` and `form` are the worker's form in `month`, without and with it.

    `prices` is empty where the laptop does not know what the worker pays. `beyond`: months that are paid behind an end.
    `fault`: why `month` is none from which it may hold.
    """

    worker_id: str
    name: str = field(repr=False)
    nik: str = field(repr=False)
    until: IuranMonth | None
    months: tuple[IuranMonth, ...]
    month: IuranMonth
    before: EnrolmentForm = field(repr=False)
    form: EnrolmentForm = field(repr=False)
    changed: frozenset[str]
    findings: tuple[Finding, ...] = ()
    prices: tuple[MonthPrice, ...] = ()
    beyond: tuple[IuranMonth, ...] = ()
    fault: FailureCode | None = None

    @property
    def errors(self) -> tuple[Finding, ...]:
        """What keeps the new values from being written."""
        return tuple(one for one in self.findings if one.severity is Severity.ERROR)

    @property
    def warnings(self) -> tuple[Finding, ...]:
        """What needs a reason."""
        return tuple(one for one in self.findings if one.severity is Severity.WARNING)

    @property
    def dearer_or_cheaper(self) -> bool:
        """Whether the price of a coming month is another than before."""
        return any(one.before != one.after for one in self.prices)


@dataclass(frozen=True, slots=True)
class LifeEvent:
    """A change that was written: new `fields` or an `end` from a month on, or `purposes` no longer agreed to, at once."""

    entry_id: str
    at: datetime
    client: ClientState
    review: ReviewState | None
    reason: str | None
    month: IuranMonth | None = None
    fields: frozenset[str] = frozenset()
    end: EndCause | None = None
    purposes: tuple[str, ...] = ()

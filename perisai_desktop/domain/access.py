"""Who did and saw what at the branch's server: rows of its audit trail, which name no worker."""

from dataclasses import dataclass, field
from datetime import date, datetime


@dataclass(frozen=True, slots=True)
class Access:
    """One act, at an instant (UTC). `name` and `role` are empty for the server itself and its terminal.

    `record`: the entry id of the record that it was about. `way`: by which request a record was shown, else empty.
    `count`: how many it was about, 0 where that is not told. `whom`: the name of the account or agent that it was done to.
    """

    number: int
    at: datetime
    actor: str
    name: str
    role: str
    act: str
    record: str | None = None
    way: str = ""
    count: int = 0
    whom: str = ""

    @property
    def is_account(self) -> bool:
        """Whether somebody's account did it, whose other acts can be asked for."""
        return bool(self.role) and self.role != "agent"


@dataclass(frozen=True, slots=True)
class AccessQuestion:
    """Whose acts, or about which record; `views`: only those that showed personal data. `before`: further back."""

    record: str | None = None
    account: str | None = None
    views: bool = True
    before: int | None = None


@dataclass(frozen=True, slots=True)
class AccessPage:
    """Newest first; `before` is None where nothing lies further back."""

    accesses: tuple[Access, ...]
    before: int | None = None


@dataclass(frozen=True, slots=True)
class TrailFault:
    """What does not hold: the code of the finding, at a row by its number or on a signed day."""

    code: str
    number: int | None = None
    day: date | None = None


@dataclass(frozen=True, slots=True)
class TrailProof:
    """Every row held against the one before, and every signed day; `faults` are the first of `fault_count`."""

    rows: int
    anchors: int
    anchored_on: date | None
    fault_count: int
    faults: tuple[TrailFault, ...] = field(default=())

    @property
    def holds(self) -> bool:
        """Whether nothing was changed, dropped or put in between."""
        return self.fault_count == 0

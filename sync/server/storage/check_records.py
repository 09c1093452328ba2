"""Records of the checks that cross the storage wall; field names are column names."""

from dataclasses import dataclass
from datetime import date, datetime


@dataclass(frozen=True, slots=True)
class PhotoUse:
    """An entry that names a picture. `owner`: the worker it is about, or the entry itself where it is about none.

    `compared`: the picture belongs to one owner alone, so that another's use of it is unusual. A signed list names many,
    and what is kept aside is compared with nothing; that the picture is needed they say all the same.
    """

    sha256: str
    entry_id: str
    owner: str
    agent_id: str
    device: str
    used_on: date
    compared: bool = True


@dataclass(frozen=True, slots=True)
class StoredFinding:
    """What a check found about an entry; `check_code` says which, `evidence` is a JSON list of entry ids.

    `found_on` is the local date of the entry, `measure` what was counted.
    """

    entry_id: str
    check_code: str
    branch_id: str
    agent_id: str
    found_on: date
    evidence: str
    measure: int


@dataclass(frozen=True, slots=True)
class DatedEntry:
    """An entry under review, as far as the day and hour of its writing."""

    agent_id: str
    entry_id: str
    recorded_at: datetime
    recorded_on: date


@dataclass(frozen=True, slots=True)
class HeldCash:
    """A receipt whose cash is in hand, since a local day; `total` in rupiah."""

    agent_id: str
    entry_id: str
    taken_on: date
    total: int

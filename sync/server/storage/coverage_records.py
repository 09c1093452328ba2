"""Sums of what agents reached, and what a branch aims at, as they cross the storage wall.

Months are `2026-11`; a district is a code such as `35.14.06`, empty where nobody knows where the worker lives.
"""

from dataclasses import dataclass
from datetime import datetime


@dataclass(frozen=True, slots=True)
class EnrolledSum:
    """Workers whom an agent enrolled for the first time in a month, by district of the worker."""

    agent_id: str
    month: str
    district: str
    enrolled: int


@dataclass(frozen=True, slots=True)
class MoneySum:
    """Rupiah of the lines of receipts that an agent issued in a month and that stand, by district of the worker.

    `deposited`: the part of it whose cash a deposit carried away.
    """

    agent_id: str
    month: str
    district: str
    collected: int
    deposited: int


@dataclass(frozen=True, slots=True)
class PaidSpan:
    """Workers alike in these: who serves them, where they live, and that what was paid up to the month `begun`
    reached to the iuran month `until`, which held until something was paid in the month `replaced` (None: it holds)."""

    agent_id: str
    district: str
    begun: str
    until: str
    replaced: str | None
    workers: int


@dataclass(frozen=True, slots=True)
class NewSum:
    """Workers whom an agent enrolled for the first time in a month: with two programmes, and with three."""

    agent_id: str
    month: str
    two: int
    three: int


@dataclass(frozen=True, slots=True)
class PaymentSum:
    """Payments to an agent in a month that are alike: `early` rupiah for the first months of a membership, `late` rupiah
    for those that follow, in each of `payments` receipts."""

    agent_id: str
    month: str
    early: int
    late: int
    payments: int


@dataclass(frozen=True, slots=True)
class Target:
    """New participants and rupiah to collect in each month from `first` on; 0 says that nothing is aimed at.

    `kind` is agent, office, branch, region or district; `subject` the id, or the code of the region.
    """

    branch_id: str
    kind: str
    subject: str
    first: str
    enrolled: int
    collected: int
    set_at: datetime
    set_by: str


@dataclass(frozen=True, slots=True)
class RegionWorkers:
    """How many workers `source` counted in a regency (`35.14`) or district (`35.14.06`) in a year."""

    branch_id: str
    region: str
    year: int
    workers: int
    source: str
    set_at: datetime
    set_by: str

"""How much of what the checks look at is still usual; what is beyond is shown to a person and decides nothing."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class CheckLimits:
    """What a branch finds unusual. The age of cash that is too old is `undeposited_red_days` of the branch.

    `age_near_days`: so many days before the 65th birthday or fewer. `phone_workers`: more workers than so many with one
    phone. `gap_months`: so many overdue months before a payment, or more. `enrolled_per_hour`: more enrolments of one
    agent within 60 minutes. `missing_days`, `photo_days`: an entry, a picture is missing after more days than so many. `voids`, `voids_percent`: so many
    voids of an agent or more, that are also more than so many in a hundred of the receipts of the days looked at.
    """

    age_near_days: int = 180
    phone_workers: int = 3
    gap_months: int = 3
    enrolled_per_hour: int = 12
    missing_days: int = 1
    photo_days: int = 3
    voids: int = 3
    voids_percent: int = 5

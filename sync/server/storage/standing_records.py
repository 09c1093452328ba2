"""Counts about agents and their devices that cross the storage wall."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class WorkCount:
    """Entries and enrolments that an agent wrote from the first day of a week and of a month on."""

    week_entries: int
    month_entries: int
    week_enrolments: int
    month_enrolments: int


@dataclass(frozen=True, slots=True)
class DecidedCount:
    """Records of an agent on which a person decided, and those of them that were ever sent back."""

    decided: int
    returned: int

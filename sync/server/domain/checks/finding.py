"""What a check found: a code, who and which day it is about, and the entries that show it."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

MOST_EVIDENCE = 20
"""So many entries are named at most: enough to look into."""


class Check(StrEnum):
    """Every check; each has a sentence for the reviewer."""

    SAME_NIK = "duplicate"
    SAME_PERSON = "same_person_likely"
    AGE_NEAR_LIMIT = "age_near_limit"
    PHONE_OF_MANY = "phone_of_many"
    FIRST_AFTER_GAP = "first_after_gap"
    MANY_IN_ONE_HOUR = "many_in_one_hour"
    PHOTO_MISSING = "photo_missing"
    PHOTO_USED_BEFORE = "photo_used_before"
    BIRTH_DATE_AT_ODDS = "birth_date_differs"
    RECEIPT_GAP = "receipt_gap"
    ENTRIES_MISSING = "entries_missing"
    CASH_OLD = "cash_old"
    CLOCK_AHEAD = "clock_ahead"
    CLOCK_BACK = "clock_back"
    DEPOSIT_DIFFERS = "deposit_differs"
    VOIDS_OUT_OF_PATTERN = "voids_out_of_pattern"
    SAME_HAND = "same_hand"


@dataclass(frozen=True, slots=True)
class Finding:
    """What a check found about an agent on a local date.

    `subject` is the entry it is about, None where it is about the agent's day; `evidence` are entry ids that show
    it; `measure` is what was counted: workers, months, minutes, days, entries, per cent, or rupiah.
    """

    check: Check
    agent_id: str
    on: date
    subject: str | None = None
    evidence: tuple[str, ...] = ()
    measure: int = 0


def shown(entry_ids: Iterable[str]) -> tuple[str, ...]:
    """Evidence: each entry once, as many as are looked into."""
    return tuple(dict.fromkeys(entry_ids))[:MOST_EVIDENCE]

"""Where each field of the enrolment stands on the form."""

from __future__ import annotations

from typing import TypeAlias

from sync.rules.branch_settings import BranchSettings, FieldUse

Row: TypeAlias = tuple[str, tuple[tuple[str, int], ...]]
"""A section, and the fields of one of its rows with their widths in pixels; 0 takes the room that is left."""

ROWS: tuple[Row, ...] = (
    ("identity", (("nik", 204),)),
    ("identity", (("name", 0), ("mother_name", 0))),
    ("identity", (("birth_place", 0), ("birth_date", 140), ("sex", 176), ("phone", 136))),
    ("address", (("village", 0), ("street", 148), ("rt", 50), ("rw", 50))),
    ("work", (("occupation", 0), ("income", 136), ("payer", 192))),
    ("work", (("payer_name", 0),)),
    ("programme", (("offer", 0), ("first_month", 156), ("months", 180))),
)

FOLDED: tuple[Row, ...] = (
    ("contact", (("email", 0), ("postcode", 96), ("marital", 150))),
    ("contact", (("kk", 0), ("npwp", 0))),
    ("work_place", (("workplace", 0), ("working_hours", 150))),
    ("work_place", (("second_occupation", 0), ("second_workplace", 0), ("second_working_hours", 150))),
    ("heirs", (("heirs", 0),)),
    ("bank", (("bank", 148), ("bank_number", 0), ("bank_holder", 0))),
)
"""Rows that are shown on demand, and from the beginning where the branch requires one of their fields."""


def used(rows: tuple[Row, ...], settings: BranchSettings) -> tuple[Row, ...]:
    """The rows without the fields that the branch has turned off."""
    kept = (
        (section, tuple(part for part in parts if settings.use_of(part[0]) is not FieldUse.OFF))
        for section, parts in rows
    )
    return tuple(row for row in kept if row[1])


def names(rows: tuple[Row, ...]) -> tuple[str, ...]:
    """The fields of some rows, in their order."""
    return tuple(name for _, parts in rows for name, _ in parts)

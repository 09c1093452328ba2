"""Somebody on this laptop who may be the person on the form."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum


class Likeness(StrEnum):
    """What the two have in common."""

    NIK = "nik"
    PERSON = "person"
    """Name and date of birth, under another NIK."""
    PHONE = "phone"


COMPARED: tuple[str, ...] = (
    "nik",
    "name",
    "birth_date",
    "birth_place",
    "mother_name",
    "phone",
    "street",
    "village",
    "occupation",
)
"""Fields of the form that are put beside each other, in their order."""


@dataclass(frozen=True, slots=True)
class LookAlike:
    """`fields` are as a person reads them, by the names of COMPARED; what this laptop does not hold is absent."""

    worker_id: str
    nik: str = field(repr=False)
    likeness: frozenset[Likeness]
    fields: Mapping[str, str] = field(repr=False)


@dataclass(frozen=True, slots=True)
class Comparison:
    """The person on the form, and those who are like: the same NIK first, then the same person, then the phone."""

    mine: Mapping[str, str] = field(repr=False)
    others: tuple[LookAlike, ...]

"""The record of who holds a NIK, as it crosses the storage wall; field names are column names."""

from dataclasses import dataclass
from datetime import date, datetime


@dataclass(frozen=True, slots=True)
class NikClaim:
    """A worker enrolled under a NIK; the first claim of a NIK holds it.

    `likeness`, `born_trace`, `lives_trace`, `phone`: what records of one person share (domain/checks/people.py).
    `village`: the code of where the worker lives, as it was said last.
    """

    nik: str
    worker_id: str
    entry_id: str
    device: str
    agent_id: str
    birth_on: date | None
    name_key: str
    registered_at: datetime
    kpj: str | None = None
    likeness: str | None = None
    born_trace: str | None = None
    lives_trace: str | None = None
    phone: str | None = None
    village: str | None = None

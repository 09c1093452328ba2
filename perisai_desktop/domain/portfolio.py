"""A list of participants whom an agent serves already: who can be taken in, and what is wrong with the others."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from enum import StrEnum

from perisai_desktop.domain.list_columns import Columns, guess, named
from sync.rules.enrolment_form import EnrolmentForm
from sync.rules.iuran_month import IuranMonth
from sync.rules.reactions import Finding

_HEADS = {
    "kpj": frozenset({"kpj", "no kpj", "nomor kpj", "no peserta", "nomor peserta", "nomor kartu"}),
    "paid_until": frozenset(
        {
            "lunas s d",
            "lunas sd",
            "lunas sampai",
            "lunas hingga",
            "dibayar sampai",
            "bayar sampai",
            "iuran terakhir",
            "bulan terakhir",
            "paid until",
        }
    ),
}
TAKEN = (
    "nik",
    "name",
    "birth_date",
    "phone",
    "village",
    "district",
    "regency",
    "occupation",
    "income",
    "offer",
)
"""The fields that such a list may have beside KPJ and paid until; of others nothing is kept."""


class LineFault(StrEnum):
    """What keeps a line out beside what the rules say of its fields."""

    UNTIL_UNREADABLE = "until_unreadable"
    UNTIL_AHEAD = "until_ahead"
    KPJ_LENGTH = "kpj_length"
    NAME_UNFIT = "name_unfit"
    TWICE = "twice"


@dataclass(frozen=True, slots=True)
class Participant:
    """A line that can be taken in; `kpj` may be empty."""

    form: EnrolmentForm = field(repr=False)
    until: IuranMonth
    kpj: str


@dataclass(frozen=True, slots=True)
class UnfitLine:
    """A line that can't be taken in; `row` is its number in the file, from 1."""

    row: int
    name: str = field(repr=False)
    findings: tuple[Finding, ...] = ()
    faults: tuple[LineFault, ...] = ()


@dataclass(frozen=True, slots=True)
class PortfolioFile:
    """A list as it was read: nothing of it is kept yet. `here` counts those whose NIK this laptop knows."""

    name: str
    participants: tuple[Participant, ...] = ()
    unfit: tuple[UnfitLine, ...] = ()
    here: int = 0


def portfolio_columns(heads: Sequence[str]) -> Columns:
    """Which column is which field, KPJ and paid until included."""
    found = named(heads, _HEADS)
    claimed = set(found.values())
    return found | {
        name: place for name, place in guess(heads).items() if name in TAKEN and place not in claimed
    }

"""The contribution table: income brackets with the amounts that the law sets for each, never a percentage."""

from bisect import bisect_right
from dataclasses import dataclass

from sync.rules.iuran_month import IuranMonth
from sync.rules.programmes import Programme

MINIMUM_INCOME = 1_000_000
"""The lowest income that can be declared, rupiah a month (lowest basis of PP 44/2015 Lampiran II)."""
INCOME_STEP = 1_000
"""Income is declared in whole thousands of rupiah."""


@dataclass(frozen=True, slots=True)
class Bracket:
    """One row: incomes from and to (None: no upper end), and basis, JKK, JHT and JKM in rupiah a month.

    The basis is the income that the law takes for everybody in the bracket. JKK is 1 % of it (PP 44/2015
    Lampiran II), JHT 2 % (PP 46/2015 Lampiran), JKM a flat 6,800 (PP 44/2015 as amended by PP 82/2019 and
    PP 49/2023). `evidence` is `transcribed` from a published table or `inferred` from its rule.
    """

    number: int
    income_from: int
    income_to: int | None
    basis: int
    jkk: int
    jht: int
    jkm: int
    evidence: str

    @property
    def inferred(self) -> bool:
        """Whether the row is inferred: screens show a notice."""
        return self.evidence != "transcribed"

    def amount(self, programme: Programme) -> int:
        """The full price of one programme for one month, rupiah."""
        return {Programme.JKK: self.jkk, Programme.JKM: self.jkm, Programme.JHT: self.jht}[programme]


@dataclass(frozen=True, slots=True)
class Tariff:
    """A table and the iuran months it holds for, from the first to the last (None: until further notice)."""

    version: str
    brackets: tuple[Bracket, ...]
    first: IuranMonth
    last: IuranMonth | None = None

    def covers(self, month: IuranMonth) -> bool:
        """Whether the table holds for an iuran month."""
        return self.first <= month and (self.last is None or month <= self.last)

    def bracket_for(self, income: int) -> Bracket:
        """The bracket with the highest lower bound not above the income (rupiah a month).

        Raises ValueError for an income below every bracket.
        """
        index = bisect_right(self.brackets, income, key=lambda bracket: bracket.income_from) - 1
        if index < 0:
            raise ValueError("income_below_every_bracket")
        return self.brackets[index]


def income_of(text: str) -> int | None:
    """An income as typed, rupiah: `2600000`, `2.600.000`, `Rp 2.600.000`; None where it is no whole number."""
    typed = "".join(text.split()).removeprefix("Rp")
    plain = typed.replace(".", "")
    if not (plain.isascii() and plain.isdigit()) or len(plain) > 12:
        return None
    groups = typed.split(".")
    if len(groups) > 1 and (not 1 <= len(groups[0]) <= 3 or any(len(group) != 3 for group in groups[1:])):
        return None
    return int(plain)

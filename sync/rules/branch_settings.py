"""What a branch decides by configuration, with the values that hold where it has said nothing."""

from dataclasses import dataclass, field
from enum import StrEnum

from sync.rules.check_limits import CheckLimits
from sync.rules.iuran_month import IuranMonth


class FieldUse(StrEnum):
    """Whether a field of the form must be filled, may be filled, or is not shown."""

    REQUIRED = "required"
    OPTIONAL = "optional"
    OFF = "off"


ALWAYS_REQUIRED: frozenset[str] = frozenset(
    {
        "nik",
        "name",
        "birth_date",
        "sex",
        "village",
        "occupation",
        "income",
        "offer",
        "first_month",
        "months",
        "consents",
        "declaration",
    }
)
"""Fields that identity, price or proof need; no branch can waive them."""

DEFAULT_REQUIRED: frozenset[str] = ALWAYS_REQUIRED | {"birth_place", "mother_name", "street", "phone"}
"""Fields that are required where the branch has said nothing; all others are optional."""

ONE_USE: dict[str, str] = {"bank_number": "bank", "bank_holder": "bank"}
"""Fields that are used as another is: an account is whole or not there."""


@dataclass(frozen=True, slots=True)
class CommissionRates:
    """Rates of Perdir 13/2022: rupiah for each new participant, percent of contributions, months of membership."""

    new_two_programmes: int = 10_000
    new_three_programmes: int = 15_000
    new_at_least: int = 25
    early_percent: int = 15
    early_until_month: int = 24
    late_percent: int = 5
    late_until_month: int = 60
    office_percent: int = 10


@dataclass(frozen=True, slots=True)
class MonthlyTarget:
    """What an agent is to reach in each calendar month from `first` on: new participants, and rupiah collected.

    0 says that nothing is aimed at.
    """

    first: IuranMonth
    enrolled: int
    collected: int


@dataclass(frozen=True, slots=True)
class BranchSettings:
    """The branch's configuration; amounts in rupiah, ages of undeposited cash and retention in days."""

    months_offered: tuple[int, ...] = (1, 3, 6, 12)
    village_budget_relief: bool = False
    undeposited_alert_days: int = 1
    undeposited_red_days: int = 3
    stamp_duty_above: int = 5_000_000
    purge_after_days: int = 90
    hotline: str = "175"
    public_host: str = "latihan.invalid"
    commission: CommissionRates = field(default_factory=CommissionRates)
    fields: tuple[tuple[str, FieldUse], ...] = ()
    targets: tuple[MonthlyTarget, ...] = ()
    checks: CheckLimits = field(default_factory=CheckLimits)

    def target_for(self, month: IuranMonth) -> MonthlyTarget | None:
        """The target that holds in a calendar month; None before the first."""
        return next((target for target in reversed(self.targets) if target.first <= month), None)

    def use_of(self, name: str) -> FieldUse:
        """How a field of the form is used in this branch."""
        name = ONE_USE.get(name, name)
        if name in ALWAYS_REQUIRED:
            return FieldUse.REQUIRED
        default = FieldUse.REQUIRED if name in DEFAULT_REQUIRED else FieldUse.OPTIONAL
        return next((use for field, use in self.fields if field == name), default)

    def requires(self, name: str) -> bool:
        """Whether a field of the form must be filled in this branch."""
        return self.use_of(name) is FieldUse.REQUIRED

    def stamp_duty_applies(self, amount: int) -> bool:
        """Whether a receipt of so many rupiah needs the note on stamp duty (UU 10/2020, above 5,000,000)."""
        return amount > self.stamp_duty_above

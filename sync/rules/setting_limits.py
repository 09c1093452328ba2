"""Between which figures a branch may choose: beyond them a setting would hurt the people whom it is for."""

from dataclasses import dataclass

from sync.rules.branch_settings import BranchSettings

MOST_MONTHS = 12
"""So many iuran months may be paid at once at most."""
LIMITS: dict[str, tuple[int, int]] = {
    "undeposited_alert_days": (0, 14),
    "undeposited_red_days": (1, 30),
    "stamp_duty_above": (0, 1_000_000_000),
    "purge_after_days": (30, 3_650),
}
"""Setting -> least and most; days, and rupiah for the note on stamp duty."""
CHECK_LIMITS: dict[str, tuple[int, int]] = {
    "age_near_days": (0, 730),
    "phone_workers": (1, 100),
    "gap_months": (1, 36),
    "enrolled_per_hour": (1, 500),
    "missing_days": (0, 30),
    "photo_days": (0, 90),
    "voids": (1, 100),
    "voids_percent": (0, 100),
}
"""Limit of a check -> least and most."""
_PERCENTS = ("early_percent", "late_percent", "office_percent")


@dataclass(frozen=True, slots=True)
class LimitFault:
    """A setting that is out of range, or an order that makes no sense; `least` and `most` where there is a range."""

    code: str
    name: str
    least: int | None = None
    most: int | None = None


def limit_faults(settings: BranchSettings) -> tuple[LimitFault, ...]:
    """Everything that lies beyond its range."""
    chosen = [(name, getattr(settings, name), limits) for name, limits in LIMITS.items()]
    chosen += [
        (f"checks.{name}", getattr(settings.checks, name), limits) for name, limits in CHECK_LIMITS.items()
    ]
    chosen += [(f"commission.{name}", getattr(settings.commission, name), (0, 100)) for name in _PERCENTS]
    found = [
        LimitFault("limit_out_of_range", name, least, most)
        for name, value, (least, most) in chosen
        if not least <= value <= most
    ]
    if settings.undeposited_alert_days > settings.undeposited_red_days:
        found.append(LimitFault("alert_after_red", "undeposited_alert_days"))
    months = settings.months_offered
    if not months or list(months) != sorted(set(months)) or months[-1] > MOST_MONTHS:
        found.append(LimitFault("months_not_allowed", "months_offered", 1, MOST_MONTHS))
    return tuple(found)

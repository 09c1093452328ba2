"""What a version of a branch's settings changes against another one: codes and values, words are the screen's."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, fields

from sync.rules.branch_settings import BranchSettings, CommissionRates
from sync.rules.check_limits import CheckLimits
from sync.rules.enrolment_form import EnrolmentForm
from sync.rules.occupations import Occupation
from sync.rules.reference import Reference
from sync.rules.reliefs import Relief
from sync.rules.tariff import Tariff

_PLAIN = (
    "village_budget_relief",
    "undeposited_alert_days",
    "undeposited_red_days",
    "stamp_duty_above",
    "purge_after_days",
    "hotline",
)


@dataclass(frozen=True, slots=True)
class SettingChange:
    """One difference: what kind of thing, its name, and its value before and after; empty where it was or is not there."""

    kind: str
    name: str
    before: str
    after: str


def settings_changes(before: Reference, after: Reference) -> tuple[SettingChange, ...]:
    """Every difference, prices first."""
    return (
        *_differing("tariff", _tariffs(before.tariffs), _tariffs(after.tariffs)),
        *_differing("relief", _reliefs(before.reliefs), _reliefs(after.reliefs)),
        *_differing("setting", _plain(before.settings), _plain(after.settings)),
        *_differing("field", _uses(before.settings), _uses(after.settings)),
        *_differing("check", _figures(before.settings.checks), _figures(after.settings.checks)),
        *_differing("commission", _figures(before.settings.commission), _figures(after.settings.commission)),
        *_differing("target", _targets(before.settings), _targets(after.settings)),
        *_differing("occupation", _occupations(before.occupations.all), _occupations(after.occupations.all)),
        *_differing("consent", {"text": before.consent.version}, {"text": after.consent.version}),
    )


def _differing(kind: str, before: Mapping[str, str], after: Mapping[str, str]) -> Iterable[SettingChange]:
    return [
        SettingChange(kind, name, before.get(name, ""), after.get(name, ""))
        for name in dict.fromkeys((*before, *after))
        if before.get(name, "") != after.get(name, "")
    ]


def _tariffs(tariffs: Iterable[Tariff]) -> dict[str, str]:
    """First and last month, and the number of brackets: a table that is published keeps its rows."""
    return {one.version: f"{one.first}/{one.last or ''}/{len(one.brackets)}" for one in tariffs}


def _reliefs(reliefs: Iterable[Relief]) -> dict[str, str]:
    """Months, the share that is paid, programmes, sector and payers."""
    sectors = {True: "transport", False: "others", None: "all"}
    return {
        one.code: "/".join(
            (
                str(one.first),
                str(one.last),
                f"{one.paid_numerator}:{one.paid_denominator}",
                "+".join(sorted(one.programmes)),
                sectors[one.transport],
                "+".join(sorted(one.payers)),
                str(one.new_participants_pay_full),
            )
        )
        for one in reliefs
    }


def _plain(settings: BranchSettings) -> dict[str, str]:
    chosen = {name: _text(getattr(settings, name)) for name in _PLAIN}
    return chosen | {"months_offered": ", ".join(map(str, settings.months_offered))}


def _text(value: object) -> str:
    return {True: "yes", False: "no"}[value] if isinstance(value, bool) else str(value)


def _uses(settings: BranchSettings) -> dict[str, str]:
    return {field.name: settings.use_of(field.name).value for field in fields(EnrolmentForm)}


def _figures(group: CheckLimits | CommissionRates) -> dict[str, str]:
    return {field.name: str(getattr(group, field.name)) for field in fields(group)}


def _targets(settings: BranchSettings) -> dict[str, str]:
    return {str(one.first): f"{one.enrolled}/{one.collected}" for one in settings.targets}


def _occupations(occupations: Iterable[Occupation]) -> dict[str, str]:
    """By the oldest name of each: sector, the last month in which it is offered, and its name."""
    return {
        one.names[0]: f"{'transport' if one.transport else 'others'}/{one.last or ''}/{one.name}"
        for one in occupations
    }

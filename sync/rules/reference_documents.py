"""The documents of the reference data: one reader for each published file."""

from dataclasses import fields as fields_of
from itertools import pairwise

from sync.rules.branch_settings import (
    ALWAYS_REQUIRED,
    ONE_USE,
    BranchSettings,
    CommissionRates,
    FieldUse,
    MonthlyTarget,
)
from sync.rules.check_limits import CheckLimits
from sync.rules.consent import ConsentText, Purpose
from sync.rules.enrolment_form import EnrolmentForm
from sync.rules.occupations import Occupation, OccupationBook
from sync.rules.programmes import PayerKind, Programme
from sync.rules.reasons import Reason, ReasonKind
from sync.rules.reference_fields import Fields
from sync.rules.reliefs import Relief
from sync.rules.tariff import Bracket, Tariff

_FORM_FIELDS = frozenset(field.name for field in fields_of(EnrolmentForm))


def _bracket(row: Fields) -> Bracket:
    return Bracket(
        number=row.whole("bracket"),
        income_from=row.whole("income_from"),
        income_to=row.whole_or_none("income_to"),
        basis=row.whole("basis"),
        jkk=row.whole("jkk"),
        jht=row.whole("jht"),
        jkm=row.whole("jkm"),
        evidence=row.text("evidence"),
    )


def read_tariff(table: Fields) -> Tariff:
    """One table, whatever stands beside it."""
    return Tariff(
        version=table.text("version"),
        brackets=tuple(_bracket(row) for row in table.objects("brackets")),
        first=table.month("first"),
        last=table.month_or_none("last"),
    )


def read_tariffs(document: Fields) -> tuple[Tariff, ...]:
    """The tables, oldest first: without a hole between them, the newest open-ended, lower bounds rising from 0."""
    tariffs = tuple(read_tariff(table) for table in document.objects("tables"))
    if not tariffs or tariffs[-1].last is not None:
        raise document.fault("tables")
    for tariff in tariffs:
        bounds = [bracket.income_from for bracket in tariff.brackets]
        if bounds[:1] != [0] or bounds != sorted(set(bounds)):
            raise document.fault("brackets")
    for older, newer in pairwise(tariffs):
        if older.last is None or newer.first != older.last.plus(1):
            raise document.fault("first")
    return tariffs


def read_reliefs(document: Fields) -> tuple[Relief, ...]:
    """The reliefs, in the order in which they are tried."""
    return tuple(read_relief(row) for row in document.objects("reliefs"))


def read_relief(row: Fields) -> Relief:
    """One relief, whatever stands beside it."""
    numerator, denominator = row.whole("paid_numerator"), row.whole("paid_denominator")
    if not numerator < denominator:
        raise row.fault("paid_denominator")
    return Relief(
        code=row.text("code"),
        title=row.text("title"),
        programmes=frozenset(row.texts("programmes", Programme)),
        paid_numerator=numerator,
        paid_denominator=denominator,
        first=row.month("first"),
        last=row.month("last"),
        transport=row.flag_or_none("transport"),
        payers=frozenset(row.texts("payers", PayerKind)),
        new_participants_pay_full=row.whole("new_participants_pay_full"),
        law=row.text("law"),
    )


def read_occupations(document: Fields) -> OccupationBook:
    """The occupations in their order; `last` and `former` may be left out."""
    return OccupationBook(
        tuple(
            Occupation(
                row.text("name"),
                row.flag("transport"),
                row.note("note"),
                row.month_or_none("last") if "last" in row.content else None,
                row.texts("former", str) if "former" in row.content else (),
            )
            for row in document.objects("occupations")
        )
    )


def read_retired(document: Fields) -> frozenset[str]:
    """The regency codes that exist no more."""
    return frozenset(document.texts("regencies", str))


def read_reasons(document: Fields) -> tuple[Reason, ...]:
    """The coded reasons; a code occurs once in its kind."""
    reasons = tuple(
        Reason(row.text("code"), row.one_of("kind", ReasonKind), row.text("label_id"), row.text("label_en"))
        for row in document.objects("reasons")
    )
    if len({(reason.kind, reason.code) for reason in reasons}) != len(reasons):
        raise document.fault("reasons")
    return reasons


def read_consent(document: Fields, sha256: str) -> ConsentText:
    """The consent text; the digest of its file goes with it."""
    return ConsentText(
        version=document.text("version"),
        language=document.text("language"),
        purposes=tuple(
            Purpose(row.text("code"), row.text("text"), row.flag("required"))
            for row in document.objects("purposes")
        ),
        declaration=document.text("declaration"),
        sha256=sha256,
        introduction=document.text("introduction"),
    )


def _field_uses(document: Fields) -> tuple[tuple[str, FieldUse], ...]:
    """The uses of fields; a branch cannot waive what identity and price need, nor part what is used as one."""
    uses = document.object("fields")
    read: list[tuple[str, FieldUse]] = []
    for name in uses.content:
        use = uses.one_of(name, FieldUse)
        waived = name in ALWAYS_REQUIRED and use is not FieldUse.REQUIRED
        if waived or name in ONE_USE or name not in _FORM_FIELDS:
            raise uses.fault(name)
        read.append((name, use))
    return tuple(sorted(read))


def _targets(document: Fields) -> tuple[MonthlyTarget, ...]:
    """The targets, oldest first."""
    targets = tuple(
        MonthlyTarget(row.month("first"), row.whole("enrolled"), row.whole("collected"))
        for row in document.objects("targets")
    )
    if any(later.first <= earlier.first for earlier, later in pairwise(targets)):
        raise document.fault("targets")
    return targets


def read_settings(document: Fields) -> BranchSettings:
    """The branch's configuration."""
    rates, limits = document.object("commission"), document.object("checks")
    return BranchSettings(
        months_offered=document.wholes("months_offered"),
        village_budget_relief=document.flag("village_budget_relief"),
        undeposited_alert_days=document.whole("undeposited_alert_days"),
        undeposited_red_days=document.whole("undeposited_red_days"),
        stamp_duty_above=document.whole("stamp_duty_above"),
        purge_after_days=document.whole("purge_after_days"),
        hotline=document.text("hotline"),
        public_host=document.text("public_host"),
        commission=CommissionRates(
            **{field.name: rates.whole(field.name) for field in fields_of(CommissionRates)}
        ),
        fields=_field_uses(document),
        targets=_targets(document),
        checks=CheckLimits(**{field.name: limits.whole(field.name) for field in fields_of(CheckLimits)}),
    )

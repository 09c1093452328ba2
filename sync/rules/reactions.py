"""What a form or an import row can be told: every reaction code in its order of precedence."""

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum


class Severity(StrEnum):
    """How much a reaction weighs: an error stops, a warning asks for a reason, a note is recorded and not shown."""

    ERROR = "error"
    WARNING = "warning"
    NOTE = "note"


class Reaction(StrEnum):
    """Every code, errors before warnings before notes; the order of the members is the precedence."""

    NIK_NOT_DIGITS = "nik_not_digits"
    NIK_LENGTH = "nik_length"
    NIK_ALL_EQUAL = "nik_all_equal"
    NIK_IMPOSSIBLE_DATE = "nik_impossible_date"
    NIK_SERIAL_ZERO = "nik_serial_zero"
    NIK_ALREADY_HERE = "nik_already_here"
    NAME_MISSING = "name_missing"
    BIRTH_DATE_MISSING = "birth_date_missing"
    BIRTH_PLACE_MISSING = "birth_place_missing"
    BIRTH_DATE_INVALID = "birth_date_invalid"
    SEX_MISSING = "sex_missing"
    MOTHER_NAME_MISSING = "mother_name_missing"
    STREET_MISSING = "street_missing"
    TOO_OLD = "too_old"
    TURNS_65_TODAY = "turns_65_today"
    TOO_YOUNG = "too_young"
    PHONE_MISSING = "phone_missing"
    PHONE_INVALID = "phone_invalid"
    OCCUPATION_MISSING = "occupation_missing"
    OCCUPATION_UNKNOWN = "occupation_unknown"
    INCOME_MISSING = "income_missing"
    INCOME_BELOW_MINIMUM = "income_below_minimum"
    INCOME_NOT_THOUSANDS = "income_not_thousands"
    PROGRAMMES_NOT_OFFERED = "programmes_not_offered"
    MONTHS_NOT_OFFERED = "months_not_offered"
    FIRST_MONTH_NOT_OFFERED = "first_month_not_offered"
    CONSENT_MISSING = "consent_missing"
    DECLARATION_MISSING = "declaration_missing"
    PLACE_MISSING = "place_missing"
    VILLAGE_UNKNOWN = "village_unknown"
    FIELD_MISSING = "field_missing"
    POSTCODE_INVALID = "postcode_invalid"
    EMAIL_INVALID = "email_invalid"
    MARITAL_UNKNOWN = "marital_unknown"
    KK_INVALID = "kk_invalid"
    NPWP_INVALID = "npwp_invalid"
    PAYER_UNKNOWN = "payer_unknown"
    BANK_INCOMPLETE = "bank_incomplete"
    HEIR_INCOMPLETE = "heir_incomplete"
    HEIR_BIRTH_DATE_INVALID = "heir_birth_date_invalid"
    HEIR_SHARES = "heir_shares"
    TOO_MANY_HEIRS = "too_many_heirs"
    MONTH_ALREADY_PAID = "month_already_paid"
    MONTH_HOLE = "month_hole"
    AMOUNT_DIFFERS = "amount_differs"
    TOO_FAR_AHEAD = "too_far_ahead"
    MEMBERSHIP_ENDED = "membership_ended"
    BIRTH_DATE_DIFFERS = "birth_date_differs"
    SEX_DIFFERS = "sex_differs"
    REGION_UNKNOWN = "region_unknown"
    UNDER_17 = "under_17"
    PHONE_SHARED = "phone_shared"
    LIKELY_DUPLICATE = "likely_duplicate"
    REGION_RETIRED = "region_retired"
    SPACES_AND_DOTS = "spaces_and_dots"
    LAST_DAY_BEFORE_65 = "last_day_before_65"


_RANK: dict[Reaction, int] = {reaction: rank for rank, reaction in enumerate(Reaction)}

_WARNINGS = frozenset(
    {
        Reaction.BIRTH_DATE_DIFFERS,
        Reaction.SEX_DIFFERS,
        Reaction.REGION_UNKNOWN,
        Reaction.UNDER_17,
        Reaction.PHONE_SHARED,
        Reaction.LIKELY_DUPLICATE,
    }
)
_NOTES = frozenset({Reaction.REGION_RETIRED, Reaction.SPACES_AND_DOTS, Reaction.LAST_DAY_BEFORE_65})

_FIELDS: dict[Reaction, str] = {
    Reaction.NIK_NOT_DIGITS: "nik",
    Reaction.NIK_LENGTH: "nik",
    Reaction.NIK_ALL_EQUAL: "nik",
    Reaction.NIK_IMPOSSIBLE_DATE: "nik",
    Reaction.NIK_SERIAL_ZERO: "nik",
    Reaction.NIK_ALREADY_HERE: "nik",
    Reaction.NAME_MISSING: "name",
    Reaction.BIRTH_DATE_MISSING: "birth_date",
    Reaction.BIRTH_PLACE_MISSING: "birth_place",
    Reaction.BIRTH_DATE_INVALID: "birth_date",
    Reaction.SEX_MISSING: "sex",
    Reaction.MOTHER_NAME_MISSING: "mother_name",
    Reaction.STREET_MISSING: "street",
    Reaction.TOO_OLD: "birth_date",
    Reaction.TURNS_65_TODAY: "birth_date",
    Reaction.TOO_YOUNG: "birth_date",
    Reaction.PHONE_MISSING: "phone",
    Reaction.PHONE_INVALID: "phone",
    Reaction.OCCUPATION_MISSING: "occupation",
    Reaction.OCCUPATION_UNKNOWN: "occupation",
    Reaction.INCOME_MISSING: "income",
    Reaction.INCOME_BELOW_MINIMUM: "income",
    Reaction.INCOME_NOT_THOUSANDS: "income",
    Reaction.PROGRAMMES_NOT_OFFERED: "offer",
    Reaction.MONTHS_NOT_OFFERED: "months",
    Reaction.FIRST_MONTH_NOT_OFFERED: "first_month",
    Reaction.CONSENT_MISSING: "consents",
    Reaction.DECLARATION_MISSING: "declaration",
    Reaction.PLACE_MISSING: "village",
    Reaction.VILLAGE_UNKNOWN: "village",
    Reaction.FIELD_MISSING: "ktp_photo",
    Reaction.POSTCODE_INVALID: "postcode",
    Reaction.EMAIL_INVALID: "email",
    Reaction.MARITAL_UNKNOWN: "marital",
    Reaction.KK_INVALID: "kk",
    Reaction.NPWP_INVALID: "npwp",
    Reaction.PAYER_UNKNOWN: "payer",
    Reaction.BANK_INCOMPLETE: "bank",
    Reaction.HEIR_INCOMPLETE: "heirs",
    Reaction.HEIR_BIRTH_DATE_INVALID: "heirs",
    Reaction.HEIR_SHARES: "heirs",
    Reaction.TOO_MANY_HEIRS: "heirs",
    Reaction.MONTH_ALREADY_PAID: "first_month",
    Reaction.MONTH_HOLE: "first_month",
    Reaction.AMOUNT_DIFFERS: "months",
    Reaction.TOO_FAR_AHEAD: "months",
    Reaction.MEMBERSHIP_ENDED: "first_month",
    Reaction.BIRTH_DATE_DIFFERS: "birth_date",
    Reaction.SEX_DIFFERS: "sex",
    Reaction.REGION_UNKNOWN: "nik",
    Reaction.UNDER_17: "birth_date",
    Reaction.PHONE_SHARED: "phone",
    Reaction.LIKELY_DUPLICATE: "name",
    Reaction.REGION_RETIRED: "nik",
    Reaction.SPACES_AND_DOTS: "nik",
    Reaction.LAST_DAY_BEFORE_65: "birth_date",
}


def severity(reaction: Reaction) -> Severity:
    """Whether a reaction is an error, a warning or a note."""
    if reaction in _WARNINGS:
        return Severity.WARNING
    return Severity.NOTE if reaction in _NOTES else Severity.ERROR


def field_of(reaction: Reaction) -> str:
    """The field of `EnrolmentForm` that a reaction is about, where the finding names no other."""
    return _FIELDS[reaction]


@dataclass(frozen=True, slots=True)
class Finding:
    """One reaction at one field of the form."""

    reaction: Reaction
    field: str

    @property
    def severity(self) -> Severity:
        """The weight of the reaction."""
        return severity(self.reaction)


def finding(reaction: Reaction, field: str | None = None) -> Finding:
    """A finding at the field that the reaction is about, or at the one given."""
    return Finding(reaction, field_of(reaction) if field is None else field)


def in_precedence(findings: Iterable[Finding]) -> tuple[Finding, ...]:
    """The findings ordered by precedence; equal codes keep their order."""
    return tuple(sorted(findings, key=lambda found: _RANK[found.reaction]))


_ROSTER_WORDS = {Severity.ERROR: "ditolak", Severity.WARNING: "peringatan", Severity.NOTE: "diterima"}


def roster_reaction(findings: Iterable[Finding]) -> str:
    """The column `reaksi`: `diterima`, `diterima:NOTE`, `peringatan:CODE` or `ditolak:CODE`."""
    ordered = in_precedence(findings)
    if not ordered:
        return "diterima"
    first = ordered[0]
    return f"{_ROSTER_WORDS[first.severity]}:{first.reaction.value}"

"""What the rules say of the fields beyond identity, price and proof: what the branch requires, and what can't be read."""

import re
from dataclasses import replace
from datetime import date

from sync.rules.branch_settings import BranchSettings, FieldUse
from sync.rules.dates import parse_date
from sync.rules.enrolment_form import EnrolmentForm
from sync.rules.heirs import MOST_HEIRS, WHOLE, HeirLine, read_heirs
from sync.rules.names import seen
from sync.rules.programmes import PayerKind
from sync.rules.reactions import Finding, Reaction, finding

FURTHER: tuple[str, ...] = (
    "rt",
    "rw",
    "postcode",
    "email",
    "marital",
    "kk",
    "npwp",
    "second_occupation",
    "workplace",
    "working_hours",
    "second_workplace",
    "second_working_hours",
    "payer_name",
    "heirs",
    "bank",
    "ktp_photo",
)
"""Fields that are optional where the branch has said nothing, in the order of the form."""

MARITAL_STATES: tuple[str, ...] = ("single", "married", "divorced", "widowed")
_BANK = ("bank", "bank_number", "bank_holder")
_OF_SECOND_JOB = frozenset({"second_workplace", "second_working_hours"})
_POSTCODE = re.compile(r"[0-9]{5}")
_EMAIL = re.compile(r"[^@\s]+@[^@\s.]+(\.[^@\s.]+)+")
_KK = re.compile(r"[0-9]{16}")
_NPWP = re.compile(r"[0-9]{15,16}")
_GAPS = re.compile(r"[\s.\-/]")


def digits_of(text: str) -> str:
    """A number on a card without the spaces, dots, dashes and strokes that part its digits."""
    return _GAPS.sub("", text)


def in_use(form: EnrolmentForm, settings: BranchSettings) -> EnrolmentForm:
    """The form as the branch uses it: what was typed into a field that it has turned off is not there."""
    filled = [name for name in form.__dataclass_fields__ if getattr(form, name)]
    unused = [name for name in filled if settings.use_of(name) is FieldUse.OFF]
    return replace(form, **dict.fromkeys(unused, "")) if unused else form  # type: ignore[arg-type]


def wanted(name: str, form: EnrolmentForm, settings: BranchSettings) -> bool:
    """Whether a field of one text is empty and has to be filled.

    A payer has a name where it is not the worker; a second job has a place and hours where there is one.
    """
    if seen(getattr(form, name)) or not settings.requires(name):
        return False
    if name == "payer_name":
        return form.payer != PayerKind.SELF.value
    return name not in _OF_SECOND_JOB or bool(seen(form.second_occupation))


def further_findings(form: EnrolmentForm, settings: BranchSettings, today: date) -> list[Finding]:
    """Everything that can be said of these fields on the local date of registration."""
    form = in_use(form, settings)
    found = [finding(Reaction.FIELD_MISSING, name) for name in FURTHER if wanted(name, form, settings)]
    found += [*_unreadable(form), *_bank_findings(form)]
    return found + _heir_findings(read_heirs(seen(form.heirs)), today)


def _unreadable(form: EnrolmentForm) -> list[Finding]:
    fine = {
        Reaction.POSTCODE_INVALID: _POSTCODE.fullmatch(digits_of(form.postcode)),
        Reaction.EMAIL_INVALID: _EMAIL.fullmatch(seen(form.email)),
        Reaction.MARITAL_UNKNOWN: seen(form.marital) in MARITAL_STATES,
        Reaction.KK_INVALID: _KK.fullmatch(digits_of(seen(form.kk))),
        Reaction.NPWP_INVALID: _NPWP.fullmatch(digits_of(seen(form.npwp))),
    }
    found = [finding(reaction) for reaction, reads in fine.items() if not reads]
    return [each for each in found if seen(getattr(form, each.field))]


def _bank_findings(form: EnrolmentForm) -> list[Finding]:
    empty = [name for name in _BANK if not seen(getattr(form, name))]
    begun = len(empty) < len(_BANK)
    return [finding(Reaction.BANK_INCOMPLETE, empty[0])] if begun and empty else []


def _heir_findings(heirs: tuple[HeirLine, ...], today: date) -> list[Finding]:
    """Name and relation for each; dates that exist; shares that are hundredths and, where all have one, make the whole."""
    found: list[Finding] = []
    if any(not heir.name or not heir.relation for heir in heirs):
        found.append(finding(Reaction.HEIR_INCOMPLETE))
    dates = [parse_date(heir.birth_date) for heir in heirs if heir.birth_date]
    if any(born is None or born > today for born in dates):
        found.append(finding(Reaction.HEIR_BIRTH_DATE_INVALID))
    shares = [heir.hundredths for heir in heirs if heir.share]
    total = sum(share or 0 for share in shares)
    whole = total == WHOLE if len(shares) == len(heirs) else total < WHOLE
    if shares and (None in shares or not whole):
        found.append(finding(Reaction.HEIR_SHARES))
    if len(heirs) > MOST_HEIRS:
        found.append(finding(Reaction.TOO_MANY_HEIRS))
    return found

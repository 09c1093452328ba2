"""The assessment of an enrolment: all findings at once, and the price; both ends call it."""

from dataclasses import dataclass
from datetime import date

from sync.rules.dates import birthday, birthday_reached, parse_date
from sync.rules.enrolment_form import EnrolmentForm
from sync.rules.further_fields import further_findings
from sync.rules.iuran_month import IuranMonth
from sync.rules.names import seen
from sync.rules.nik import NikReading, read_nik
from sync.rules.occupations import OccupationBook
from sync.rules.phones import normal_phone
from sync.rules.pricing import Quote, quote
from sync.rules.programmes import Offer, PayerKind, Sex
from sync.rules.reactions import Finding, Reaction, Severity, finding, in_precedence, roster_reaction
from sync.rules.reference import Reference
from sync.rules.regions import Gazetteer
from sync.rules.tariff import INCOME_STEP, MINIMUM_INCOME, income_of

__all__ = ["Assessment", "Circumstances", "EnrolmentForm", "assess"]

ENROLMENT_AGE = 15
WARNED_UNDER = 17
RETIREMENT_AGE = 65
"""The 65th birthday must not be reached at enrolment (PP 44/2015, PP 46/2015); payment goes on after it."""


@dataclass(frozen=True, slots=True)
class Circumstances:
    """What the form alone does not tell: reference data, the local date of registration, and what the store knows.

    `nik_here` is whether the NIK is a member in this store already; a re-enrolment on an ended membership
    passes False. `phone_here` and `likely_duplicate` (same birth date and name key) are of other NIKs.
    """

    reference: Reference
    gazetteer: Gazetteer
    today: date
    nik_here: bool = False
    phone_here: bool = False
    likely_duplicate: bool = False


@dataclass(frozen=True, slots=True)
class Assessment:
    """The findings in order of precedence, the NIK as read, and the price where it can be computed."""

    findings: tuple[Finding, ...]
    reading: NikReading
    quote: Quote | None
    two_sectors: bool = False
    """Two jobs of which one is transport: the main job sets the price, and the case is flagged for the reviewer."""

    def _of(self, severity: Severity) -> tuple[Finding, ...]:
        return tuple(found for found in self.findings if found.severity is severity)

    @property
    def errors(self) -> tuple[Finding, ...]:
        """What must be put right before the enrolment can be saved."""
        return self._of(Severity.ERROR)

    @property
    def warnings(self) -> tuple[Finding, ...]:
        """What needs a reason."""
        return self._of(Severity.WARNING)

    @property
    def notes(self) -> tuple[Finding, ...]:
        """What is recorded and not shown."""
        return self._of(Severity.NOTE)

    @property
    def reaction(self) -> str:
        """The roster's word for the findings."""
        return roster_reaction(self.findings)


def assess(form: EnrolmentForm, circumstances: Circumstances, *, priced: bool = True) -> Assessment:
    """Everything that can be said of an enrolment on the local date of registration, all at once.

    Not `priced` where the price was paid already, and is held against the table line by line.
    """
    reading = read_nik(form.nik, circumstances.today)
    found = [
        *_nik_findings(reading, circumstances),
        *_missing(form, circumstances.reference),
        *_birth_findings(form, reading, circumstances.today),
        *_contact_findings(form, circumstances),
        *_work_findings(form, circumstances.reference.occupations),
        *_choice_findings(form, circumstances),
        *further_findings(form, circumstances.reference.settings, circumstances.today),
    ]
    if circumstances.likely_duplicate:
        found.append(finding(Reaction.LIKELY_DUPLICATE))
    return Assessment(
        findings=in_precedence(found),
        reading=reading,
        quote=_quote(form, circumstances) if priced else None,
        two_sectors=_two_sectors(form, circumstances.reference.occupations),
    )


def _nik_findings(reading: NikReading, circumstances: Circumstances) -> list[Finding]:
    """What the digits say, whether the worker is here, and whether the region is of today or of the past."""
    found = [finding(reaction) for reaction in reading.findings]
    if circumstances.nik_here:
        found.append(finding(Reaction.NIK_ALREADY_HERE))
    if reading.regency is None or reading.district is None:
        return found
    if circumstances.gazetteer.regency_known(reading.regency):
        if not circumstances.gazetteer.district_known(reading.district):
            found.append(finding(Reaction.REGION_RETIRED))
    elif reading.regency in circumstances.reference.retired_regencies:
        found.append(finding(Reaction.REGION_RETIRED))
    else:
        found.append(finding(Reaction.REGION_UNKNOWN))
    return found


def _missing(form: EnrolmentForm, reference: Reference) -> list[Finding]:
    """Required fields that are empty."""
    texts = {
        "name": (form.name, Reaction.NAME_MISSING),
        "birth_place": (form.birth_place, Reaction.BIRTH_PLACE_MISSING),
        "birth_date": (form.birth_date, Reaction.BIRTH_DATE_MISSING),
        "mother_name": (form.mother_name, Reaction.MOTHER_NAME_MISSING),
        "street": (form.street, Reaction.STREET_MISSING),
        "phone": (form.phone, Reaction.PHONE_MISSING),
        "occupation": (form.occupation, Reaction.OCCUPATION_MISSING),
        "village": (form.village, Reaction.PLACE_MISSING),
    }
    settings = reference.settings
    found = [
        finding(code) for name, (text, code) in texts.items() if not seen(text) and settings.requires(name)
    ]
    if _sex(form) is None:
        found.append(finding(Reaction.SEX_MISSING))
    if reference.consent.missing(form.consents):
        found.append(finding(Reaction.CONSENT_MISSING))
    if not form.declaration:
        found.append(finding(Reaction.DECLARATION_MISSING))
    return found


def _sex(form: EnrolmentForm) -> Sex | None:
    typed = form.sex.strip().upper()
    return Sex(typed) if typed in set(Sex) else None


def _birth_findings(form: EnrolmentForm, reading: NikReading, today: date) -> list[Finding]:
    """Age on the local date of registration, and where birth date and sex differ from the NIK."""
    found: list[Finding] = []
    sex = _sex(form)
    if sex is not None and reading.sex is not None and sex is not reading.sex:
        found.append(finding(Reaction.SEX_DIFFERS))
    if not form.birth_date.strip():
        return found
    born = parse_date(form.birth_date)
    if born is None or born > today:
        return [*found, finding(Reaction.BIRTH_DATE_INVALID)]
    if not reading.born_on_possible(born):
        found.append(finding(Reaction.BIRTH_DATE_DIFFERS))
    age = _age_reaction(born, today)
    return found if age is None else [*found, finding(age)]


def _age_reaction(born: date, today: date) -> Reaction | None:
    """Old enough, and the 65th birthday not reached; who is in time today may be warned or noted."""
    days_left = (birthday(born, RETIREMENT_AGE) - today).days
    if days_left < 0:
        return Reaction.TOO_OLD
    if days_left == 0:
        return Reaction.TURNS_65_TODAY
    if days_left == 1:
        return Reaction.LAST_DAY_BEFORE_65
    if not birthday_reached(born, ENROLMENT_AGE, today):
        return Reaction.TOO_YOUNG
    return None if birthday_reached(born, WARNED_UNDER, today) else Reaction.UNDER_17


def _contact_findings(form: EnrolmentForm, circumstances: Circumstances) -> list[Finding]:
    """Phone and village where they are given."""
    found: list[Finding] = []
    if form.phone.strip() and normal_phone(form.phone) is None:
        found.append(finding(Reaction.PHONE_INVALID))
    if circumstances.phone_here:
        found.append(finding(Reaction.PHONE_SHARED))
    village = form.village.strip()
    if village and circumstances.gazetteer.place(village) is None:
        found.append(finding(Reaction.VILLAGE_UNKNOWN))
    return found


def _work_findings(form: EnrolmentForm, occupations: OccupationBook) -> list[Finding]:
    """Occupations that the book does not have, and an income that cannot be declared."""
    found = [
        finding(Reaction.OCCUPATION_UNKNOWN, name)
        for name, text in (("occupation", form.occupation), ("second_occupation", form.second_occupation))
        if text.strip() and occupations.find(text) is None
    ]
    income = income_of(form.income)
    if income is None:
        return [*found, finding(Reaction.INCOME_MISSING)]
    if income < MINIMUM_INCOME:
        found.append(finding(Reaction.INCOME_BELOW_MINIMUM))
    if income % INCOME_STEP:
        found.append(finding(Reaction.INCOME_NOT_THOUSANDS))
    return found


def _offer(form: EnrolmentForm) -> Offer | None:
    typed = form.offer.strip()
    return Offer(typed) if typed in set(Offer) else None


def _months(form: EnrolmentForm, offered: tuple[int, ...]) -> int | None:
    typed = form.months.strip()
    return int(typed) if typed in {str(count) for count in offered} else None


def _first_month(form: EnrolmentForm, today: date) -> IuranMonth | None:
    """The first iuran month where it is this month or the next."""
    this_month = IuranMonth.of(today)
    offered = {str(month): month for month in (this_month, this_month.plus(1))}
    return offered.get(form.first_month.strip())


def _choice_findings(form: EnrolmentForm, circumstances: Circumstances) -> list[Finding]:
    """Choices that are not offered."""
    found: list[Finding] = []
    if _offer(form) is None:
        found.append(finding(Reaction.PROGRAMMES_NOT_OFFERED))
    if _months(form, circumstances.reference.settings.months_offered) is None:
        found.append(finding(Reaction.MONTHS_NOT_OFFERED))
    if _first_month(form, circumstances.today) is None:
        found.append(finding(Reaction.FIRST_MONTH_NOT_OFFERED))
    if _payer(form) is None:
        found.append(finding(Reaction.PAYER_UNKNOWN))
    return found


def _payer(form: EnrolmentForm) -> PayerKind | None:
    return PayerKind(form.payer) if form.payer in set(PayerKind) else None


def _quote(form: EnrolmentForm, circumstances: Circumstances) -> Quote | None:
    """The price, wherever occupation, income and choices are usable, whatever else is wrong."""
    reference = circumstances.reference
    occupation = reference.occupations.find(form.occupation)
    income, offer = income_of(form.income), _offer(form)
    months = _months(form, reference.settings.months_offered)
    first, payer = _first_month(form, circumstances.today), _payer(form)
    if occupation is None or income is None or offer is None or months is None or first is None:
        return None
    if payer is None:
        return None
    if income < MINIMUM_INCOME or income % INCOME_STEP:
        return None
    return quote(
        reference,
        income=income,
        offer=offer,
        transport=occupation.transport,
        payer=payer,
        first=first,
        months=months,
        enrolled=first,
    )


def _two_sectors(form: EnrolmentForm, occupations: OccupationBook) -> bool:
    jobs = (occupations.find(form.occupation), occupations.find(form.second_occupation))
    return {job.transport for job in jobs if job is not None} == {True, False}

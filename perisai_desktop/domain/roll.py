"""Judges the lines of a kelompok one after the other by the rules of the form, as if each had been taken before the next."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date

from perisai_desktop.domain.kelompok import Kelompok, Member, whole_form
from sync.rules.dates import parse_date
from sync.rules.enrolment import Assessment, Circumstances, assess
from sync.rules.enrolment_form import EnrolmentForm
from sync.rules.names import name_key
from sync.rules.nik import read_nik
from sync.rules.phones import normal_phone
from sync.rules.reactions import Finding
from sync.rules.reference import Reference
from sync.rules.regions import Gazetteer

MOST_ASSESSED = 60_000
"""So many assessments are remembered before the memory begins anew: a few times the longest list."""

Person = tuple[date, str]
"""Birth date and name key, by which the same person under another NIK is suspected."""


@dataclass(frozen=True, slots=True)
class Marks:
    """By what a line's person could be known already: digits of the NIK, phone, birth date and name."""

    nik: str | None
    phone: str | None
    person: Person | None


@dataclass(frozen=True, slots=True)
class KnownWorker:
    """A worker of this store: `member` False where the membership has ended."""

    worker_id: str
    enrolment_id: str | None
    member: bool


@dataclass(frozen=True, slots=True)
class Known:
    """What the store says of the people of a roll: workers by NIK, worker ids by phone, NIKs by person."""

    workers: Mapping[str, KnownWorker] = field(default_factory=dict)
    phones: Mapping[str, frozenset[str]] = field(default_factory=dict)
    people: Mapping[Person, frozenset[str]] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Judged:
    """A line with all that the rules say of it; `twin` is the row of an earlier line with the same NIK."""

    member: Member
    form: EnrolmentForm = field(repr=False)
    assessment: Assessment = field(repr=False)
    worker: KnownWorker | None = None
    twin: int | None = None

    @property
    def open_warnings(self) -> tuple[Finding, ...]:
        """Warnings for which nobody has given a reason."""
        return tuple(
            one
            for one in self.assessment.warnings
            if not self.member.reasons.get(one.reaction.value, "").strip()
        )

    @property
    def ready(self) -> bool:
        """Whether the person can be enrolled as the line stands."""
        return not self.assessment.errors and not self.open_warnings

    @property
    def total(self) -> int | None:
        """The price in rupiah of a line without errors."""
        quote = self.assessment.quote
        return None if quote is None or self.assessment.errors else quote.total


class Roll:
    """Judges as of a local date; what did not change since the last time is not assessed again."""

    def __init__(self, reference: Reference, gazetteer: Gazetteer, today: date) -> None:
        self._reference = reference
        self._gazetteer = gazetteer
        self._today = today
        self._assessed: dict[tuple[EnrolmentForm, tuple[bool, bool, bool]], Assessment] = {}
        self._marked: dict[EnrolmentForm, Marks] = {}

    def marks(self, form: EnrolmentForm) -> Marks:
        """By what the person on a form could be known already."""
        found = self._marked.get(form)
        if found is None:
            born, key = parse_date(form.birth_date), name_key(form.name)
            found = self._marked[form] = Marks(
                read_nik(form.nik, self._today).digits,
                normal_phone(form.phone),
                (born, key) if born is not None and key else None,
            )
        return found

    def forms(self, kelompok: Kelompok, members: Iterable[Member]) -> tuple[EnrolmentForm, ...]:
        """The lines as the form would hold them."""
        consents = self._reference.consent.required
        return tuple(whole_form(kelompok, member, consents) for member in members)

    def judge(self, kelompok: Kelompok, members: Sequence[Member], known: Known) -> tuple[Judged, ...]:
        """Every line in order; who has no error counts as taken for the lines behind."""
        rows: dict[str, int] = {}
        phones: set[str] = set()
        people: dict[Person, set[str | None]] = {}
        judged: list[Judged] = []
        for member, form in zip(members, self.forms(kelompok, members), strict=True):
            marks = self.marks(form)
            worker = known.workers.get(marks.nik or "")
            twin = rows.get(marks.nik or "")
            flags = (
                twin is not None or (worker is not None and worker.member),
                marks.phone is not None and (marks.phone in phones or _shared(known, marks.phone, worker)),
                marks.person is not None and _likely(known, people, marks.person, marks.nik),
            )
            assessment = self._assess(form, flags)
            judged.append(Judged(member, form, assessment, worker, twin))
            if assessment.errors or marks.nik is None or marks.person is None:
                continue
            rows[marks.nik] = member.row
            if marks.phone is not None:
                phones.add(marks.phone)
            people.setdefault(marks.person, set()).add(marks.nik)
        return tuple(judged)

    def _assess(self, form: EnrolmentForm, flags: tuple[bool, bool, bool]) -> Assessment:
        found = self._assessed.get((form, flags))
        if found is None and len(self._assessed) >= MOST_ASSESSED:
            self._assessed.clear()
        if found is None:
            nik_here, phone_here, likely = flags
            found = self._assessed[(form, flags)] = assess(
                form,
                Circumstances(
                    reference=self._reference,
                    gazetteer=self._gazetteer,
                    today=self._today,
                    nik_here=nik_here,
                    phone_here=phone_here,
                    likely_duplicate=likely,
                ),
            )
        return found


def _shared(known: Known, phone: str, worker: KnownWorker | None) -> bool:
    own = frozenset() if worker is None else frozenset({worker.worker_id})
    return bool(known.phones.get(phone, frozenset()) - own)


def _likely(known: Known, taken: Mapping[Person, set[str | None]], person: Person, nik: str | None) -> bool:
    others = known.people.get(person, frozenset()) | taken.get(person, set())
    return bool(others - {nik})

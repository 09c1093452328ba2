"""Finds who on this laptop may be the person on a form, and puts both into the same words."""

from collections.abc import Mapping
from dataclasses import dataclass

from perisai_desktop.config.clock import Clock
from perisai_desktop.domain.look_alike import COMPARED, Comparison, Likeness, LookAlike
from perisai_desktop.services.enrolment_versions import version_of
from perisai_desktop.storage.database import Database, Session
from perisai_desktop.storage.places import Places
from perisai_desktop.storage.projections import search
from perisai_desktop.storage.projections.search import WorkerRecord
from sync.rules.dates import format_short_date, parse_date
from sync.rules.enrolment_form import EnrolmentForm
from sync.rules.names import name_key
from sync.rules.nik import format_nik, read_nik
from sync.rules.phones import normal_phone

MOST = 9
"""So many are compared one by one; a phone can be a whole village's."""
_ORDER = list(Likeness)


@dataclass(frozen=True, slots=True)
class LookAlikes:
    """What the comparison asks for."""

    database: Database
    gazetteer: Places
    clock: Clock

    def of(self, form: EnrolmentForm) -> Comparison:
        """Everybody here with the NIK, the phone, or the name and birth date of a form."""
        digits = read_nik(form.nik, self.clock.today()).digits or ""
        phone = normal_phone(form.phone) or ""
        born, key = parse_date(form.birth_date), name_key(form.name)
        with self.database.reading() as session:
            found = search.alike(session, nik=digits, phone=phone, birth_on=born, key=key, limit=MOST)
            others = [
                LookAlike(
                    one.worker_id, one.nik, _likeness(one, digits, phone, key), self._fields(session, one)
                )
                for one in found
            ]
        others.sort(key=lambda one: min(_ORDER.index(like) for like in one.likeness))
        return Comparison(self._words(form), tuple(others))

    def _fields(self, session: Session, worker: WorkerRecord) -> Mapping[str, str]:
        """The whole form where this laptop holds it, else what the worker's card holds."""
        version = version_of(session, worker.enrolment_id) if worker.enrolment_id is not None else None
        card = EnrolmentForm(
            nik=worker.nik,
            name=worker.name,
            birth_date="" if worker.birth_on is None else worker.birth_on.isoformat(),
            phone=worker.phone,
            village=worker.village,
            occupation=worker.occupation,
        )
        return self._words(version.form if version is not None else card)

    def _words(self, form: EnrolmentForm) -> Mapping[str, str]:
        place, born = self.gazetteer.place(form.village.strip()), parse_date(form.birth_date)
        texts = {name: " ".join(str(getattr(form, name)).split()) for name in COMPARED}
        texts["nik"] = format_nik(form.nik)
        texts["phone"] = normal_phone(form.phone) or texts["phone"]
        texts["village"] = place.label if place is not None else texts["village"]
        texts["birth_date"] = texts["birth_date"] if born is None else format_short_date(born)
        return {name: text for name, text in texts.items() if text}


def _likeness(worker: WorkerRecord, nik: str, phone: str, key: str) -> frozenset[Likeness]:
    found = {
        Likeness.NIK: bool(nik) and worker.nik == nik,
        Likeness.PERSON: bool(key) and name_key(worker.name) == key and worker.nik != nik,
        Likeness.PHONE: bool(phone) and worker.phone == phone,
    }
    return frozenset(like for like, there in found.items() if there)

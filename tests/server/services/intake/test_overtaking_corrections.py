"""Corrections that arrive before the enrolment they name: what they may claim, and whose they are judged as."""

from sync.protocol.entry import SealedEntry
from sync.protocol.forms import correction_parts
from sync.protocol.kinds import EntryKind
from sync.rules.states import VerdictKind
from tests.support.field_laptop import Enrolled, FieldLaptop, entry_id_of, fresh_id, person, salt
from tests.support.intake_house import IntakeHouse


def holders(house: IntakeHouse, *numbers: int) -> list[str | None]:
    """The workers who hold the NIKs of some invented people."""
    niks = [person(number).nik for number in numbers]
    with house.store.reading() as tx:
        found = tx.workers.holders(niks)
    return [found[nik].worker_id if nik in found else None for nik in niks]


def review_of(house: IntakeHouse, entry_id: str) -> tuple[str, str]:
    """State and content hash of a review."""
    with house.store.reading() as tx:
        review = tx.reviews.reviews([entry_id])[entry_id]
    return review.state, review.hash


def overtaken(
    house: IntakeHouse, sender: FieldLaptop, own: Enrolled, asked: int
) -> tuple[SealedEntry, VerdictKind]:
    """A correction to another person's NIK that comes before the enrolment does."""
    body, personal = correction_parts(person(1), person(asked), corrects=own.entry_id, salt=salt())
    correction = sender.seal(
        EntryKind.CORRECTION, fresh_id(), body, personal, own.worker_id, base=own.entries[0].hash
    )
    (verdict,) = house.verdicts(sender, sender.packed(entries=[correction]))
    return correction, verdict.kind


def test_a_correction_of_a_record_that_nobody_has_claims_no_nik(field_house: IntakeHouse) -> None:
    forger, honest, worker_id = field_house.laptop("agent-2"), field_house.laptop("agent-1"), fresh_id()
    body, personal = correction_parts(person(1), person(2), corrects=fresh_id(), salt=salt())
    forger.seal(EntryKind.CORRECTION, fresh_id(), body, personal, worker_id, base="0" * 64)
    (parked,) = field_house.verdicts(forger)
    assert parked.kind is VerdictKind.PARKED
    assert holders(field_house, 2) == [None]
    enrolled = honest.enrol(person(2))
    assert field_house.verdicts(honest)[0].kind is VerdictKind.ACCEPTED
    assert holders(field_house, 2) == [enrolled.worker_id]


def test_a_correction_that_overtook_its_own_enrolment_takes_its_nik_with_it(field_house: IntakeHouse) -> None:
    laptop = field_house.laptop()
    own = laptop.enrol(person(1))
    correction, kind = overtaken(field_house, laptop, own, 2)
    assert (kind, holders(field_house, 1, 2)) == (VerdictKind.PARKED, [None, None])
    field_house.verdicts(laptop, laptop.packed(entries=own.entries))
    assert review_of(field_house, own.entry_id) == ("received", correction.hash)
    assert review_of(field_house, entry_id_of(correction))[0] == "received"
    assert holders(field_house, 1, 2) == [None, own.worker_id]


def test_a_nik_taken_while_a_correction_waited_makes_it_a_duplicate(field_house: IntakeHouse) -> None:
    laptop, other = field_house.laptop(), field_house.laptop("agent-2")
    own = laptop.enrol(person(1))
    correction, _ = overtaken(field_house, laptop, own, 2)
    taken = other.enrol(person(2))
    field_house.verdicts(other)
    field_house.verdicts(laptop, laptop.packed(entries=own.entries))
    assert review_of(field_house, entry_id_of(correction))[0] == "duplicate"
    assert holders(field_house, 2) == [taken.worker_id]


def test_a_waiting_correction_is_judged_as_its_senders_own(field_house: IntakeHouse) -> None:
    honest, forger = field_house.laptop("agent-1"), field_house.laptop("agent-2")
    own = honest.enrol(person(1))
    correction, kind = overtaken(field_house, forger, own, 2)
    assert kind is VerdictKind.PARKED
    field_house.verdicts(honest)
    assert review_of(field_house, entry_id_of(correction))[0] == "refused"
    assert review_of(field_house, own.entry_id) == ("received", own.entries[0].hash)
    assert holders(field_house, 1, 2) == [own.worker_id, None]

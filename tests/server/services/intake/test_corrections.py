"""Corrections: merged field by field on their base, assessed again, and told to the agent's feed."""

import json
from dataclasses import replace

from sync.protocol.feed import DecisionPayload
from sync.rules.states import ReviewState, VerdictKind
from sync.server.services.feed import Changes
from sync.server.storage.records import Review
from sync.server.storage.sql.engine import open_engine
from tests.support.field_laptop import Enrolled, FieldLaptop, fresh_id, person
from tests.support.intake_house import IntakeHouse


def review_of(house: IntakeHouse, entry_id: str) -> Review:
    """The review of an entry."""
    with house.store.reading() as tx:
        return tx.reviews.reviews([entry_id])[entry_id]


def decide(house: IntakeHouse, entry_id: str, state: str) -> None:
    """A reviewer's decision, as its services would leave it."""
    with house.store.transaction() as tx:
        review = tx.reviews.reviews([entry_id])[entry_id]
        tx.reviews.put(replace(review, state=state))


def sent(house: IntakeHouse, **fields: str) -> tuple[FieldLaptop, Enrolled]:
    """A laptop with one enrolment at the server."""
    laptop = house.laptop()
    enrolled = laptop.enrol(person(1, **fields))
    house.verdicts(laptop)
    return laptop, enrolled


def test_a_correction_brings_a_returned_record_back(field_house: IntakeHouse) -> None:
    laptop, enrolled = sent(field_house, mother_name="")
    correction = laptop.correct(enrolled, person(1, mother_name=""), person(1))
    verdict = field_house.verdicts(laptop)[0]
    assert verdict.kind is VerdictKind.ACCEPTED
    review = review_of(field_house, enrolled.entry_id)
    assert (review.state, review.hash, review.entry_hash) == (
        "received",
        correction.hash,
        enrolled.entries[0].hash,
    )
    own = review_of(field_house, verdict.entry_id)
    assert (own.state, own.parent_id) == ("received", enrolled.entry_id)
    with field_house.store.reading() as tx:
        assert dict(tx.money.totals().buckets) == {"accepted": 33_600}
        assert [(one.from_state, one.to_state) for one in tx.reviews.moves(enrolled.entry_id)] == [
            ("returned", "received")
        ]
    page = Changes(field_house.store).page(field_house.device(laptop), cursor=4)
    told = [DecisionPayload.model_validate_json(json.dumps(row.payload)) for row in page.rows[1:]]
    assert [(row.position, row.kind) for row in page.rows] == [(5, "verdict"), (6, "decision")]
    assert [(one.entry_id, one.hash, one.state) for one in told] == [
        (enrolled.entry_id, enrolled.entries[0].hash, ReviewState.RECEIVED)
    ]


def test_a_correction_that_is_wrong_again_stays_with_the_agent(field_house: IntakeHouse) -> None:
    laptop, enrolled = sent(field_house, mother_name="")
    first = laptop.correct(enrolled, person(1, mother_name=""), person(1, mother_name="", phone="123"))
    verdict = field_house.verdicts(laptop)[0]
    assert (verdict.kind, verdict.code) == (VerdictKind.NEEDS_FIX, "mother_name_missing")
    assert review_of(field_house, enrolled.entry_id).state == "returned"
    laptop.correct(enrolled, person(1, mother_name="", phone="123"), person(1), base=first.hash)
    assert field_house.verdicts(laptop)[0].kind is VerdictKind.ACCEPTED
    assert review_of(field_house, enrolled.entry_id).state == "received"


def test_a_correction_with_a_warning_is_flagged(field_house: IntakeHouse) -> None:
    laptop, enrolled = sent(field_house, mother_name="")
    laptop.correct(enrolled, person(1, mother_name=""), person(1, sex="P"))
    assert field_house.verdicts(laptop)[0].kind is VerdictKind.ACCEPTED_REVIEW
    review = review_of(field_house, enrolled.entry_id)
    assert (review.state, json.loads(review.flags)) == ("flagged", ["sex_differs", "reason_missing"])


def test_a_decided_record_goes_back_to_review(field_house: IntakeHouse) -> None:
    laptop, enrolled = sent(field_house)
    decide(field_house, enrolled.entry_id, "approved")
    laptop.correct(enrolled, person(1), person(1, street="Jl. Mawar 9"))
    assert field_house.verdicts(laptop)[0].kind is VerdictKind.ACCEPTED
    assert review_of(field_house, enrolled.entry_id).state == "flagged"
    with field_house.store.reading() as tx:
        assert dict(tx.money.totals().buckets) == {"under_review": 33_600}


def test_a_price_that_no_longer_fits_the_cash_is_flagged(field_house: IntakeHouse) -> None:
    laptop, enrolled = sent(field_house)
    laptop.correct(enrolled, person(1), person(1, income="5000000"))
    verdict = field_house.verdicts(laptop)[0]
    assert (verdict.kind, verdict.code) == (VerdictKind.ACCEPTED_REVIEW, "amount_differs")


def test_two_changes_of_one_field_are_a_conflict_and_others_merge(field_house: IntakeHouse) -> None:
    laptop, enrolled = sent(field_house)
    first = laptop.correct(enrolled, person(1), person(1, street="Jl. Mawar 9"))
    laptop.correct(enrolled, person(1), person(1, street="Jl. Kenanga 3"))
    laptop.correct(enrolled, person(1), person(1, name="Ma'rifah Wijayanti"))
    laptop.correct(enrolled, person(1), person(1, birth_date="1990-08-15"))
    verdicts = field_house.verdicts(laptop)
    assert [(verdict.kind, verdict.field) for verdict in verdicts] == [
        (VerdictKind.ACCEPTED, None),
        (VerdictKind.CONFLICT, "street"),
        (VerdictKind.ACCEPTED, None),
        (VerdictKind.CONFLICT, "birth_date"),
    ]
    assert (verdicts[1].base, verdicts[1].theirs) == (enrolled.entries[0].hash, first.hash)
    assert review_of(field_house, enrolled.entry_id).hash == verdicts[2].hash
    assert review_of(field_house, verdicts[1].entry_id).state == "flagged"


def test_a_corrected_nik_frees_the_old_one(field_house: IntakeHouse) -> None:
    laptop, enrolled = sent(field_house)
    laptop.correct(enrolled, person(1), person(2))
    field_house.verdicts(laptop)
    laptop.enrol(person(1))
    laptop.enrol(person(2))
    verdicts = field_house.verdicts(laptop)
    assert [verdicts[0].kind, verdicts[4].kind] == [VerdictKind.ACCEPTED, VerdictKind.DUPLICATE]


def test_a_correction_to_a_nik_that_is_taken_is_a_duplicate(field_house: IntakeHouse) -> None:
    laptop, enrolled = sent(field_house)
    laptop.enrol(person(2))
    laptop.correct(enrolled, person(1), person(2))
    assert field_house.verdicts(laptop)[-1].kind is VerdictKind.DUPLICATE


def test_another_agents_enrolment_is_not_ones_to_correct(field_house: IntakeHouse) -> None:
    _, enrolled = sent(field_house)
    other = field_house.laptop("agent-2")
    other.correct(enrolled, person(1), person(1, name="Orang Lain"))
    verdict = field_house.verdicts(other)[0]
    assert (verdict.kind, verdict.code) == (VerdictKind.REFUSED, "subject_of_other_agent")
    assert review_of(field_house, enrolled.entry_id).hash == enrolled.entries[0].hash


def test_a_correction_that_arrives_first_waits_and_then_counts(field_house: IntakeHouse) -> None:
    laptop = field_house.laptop()
    enrolled = laptop.enrol(person(1, mother_name=""))
    correction = laptop.correct(enrolled, person(1, mother_name=""), person(1))
    early = field_house.verdicts(laptop, laptop.packed(entries=[correction]))[0]
    assert (early.kind, early.missing) == (VerdictKind.PARKED, enrolled.entry_id)
    late = field_house.verdicts(laptop, laptop.packed(entries=enrolled.entries))
    assert late[0].kind is VerdictKind.NEEDS_FIX
    review = review_of(field_house, enrolled.entry_id)
    assert (review.state, review.hash) == ("received", correction.hash)
    assert review_of(field_house, early.entry_id).state == "received"
    assert fresh_id() != early.entry_id


def test_a_nik_asked_for_in_vain_is_given_back(field_house: IntakeHouse) -> None:
    laptop, enrolled = sent(field_house)
    laptop.correct(enrolled, person(1), person(1, street="Jl. Mawar 9"))
    laptop.correct(enrolled, person(1), person(5))
    assert field_house.verdicts(laptop)[1].kind is VerdictKind.CONFLICT
    laptop.enrol(person(5))
    assert field_house.verdicts(laptop)[0].kind is VerdictKind.ACCEPTED


def test_a_correction_after_the_purge_is_looked_at_by_a_person(database_house: IntakeHouse) -> None:
    laptop, enrolled = sent(database_house)
    engine = open_engine(database_house.url)
    with engine.begin() as connection:
        connection.exec_driver_sql("DELETE FROM personal_part")
    engine.dispose()
    laptop.correct(enrolled, person(1), person(1, street="Jl. Mawar 9"))
    verdict = database_house.verdicts(laptop)[0]
    assert (verdict.kind, verdict.code) == (VerdictKind.ACCEPTED_REVIEW, "personal_purged")

"""What a device with a genuine key and a program of its own cannot do to records that are not its own."""

import pytest

from sync.protocol.bodies.void_request import VoidRequest
from sync.protocol.forms import correction_parts
from sync.protocol.kinds import EntryKind
from sync.rules.states import Move, ReviewState, VerdictKind
from sync.server.domain.decisions import Request
from sync.server.refusals import Refusal
from sync.server.services.ledger import ledger_sum
from sync.server.services.review_reading import ReviewReading
from tests.support.deciding import REVIEWER, reviewing
from tests.support.field_laptop import (
    Enrolled,
    FieldLaptop,
    entry_id_of,
    farmer_lines,
    fresh_id,
    person,
    salt,
)
from tests.support.intake_house import IntakeHouse
from tests.support.reference_data import gazetteer


def enrolled_by(house: IntakeHouse, agent_id: str, number: int) -> tuple[FieldLaptop, Enrolled]:
    """An agent's laptop with one enrolment at the server."""
    laptop = house.laptop(agent_id)
    enrolled = laptop.enrol(person(number))
    house.verdicts(laptop)
    return laptop, enrolled


def holders(house: IntakeHouse, *numbers: int) -> list[str | None]:
    """The workers who hold the NIKs of some invented people."""
    niks = [person(number).nik for number in numbers]
    with house.store.reading() as tx:
        found = tx.workers.holders(niks)
    return [found[nik].worker_id if nik in found else None for nik in niks]


def test_a_correction_of_ones_own_record_frees_no_nik_of_another_worker(field_house: IntakeHouse) -> None:
    _, victim = enrolled_by(field_house, "agent-1", 1)
    forger, own = enrolled_by(field_house, "agent-2", 2)
    for asked in (3, 1):
        body, personal = correction_parts(person(2), person(asked), corrects=own.entry_id, salt=salt())
        forger.seal(
            EntryKind.CORRECTION, fresh_id(), body, personal, victim.worker_id, base=own.entries[0].hash
        )
        (verdict,) = field_house.verdicts(forger)
        assert (verdict.kind, verdict.code) == (VerdictKind.REFUSED, "worker_differs")
    assert holders(field_house, 1, 2, 3) == [victim.worker_id, own.worker_id, None]


def test_a_void_of_another_agents_receipt_moves_no_money(field_house: IntakeHouse) -> None:
    _, victim = enrolled_by(field_house, "agent-1", 1)
    forger, own = enrolled_by(field_house, "agent-2", 2)
    body = VoidRequest(receipt=entry_id_of(victim.entries[-1]), reason="wrong_worker", cash="no_cash")
    request = forger.seal(EntryKind.VOID_REQUEST, fresh_id(), body, None, own.worker_id)
    (verdict,) = field_house.verdicts(forger)
    assert (verdict.kind, verdict.code) == (VerdictKind.REFUSED, "receipt_of_other_agent")
    with pytest.raises(Refusal):
        reviewing(field_house).decide(REVIEWER, entry_id_of(request), Request(Move.APPROVE, request.hash))
    assert ledger_sum(field_house.store).buckets == {"accepted": 67_200}


def test_a_correction_of_a_revoked_device_stands_beside_the_record(field_house: IntakeHouse) -> None:
    lost, enrolled = enrolled_by(field_house, "agent-1", 1)
    revoked = field_house.laptop("agent-1", state="revoked_drain")
    body, personal = correction_parts(
        person(1), person(1, phone="081299999999"), corrects=enrolled.entry_id, salt=salt()
    )
    revoked.seal(
        EntryKind.CORRECTION, fresh_id(), body, personal, enrolled.worker_id, base=enrolled.entries[0].hash
    )
    (verdict,) = field_house.verdicts(revoked)
    assert (verdict.kind, verdict.code) == (VerdictKind.HELD, "device_revoked")
    with field_house.store.reading() as tx:
        review = tx.reviews.reviews([enrolled.entry_id])[enrolled.entry_id]
    assert (review.state, review.hash, review.device) == ("received", enrolled.entries[0].hash, lost.device)


def test_sums_that_nobody_paid_leave_the_queue_readable(field_house: IntakeHouse) -> None:
    laptop, honest = enrolled_by(field_house, "agent-1", 1)
    for number in (2, 3):
        worker_id = fresh_id()
        laptop.enrol(
            person(number), worker_id=worker_id, lines=farmer_lines(worker_id, 1, amount=2**53 - 9000)
        )
        told = field_house.verdicts(laptop)
        assert [(one.kind, one.code) for one in told[2:]] == [(VerdictKind.NEEDS_FIX, "amount_too_large")] * 2
    reviewing(field_house)
    (group,) = ReviewReading(field_house.store, gazetteer()).queue(REVIEWER, ReviewState.RECEIVED).groups
    assert honest.entry_id in {record.entry_id for record in group.records}
    (returned,) = ReviewReading(field_house.store, gazetteer()).queue(REVIEWER, ReviewState.RETURNED).groups
    assert returned.count == 4

"""What was held because its epoch was not known is judged once it is; what waited for a kept copy is judged once it is kept."""

from __future__ import annotations

import pytest

from sync.protocol.entry import SealedEntry
from sync.protocol.kinds import EntryKind
from sync.protocol.messages import HeldGrant
from sync.rules.states import Move, ReviewState, VerdictKind
from sync.server.refusals import Refusal
from sync.server.services.review_reading import ReviewReading
from tests.server.services.test_recognising import asked, in_epoch, phoned, set_back
from tests.support.deciding import REVIEWER
from tests.support.field_laptop import FieldLaptop, entry_id_of, farmer_lines, fresh_id, person
from tests.support.greetings import greeted
from tests.support.intake_house import IntakeHouse, field_house
from tests.support.reference_data import gazetteer
from tests.support.void_counter import Counter

__all__ = ["field_house"]

PRICE, PAID = 33_600, 8_400
UNKNOWN = {(VerdictKind.HELD, "epoch_unknown")}


def forgotten(counter: Counter) -> HeldGrant:
    """An epoch that the server granted and forgot; the laptop stands in it."""
    ahead = set_back(counter.house, counter.laptop)
    return in_epoch(counter.laptop, asked(ahead, counter.laptop))


def queued(counter: Counter) -> list[tuple[str, str]]:
    groups = ReviewReading(counter.house.store, gazetteer()).queue(REVIEWER).groups
    return [(record.kind, record.state.value) for group in groups for record in group.records]


def state_of(counter: Counter, sealed: SealedEntry) -> str:
    with counter.house.store.reading() as tx:
        return tx.reviews.reviews([entry_id_of(sealed)])[entry_id_of(sealed)].state


def test_a_proved_grant_puts_what_waited_into_its_chain(field_house: IntakeHouse) -> None:
    counter = Counter(field_house)
    laptop, held = counter.laptop, forgotten(counter)
    enrolled = laptop.enrol(person(1))
    correction = laptop.correct(enrolled, person(1), person(1, street="Kp. Sawah"))
    laptop.pay(fresh_id(), farmer_lines(enrolled.worker_id, 1))
    laptop.deposit(entry_id_of(enrolled.entries[3]), PRICE)
    sent = list(laptop.outbox)
    assert set(counter.push()) == UNKNOWN
    assert counter.buckets() == {"held": PRICE + PAID}
    answer = greeted(field_house, laptop, granted=(held,))
    assert [(mark.epoch, mark.seq, mark.head_hash) for mark in answer.known][1:] == [(2, 8, laptop.head)]
    assert (answer.missing, answer.epoch_grant) == ((), None)
    assert counter.buckets() == {"accepted": PRICE, "under_review": PAID}
    assert counter.flags(sent[5]) == ["month_already_paid"]
    assert queued(counter) == [("enrolment", "received"), ("contribution", "flagged")]
    told = dict(counter.told())
    assert {told[entry_id_of(one)] for one in sent} == {"received", "flagged"}
    for final in (sent[3], sent[-1]):
        with pytest.raises(Refusal, match="move_refused"):
            counter.decide(final, Move.APPROVE)
    record = ReviewReading(field_house.store, gazetteer()).record(REVIEWER, enrolled.entry_id)
    assert (record.form.fields["street"], record.hash) == ("Kp. Sawah", correction.hash)
    with field_house.store.reading() as tx:
        receipts = tx.money.issued([entry_id_of(enrolled.entries[3])]).values()
        assert [(one.genuine, one.deposit) for one in receipts] == [(True, "deposited")]
        assert not any(one.aside for one in tx.money.movements(laptop.device))
        assert tx.workers.holders([person(1).nik])[person(1).nik].worker_id == enrolled.worker_id
        last = tx.feed.last("agent-1")
    greeted(field_house, laptop, granted=(held,))
    verdicts = field_house.verdicts(laptop, laptop.packed(entries=sent))
    assert {(one.kind, one.original) for one in verdicts} == {(VerdictKind.SAME, VerdictKind.HELD)}
    with field_house.store.reading() as tx:
        assert tx.feed.last("agent-1") == last
    laptop.correct(enrolled, person(1), person(1, street="Kp. Baru"), base=correction.hash)
    laptop.enrol(person(2))
    assert set(counter.push()) == {(VerdictKind.ACCEPTED, None)}


def test_what_a_person_settled_meanwhile_stays_settled(field_house: IntakeHouse) -> None:
    counter = Counter(field_house)
    held = forgotten(counter)
    refused, kept, open_one = (counter.laptop.enrol(person(number)) for number in (1, 2, 3))
    counter.push()
    counter.refuse(refused.entries[0])
    counter.decide(kept.entries[0], Move.APPROVE)
    greeted(field_house, counter.laptop, granted=(held,))
    states = [state_of(counter, one.entries[0]) for one in (refused, kept, open_one)]
    assert states == ["refused", "approved", "received"]
    assert counter.buckets() == {"under_review": PRICE, "accepted": 2 * PRICE}
    assert [mark.seq for mark in greeted(field_house, counter.laptop).known] == [0, 12]


def test_what_does_not_fit_its_chain_goes_on_waiting(field_house: IntakeHouse) -> None:
    counter = Counter(field_house)
    held = forgotten(counter)
    laptop = counter.laptop
    twin = FieldLaptop(laptop.device, laptop.key, epoch=2, head=laptop.head)
    laptop.enrol(person(1))
    twin.enrol(person(2))
    assert set(counter.push()) == set(counter.push(twin)) == UNKNOWN
    greeted(field_house, laptop, granted=(held,))
    assert sorted(queued(counter)) == [("enrolment", "held"), ("enrolment", "received")]
    assert counter.buckets() == {"accepted": PRICE, "held": PRICE}


def test_a_code_by_phone_puts_what_overtook_it_into_its_chain(field_house: IntakeHouse) -> None:
    counter = Counter(field_house)
    laptop = counter.laptop
    phoned(laptop)
    laptop.enrol(person(1))
    begun, *later = laptop.outbox
    verdicts = field_house.verdicts(laptop, laptop.packed(entries=later))
    assert {(one.kind, one.code) for one in verdicts} == UNKNOWN
    laptop.outbox = [begun]
    assert counter.push() == [(VerdictKind.ACCEPTED, None)]
    assert counter.buckets() == {"accepted": PRICE}
    assert [(mark.epoch, mark.seq) for mark in greeted(field_house, laptop).known] == [(1, 0), (2, 5)]


def test_what_waited_for_a_copy_is_judged_once_the_copy_is_kept(field_house: IntakeHouse) -> None:
    counter, other = Counter(field_house), field_house.laptop("agent-1")
    twin = FieldLaptop(counter.laptop.device, counter.laptop.key)
    counter.laptop.enrol(person(1))
    counter.push()
    forked = twin.enrol(person(2))
    counter.push(twin)
    correction = other.correct(forked, person(2), person(2, nik=person(3).nik))
    other.pay(fresh_id(), farmer_lines(forked.worker_id, 1))
    paid = other.outbox[1]
    assert [kind for kind, _ in counter.push(other)] == [
        VerdictKind.PARKED,
        VerdictKind.PARKED,
        VerdictKind.ACCEPTED,
    ]
    counter.decide(forked.entries[0], Move.APPROVE)
    record = ReviewReading(field_house.store, gazetteer()).record(REVIEWER, forked.entry_id)
    assert (record.form.fields["nik"], record.hash) == (person(3).nik, correction.hash)
    assert record.state is ReviewState.FLAGGED
    assert (state_of(counter, paid), counter.flags(paid)) == ("flagged", ["month_already_paid"])
    assert counter.buckets() == {"accepted": PRICE, "under_review": PRICE + PAID}
    with field_house.store.reading() as tx:
        holders = tx.workers.holders([person(2).nik, person(3).nik])
    assert {nik: one.worker_id for nik, one in holders.items()} == {person(3).nik: forked.worker_id}


def test_a_kept_record_that_is_no_person_sets_nothing_going(field_house: IntakeHouse) -> None:
    counter = Counter(field_house)
    twin = FieldLaptop(counter.laptop.device, counter.laptop.key)
    counter.laptop.enrol(person(1))
    counter.push()
    adjusted = twin.deposit(fresh_id(), PAID)
    counter.push(twin)
    counter.decide(adjusted, Move.APPROVE)
    assert (EntryKind.DEPOSIT.value, "held") not in queued(counter)

"""Another content under an entry id that is taken is on the reviewer's list, beside the one that holds it, and is settled."""

from __future__ import annotations

import pytest

from sync.protocol.bodies.contribution import Contribution
from sync.protocol.bodies.receipt import Receipt
from sync.protocol.encoding import to_base64url
from sync.protocol.entry import DecodedEntry, SealedEntry, decode
from sync.protocol.feed import DecisionPayload
from sync.protocol.kinds import EntryKind
from sync.protocol.receipt_proof import receipt_message
from sync.protocol.review import QueueRecord, ReviewRecord
from sync.rules.states import Move, ReviewState, VerdictKind
from sync.server.domain.decisions import Request
from sync.server.refusals import Refusal
from sync.server.services.auditing import trail
from sync.server.services.review_reading import ReviewReading
from tests.support.deciding import REVIEWER
from tests.support.field_laptop import Enrolled, FieldLaptop, entry_id_of, farmer_lines, fresh_id, person
from tests.support.intake_house import IntakeHouse, field_house
from tests.support.reference_data import gazetteer
from tests.support.void_counter import Counter

__all__ = ["field_house"]

PAID, FIRST = 8_400, 33_600


def held(counter: Counter) -> list[QueueRecord]:
    groups = ReviewReading(counter.house.store, gazetteer()).queue(REVIEWER, ReviewState.HELD).groups
    return [record for group in groups for record in group.records]


def shown(counter: Counter, name: str) -> ReviewRecord:
    return ReviewReading(counter.house.store, gazetteer()).record(REVIEWER, name)


def decide(counter: Counter, name: str, move: Move) -> DecisionPayload:
    reason = "not_justified" if move is Move.REFUSE else None
    return counter.reviewing.decide(REVIEWER, name, Request(move, shown(counter, name).hash, reason))


def opened(sealed: SealedEntry) -> DecodedEntry:
    entry = decode(sealed.raw, sealed.personal)
    assert isinstance(entry, DecodedEntry)
    return entry


def paid_again(laptop: FieldLaptop, worker_id: str, entry_id: str) -> tuple[SealedEntry, str]:
    """A payment whose contribution has an id that is taken, under a receipt of its own; that receipt's id."""
    action_id, lines = fresh_id(), farmer_lines(worker_id, 1)
    laptop.pay(action_id, lines)
    receipt = opened(laptop.outbox.pop())
    paid = opened(laptop.outbox.pop())
    laptop.seq, laptop.head = laptop.seq - 2, paid.envelope.prev_hash
    assert isinstance(receipt.body, Receipt)
    again = laptop.seal(EntryKind.CONTRIBUTION, action_id, paid.body, None, entry_id=entry_id)
    body = receipt.body.model_copy(update={"contributions": (entry_id,)})
    return again, entry_id_of(laptop.seal(EntryKind.RECEIPT, action_id, body))


def written_again(twin: FieldLaptop, enrolled: Enrolled, street: str) -> tuple[SealedEntry, ...]:
    """The same action with other content under the same ids: one month paid, another street."""
    first = len(twin.outbox)
    for sealed in enrolled.entries:
        entry = opened(sealed)
        body, personal = entry.body, entry.personal
        if entry.envelope.kind == EntryKind.ENROLMENT.value:
            personal = personal.model_copy(update={"street": street})  # type: ignore[union-attr]
        elif isinstance(body, Contribution):
            body = body.model_copy(update={"lines": farmer_lines(enrolled.worker_id, 1)})
        elif isinstance(body, Receipt):
            signed = twin.key.sign(receipt_message(body.number, body.on, PAID))
            body = body.model_copy(update={"total": PAID, "signature": to_base64url(signed)})
        twin.seal(
            EntryKind(entry.envelope.kind),
            enrolled.action_id,
            body,
            personal,
            entry.envelope.worker_id,
            entry_id=entry.envelope.entry_id,
        )
    return tuple(twin.outbox[first:])


@pytest.mark.parametrize(("move", "bucket"), [(Move.APPROVE, "accepted"), (Move.REFUSE, "under_review")])
def test_it_is_seen_beside_what_holds_its_id_and_settled(
    field_house: IntakeHouse, move: Move, bucket: str
) -> None:
    counter, other = Counter(field_house), field_house.laptop("agent-2")
    enrolled = counter.laptop.enrol(person(1))
    counter.push()
    contribution_id = entry_id_of(enrolled.entries[2])
    again, receipt_id = paid_again(other, enrolled.worker_id, contribution_id)
    assert counter.push(other) == [(VerdictKind.ID_CONFLICT, "id_conflict"), (VerdictKind.HELD, "fork")]
    assert counter.buckets() == {"accepted": FIRST, "held": PAID}
    (listed,) = held(counter)
    assert (listed.kind, listed.flags, listed.rupiah) == ("contribution", ("id_conflict",), PAID)
    record = shown(counter, listed.entry_id)
    assert record.other is not None
    assert (record.hash, sum(line.amount for line in record.lines)) == (again.hash, PAID)
    assert sum(line.amount for line in record.other.lines) == FIRST
    assert (record.other.agent_name, record.other.state) == ("Agen Contoh", ReviewState.RECEIVED)
    told = decide(counter, listed.entry_id, move)
    assert (told.entry_id, told.hash) == (contribution_id, again.hash)
    assert (told.decision_id is None) == (move is Move.APPROVE)
    assert held(counter) == []
    kept = {"accepted": FIRST + PAID} if bucket == "accepted" else {"accepted": FIRST, bucket: PAID}
    assert counter.buckets() == kept
    audited = [act.subject for act in trail(field_house.store, 0, 100) if act.act == f"review_{move.value}"]
    assert audited[0] == listed.entry_id
    with field_house.store.reading() as tx:
        rows = [row.payload for row in tx.feed.page("agent-2", 0, 100)[0] if row.kind == "decision"]
    assert sum(contribution_id in row and again.hash in row for row in rows) == 1
    if told.decision_id is not None:
        healthy = field_house.laptop("agent-2")
        healthy.refund(receipt_id, told.decision_id, PAID)
        assert counter.push(healthy) == [(VerdictKind.ACCEPTED, None)]
        assert counter.buckets() == {"accepted": FIRST, "refunded": PAID}


@pytest.mark.parametrize(("move", "bucket"), [(Move.APPROVE, "accepted"), (Move.REFUSE, "voided")])
def test_an_action_that_came_twice_is_settled_by_itself(
    field_house: IntakeHouse, move: Move, bucket: str
) -> None:
    """No refund can name a receipt whose id another holds: refused, its money was never there."""
    counter = Counter(field_house)
    twin = FieldLaptop(counter.laptop.device, counter.laptop.key)
    enrolled = counter.laptop.enrol(person(1))
    counter.push()
    written_again(twin, enrolled, "Kp. Lama")
    twin.outbox.append(counter.laptop.correct(enrolled, person(1), person(1, street="Kp. Sawah")))
    assert counter.push(twin)[:4] == [(VerdictKind.ID_CONFLICT, "id_conflict")] * 4
    assert counter.buckets() == {"accepted": FIRST, "held": PAID}
    (listed,) = held(counter)
    record = shown(counter, listed.entry_id)
    assert record.other is not None
    assert (record.form.fields["street"], record.other.fields["street"]) == ("Kp. Lama", "Kp. Sawah")
    assert [rival.rupiah for rival in record.rivals] == [FIRST]
    assert decide(counter, listed.entry_id, move).decision_id is None
    assert held(counter) == []
    kept = {"accepted": FIRST + PAID} if bucket == "accepted" else {"accepted": FIRST, bucket: PAID}
    assert counter.buckets() == kept
    with field_house.store.reading() as tx:
        cash = tx.money.cash("agent-1")
        assert tx.workers.holders([person(1).nik])[person(1).nik].worker_id == enrolled.worker_id
        states = {one.total: one.state for one in tx.money.receipt(record.receipt_number or "")}
    assert cash.get("void", 0) == (PAID if bucket == "voided" else 0)
    assert states == {FIRST: "issued", PAID: "voided" if bucket == "voided" else "issued"}


def test_two_that_lie_beside_the_chain_under_one_id_are_settled_one_by_one(field_house: IntakeHouse) -> None:
    counter, entry_id = Counter(field_house), fresh_id()
    laptop, workers = counter.laptop, (fresh_id(), fresh_id())
    for worker in workers:
        stranger = FieldLaptop(laptop.device, laptop.key, head="0" * 64)
        stranger.seal(
            EntryKind.CONTRIBUTION,
            fresh_id(),
            Contribution(lines=farmer_lines(worker, 1), credits=()),
            entry_id=entry_id,
        )
        counter.push(stranger)
    first, second = held(counter)
    assert first.entry_id != second.entry_id
    assert entry_id in (first.entry_id, second.entry_id)
    for record in (first, second):
        decide(counter, record.entry_id, Move.APPROVE)
    assert held(counter) == []


def test_a_void_under_a_taken_id_is_only_refused(field_house: IntakeHouse) -> None:
    counter, other = Counter(field_house), field_house.laptop("agent-2")
    enrolled = counter.laptop.enrol(person(1))
    counter.push()
    receipt_id = entry_id_of(enrolled.entries[3])
    void = opened(other.void(receipt_id))
    other.outbox, other.seq, other.head = [], 0, void.envelope.prev_hash
    other.seal(EntryKind.VOID_REQUEST, fresh_id(), void.body, entry_id=receipt_id)
    assert counter.push(other) == [(VerdictKind.ID_CONFLICT, "id_conflict")]
    (listed,) = held(counter)
    with pytest.raises(Refusal) as refused:
        decide(counter, listed.entry_id, Move.APPROVE)
    assert refused.value.code == "move_refused"
    assert decide(counter, listed.entry_id, Move.REFUSE).decision_id is None
    assert counter.buckets() == {"accepted": FIRST}

"""A withdrawal of consent at the branch: seen by a reviewer at once, with the instant from which its clock runs."""

from __future__ import annotations

from sync.protocol.bodies.consent import ConsentPersonal, ConsentWithdrawal
from sync.protocol.bodies.parts import TextShown
from sync.protocol.entry import SealedEntry
from sync.protocol.kinds import EntryKind
from sync.protocol.messages import RawEntry
from sync.rules.states import VerdictKind
from sync.server.services.gaps import chain_gaps
from sync.server.services.review_reading import ReviewReading
from tests.support.deciding import REVIEWER
from tests.support.field_laptop import NINE, SIGNED, FieldLaptop, entry_id_of, fresh_id, person, salt
from tests.support.intake_house import IntakeHouse
from tests.support.reference_data import gazetteer

LOOKED_AT = VerdictKind.ACCEPTED_REVIEW


def withdrawal(laptop: FieldLaptop, worker_id: str | None) -> SealedEntry:
    """A worker no longer agrees to messages."""
    body = ConsentWithdrawal(
        purposes=("messages",), text=TextShown(version="1", language="id", sha256="c" * 64), way="pad"
    )
    personal = ConsentPersonal(salt=salt(), blobs=(), signature=SIGNED)
    return laptop.seal(EntryKind.CONSENT_WITHDRAWAL, fresh_id(), body, personal, worker_id)


def raw(entry: SealedEntry) -> RawEntry:
    assert entry.personal is not None
    return RawEntry(raw=entry.raw.decode(), personal=entry.personal.decode())


def test_it_is_flagged_and_every_record_of_the_worker_says_so(field_house: IntakeHouse) -> None:
    laptop = field_house.laptop()
    enrolled = laptop.enrol(person(1))
    first, second = withdrawal(laptop, enrolled.worker_id), withdrawal(laptop, enrolled.worker_id)
    nobody = withdrawal(laptop, None)
    verdicts = field_house.verdicts(laptop)[-3:]
    assert [(verdict.kind, verdict.code) for verdict in verdicts] == [(LOOKED_AT, "consent_withdrawn")] * 3
    reading = ReviewReading(field_house.store, gazetteer())
    for entry_id in (enrolled.entry_id, entry_id_of(first)):
        record = reading.record(REVIEWER, entry_id)
        assert [one.purposes for one in record.withdrawn] == [("messages",), ("messages",)]
        assert [one.at for one in record.withdrawn] == sorted(one.at for one in record.withdrawn)
        assert all(one.at > NINE for one in record.withdrawn)
    seen = reading.record(REVIEWER, entry_id_of(nobody))
    assert (seen.flags, seen.withdrawn) == (("consent_withdrawn", "worker_unknown"), ())
    (group,) = reading.queue(REVIEWER).groups
    waiting = {record.entry_id for record in group.records if "consent_withdrawn" in record.flags}
    assert waiting == {entry_id_of(one) for one in (first, second, nobody)}


def test_what_hello_brought_is_a_gap_until_the_rest_has_come(field_house: IntakeHouse) -> None:
    laptop = field_house.laptop()
    enrolled = laptop.enrol(person(1))
    entry = withdrawal(laptop, enrolled.worker_id)
    laptop.enrol(person(2))
    (verdict,) = field_house.intake.receive_urgent(field_house.device(laptop), [raw(entry)])
    assert (verdict.kind, verdict.code) == (LOOKED_AT, "consent_withdrawn")
    with field_house.store.reading() as tx:
        (gap,) = chain_gaps(tx, laptop.device)
    assert (gap.first_seq, gap.last_seq) == (1, 4)
    laptop.outbox.remove(entry)
    assert {verdict.kind for verdict in field_house.verdicts(laptop)} == {VerdictKind.ACCEPTED}
    with field_house.store.reading() as tx:
        assert chain_gaps(tx, laptop.device) == ()
        (row,) = tx.devices.epochs(laptop.device)
        stored = tx.entries.entry(entry_id_of(entry))
    assert (row.contiguous_seq, row.high_seq) == (9, 9)
    assert stored is not None
    assert stored.record.batch_id == "hello"


def test_from_a_revoked_device_it_is_held_and_withdraws_nothing_yet(field_house: IntakeHouse) -> None:
    laptop = field_house.laptop()
    enrolled = laptop.enrol(person(1))
    field_house.verdicts(laptop)
    lost = field_house.laptop(state="revoked_drain")
    entry = withdrawal(lost, enrolled.worker_id)
    (verdict,) = field_house.intake.receive_urgent(field_house.device(lost), [raw(entry)])
    assert verdict.kind is VerdictKind.HELD
    record = ReviewReading(field_house.store, gazetteer()).record(REVIEWER, entry_id_of(entry))
    assert (record.state, record.withdrawn) == ("held", ())

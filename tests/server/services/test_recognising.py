"""A server that was set back to a backup knows its own grants again, and nobody else's."""

from __future__ import annotations

import pytest

from sync.protocol.bodies.epoch_start import EpochStart
from sync.protocol.chain import ZERO_HASH
from sync.protocol.encoding import to_base64url
from sync.protocol.entry import SealedEntry
from sync.protocol.epoch_grant import challenge_of, grant_answer
from sync.protocol.kinds import EntryKind
from sync.protocol.messages import EpochGrant, EpochWanted, HeldGrant, HelloAnswer
from sync.rules.states import VerdictKind
from sync.server.services.auditing import trail
from sync.server.services.gaps import chain_gaps
from tests.support.field_laptop import NINE, FieldLaptop, person
from tests.support.greetings import greeted, own_mark
from tests.support.intake_house import IntakeHouse, field_house, open_house
from tests.support.memory_store.store import MemoryStore
from tests.support.stored_rows import fresh_id

__all__ = ["field_house"]

SECRET = b"s" * 32


def phoned(laptop: FieldLaptop, epoch: int = 2, code: str | None = None) -> SealedEntry:
    """Begin an epoch as a laptop does that was given a code by phone."""
    ask, left = fresh_id(), (laptop.epoch, laptop.seq, laptop.head)
    answer = code or grant_answer(SECRET, laptop.device, epoch, challenge_of(ask))
    laptop.epoch, laptop.seq, laptop.head, laptop.receipts = epoch, 0, ZERO_HASH, 0
    body = EpochStart(
        grant=answer, cause="restore", local_epoch=left[0], local_seq=left[1] or None, local_head=left[2]
    )
    return laptop.seal(EntryKind.EPOCH_START, ask, body)


def asked(house: IntakeHouse, laptop: FieldLaptop) -> EpochGrant:
    """An epoch granted online."""
    ask = EpochWanted(ask=fresh_id(), leaving=laptop.epoch)
    granted = greeted(house, laptop, epoch_wanted=ask).epoch_grant
    assert granted is not None
    return granted


def in_epoch(laptop: FieldLaptop, granted: EpochGrant) -> HeldGrant:
    """Let the laptop stand in a granted epoch; what it keeps of the grant."""
    laptop.epoch, laptop.seq, laptop.head, laptop.receipts = granted.epoch, 0, granted.start_hash, 0
    assert granted.proof is not None
    return HeldGrant(ask=granted.ask, epoch=granted.epoch, start_hash=granted.start_hash, proof=granted.proof)


def kinds(house: IntakeHouse, laptop: FieldLaptop) -> set[tuple[VerdictKind, str | None]]:
    return {(verdict.kind, verdict.code) for verdict in house.verdicts(laptop)}


def over(answer: HelloAnswer) -> tuple[int, ...]:
    return answer.epochs_over


def recognised(house: IntakeHouse) -> list[str]:
    return [act.subject for act in trail(house.store, 0, 1000) if act.act == "epoch_recognised"]


def test_where_the_epoch_ended_that_was_left_by_phone_is_known_from_the_first_entry(
    field_house: IntakeHouse,
) -> None:
    laptop = field_house.laptop()
    laptop.enrol(person(1))
    field_house.verdicts(laptop)
    laptop.seq, laptop.head = 9, "e" * 64
    phoned(laptop)
    field_house.verdicts(laptop)
    with field_house.store.reading() as tx:
        assert [(one.epoch, one.first_seq, one.last_seq) for one in chain_gaps(tx, laptop.device)] == [
            (1, 5, 9)
        ]


def test_what_was_heard_of_a_forgotten_epoch_is_missing_of_it(field_house: IntakeHouse) -> None:
    laptop = field_house.laptop()
    laptop.enrol(person(1))
    field_house.verdicts(laptop)
    greeted(field_house, laptop, marks=(own_mark(laptop, epoch=2, seq=7),))
    phoned(laptop)
    field_house.verdicts(laptop)
    with field_house.store.reading() as tx:
        assert [(one.epoch, one.first_seq, one.last_seq) for one in chain_gaps(tx, laptop.device)] == [
            (2, 2, 7)
        ]


def test_a_forgotten_epoch_by_phone_begins_again_with_its_code(
    field_house: IntakeHouse, caplog: pytest.LogCaptureFixture
) -> None:
    laptop = field_house.laptop()
    laptop.enrol(person(1))
    field_house.verdicts(laptop)
    phoned(laptop)
    laptop.enrol(person(2))
    assert kinds(field_house, laptop) == {(VerdictKind.ACCEPTED, None)}
    assert recognised(field_house) == [laptop.device]
    assert caplog.messages == ["epoch_recognised"]
    answer = greeted(field_house, laptop)
    assert [(mark.epoch, mark.seq) for mark in answer.known] == [(1, 4), (2, 5)]
    assert over(answer) == (1,)


def test_a_code_that_only_the_laptop_made_up_begins_nothing(field_house: IntakeHouse) -> None:
    for secret in (b"t" * 32, SECRET):
        laptop = field_house.laptop()
        phoned(laptop, code=grant_answer(secret, laptop.device, 2, "ABCDEF"))
        laptop.enrol(person(9))
        assert kinds(field_house, laptop) == {(VerdictKind.HELD, "epoch_unknown")}
        assert [mark.epoch for mark in greeted(field_house, laptop).known] == [1]
    assert recognised(field_house) == []


def test_the_code_counts_at_the_beginning_of_a_chain_alone(field_house: IntakeHouse) -> None:
    laptop = field_house.laptop()
    phoned(laptop)
    laptop.head = "a" * 64
    laptop.outbox.clear()
    phoned(laptop, epoch=3)
    first = laptop.outbox.pop()
    laptop.seq, laptop.head = 1, first.hash
    ask = fresh_id()
    code = grant_answer(SECRET, laptop.device, 3, challenge_of(ask))
    laptop.seal(EntryKind.EPOCH_START, ask, EpochStart(grant=code, cause="restore"))
    assert kinds(field_house, laptop) == {(VerdictKind.HELD, "epoch_unknown")}


def test_an_unknown_epoch_leaves_what_it_does_not_name(field_house: IntakeHouse) -> None:
    laptop = field_house.laptop()
    laptop.epoch = 5
    phoned(laptop, epoch=6)
    field_house.verdicts(laptop)
    again = field_house.laptop()
    first = phoned(again)
    field_house.verdicts(again)
    other = FieldLaptop(again.device, again.key)
    phoned(other, epoch=3)
    field_house.verdicts(other)
    assert over(greeted(field_house, laptop)) == ()
    assert over(greeted(field_house, other)) == (1,)
    assert first.hash != other.head


def set_back(house: IntakeHouse, laptop: FieldLaptop) -> IntakeHouse:
    """The same server with a store that knows of the laptop's first epoch alone."""
    behind = open_house(MemoryStore(), house.keys._directory)
    with behind.store.transaction() as tx:
        device = house.device(laptop)
        with house.store.reading() as before:
            agent = before.organisation.agent(device.agent_id)
            first = before.devices.epochs(laptop.device)[0]
        assert agent is not None
        tx.organisation.add_agent(agent)
        tx.devices.add_device(device)
        tx.devices.put_epochs([type(first)(laptop.device, 1, first.start_hash, NINE, first.start_hash)])
    return behind


def test_a_forgotten_grant_is_known_again_by_its_proof(field_house: IntakeHouse) -> None:
    laptop = field_house.laptop()
    held = in_epoch(laptop, asked(field_house, laptop))
    behind = set_back(field_house, laptop)
    laptop.enrol(person(1))
    answer = greeted(behind, laptop, granted=(held,))
    assert [(mark.epoch, mark.seq, mark.head_hash) for mark in answer.known] == [
        (1, 0, answer.known[0].head_hash),
        (2, 0, held.start_hash),
    ]
    assert over(answer) == (1,)
    assert kinds(behind, laptop) == {(VerdictKind.ACCEPTED, None)}
    assert recognised(behind) == [laptop.device]
    assert [mark.seq for mark in greeted(behind, laptop, granted=(held,)).known] == [0, 4]
    assert recognised(behind) == [laptop.device]


def test_another_proof_brings_nothing_back(field_house: IntakeHouse) -> None:
    laptop = field_house.laptop()
    held = in_epoch(laptop, asked(field_house, laptop))
    behind = set_back(field_house, laptop)
    forged = held.model_copy(update={"proof": to_base64url(b"p" * 32)})
    moved = held.model_copy(update={"epoch": 3})
    answer = greeted(behind, laptop, granted=(forged, moved))
    assert [mark.epoch for mark in answer.known] == [1]
    laptop.enrol(person(1))
    assert kinds(behind, laptop) == {(VerdictKind.HELD, "epoch_unknown")}


def test_an_epoch_that_was_given_twice_is_over_for_both(field_house: IntakeHouse) -> None:
    """The server forgot a grant and gave its number to another store: neither may write on in it."""
    laptop = field_house.laptop()
    held = in_epoch(laptop, asked(field_house, laptop))
    behind = set_back(field_house, laptop)
    twin = FieldLaptop(laptop.device, laptop.key)
    second = asked(behind, twin)
    assert second.epoch == 2
    assert over(greeted(behind, laptop, granted=(held,))) == (1, 2)
    assert over(greeted(behind, laptop, granted=(held,))) == (1, 2)
    own = greeted(behind, twin, marks=(own_mark(twin), own_mark(twin, epoch=2, seq=0)))
    assert over(own) == (1, 2)

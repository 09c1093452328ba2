"""What a device claims of its chains is held against what is here; whole agreement is kept with the device."""

from __future__ import annotations

import logging

import pytest

from sync.client.actions import Verify
from sync.client.verifying import Span
from sync.protocol.chain import genesis_hash
from sync.protocol.entry import SealedEntry, decode
from sync.protocol.messages import Mark
from sync.protocol.verification import VerifyAnswer, VerifyRequest
from sync.server.services.verification import Verification
from tests.support.comparing import Chains, claims
from tests.support.field_laptop import NINE, FieldLaptop, person
from tests.support.greetings import greeted
from tests.support.intake_house import IntakeHouse, field_house

__all__ = ["field_house"]

TOTAL = 33_600


def chains(entries: list[SealedEntry], epoch: int = 1, first: int = 1) -> Chains:
    """The store's side: every fourth entry is a receipt."""
    found: dict[int, tuple[str, int]] = {}
    for seq, sealed in enumerate(entries, start=first):
        kind = decode(sealed.raw, sealed.personal).envelope.kind
        found[seq] = (sealed.hash, TOTAL if kind == "receipt" else 0)
    return {epoch: found}


def enrolled(laptop: FieldLaptop, people: int) -> list[SealedEntry]:
    first = len(laptop.outbox)
    for _ in range(people):
        laptop.enrol(person(laptop.seq // 4 + 1))
    return laptop.outbox[first:]


def asked(
    house: IntakeHouse, laptop: FieldLaptop, own: Chains, *spans: Span, told: bool = False
) -> VerifyAnswer:
    """The answer to claims about spans, or to the entries of them."""
    request: VerifyRequest = claims(own, Verify((), spans) if told else Verify(spans, ()))
    return Verification(house.store, house.clock).compare(house.device(laptop), request)


def test_whole_agreement_is_kept_with_the_device(field_house: IntakeHouse) -> None:
    laptop = field_house.laptop()
    own = chains(enrolled(laptop, 3))
    field_house.verdicts(laptop)
    answer = asked(field_house, laptop, own, Span(1, 1, 12))
    assert (answer.compared_at, answer.differing) == (NINE, ())
    assert field_house.device(laptop).verified_at == NINE


def test_a_part_or_what_is_known_to_be_missing_is_no_whole_agreement(field_house: IntakeHouse) -> None:
    laptop = field_house.laptop()
    own = chains(enrolled(laptop, 2))
    field_house.verdicts(laptop)
    for span in (Span(1, 1, 7), Span(1, 2, 8)):
        assert asked(field_house, laptop, own, span).differing == ()
    assert asked(field_house, laptop, own, Span(1, 1, 4), Span(1, 5, 8)).differing == ()
    beyond = Mark(device=laptop.device, epoch=1, seq=9, head_hash="e" * 64)
    greeted(field_house, laptop, marks=(beyond,))
    assert asked(field_house, laptop, own, Span(1, 1, 8)).differing == ()
    assert field_house.device(laptop).verified_at is None


def test_what_is_not_here_is_found_and_named(
    field_house: IntakeHouse, caplog: pytest.LogCaptureFixture
) -> None:
    laptop = field_house.laptop()
    entries = enrolled(laptop, 3)
    field_house.verdicts(laptop, laptop.packed(entries=[*entries[:4], *entries[8:]]))
    own = chains(entries)
    with caplog.at_level(logging.WARNING, "sync.server.services.verification"):
        answer = asked(field_house, laptop, own, Span(1, 1, 4), Span(1, 5, 8), Span(1, 9, 12))
        assert [(one.first_seq, one.last_seq, one.count) for one in answer.differing] == [(5, 8, 0)]
        told = asked(field_house, laptop, own, Span(1, 4, 9), told=True)
    assert [(one.seq, one.hash) for one in told.lacking] == [(seq, own[1][seq][0]) for seq in range(5, 9)]
    assert told.otherwise == ()
    assert [record.message for record in caplog.records] == ["chains_differ", "chains_differ"]


def test_a_fork_is_named_and_is_not_missing(
    field_house: IntakeHouse, caplog: pytest.LogCaptureFixture
) -> None:
    laptop = field_house.laptop()
    clone = FieldLaptop(laptop.device, laptop.key)
    first = enrolled(laptop, 1)
    field_house.verdicts(laptop)
    other = enrolled(clone, 1)
    field_house.verdicts(clone)
    with caplog.at_level(logging.ERROR, "sync.server.services.verification"):
        assert len(asked(field_house, clone, chains(other), Span(1, 1, 4)).differing) == 1
        told = asked(field_house, clone, chains(other), Span(1, 1, 4), told=True)
    assert told.lacking == ()
    assert {one.hash for one in told.otherwise} == {entry.hash for entry in first}
    assert field_house.device(clone).verified_at is None


def test_rupiah_count_beside_the_hashes(field_house: IntakeHouse, caplog: pytest.LogCaptureFixture) -> None:
    laptop = field_house.laptop()
    own = chains(enrolled(laptop, 1))
    field_house.verdicts(laptop)
    richer = {1: {seq: (digest, total and total + 1) for seq, (digest, total) in own[1].items()}}
    with caplog.at_level(logging.ERROR, "sync.server.services.verification"):
        assert len(asked(field_house, laptop, richer, Span(1, 1, 4)).differing) == 1


def test_chains_of_all_epochs_are_wanted_whole(field_house: IntakeHouse) -> None:
    laptop = field_house.laptop()
    own = dict(chains(enrolled(laptop, 1)))
    field_house.verdicts(laptop)
    start = genesis_hash(b"second")
    with field_house.store.transaction() as tx:
        first = tx.devices.epochs(laptop.device)[0]
        tx.devices.put_epochs([type(first)(laptop.device, 2, start, NINE, start)])
    laptop.epoch, laptop.seq, laptop.head, laptop.receipts = 2, 0, start, 0
    own |= chains(enrolled(laptop, 1), epoch=2)
    field_house.verdicts(laptop)
    assert asked(field_house, laptop, own, Span(2, 1, 4)).differing == ()
    assert field_house.device(laptop).verified_at is None
    assert asked(field_house, laptop, own, Span(2, 1, 4), Span(1, 1, 4)).differing == ()
    assert field_house.device(laptop).verified_at == NINE

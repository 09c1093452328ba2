"""Comparing chains: every wire answers the same, and both stores claim and heal the same."""

from __future__ import annotations

import logging
from collections.abc import Iterator

import pytest

from sync.client.actions import Verified, Verify
from sync.client.replies import NonceLapsed, Rejected, VerifyOk
from sync.client.verifying import Comparison, Span
from sync.protocol.entry import DecodedEntry, decode
from sync.protocol.messages import EpochGrant
from sync.protocol.verification import PlacedEntry
from tests.conformance.test_wire_contract import bench
from tests.conformance.test_wire_troubles import REPLIES
from tests.conformance.test_wire_troubles import bench as troubled
from tests.support.benches import Bench
from tests.support.comparing import Chains, claims
from tests.support.exchange_stores import Furnished, taken, told, verdicts
from tests.support.fake_server import Trouble

__all__ = ["bench", "troubled"]

WHOLE = Verify((Span(1, 1, 8),), ())


@pytest.fixture(autouse=True)
def _quiet(caplog: pytest.LogCaptureFixture) -> Iterator[None]:
    """A difference that is looked into is logged."""
    with caplog.at_level(logging.ERROR, "sync.server.services.verification"):
        yield


def chains(made: Bench) -> Chains:
    found: dict[int, tuple[str, int]] = {}
    for sealed in made.journal.entries:
        entry = decode(sealed.raw, sealed.personal)
        assert isinstance(entry, DecodedEntry)
        found[entry.envelope.seq] = (sealed.hash, getattr(entry.body, "total", 0))
    return {1: found}


def asked(made: Bench, action: Verify, own: Chains) -> VerifyOk:
    request = claims(own, action)
    reply = made.wire.verify(request)
    assert isinstance(reply, VerifyOk), reply
    assert reply.request == request
    return reply


def test_nothing_is_compared_before_hello(bench: Bench) -> None:
    bench.journal.enrol(7)
    assert bench.wire.verify(claims(chains(bench), Verify((Span(1, 1, 4),), ()))) == NonceLapsed()


def test_what_arrived_agrees_and_what_did_not_is_named(bench: Bench) -> None:
    bench.journal.enrol(7)
    bench.journal.enrol(8, nik="3208044810990008")
    bench.wire.hello(bench.hello())
    bench.wire.put_batch(bench.batch(bench.journal.entries[:4]), 30.0)
    own = chains(bench)
    assert asked(bench, Verify((Span(1, 1, 4),), ()), own).answer.differing == ()
    reply = asked(bench, Verify((Span(1, 1, 4), Span(1, 5, 8)), ()), own)
    assert [(one.first_seq, one.last_seq, one.count) for one in reply.answer.differing] == [(5, 8, 0)]
    reply = asked(bench, Verify((), (Span(1, 3, 6),)), own)
    assert [(one.seq, one.hash) for one in reply.answer.lacking] == [(seq, own[1][seq][0]) for seq in (5, 6)]
    poorer = {1: {seq: entry for seq, entry in own[1].items() if seq != 2}}
    reply = asked(bench, Verify((), (Span(1, 1, 4),)), poorer)
    assert [(one.seq, one.hash) for one in reply.answer.otherwise] == [(2, own[1][2][0])]


@pytest.mark.parametrize(("trouble", "reply", "members"), REPLIES)
def test_trouble_with_a_comparison_names_no_batch(
    troubled: Bench, trouble: Trouble, reply: type, members: dict[str, object]
) -> None:
    troubled.server.troubles.append(trouble)
    request = claims(chains(troubled), Verify((Span(1, 1, 4),), ()))
    assert troubled.wire.verify(request) == reply(**members)


def test_what_is_no_answer_is_rejected(troubled: Bench) -> None:
    troubled.server.troubles.append(Trouble.GIBBERISH)
    request = claims(chains(troubled), Verify((Span(1, 1, 4),), ()))
    assert troubled.wire.verify(request) == Rejected("answer_invalid")


def test_a_store_claims_what_it_holds(furnished: Furnished) -> None:
    store = furnished.store
    (claim,) = store.claims(WHOLE).ranges
    assert (claim.count, claim.rupiah) == (8, 67_200)
    batch = taken(store)
    own: Chains = {1: {seq: (digest, 0) for seq, (_, digest) in enumerate(batch.hashes, start=1)}}
    asked_for = store.claims(Verify((), (Span(1, 3, 9),)))
    assert asked_for.told == claims(own, Verify((), (Span(1, 3, 9),))).told
    assert claim.digest == claims(own, WHOLE).ranges[0].digest


def test_it_is_due_where_an_epoch_was_granted_and_nothing_waits(furnished: Furnished) -> None:
    store = furnished.store
    batch = taken(store)
    assert store.unverified() == ()
    store.settle(verdicts(batch))
    assert store.unverified() == ()
    head = store.hello().marks
    store.compare(told(head, epochs_over=(1,)))
    wanted = store.hello().epoch_wanted
    assert wanted is not None
    store.compare(told(head, epoch_grant=EpochGrant(ask=wanted.ask, epoch=2, start_hash="c" * 64)))
    assert store.unverified() == (Span(1, 1, 8),)
    assert store.verified(Verified(Comparison())) == 0
    assert store.unverified() == ()
    assert furnished.again().unverified() == ()


def test_what_is_missing_waits_again_as_whole_actions(furnished: Furnished) -> None:
    store = furnished.store
    store.settle(verdicts(taken(store)))
    other = PlacedEntry(epoch=1, seq=2, hash="d" * 64)
    assert store.verified(Verified(Comparison(missing=(Span(1, 6, 6),), otherwise=(other,)))) == 4
    assert store.waiting() == 4
    assert store.unverified() == ()
    again = taken(store)
    assert len(again.hashes) == 4
    store.settle(verdicts(again, first=9))
    assert store.unverified() == (Span(1, 1, 8),)


def test_a_fork_is_no_reason_to_compare_at_once(furnished: Furnished) -> None:
    store = furnished.store
    store.settle(verdicts(taken(store)))
    other = PlacedEntry(epoch=1, seq=2, hash="d" * 64)
    assert store.verified(Verified(Comparison(otherwise=(other,)))) == 0
    assert (store.waiting(), store.unverified()) == (0, ())

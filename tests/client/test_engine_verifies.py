"""The engine compares chains once everything else is done, looks into what differs, and compares once more."""

from __future__ import annotations

from dataclasses import replace

from sync.client.actions import (
    Fault,
    Finished,
    Halted,
    PullChanges,
    QueueFacts,
    SayHello,
    SendBatch,
    Verified,
    Verify,
    Wipe,
)
from sync.client.engine import EngineState, Step, next_action, on_reply, start
from sync.client.replies import DeviceBarred, NonceLapsed, Slower, VerifyOk
from sync.client.verifying import Comparison, Span
from sync.protocol.verification import DifferingRange, VerifyAnswer
from tests.support.comparing import Chains, answer_of, claims
from tests.support.sample_bodies import AT
from tests.support.server_replies import EMPTY, PROOF, SOME, acknowledged, hello, opened, page

OWN: Chains = {1: dict.fromkeys(range(1, 301), ("a" * 64, 0))}
POORER: Chains = {1: {seq: entry for seq, entry in OWN[1].items() if seq != 77}}
WHOLE = (Span(1, 1, 300),)
DUE = QueueFacts(0, unverified=WHOLE)


def compared(state: EngineState, theirs: Chains, queue: QueueFacts = DUE) -> Step:
    """One request of a comparison and its answer."""
    action = next_action(state, queue)
    assert isinstance(action, Verify)
    request = claims(OWN, action)
    return on_reply(state, VerifyOk(request, answer_of(theirs, request, AT), PROOF))


def searched(state: EngineState) -> Step:
    """The last step of a comparison that has begun, with a server that lacks an entry."""
    step = compared(state, POORER, EMPTY)
    return step if step.effects else searched(step.state)


def test_what_is_due_is_compared_last() -> None:
    state = opened(feed_head=2)
    assert next_action(state, QueueFacts(3, unverified=WHOLE)) == next_action(state, SOME)
    assert next_action(state, DUE) == PullChanges(0)
    state = on_reply(state, page(1, 2)).state
    wanting = QueueFacts(0, epoch_wanted=True, unverified=WHOLE)
    assert next_action(state, wanting) == SayHello()
    assert next_action(replace(state, asked=True), wanting) == Verify(WHOLE, ())
    assert next_action(state, DUE) == next_action(state, DUE) == Verify(WHOLE, ())
    assert next_action(state, EMPTY) == Finished()


def test_what_agrees_is_one_request_and_one_effect() -> None:
    step = compared(opened(), OWN)
    assert step.effects == (Verified(Comparison()),)
    assert next_action(step.state, EMPTY) == Finished()


def test_what_differs_is_looked_into_sent_and_compared_once_more() -> None:
    step = compared(opened(), POORER)
    assert step == Step(step.state)
    assert isinstance(next_action(step.state, SOME), SendBatch)
    step = searched(step.state)
    assert step.effects == (Verified(Comparison(missing=(Span(1, 77, 77),))),)
    sent = on_reply(step.state, acknowledged()).state
    again = compared(sent, OWN)
    assert again.effects == (Verified(Comparison()),)
    assert next_action(again.state, DUE) == Finished()


def test_a_comparison_goes_on_after_a_lapsed_nonce() -> None:
    step = compared(opened(), POORER)
    asked = next_action(step.state, EMPTY)
    lapsed = on_reply(step.state, NonceLapsed()).state
    assert next_action(lapsed, EMPTY) == SayHello()
    greeted = on_reply(lapsed, hello()).state
    assert next_action(greeted, EMPTY) == asked


def test_trouble_ends_the_run_and_settles_nothing() -> None:
    step = compared(opened(), POORER)
    assert on_reply(step.state, Slower(7)).effects == ()
    assert next_action(on_reply(step.state, Slower(7)).state, EMPTY) == Finished("slower", 7)
    barred = on_reply(step.state, DeviceBarred("device_wiped")).state
    assert next_action(barred, EMPTY) == Halted(Fault("device_barred", "device_wiped"))


def test_an_answer_to_something_else_halts() -> None:
    state = opened()
    action = next_action(state, DUE)
    assert isinstance(action, Verify)
    strange = VerifyAnswer(
        compared_at=AT, differing=(DifferingRange(epoch=2, first_seq=1, last_seq=2, count=1),)
    )
    step = on_reply(state, VerifyOk(claims(OWN, action), strange, PROOF))
    assert (step.effects, next_action(step.state, DUE)) == ((), Halted(Fault("verify_answer")))


def test_a_device_to_be_wiped_says_hello_once_nothing_is_missing() -> None:
    state = opened(wipe_asked_at=AT)
    differing = searched(compared(state, POORER).state)
    assert next_action(differing.state, EMPTY) == Finished()
    agreed = compared(differing.state, OWN)
    assert next_action(agreed.state, EMPTY) == SayHello()
    kept = on_reply(agreed.state, hello(wipe_asked_at=AT)).state
    assert next_action(kept, EMPTY) == Finished()
    wiped = on_reply(agreed.state, hello(device_state="wiped"))
    assert [type(effect) for effect in wiped.effects] == [Wipe]
    assert next_action(wiped.state, EMPTY) == Halted(Fault("device_barred", "wiped"))


def test_only_a_signed_hello_wipes() -> None:
    step = on_reply(start(0), DeviceBarred("device_wiped"))
    assert (step.effects, next_action(step.state, SOME)) == (
        (),
        Halted(Fault("device_barred", "device_wiped")),
    )

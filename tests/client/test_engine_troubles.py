"""The engine when something goes wrong: nothing is lost, nothing settled early, every end has a name."""

from __future__ import annotations

from dataclasses import replace

import pytest

from sync.client.actions import (
    AwaitVerdicts,
    Fault,
    Finished,
    Halted,
    Release,
    SayHello,
    SendBatch,
    SetAside,
    Wipe,
)
from sync.client.engine import Phase, next_action, on_reply, start
from sync.client.replies import (
    DeviceBarred,
    NonceLapsed,
    NoNetwork,
    Rejected,
    Reply,
    Reused,
    ServerFault,
    Slower,
    Smaller,
)
from sync.client.sizing import Sizing
from tests.support.server_replies import (
    BATCH,
    EMPTY,
    SOME,
    STORED,
    acknowledged,
    after,
    hello,
    opened,
    page,
)


def test_a_lapsed_nonce_is_hello_again_and_the_batch_is_free() -> None:
    step = on_reply(opened(), NonceLapsed(BATCH))
    assert step.effects == (Release(BATCH),)
    assert next_action(step.state, SOME) == SayHello()
    assert on_reply(opened(), NonceLapsed()).effects == ()


def test_a_nonce_that_always_lapses_halts_and_progress_forgives() -> None:
    lapses: list[Reply] = [NonceLapsed(BATCH), hello(), NonceLapsed(BATCH), hello()]
    assert next_action(after(opened(), *lapses).state, SOME) == SendBatch(100, 1_048_576, 15.0)
    halted = after(opened(), *lapses, NonceLapsed(BATCH))
    assert next_action(halted.state, SOME) == Halted(Fault("nonce_refused"))
    assert halted.effects == (Release(BATCH),)
    forgiven = after(opened(feed_head=9), *lapses, acknowledged(), NonceLapsed(BATCH))
    assert next_action(forgiven.state, SOME) == SayHello()
    pulled = after(opened(feed_head=9), *lapses, page(1), NonceLapsed())
    assert next_action(pulled.state, SOME) == SayHello()


def test_too_large_halves_and_at_one_action_ends_the_run() -> None:
    step = on_reply(opened(), Smaller(BATCH))
    assert step.effects == (Release(BATCH),)
    action = next_action(step.state, SOME)
    assert isinstance(action, SendBatch)
    assert action.max_entries == 50
    smallest = opened(sizing=Sizing(entries=1))
    ended = on_reply(smallest, Smaller(BATCH))
    assert next_action(ended.state, SOME) == Finished("too_large")
    assert ended.effects == (Release(BATCH),)
    assert next_action(on_reply(start(0), Smaller()).state, SOME) == Finished("too_large")


def test_slower_ends_the_run_with_the_wait_that_was_asked_for() -> None:
    step = on_reply(opened(), Slower(30, BATCH))
    assert next_action(step.state, SOME) == Finished("slower", 30)
    assert step.effects == (Release(BATCH),)
    assert next_action(on_reply(start(0), Slower()).state, SOME) == Finished("slower")


def test_time_outs_of_batches_halve_and_then_end_the_run() -> None:
    lost = NoNetwork("timeout", BATCH)
    step = after(opened(), lost, lost)
    assert step.effects == (Release(BATCH),)
    action = next_action(step.state, SOME)
    assert isinstance(action, SendBatch)
    assert action.max_entries == 25
    ended = on_reply(step.state, lost)
    assert next_action(ended.state, SOME) == Finished("no_network_timeout")
    assert ended.effects == (Release(BATCH),)
    again = after(opened(), lost, lost, acknowledged(), lost, lost)
    assert isinstance(next_action(again.state, SOME), SendBatch)


@pytest.mark.parametrize("detail", ["dns", "refused", "tls", "connection", "unsigned"])
def test_no_network_ends_the_run_and_changes_nothing(detail: str) -> None:
    step = on_reply(opened(), NoNetwork(detail, BATCH))
    assert step.effects == (Release(BATCH),)
    assert next_action(step.state, SOME) == Finished(f"no_network_{detail}")
    assert step.state.sizing == opened().sizing
    quiet = on_reply(opened(feed_head=4), NoNetwork(detail))
    assert (quiet.effects, quiet.state.cursor) == ((), 0)


def test_a_time_out_of_hello_or_changes_ends_the_run() -> None:
    assert next_action(on_reply(start(0), NoNetwork("timeout")).state, SOME) == Finished("no_network_timeout")


@pytest.mark.parametrize(
    ("reply", "fault"),
    [
        (Reused(BATCH), Fault("batch_reused")),
        (Rejected("manifest_differs", BATCH), Fault("rejected", "manifest_differs")),
        (DeviceBarred("device_paused", BATCH), Fault("device_barred", "device_paused")),
    ],
)
def test_signed_refusals_halt_with_a_name_and_nothing_is_lost(reply: Reply, fault: Fault) -> None:
    step = on_reply(opened(), reply)
    assert step.effects == (Release(BATCH),)
    assert next_action(step.state, SOME) == Halted(fault)


def test_a_paused_or_revoked_device_pushes_and_does_not_pull() -> None:
    for device_state in ("paused", "revoked_drain"):
        state = opened(feed_head=9, device_state=device_state)
        assert isinstance(next_action(state, SOME), SendBatch)
        assert next_action(state, EMPTY) == Finished()


def test_a_wiped_device_is_told_so() -> None:
    step = on_reply(start(0), hello(device_state="wiped"))
    assert isinstance(step.effects[0], Wipe)
    assert next_action(step.state, SOME) == Halted(Fault("device_barred", "wiped"))


def test_the_servers_limits_hold() -> None:
    assert next_action(opened(max_entries=40, max_bytes=50_000), SOME) == SendBatch(40, 50_000, 15.0)


FAILING = ServerFault("server_fault", BATCH)


def test_the_first_server_fault_ends_the_run_and_is_remembered() -> None:
    step = on_reply(opened(), FAILING)
    assert step.effects == (Release(BATCH),)
    assert next_action(step.state, SOME) == Finished("server_fault")
    assert step.state.carried_strikes == 1
    assert on_reply(opened(), NoNetwork("dns", BATCH)).state.carried_strikes == 0
    assert opened(strikes=1).carried_strikes == 0


def test_from_the_second_on_the_poison_action_is_sought_and_set_aside() -> None:
    state = opened(strikes=1, sizing=Sizing(entries=4))
    step = on_reply(state, FAILING)
    assert step.effects == (Release(BATCH),)
    assert step.state.bisecting
    assert step.state.sizing.entries == 2
    step = on_reply(step.state, acknowledged())
    assert step.state.sizing.entries == 2
    step = after(step.state, FAILING, FAILING)
    assert step.effects == (SetAside(BATCH, "server_fault"),)
    assert not step.state.bisecting
    assert isinstance(next_action(step.state, SOME), SendBatch)
    assert next_action(step.state, EMPTY) == Finished()


def test_a_server_fault_elsewhere_ends_the_run() -> None:
    step = on_reply(opened(feed_head=3), ServerFault("server_fault"))
    assert (step.effects, step.state.carried_strikes) == ((), 0)
    assert next_action(step.state, SOME) == Finished("server_fault")


def test_only_an_answer_moves_a_state() -> None:
    """No reply but a signed acknowledgement settles, no reply but a page of the feed applies (S3)."""
    others: list[Reply] = [
        STORED,
        NonceLapsed(BATCH),
        Slower(1, BATCH),
        Smaller(BATCH),
        DeviceBarred("x", BATCH),
        Reused(BATCH),
        Rejected("x", BATCH),
        FAILING,
        NoNetwork("unsigned", BATCH),
        NoNetwork("timeout", BATCH),
    ]
    for reply in others:
        for effect in on_reply(opened(), reply).effects:
            assert isinstance(effect, (Release, AwaitVerdicts))


def test_a_run_that_is_over_stays_over() -> None:
    state = replace(start(0), phase=Phase.OVER, ending=Finished("slower", 3))
    assert next_action(state, SOME) == next_action(state, EMPTY) == Finished("slower", 3)

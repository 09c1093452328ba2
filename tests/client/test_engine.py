"""The engine: every reply in every phase, what is asked next and what must be made durable."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest

from sync.client.actions import (
    ApplyRows,
    AwaitVerdicts,
    Fault,
    Finished,
    Halted,
    Learn,
    PullChanges,
    QueueFacts,
    Release,
    SayHello,
    SendBatch,
    SetAside,
    Settle,
)
from sync.client.engine import EngineState, Phase, Step, next_action, on_reply, start
from sync.client.replies import (
    BatchAcknowledged,
    BatchStoredRaw,
    ChangesOk,
    DeviceBarred,
    HelloOk,
    NonceLapsed,
    NoNetwork,
    Rejected,
    Reply,
    Reused,
    ServerFault,
    SignedAnswer,
    Slower,
    Smaller,
)
from sync.client.sizing import FIRST_ENTRIES, Sizing
from sync.protocol.feed import ChangesPage, FeedRow
from sync.protocol.messages import Acknowledgement, EntryVerdict, HelloAnswer, StoredRaw
from sync.rules.states import VerdictKind
from tests.support.sample_bodies import AT, identifier, salt

PROOF = SignedAnswer(200, b"{}", "sig", "asked")
BATCH = identifier(1)
SERVER = "A" * 43
EMPTY, SOME = QueueFacts(0), QueueFacts(3)


def hello(**members: Any) -> HelloOk:
    values: dict[str, Any] = {
        "challenge": salt(1),
        "nonce": salt(2),
        "nonce_until": AT,
        "server_at": AT,
        "max_entries": 2_000,
        "max_bytes": 1_048_576,
        "known": (),
        "missing": (),
        "wanted_blobs": (),
        "device_state": "active",
        "feed_head": 0,
        "reference_version": "1",
        "urgent_verdicts": (),
        "notices": (),
    }
    return HelloOk(HelloAnswer(**(values | members)), PROOF)


def acknowledged(position: int = 0, seconds: float = 0.5) -> BatchAcknowledged:
    verdict = EntryVerdict(
        entry_id=identifier(2), hash="a" * 64, kind=VerdictKind.ACCEPTED, feed_position=position
    )
    answer = Acknowledgement(
        batch_id=BATCH, digest="b" * 64, verdicts=(verdict,), stored_at=AT, server=SERVER
    )
    return BatchAcknowledged(answer, PROOF, 10_000, seconds)


def page(*positions: int, cursor: int | None = None, more: bool = False) -> ChangesOk:
    rows = tuple(FeedRow(position=at, kind="worker", at=AT, payload={}) for at in positions)
    last = cursor if cursor is not None else positions[-1]
    return ChangesOk(ChangesPage(rows=rows, cursor=last, more=more), PROOF)


STORED = BatchStoredRaw(
    StoredRaw(batch_id=BATCH, digest="b" * 64, stored_at=AT, server=SERVER), PROOF, 9, 0.1
)


def opened(cursor: int = 0, strikes: int = 0, sizing: Sizing | None = None, **members: Any) -> EngineState:
    return on_reply(start(cursor, sizing, strikes), hello(**members)).state


def after(state: EngineState, *replies: Reply) -> Step:
    step = Step(state)
    for reply in replies:
        step = on_reply(step.state, reply)
    return step


def test_a_run_begins_with_hello_even_with_nothing_to_send() -> None:
    assert next_action(start(0), EMPTY) == SayHello()
    assert next_action(start(0), SOME) == SayHello()


def test_an_idle_run_is_one_round_trip() -> None:
    step = on_reply(start(41), hello(feed_head=41))
    assert [type(effect) for effect in step.effects] == [Learn]
    assert next_action(step.state, EMPTY) == Finished()
    assert next_action(step.state, EMPTY) == Finished()


def test_the_queue_goes_up_before_anything_comes_down() -> None:
    state = opened(feed_head=5)
    assert isinstance(next_action(state, SOME), SendBatch)
    assert next_action(state, EMPTY) == PullChanges(0)


def test_batches_are_sent_until_the_queue_is_empty_and_grow() -> None:
    state = opened()
    assert next_action(state, SOME) == SendBatch(FIRST_ENTRIES, 1_048_576, 15.0)
    step = on_reply(state, acknowledged())
    assert step.effects == (Settle(acknowledged().acknowledgement, PROOF),)
    action = next_action(step.state, SOME)
    assert isinstance(action, SendBatch)
    assert action.max_entries == 2 * FIRST_ENTRIES
    assert next_action(step.state, EMPTY) == Finished()


def test_verdicts_beyond_the_cursor_are_pulled() -> None:
    assert next_action(on_reply(opened(3), acknowledged(3)).state, EMPTY) == Finished()
    assert next_action(on_reply(opened(3), acknowledged(4)).state, EMPTY) == PullChanges(3)
    ahead = on_reply(opened(3, feed_head=9), acknowledged(2)).state
    assert next_action(ahead, EMPTY) == PullChanges(3)


def test_changes_are_pulled_until_there_are_no_more() -> None:
    step = on_reply(opened(feed_head=3), page(1, 2, more=True))
    assert step.effects == (ApplyRows(page(1, 2).page.rows, 2, PROOF),)
    assert next_action(step.state, EMPTY) == PullChanges(2)
    step = on_reply(step.state, page(3))
    assert step.state.cursor == 3
    assert next_action(step.state, EMPTY) == Finished()


@pytest.mark.parametrize(
    "bad",
    [
        page(2, 1),
        page(1, 1),
        page(1),
        page(4, 3),
        page(3, 9, cursor=8),
        page(cursor=2, more=True),
        page(cursor=1),
    ],
)
def test_a_feed_that_does_not_go_on_from_the_cursor_halts(bad: ChangesOk) -> None:
    step = on_reply(opened(2, feed_head=9), bad)
    assert step.effects == ()
    assert step.state.cursor == 2
    assert next_action(step.state, SOME) == Halted(Fault("feed_order"))


def test_an_empty_last_page_is_the_end() -> None:
    step = on_reply(opened(2, feed_head=9), page(cursor=2))
    assert step.effects == (ApplyRows((), 2, PROOF),)
    assert next_action(step.state, EMPTY) == Finished()


def test_a_batch_that_is_only_stored_is_no_acknowledgement() -> None:
    step = on_reply(opened(), STORED)
    assert step.effects == (AwaitVerdicts(BATCH),)
    assert next_action(step.state, EMPTY) == PullChanges(0)


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
    assert isinstance(step.effects[0], Learn)
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

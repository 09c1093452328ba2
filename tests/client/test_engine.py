"""The engine: what is asked next when all goes well, and what must be made durable."""

from __future__ import annotations

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
    SayHello,
    SendBatch,
    Settle,
)
from sync.client.engine import next_action, on_reply, start
from sync.client.replies import (
    ChangesOk,
)
from sync.client.sizing import FIRST_ENTRIES
from sync.protocol.messages import EntryVerdict
from sync.rules.states import VerdictKind
from tests.support.server_replies import (
    BATCH,
    EMPTY,
    PROOF,
    SOME,
    STORED,
    acknowledged,
    hello,
    opened,
    page,
)


def test_a_run_begins_with_hello_even_with_nothing_to_send() -> None:
    assert next_action(start(0), EMPTY) == SayHello()
    assert next_action(start(0), SOME) == SayHello()


def test_an_idle_run_is_one_round_trip() -> None:
    step = on_reply(start(41), hello(feed_head=41))
    assert [type(effect) for effect in step.effects] == [Learn]
    assert next_action(step.state, EMPTY) == Finished()
    assert next_action(step.state, EMPTY) == Finished()


def test_verdicts_that_come_with_hello_settle_as_an_acknowledgement_does() -> None:
    verdict = EntryVerdict(entry_id=BATCH, hash="a" * 64, kind=VerdictKind.ACCEPTED_REVIEW, feed_position=1)
    reply = hello(urgent_verdicts=(verdict,))
    settle, learn = on_reply(start(0), reply).effects
    assert isinstance(settle, Settle)
    assert settle.acknowledgement.verdicts == (verdict,)
    assert settle.proof == reply.proof
    assert isinstance(learn, Learn)


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


def test_an_epoch_is_asked_for_once_at_the_end_of_a_run() -> None:
    needy = QueueFacts(0, epoch_wanted=True)
    state = opened(feed_head=2)
    assert next_action(state, QueueFacts(1, epoch_wanted=True)) == next_action(state, SOME)
    assert next_action(state, needy) == PullChanges(0)
    state = on_reply(state, page(1, 2)).state
    assert next_action(state, needy) == SayHello()
    asked = on_reply(state, hello(feed_head=3)).state
    assert next_action(asked, needy) == PullChanges(2)
    assert next_action(on_reply(asked, page(3)).state, needy) == Finished()

"""Replies of a server and states of a run, for tests of the engine."""

from __future__ import annotations

from typing import Any

from sync.client.actions import QueueFacts
from sync.client.engine import EngineState, Step, on_reply, start
from sync.client.replies import (
    BatchAcknowledged,
    BatchStoredRaw,
    ChangesOk,
    HelloOk,
    Reply,
    SignedAnswer,
)
from sync.client.sizing import Sizing
from sync.protocol.feed import ChangesPage, FeedRow
from sync.protocol.messages import Acknowledgement, EntryVerdict, HelloAnswer, StoredRaw
from sync.rules.states import VerdictKind
from tests.support.sample_bodies import AT, identifier, salt

PROOF = SignedAnswer(200, b"{}", "sig", "asked")
BATCH = identifier(1)
SERVER = "A" * 43
EMPTY, SOME = QueueFacts(0), QueueFacts(3)


def hello(**members: Any) -> HelloOk:
    """An answer to hello, with other members where named."""
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
    """An acknowledgement of one accepted entry at a feed position."""
    verdict = EntryVerdict(
        entry_id=identifier(2), hash="a" * 64, kind=VerdictKind.ACCEPTED, feed_position=position
    )
    answer = Acknowledgement(
        batch_id=BATCH, digest="b" * 64, verdicts=(verdict,), stored_at=AT, server=SERVER
    )
    return BatchAcknowledged(answer, PROOF, 10_000, seconds)


def page(*positions: int, cursor: int | None = None, more: bool = False) -> ChangesOk:
    """A page with rows at these positions."""
    rows = tuple(FeedRow(position=at, kind="worker", at=AT, payload={}) for at in positions)
    last = cursor if cursor is not None else positions[-1]
    return ChangesOk(ChangesPage(rows=rows, cursor=last, more=more), PROOF)


STORED = BatchStoredRaw(
    StoredRaw(batch_id=BATCH, digest="b" * 64, stored_at=AT, server=SERVER), PROOF, 9, 0.1
)


def opened(cursor: int = 0, strikes: int = 0, sizing: Sizing | None = None, **members: Any) -> EngineState:
    """The state of a run after hello."""
    return on_reply(start(cursor, sizing, strikes), hello(**members)).state


def after(state: EngineState, *replies: Reply) -> Step:
    """The last step of several replies."""
    step = Step(state)
    for reply in replies:
        step = on_reply(step.state, reply)
    return step

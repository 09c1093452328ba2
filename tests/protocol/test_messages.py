"""Messages and feed rows: requests are strict, answers forgive what is new."""

from __future__ import annotations

import json
from datetime import UTC, datetime
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import ValidationError

from sync.protocol.canonical import canonical_bytes
from sync.protocol.feed import (
    ChangesPage,
    DecisionPayload,
    FeedFault,
    FeedRow,
    RecordPayload,
    ReferencePayload,
    WorkerPayload,
    read_payload,
)
from sync.protocol.messages import EntryVerdict, Hello, HelloAnswer, Mark, Problem
from sync.protocol.review import DecisionRequest
from sync.protocol.sessions import ReviewSession
from sync.protocol.wire import wire_bytes
from sync.rules.states import ReviewState, VerdictKind
from tests.support.sample_bodies import AT, identifier, salt

HELLO = Hello(
    protocol=1,
    marks=(Mark(device="0Q2FK", epoch=1, seq=0, head_hash="0" * 64),),
    urgent=(),
    cursor=0,
    wall_at=AT,
    utc_offset=420,
    monotonic_ms=1,
    boot_id=salt(1),
    program_version="0.1.0",
    reference_version="2026-1",
    queue_entries=0,
    queue_rupiah=0,
)
VERDICT = EntryVerdict(entry_id=identifier(1), hash="a" * 64, kind=VerdictKind.ACCEPTED, feed_position=3)


def test_requests_refuse_unknown_fields() -> None:
    value = json.loads(wire_bytes(HELLO))
    assert Hello.model_validate_json(wire_bytes(HELLO)) == HELLO
    with pytest.raises(ValidationError):
        Hello.model_validate_json(canonical_bytes(value | {"colour": "red"}))
    with pytest.raises(ValidationError):
        DecisionRequest.model_validate_json(b'{"move":"bless","hash":"' + b"a" * 64 + b'"}')


def test_answers_ignore_unknown_fields() -> None:
    page = json.loads(wire_bytes(ChangesPage(rows=(), cursor=3, more=False)))
    assert ChangesPage.model_validate_json(canonical_bytes(page | {"colour": {"deep": None}})).cursor == 3
    assert Problem.model_validate_json(b'{"code":"x","sentence":"y"}').data == {}


def test_hello_is_short() -> None:
    answer = HelloAnswer(
        challenge=salt(1),
        nonce=salt(2),
        nonce_until=AT,
        server_at=AT,
        max_entries=2_000,
        max_bytes=1_048_576,
        known=HELLO.marks,
        missing=(),
        wanted_blobs=(),
        device_state="active",
        feed_head=0,
        reference_version="2026-1",
        urgent_verdicts=(),
        notices=(),
    )
    assert len(wire_bytes(HELLO)) + len(wire_bytes(answer)) < 1_000


def test_a_replay_carries_the_verdict_that_stands() -> None:
    replayed = VERDICT.model_copy(update={"kind": VerdictKind.SAME, "original": VerdictKind.NEEDS_FIX})
    assert replayed.standing is VerdictKind.NEEDS_FIX
    assert VERDICT.standing is VerdictKind.ACCEPTED


@pytest.mark.parametrize(
    ("kind", "payload"),
    [
        ("verdict", VERDICT),
        (
            "decision",
            DecisionPayload(
                entry_id=identifier(1),
                hash="a" * 64,
                state=ReviewState.APPROVED,
                decided_at=AT,
                reviewer="Sari",
            ),
        ),
        ("record", RecordPayload(raw="{}", hash="a" * 64, verdict=VERDICT)),
        ("worker", WorkerPayload(worker_id=identifier(7), nik="3208044810930004", name="Budi")),
        ("reference", ReferencePayload(version="2026-2", files=())),
    ],
)
def test_rows_of_known_kinds_have_typed_payloads(kind: str, payload: Any) -> None:
    row = FeedRow(position=1, kind=kind, at=AT, payload=json.loads(wire_bytes(payload)))
    assert FeedRow.model_validate_json(wire_bytes(row)) == row
    assert read_payload(row)[1] == payload
    assert read_payload(row.model_copy(update={"payload": row.payload | {"novel": [None]}}))[1] == payload


def test_unknown_rows_are_kept_and_broken_ones_named_by_position() -> None:
    assert read_payload(FeedRow(position=1, kind="greeting", at=AT, payload={"x": 1})) == (b'{"x":1}', None)
    for payload in ({}, {"entry_id": "x"}, {"float": 1.5}):
        with pytest.raises(FeedFault) as refused:
            read_payload(FeedRow(position=8, kind="verdict", at=AT, payload=payload))
        assert refused.value.position == 8


def test_tokens_do_not_show() -> None:
    session = ReviewSession(
        token="s3cret", login="sari", name="Sari", role="reviewer", branch="B", expires_at=AT, practice=True
    )
    assert "s3cret" not in repr(session)


@pytest.mark.parametrize("year", [1970, 1980, 1999, 2000, 2101, 2999])
def test_a_laptop_whose_clock_is_years_off_is_heard(year: int) -> None:
    at = datetime(year, 1, 1, 0, 5, tzinfo=UTC)
    message = HELLO.model_copy(update={"wall_at": at})
    assert Hello.model_validate_json(wire_bytes(message)).wall_at == at


@given(st.datetimes(AT.replace(tzinfo=None), timezones=st.timezones()))
def test_instants_survive_the_wire(at: Any) -> None:
    message = HELLO.model_copy(update={"wall_at": at})
    try:
        again = Hello.model_validate_json(wire_bytes(message))
    except ValidationError:
        assert at.year > 2998
    else:
        assert 0 <= (at - again.wall_at).total_seconds() < 0.001

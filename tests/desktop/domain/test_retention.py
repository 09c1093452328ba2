"""What goes after the set days: what was decided for good before, and nothing that anybody still needs."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest

from perisai_desktop.domain.retention import HeldCard, HeldPart, card_is_due, part_is_due
from sync.rules.iuran_month import IuranMonth
from sync.rules.states import ReviewState

BEFORE = datetime(2026, 11, 22, tzinfo=UTC)
OLD, YOUNG = BEFORE - timedelta(seconds=1), BEFORE
PART = HeldPart(1, "entry", "enrolment", ReviewState.APPROVED, OLD, waits=False, served=False)
CARD = HeldCard("worker", OLD, None, IuranMonth(2026, 11), OLD, waits=False)


@pytest.mark.parametrize(
    ("kind", "review", "due"),
    [
        ("enrolment", ReviewState.APPROVED, True),
        ("enrolment", ReviewState.REGISTERED, True),
        ("enrolment", ReviewState.REFUSED, True),
        ("enrolment", ReviewState.RECEIVED, False),
        ("consent", ReviewState.RECEIVED, True),
        ("consent", ReviewState.FLAGGED, False),
        ("enrolment", ReviewState.DUPLICATE, False),
        ("change", ReviewState.HELD, False),
        ("change", None, False),
    ],
)
def test_only_what_was_decided_for_good_goes(kind: str, review: ReviewState | None, due: bool) -> None:
    assert part_is_due(replace(PART, kind=kind, review=review), BEFORE) is due


@pytest.mark.parametrize(
    "change", [{"decided_at": YOUNG}, {"decided_at": None}, {"waits": True}, {"served": True}]
)
def test_a_part_that_is_young_or_needed_stays(change: dict[str, Any]) -> None:
    assert not part_is_due(replace(PART, **change), BEFORE)


@pytest.mark.parametrize(
    ("change", "due"),
    [
        ({}, True),
        ({"away_at": YOUNG}, False),
        ({"waits": True}, False),
        ({"said_at": YOUNG}, False),
        ({"said_at": None}, True),
        ({"away_at": None}, False),
        ({"away_at": None, "ended_from": IuranMonth(2026, 12)}, False),
        ({"away_at": None, "ended_from": IuranMonth(2026, 11)}, True),
        ({"away_at": None, "paid_until": IuranMonth(2026, 7)}, False),
        ({"away_at": None, "paid_until": IuranMonth(2026, 6)}, True),
        ({"away_at": None, "paid_until": None}, False),
    ],
)
def test_a_card_goes_once_nobody_was_served_for_so_long(change: dict[str, Any], due: bool) -> None:
    assert card_is_due(replace(CARD, **change), BEFORE) is due
